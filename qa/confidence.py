"""Whether the first quote may stand as an answer, and how likely it is right: two numbers out of the same signs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from index.collection import Language
from index.lexical import LexicalIndex
from qa.contract import RankedPassage, Reason
from qa.question import Question
from qa.rank import DATE, Ranking
from qa.reading import SHELF, Reading
from qa.refusal.signs import Lacks, Signs, lacks, signs

AT_HOME_FROM = 0.5
"""Where a question is less likely one for this collection, it is said to be about something else."""
RIGHT_FROM = 0.1
"""Where the first quote is less likely right, "the documents do not say"."""
CERTAIN = 1.0
"""A number and a shelf mark are those of one paper, or of none."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model of `Signs`: one weight for each, and a bias."""

    weights: Signs
    bias: float

    def probability(self, signs: Signs) -> float:
        """What these signs make likely, from 0 to 1."""
        logit = self.bias + sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))
        return 1 / (1 + math.exp(-logit))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a question is not answered, "" where it is, and how likely the first quote answers it, from 0 to 1."""

    reason: Reason
    confidence: float


def verdict(
    question: Question, ranking: Ranking, best: RankedPassage, lexical: LexicalIndex, *, told: bool = False
) -> Verdict:
    """Whether the quote of the `best` passage, the first of the ranking, may stand as an answer.

    What is `told` by the record of a paper that the question names by its number is certain.
    """
    reading = question.reading
    if reading.bare or (told and reading.documents):
        return Verdict("nothing", 0.0) if ranking.relaxed else Verdict("", CERTAIN)
    seen = signs(ranking, lexical)
    lacking = lacks(question.text, ranking.query, best.passage, best.quote, lexical)
    at_home, right = (models[question.language].probability(seen) for models in (AT_HOME, RIGHT))
    return Verdict(reason(at_home, right, lacking, near=is_near(ranking, reading)), right)


def is_near(ranking: Ranking, reading: Reading) -> bool:
    """Whether papers are asked for by their marks, or the first one is of the time asked for or tells of one named."""
    parts, first = ranking.parts, ranking.order[0]
    marked = reading.documents or any(getattr(reading, name) for name in SHELF)
    return bool(marked or parts.people[first] > 0 or parts.date[first] >= DATE)


def reason(at_home: float, right: float, lacking: Lacks, *, near: bool = False) -> Reason:
    """Why there is no answer; "" where nothing speaks against one. What is `near` is no other topic."""
    if lacking.name:
        return "unknown_name"
    if at_home < AT_HOME_FROM:
        return "nothing" if near else "off_topic"
    return "nothing" if right < RIGHT_FROM or lacking.kind else ""


AT_HOME: Mapping[Language, Calibration] = {
    "ru": Calibration(
        Signs(cosine=193.389, late=-7.189, lead=0.11, by_meaning=-1.449, by_words=0.084, known=2.391), bias=-152.78
    ),
    "en": Calibration(
        Signs(cosine=165.979, late=-9.857, lead=2.189, by_meaning=-1.29, by_words=-0.038, known=3.535), bias=-120.77
    ),
}
"""How likely a question is one for this collection; by its language."""
RIGHT: Mapping[Language, Calibration] = {
    "ru": Calibration(
        Signs(cosine=38.983, late=7.551, lead=1.77, by_meaning=-0.341, by_words=0.019, known=0.982), bias=-42.18
    ),
    "en": Calibration(
        Signs(cosine=34.362, late=12.928, lead=2.204, by_meaning=-0.413, by_words=-0.004, known=-2.273), bias=-37.82
    ),
}
"""How likely the first passage is the one that answers. Both are fitted by eval/calibrate.py, on 1,100 questions about
the volume, each also asked without the documents that answer it, on eval/offtopic.txt, and the bias of RIGHT on the 202
gold questions."""
