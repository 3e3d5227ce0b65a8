"""Puts the passages in order: one score out of all searches."""

from __future__ import annotations

import numpy as np

from qa.retrieve import Scores, Signals

DENSE = 0.75
"""Share of the search by meaning; the rest is the search by words."""
LATE = 0.7
"""Share of late interaction; the rest is both of these together. Chosen by training/token_map.py."""


def fused(signals: Signals) -> Scores:
    """One score for each passage.

    The scores of each search are standardised over all passages of the question, so that
    a cosine and a BM25 score can be added.
    """
    both = DENSE * standardised(signals.dense) + (1 - DENSE) * standardised(signals.lexical)
    return both if signals.late is None else with_late(signals.late, both, LATE)


def with_late(late: Scores, both: Scores, share: float) -> Scores:
    """Late interaction, and what meaning and words say together, each standardised; `share` is that of the first."""
    return share * standardised(late) + (1 - share) * standardised(both)


def standardised(scores: Scores) -> Scores:
    """Scores with mean 0 and standard deviation 1; all 0 where they do not differ."""
    differ = scores.min() < scores.max()  # the standard deviation of equal ones need not come out as exactly 0
    return (scores - scores.mean()) / scores.std() if differ else np.zeros_like(scores)


def first(scores: Scores, count: int) -> list[int]:
    """The rows of the `count` highest scores, highest first; equal ones in the order of the collection."""
    return [int(row) for row in np.argsort(-scores, kind="stable")[:count]]
