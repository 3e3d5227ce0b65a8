"""What refusing is worth: risk against coverage, and whether the confidence means what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.outcome import Outcome

BINS = 10
"""Of equal width, for the calibration curve."""


class Bin(NamedTuple):
    """Questions of like confidence: how many, how sure on the average, and the share whose first passage is right."""

    questions: int
    confidence: float
    right: float


def risk_coverage(outcomes: Sequence[Outcome]) -> list[tuple[float, float]]:
    """(coverage, risk) for each number of questions answered, surest first.

    Risk is the share of answered questions whose first passage does not answer; an unanswerable one is always among
    them. Questions of equal confidence share their errors evenly, as if their order were left to chance.
    """
    return [
        (answered / len(outcomes), float(risk))
        for answered, risk in enumerate(_risks([o.confidence for o in outcomes], [not o.right for o in outcomes]), 1)
    ]


def area_under_risk(outcomes: Sequence[Outcome]) -> float:
    """AURC, the mean risk over all coverages (Geifman and El-Yaniv 2017); smaller is better."""
    return float(np.mean([risk for _, risk in risk_coverage(outcomes)]))


def least_area(outcomes: Sequence[Outcome]) -> float:
    """The AURC if every right question were surer than every wrong one."""
    wrong = [not outcome.right for outcome in outcomes]
    return float(_risks([not one for one in wrong], wrong).mean())


def _risks(confidence: Sequence[float], wrong: Sequence[bool]) -> NDArray[np.float64]:
    _, tied = np.unique(-np.asarray(confidence, float), return_inverse=True)
    shares = np.bincount(tied, weights=np.asarray(wrong, float)) / np.bincount(tied)
    errors = shares[np.sort(tied)]
    return np.asarray(errors.cumsum() / np.arange(1, len(errors) + 1))


def calibration(outcomes: Sequence[Outcome]) -> list[Bin]:
    """The bins that hold questions, from unsure to sure."""
    bins: list[list[Outcome]] = [[] for _ in range(BINS)]
    for outcome in outcomes:
        bins[min(int(outcome.confidence * BINS), BINS - 1)].append(outcome)
    return [
        Bin(len(held), float(np.mean([o.confidence for o in held])), float(np.mean([o.right for o in held])))
        for held in bins
        if held
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """ECE: by how much confidence and right answers differ in a bin, on the average over the questions."""
    return sum(held.questions * abs(held.confidence - held.right) for held in calibration(outcomes)) / len(outcomes)
