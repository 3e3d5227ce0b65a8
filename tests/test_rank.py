"""The order of the passages: two searches, one score."""

from __future__ import annotations

import numpy as np
import pytest

from qa.rank import first, fused, standardised
from qa.retrieve import Scores, Signals


def scores(*values: float) -> Scores:
    return np.array(values, dtype=np.float32)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((0, 2), (-1, 1)),
        ((1, 2, 3, 4, 5), (-(2**0.5), -(0.5**0.5), 0, 0.5**0.5, 2**0.5)),  # deviation √2
        ((0, 0, 0, 4), (-(3**-0.5),) * 3 + (3**0.5,)),  # mean 1, deviation √3
        ((-7, -9), (1, -1)),
    ],
)
def test_standardised_scores_have_mean_0_and_deviation_1(given: tuple[float, ...], expected: tuple[float, ...]) -> None:
    np.testing.assert_allclose(standardised(scores(*given)), expected, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 11, 2129])
def test_scores_that_do_not_differ_say_nothing(count: int) -> None:
    """The standard deviation of 0.1, seven times in float32, is not 0."""
    assert standardised(np.full(count, 0.1, np.float32)).tolist() == [0.0] * count


def test_meaning_counts_three_times_as_much_as_words() -> None:
    """Standardised, the cosines are 1, -1 and the BM25 scores -1, 1."""
    combined = fused(Signals(dense=scores(0.9, 0.7), lexical=scores(0, 12)))
    np.testing.assert_allclose(combined, [0.75 - 0.25, -0.75 + 0.25], atol=1e-6)


def test_late_interaction_counts_seven_tenths() -> None:
    """Meaning and words say 0.5, -0.5, standardised 1, -1; late interaction -1, 1."""
    combined = fused(Signals(dense=scores(0.9, 0.7), lexical=scores(0, 12), late=scores(0.3, 0.5)))
    np.testing.assert_allclose(combined, [0.3 - 0.7, 0.7 - 0.3], atol=1e-6)


def test_without_a_known_word_meaning_alone_decides() -> None:
    combined = fused(Signals(dense=scores(0.8, 0.9, 0.7, 0.8), lexical=scores(0, 0, 0, 0)))
    np.testing.assert_allclose(combined, [0, 0.75 * 2**0.5, -0.75 * 2**0.5, 0], atol=1e-5)


def test_words_decide_between_passages_of_one_meaning() -> None:
    assert first(fused(Signals(dense=scores(0.8, 0.8, 0.8), lexical=scores(1, 3, 2))), 3) == [1, 2, 0]


@pytest.mark.parametrize(
    ("given", "count", "rows"),
    [
        ((1, 3, 2), 3, [1, 2, 0]),
        ((1, 3, 2), 2, [1, 2]),
        ((1, 3, 2), 50, [1, 2, 0]),
        ((5, 7, 5, 7, 5), 5, [1, 3, 0, 2, 4]),  # equal ones in the order of the collection
        ((0, 0, 0), 2, [0, 1]),
        ((-2, -1), 1, [1]),
    ],
)
def test_the_highest_scores_come_first(given: tuple[float, ...], count: int, rows: list[int]) -> None:
    assert first(scores(*given), count) == rows


def test_many_equal_scores_keep_the_order_of_the_collection() -> None:
    """Other ways of sorting keep it only among a few."""
    rows = list(range(2129))
    by_score = [row for score in (2, 1, 0) for row in rows if row % 3 == score]
    assert first(np.array([row % 3 for row in rows], np.float32), 2129) == by_score
