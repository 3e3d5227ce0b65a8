"""`python -m eval.calibrate QUESTIONS.jsonl GOLD.jsonl`: fits the numbers of qa/confidence.py.

The weights are learned on QUESTIONS, each asked twice: as it is, and with the documents
of its evidence taken away, as a question that the collection does not answer. The bias is
then shifted so that on GOLD, whose questions are closer to a visitor's, the mean
confidence is the share of right first passages.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression

from eval.gold import GoldQuestion, read_gold
from eval.run import holds
from index.cache import index_folder
from index.collection import Language
from qa.archive import Archive
from qa.confidence import Signs, signs
from qa.question import understand
from qa.rank import first, fused


class Sample(NamedTuple):
    """What spoke for the first passage, and whether it held evidence."""

    language: Language
    signs: Signs
    right: bool


def main() -> None:
    """Print weights and bias by language."""
    archive = Archive.open(index_folder())
    questions, gold_questions = (read_gold(Path(path)) for path in sys.argv[1:3])
    learned = [*samples(archive, questions, absent=False), *samples(archive, questions, absent=True)]
    gold = list(samples(archive, gold_questions, absent=False))
    for language in ("ru", "en"):
        model = _fitted([sample for sample in learned if sample.language == language])
        shift = _shift(model, [sample for sample in gold if sample.language == language])
        weights = Signs(*(round(float(weight), 2) for weight in model.coef_[0]))
        sys.stdout.write(f"{language}: {weights}, bias={model.intercept_[0] + shift:.2f}\n")


def samples(archive: Archive, questions: Sequence[GoldQuestion], *, absent: bool) -> Iterator[Sample]:
    """A sample of each question, with its documents or as if they were `absent`."""
    for gold in track(questions, description="asking"):
        yield _sample(archive, gold, {evidence.doc for evidence in gold.evidence} if absent else set())


def _sample(archive: Archive, gold: GoldQuestion, without: Collection[str]) -> Sample:
    question = understand(gold.question)
    query = archive.searches.query(question)
    signals = archive.searches.signals(query)
    scores = fused(signals)
    scores[[passage.document in without for passage in archive.passages]] = -np.inf
    order = first(scores, len(scores))
    best = archive.passages[order[0]]
    right = any(holds(best, evidence) for evidence in gold.evidence)
    return Sample(question.language, signs(order, scores, signals), right)


def _fitted(samples: Sequence[Sample]) -> LogisticRegression:
    return LogisticRegression(C=100, max_iter=1000).fit([s.signs for s in samples], [s.right for s in samples])


def _shift(model: LogisticRegression, samples: Sequence[Sample]) -> float:
    """What is to be added to the logit so that the mean confidence is the share of right passages."""
    logits = model.decision_function([sample.signs for sample in samples])
    right = np.mean([sample.right for sample in samples])
    shifts = np.linspace(-4, 4, 801)
    means = [np.mean(1 / (1 + np.exp(-(logits + shift)))) for shift in shifts]
    return float(shifts[np.argmin(np.abs(np.array(means) - right))])


if __name__ == "__main__":
    main()
