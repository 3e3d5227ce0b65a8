"""Refusals, risk and calibration against numbers that can be done by hand."""

from __future__ import annotations

import pytest

from eval.figures import values
from eval.refusal import Bin, area_under_risk, calibration, calibration_error, least_area, risk_coverage
from tests.gold_outcomes import REFUSED, UNANSWERABLE, first, outcome

ASKED = [
    first(1, confidence=0.95),
    first(2, confidence=0.85),
    first(1, confidence=0.55),
    outcome(**UNANSWERABLE, confidence=0.15),
]
"""Right, wrong, right, and unanswerable, surest first."""


def test_risk_grows_with_what_is_answered() -> None:
    coverages, risks = zip(*risk_coverage(ASKED), strict=True)
    assert coverages == (1 / 4, 2 / 4, 3 / 4, 1)
    assert risks == pytest.approx([0, 1 / 2, 1 / 3, 2 / 4])
    assert area_under_risk(ASKED) == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)


def test_the_least_area_has_every_right_question_surer_than_every_wrong_one() -> None:
    assert least_area(ASKED) == pytest.approx((0 + 0 + 1 / 3 + 2 / 4) / 4)


def test_the_order_in_which_questions_were_asked_does_not_matter() -> None:
    assert risk_coverage(ASKED[::-1]) == risk_coverage(ASKED)


def test_questions_of_equal_confidence_share_their_errors() -> None:
    equal = [first(rank, confidence=0.5) for rank in (1, 2, None, 1)]
    assert [risk for _, risk in risk_coverage(equal)] == [1 / 2] * 4


def test_the_calibration_curve_has_a_point_for_each_tenth_with_questions() -> None:
    sure = [first(1, confidence=1.0), first(3, confidence=0.9), first(1, confidence=0.3), first(None, confidence=0.39)]
    (low, high) = calibration(sure)
    assert low == pytest.approx(Bin(2, 0.345, 1 / 2))
    assert high == pytest.approx(Bin(2, 0.95, 1 / 2))
    assert calibration_error(sure) == pytest.approx((2 * (0.5 - 0.345) + 2 * (0.95 - 0.5)) / 4)


def test_precision_recall_and_false_refusals_are_of_refusals() -> None:
    """Five answerable, one of them refused; three unanswerable, two of them refused."""
    asked = [
        *[outcome(id=str(at)) for at in range(4)],
        outcome(**REFUSED),
        *[outcome(**UNANSWERABLE | {"status": "not_found", "cited": None}) for _ in range(2)],
        outcome(**UNANSWERABLE),
    ]
    found = values(asked)

    def figure(name: str) -> float:
        return float(found[name][found[name] >= 0].mean())

    assert figure("refusal prec") == 2 / 3
    assert figure("refusal recall") == 2 / 3
    assert figure("false refusals") == 1 / 5
    assert figure("contains") == 4 / 5  # a refused question gave no answer
    assert figure("citation prec") == 0
