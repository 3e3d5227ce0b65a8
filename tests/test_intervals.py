"""Intervals and chances against what can be counted."""

from __future__ import annotations

from math import isnan

import numpy as np
import pytest

from eval.intervals import Interval, chance, interval, ratio


def test_an_interval_holds_the_middle_95_per_cent_of_resampled_means() -> None:
    """64 of 100: the normal approximation gives .64 ± 1.96 · .048 = .546 to .734."""
    found = interval(np.array([1.0] * 64 + [0.0] * 36))
    assert found == Interval(0.64, 0.54, 0.73)


def test_the_same_sample_gives_the_same_interval_again() -> None:
    sample = np.arange(20) / 20
    assert interval(sample) == interval(sample)


def test_of_one_question_only_the_mean_can_be_told_and_of_none_nothing() -> None:
    one, none = interval(np.array([1.0])), interval(np.array([]))
    assert one.mean == 1
    assert all(isnan(number) for number in (one.low, one.high, *none))


def test_alike_questions_have_an_interval_without_width() -> None:
    assert interval(np.ones(5)) == Interval(1, 1, 1)


def test_a_ratio_is_resampled_in_pairs() -> None:
    above, below = np.array([1.0, 0.0, 1.0, 1.0]), np.array([1.0, 1.0, 1.0, 1.0])
    assert ratio(above, below) == Interval(0.75, 0.25, 1.0)


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ([1, 1, 1], 2 / 2**3),  # all three one way: two of eight exchanges are as far off
        ([1, 1, 1, 1, 1], 2 / 2**5),
        ([1, -1], 1),
        ([1, 0], 1),  # one question alone
        ([1, 1, -1], 1),  # every exchange of three leaves a difference of at least one
        ([0, 0, 0], 1),  # nothing differs
        ([1, 1, 1, 0, 0], 2 / 2**3),  # what does not differ says nothing
    ],
)
def test_the_chance_is_the_share_of_exchanges_that_differ_as_much(differences: list[int], expected: float) -> None:
    before = np.zeros(len(differences))
    assert chance(before, before + np.array(differences)) == pytest.approx(expected)
