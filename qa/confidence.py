"""Whether the first quote may stand as an answer, and how likely it is right: two numbers out of the same signs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from index.collection import Language
from index.lexical import LexicalIndex
from index.reader import Opinion
from qa.contract import RankedPassage, Reason
from qa.question import Question
from qa.rank import DATE, Ranking
from qa.refusal.signs import Lacks, Signs, lacks, signs
from qa.selection import EVERYTHING, Limits

AT_HOME_FROM = 0.5
"""Where a question is less likely one for this collection, it is said to be about something else."""
RIGHT_FROM = 0.05
"""Where the first quote is less likely right, "the documents do not say"."""
BEFORE, ODDS, BIAS = 0.43, 0.39, 0.5
"""Weights of what the searches say and of what the reader does, and the bias. training/reader.py prints the
weights; the bias is such that over the gold questions, unanswerable ones among them, the mean confidence is about the
share of right passages."""
ODDS_FROM = -3.0
"""Where the reader's odds are smaller, "the documents do not say", however well the searches match."""
CERTAIN = 1.0
"""A number and a shelf mark are those of one paper, or of none."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model of `Signs`: one weight for each, and a bias."""

    weights: Signs
    bias: float

    def logit(self, signs: Signs) -> float:
        """The logarithm of the odds that these signs give."""
        return self.bias + sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))

    def probability(self, signs: Signs) -> float:
        """What these signs make likely, from 0 to 1."""
        return likely(self.logit(signs))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a question is not answered, "" where it is, and how likely the first quote answers it, from 0 to 1."""

    reason: Reason
    confidence: float


def verdict(  # noqa: PLR0913
    question: Question,
    ranking: Ranking,
    best: RankedPassage,
    lexical: LexicalIndex,
    *,
    opinion: Opinion | None = None,
    carried: bool = False,
    told: bool = False,
) -> Verdict:
    """Whether the quote of the `best` passage, the first of the ranking, may stand as an answer.

    A question that names somebody of the collection, or is `carried` on from an earlier one,
    is not about something else, be it ever so short. What is `told` by the record of a paper
    is not for the reader to doubt, and certain where the question names the paper by its
    number; of a paper that is not there nothing is.
    """
    reading = question.reading
    if "documents" in ranking.relaxed or (reading.bare and ranking.relaxed):
        return Verdict("nothing", 0.0)
    if reading.bare or (told and reading.documents):
        return Verdict("", CERTAIN)
    seen = signs(ranking, lexical)
    lacking = lacks(question.text, ranking.query, best.passage, best.quote, lexical)
    at_home = AT_HOME[question.language].probability(seen)
    right = likely(reconsidered(RIGHT[question.language].logit(seen), opinion))
    ours = carried or reading.of_the_collection
    doubted = opinion is not None and not told and opinion.odds < ODDS_FROM
    why = reason(1.0 if ours else at_home, right, lacking, timely=is_timely(ranking), doubted=doubted)
    return Verdict(why, right)


def reconsidered(logit: float, opinion: Opinion | None) -> float:
    """What the searches say of the first quote, as the logarithm of odds, after the reader's opinion of it."""
    return logit if opinion is None else BEFORE * logit + ODDS * opinion.odds + BIAS


def likely(logit: float) -> float:
    """The probability of which this is the logarithm of the odds."""
    return 1 / (1 + math.exp(-logit))


def within(reached: Verdict, limits: Limits) -> Verdict:
    """The verdict on a question put to chosen documents: that they do not answer says nothing of the others."""
    if limits.only != EVERYTHING and reached.reason in {"nothing", "off_topic"}:
        return Verdict("selection", reached.confidence)
    return reached


def is_timely(ranking: Ranking) -> bool:
    """Whether the first passage is of the very time that is asked for."""
    return bool(ranking.parts.date[ranking.order[0]] >= DATE)


def reason(at_home: float, right: float, lacking: Lacks, *, timely: bool = False, doubted: bool = False) -> Reason:
    """Why there is no answer; "" where nothing speaks against one. What is `timely` is no other topic.

    What is `doubted` the reader has read, and found no answer in it.
    """
    if lacking.name:
        return "unknown_name"
    if at_home < AT_HOME_FROM:
        return "nothing" if timely else "off_topic"
    return "nothing" if right < RIGHT_FROM or lacking.kind or doubted else ""


AT_HOME: Mapping[Language, Calibration] = {
    "ru": Calibration(
        Signs(cosine=67.27, late=0.28, lead=1.28, by_meaning=-2.653, by_words=-0.009, known=3.596), bias=-32.98
    ),
    "en": Calibration(
        Signs(cosine=59.096, late=-0.244, lead=1.176, by_meaning=-2.142, by_words=0.021, known=5.311), bias=-27.68
    ),
}
"""How likely a question is one for this collection; by its language."""
RIGHT: Mapping[Language, Calibration] = {
    "ru": Calibration(
        Signs(cosine=19.413, late=7.468, lead=1.879, by_meaning=-0.573, by_words=0.019, known=0.98), bias=-19.79
    ),
    "en": Calibration(
        Signs(cosine=16.849, late=10.161, lead=2.032, by_meaning=-0.488, by_words=-0.011, known=2.532), bias=-18.04
    ),
}
"""How likely the first passage is the one that answers. Both are fitted by eval/calibrate.py, on 938 questions about
the volume, each also asked without the documents that answer it, on eval/offtopic.txt, and the bias of RIGHT on the
202 gold questions."""
