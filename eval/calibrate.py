"""`python -m eval.calibrate QUESTIONS.jsonl GOLD.jsonl`: fits the numbers of qa/confidence.py, and shows what they do.

AT_HOME is learned on QUESTIONS against those of offtopic.txt, which weigh as much; its bias
is such that REFUSED of QUESTIONS fall below one half. RIGHT is learned on QUESTIONS, each
asked twice: as it is, and with the documents of its evidence taken away, as a question on
the topic that the collection does not answer; and on offtopic.txt. Its bias is shifted so
that on GOLD, whose questions are closer to a visitor's, the mean confidence is the share of
right first passages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from eval.gold import Evidence, GoldQuestion, read_gold
from eval.judgement import holds
from index.cache import index_folder
from index.collection import Language
from qa.archive import Archive
from qa.confidence import Calibration
from qa.rank import Ranking, Sought
from qa.refusal.manner import manner
from qa.refusal.signs import Signs, signs

OFF_TOPIC = Path(__file__).parent / "offtopic.txt"
REFUSED = 0.04
LANGUAGES: tuple[Language, ...] = ("ru", "en")


class Sample(NamedTuple):
    """What spoke for the first passage, and whether it held evidence."""

    language: Language
    signs: Signs
    right: bool


class Samples(NamedTuple):
    """Questions as they are, without the documents that answer them, about something else, and close to a visitor's."""

    present: list[Sample]
    absent: list[Sample]
    off_topic: list[Sample]
    judged: list[Sample]

    def of(self, language: Language) -> Samples:
        """Those in one language."""
        return Samples(*([sample for sample in group if sample.language == language] for group in self))


def main() -> None:
    """Print both models by language, and what each refuses."""
    archive = Archive.open(index_folder())
    questions, gold = (read_gold(Path(path)) for path in sys.argv[1:3])
    asked = asked_of(archive, questions, gold)
    for name, fit in (("AT_HOME", at_home), ("RIGHT", right)):
        for language in LANGUAGES:
            model = fit(asked.of(language))
            sys.stdout.write(f"{name} {language}: {model}\n{_effect(model, asked.of(language))}\n")


def asked_of(archive: Archive, questions: Sequence[GoldQuestion], gold: Sequence[GoldQuestion]) -> Samples:
    """The samples that all models are fitted on; what `manner` already knows needs no model."""
    pairs = list(samples(archive, questions))
    others = [line for line in OFF_TOPIC.read_text("utf-8").splitlines() if not manner(line)]
    off_topic = [_pair(archive, line, ())[0] for line in track(others, description="asking about something else")]
    judged = [present for present, _ in samples(archive, gold)]
    return Samples([present for present, _ in pairs], [absent for _, absent in pairs], off_topic, judged)


def samples(archive: Archive, questions: Sequence[GoldQuestion]) -> Iterator[tuple[Sample, Sample]]:
    """Two samples of each question: with its documents, and as if they were absent."""
    return (_pair(archive, gold.question, gold.evidence) for gold in track(questions, description="asking"))


def _pair(archive: Archive, text: str, evidence: Sequence[Evidence]) -> tuple[Sample, Sample]:
    question = archive.understanding.understand(text)
    sought = Sought(1.0, question, archive.searches.query(question))
    present = archive.ranker.ranking([sought], question.reading)
    answering = {one.doc for one in evidence}
    absent = replace(present, order=[row for row in present.order if archive.passages[row].document not in answering])
    return _sample(archive, question.language, present, evidence), _sample(archive, question.language, absent, evidence)


def _sample(archive: Archive, language: Language, ranking: Ranking, evidence: Sequence[Evidence]) -> Sample:
    found = any(holds(archive.passages[ranking.order[0]], one) for one in evidence)
    return Sample(language, signs(ranking, archive.searches.lexical), found)


def at_home(asked: Samples) -> Calibration:
    """The model of whether a question is one for this collection."""
    present, off_topic = asked.present, asked.off_topic
    model = _fitted(
        [*present, *off_topic], [True] * len(present) + [False] * len(off_topic), _weights(present, off_topic)
    )
    logits = model.decision_function([sample.signs for sample in present])
    return _calibration(model, -float(np.quantile(logits, REFUSED)))


def right(asked: Samples) -> Calibration:
    """The model of whether the first passage answers."""
    learned = [*asked.present, *asked.absent]
    every = [*learned, *asked.off_topic]
    model = _fitted(every, [sample.right for sample in every], _weights(learned, asked.off_topic))
    return _calibration(model, _shift(model, asked.judged))


def _weights(learned: Sequence[Sample], off_topic: Sequence[Sample]) -> list[float]:
    """The second group weighs as much as the first."""
    return [1.0] * len(learned) + [len(learned) / len(off_topic)] * len(off_topic)


def _fitted(every: Sequence[Sample], labels: Sequence[bool], weights: Sequence[float]) -> Any:
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=5000))
    return model.fit([sample.signs for sample in every], labels, logisticregression__sample_weight=weights)


def _calibration(model: Any, shift: float) -> Calibration:
    """The model over the signs as they are, not standardised."""
    scaler, logistic = model[0], model[-1]
    weights = logistic.coef_[0] / scaler.scale_
    bias = float(logistic.intercept_[0] - weights @ scaler.mean_) + shift
    return Calibration(Signs(*(round(float(weight), 3) for weight in weights)), round(bias, 2))


def _shift(model: Any, judged: Sequence[Sample]) -> float:
    """What is to be added to the logit so that the mean confidence is the share of right passages."""
    logits = model.decision_function([sample.signs for sample in judged])
    share = np.mean([sample.right for sample in judged])
    shifts = np.linspace(-4, 4, 801)
    means = [np.mean(1 / (1 + np.exp(-(logits + shift)))) for shift in shifts]
    return float(shifts[np.argmin(np.abs(np.array(means) - share))])


def _effect(model: Calibration, asked: Samples) -> str:
    """The share of each group below some probabilities."""
    lines = []
    for name, group in zip(asked._fields, asked, strict=True):
        found = np.array([model.probability(sample.signs) for sample in group])
        shares = "  ".join(f"<{level}: {np.mean(found < level):.3f}" for level in (0.05, 0.1, 0.15, 0.2, 0.5))
        lines.append(f"    {name:<10}{len(group):>5}  {shares}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
