"""`python -m eval.calibrate QUESTIONS.jsonl GOLD.jsonl`: fits the numbers of qa/confidence.py.

The weights are learned on QUESTIONS, each asked twice: as it is, and with the documents of
its evidence taken away, as a question on the topic that the collection does not answer;
and on the questions of offtopic.txt, which weigh as much as all of these. The bias is then
shifted so that on GOLD, whose questions are closer to a visitor's, the mean confidence is
the share of right first passages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression

from eval.gold import Evidence, GoldQuestion, read_gold
from eval.judgement import holds
from index.cache import index_folder
from index.collection import Language
from qa.archive import Archive
from qa.confidence import Signs, signs
from qa.question import understand
from qa.rank import first, fused
from qa.retrieve import Scores, Signals

OFF_TOPIC = Path(__file__).parent / "offtopic.txt"


class Sample(NamedTuple):
    """What spoke for the first passage, and whether it held evidence."""

    language: Language
    signs: Signs
    right: bool


def main() -> None:
    """Print weights and bias by language."""
    archive = Archive.open(index_folder())
    questions, gold = (read_gold(Path(path)) for path in sys.argv[1:3])
    learned = [sample for pair in samples(archive, questions) for sample in pair]
    off_topic = [_pair(archive, question, ())[0] for question in OFF_TOPIC.read_text("utf-8").splitlines()]
    judged = [present for present, _ in samples(archive, gold)]
    for language in ("ru", "en"):
        ours = [[sample for sample in group if sample.language == language] for group in (learned, off_topic, judged)]
        model = _fitted(*ours[:2])
        weights = Signs(*(round(float(weight), 2) for weight in model.coef_[0]))
        sys.stdout.write(f"{language}: {weights}, bias={model.intercept_[0] + _shift(model, ours[2]):.2f}\n")


def samples(archive: Archive, questions: Sequence[GoldQuestion]) -> Iterator[tuple[Sample, Sample]]:
    """Two samples of each question: with its documents, and as if they were absent."""
    return (_pair(archive, gold.question, gold.evidence) for gold in track(questions, description="asking"))


def _pair(archive: Archive, text: str, evidence: Sequence[Evidence]) -> tuple[Sample, Sample]:
    question = understand(text)
    query = archive.searches.query(question)
    signals = archive.searches.signals(query)
    scores = archive.closings.raised(fused(signals), query.words)
    answering = {one.doc for one in evidence}
    absent = np.where([passage.document in answering for passage in archive.passages], np.float32(-np.inf), scores)
    present, without = (_sample(archive, question.language, each, signals, evidence) for each in (scores, absent))
    return present, without


def _sample(
    archive: Archive, language: Language, scores: Scores, signals: Signals, evidence: Sequence[Evidence]
) -> Sample:
    order = first(scores, len(scores))
    right = any(holds(archive.passages[order[0]], one) for one in evidence)
    return Sample(language, signs(order, scores, signals), right)


def _fitted(learned: Sequence[Sample], off_topic: Sequence[Sample]) -> LogisticRegression:
    every = [*learned, *off_topic]
    weights = [1.0] * len(learned) + [len(learned) / len(off_topic)] * len(off_topic)
    model = LogisticRegression(C=100, max_iter=5000)
    return model.fit([sample.signs for sample in every], [sample.right for sample in every], sample_weight=weights)


def _shift(model: LogisticRegression, judged: Sequence[Sample]) -> float:
    """What is to be added to the logit so that the mean confidence is the share of right passages."""
    logits = model.decision_function([sample.signs for sample in judged])
    right = np.mean([sample.right for sample in judged])
    shifts = np.linspace(-4, 4, 801)
    means = [np.mean(1 / (1 + np.exp(-(logits + shift)))) for shift in shifts]
    return float(shifts[np.argmin(np.abs(np.array(means) - right))])


if __name__ == "__main__":
    main()
