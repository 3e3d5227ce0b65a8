"""The figures of retrieval against fractions that can be done by hand."""

from __future__ import annotations

import pytest

from eval.metrics import mean_reciprocal_rank, recall_at
from eval.outcome import Rank

RANKS: list[Rank] = [1, 2, None, 4, 10, 11]


@pytest.mark.parametrize(
    ("depth", "share"), [(1, 1 / 6), (2, 2 / 6), (3, 2 / 6), (4, 3 / 6), (5, 3 / 6), (10, 4 / 6), (11, 5 / 6)]
)
def test_recall_is_the_share_of_questions_with_evidence_so_far_down(depth: int, share: float) -> None:
    assert recall_at(depth, RANKS) == share


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ([1], 1),
        ([None], 0),
        ([10], 1 / 10),
        ([11], 0),  # deeper than ten is not found
        ([2, 4], (1 / 2 + 1 / 4) / 2),
        (RANKS, (1 + 1 / 2 + 1 / 4 + 1 / 10) / 6),
        ([3, None, None], 1 / 9),
    ],
)
def test_the_reciprocal_rank_is_a_mean_over_all_questions(ranks: list[Rank], expected: float) -> None:
    assert mean_reciprocal_rank(ranks) == pytest.approx(expected, rel=1e-12)
