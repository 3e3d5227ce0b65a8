"""How likely the first quote answers: a calibrated number out of two signs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.collection import Language
from qa.retrieve import Scores, Signals

ANSWERED_FROM = 0.15
"""A lower confidence is an honest "the documents do not say"."""
CROWD = 10
"""The lead of the first passage is taken over the one of this rank."""
MOST_LEAD = 2.0
"""A larger lead says no more: a single rare word, «борщ», can give any."""


class Signs(NamedTuple):
    """What speaks for the first passage."""

    cosine: float
    """Between question and passage."""
    lead: float
    """Its fused score less that of the tenth passage, at most 2."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model of `Signs`: one weight for each, and a bias."""

    weights: Signs
    bias: float

    def confidence(self, signs: Signs) -> float:
        """The probability from 0 to 1 that the first quote answers."""
        logit = self.bias + sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))
        return 1 / (1 + math.exp(-logit))


CALIBRATIONS: Mapping[Language, Calibration] = {
    "ru": Calibration(Signs(cosine=41.95, lead=1.75), bias=-38.90),
    "en": Calibration(Signs(cosine=35.02, lead=2.35), bias=-30.70),
}
"""By language of the question, fitted by eval/calibrate.py: the weights on 1,260 questions about the volume, each also
asked without the documents that answer it, and on eval/offtopic.txt; the biases on the 202 gold questions."""


def signs(order: Sequence[int], scores: Scores, signals: Signals) -> Signs:
    """The signs for the passage of the first row in `order`, the rows of ten passages or more, best first."""
    first, tenth = order[0], order[min(CROWD, len(order)) - 1]
    return Signs(float(signals.dense[first]), min(float(scores[first] - scores[tenth]), MOST_LEAD))
