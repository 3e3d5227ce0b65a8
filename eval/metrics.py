"""Figures of retrieval from ranks alone, as in every textbook (Manning, Raghavan and Schütze 2008, chapter 8)."""

from __future__ import annotations

from collections.abc import Sequence

from eval.outcome import Rank

DEPTHS = (1, 3, 5, 10)
DEPTH = 10
"""Ranks deeper than this count as not found."""


def recall_at(depth: int, ranks: Sequence[Rank]) -> float:
    """The share of questions with evidence among the first `depth` passages.

    >>> recall_at(3, [1, 4, None, 3])
    0.5
    """
    return sum(rank is not None and rank <= depth for rank in ranks) / len(ranks)


def mean_reciprocal_rank(ranks: Sequence[Rank]) -> float:
    """The mean of 1 / rank of the first passage with evidence, 0 beyond rank 10.

    >>> mean_reciprocal_rank([1, 4, None, 11])
    0.3125
    """
    return sum(1 / rank for rank in ranks if rank is not None and rank <= DEPTH) / len(ranks)
