"""What is lost when a question leans on those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from eval.gold import STANDALONE
from eval.intervals import Interval, ratio
from eval.outcome import Outcome

DEPTH = 5


def follow_ups(outcomes: Sequence[Outcome]) -> list[tuple[Outcome, Outcome]]:
    """The answerable turns after the first of each dialogue, each with its complete form."""
    complete = {
        outcome.id.removesuffix(STANDALONE): outcome for outcome in outcomes if outcome.set.endswith(STANDALONE)
    }
    return [(one, complete[one.id]) for one in outcomes if one.history and one.answerable and one.id in complete]


def kept(outcomes: Sequence[Outcome]) -> Interval | None:
    """Recall@5 of follow-up turns as a share of that of their complete form; None where there are too few."""
    pairs = follow_ups(outcomes)
    if len(pairs) < 2:
        return None
    turns, complete = (np.array([float(found) for found in column]) for column in zip(*_found(pairs), strict=True))
    return ratio(turns, complete)


def _found(pairs: Sequence[tuple[Outcome, Outcome]]) -> Iterator[tuple[bool, bool]]:
    return ((_within(turn), _within(complete)) for turn, complete in pairs)


def _within(outcome: Outcome) -> bool:
    return outcome.passage is not None and outcome.passage <= DEPTH
