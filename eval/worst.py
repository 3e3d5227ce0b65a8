"""The questions that went worst, those first that would mislead a visitor most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eval.outcome import Outcome

FOUND = 10
"""Evidence deeper than this is as good as lost: nobody reads so far."""


def unfound(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The answerable questions whose evidence is not among the first ten passages, the surest first."""
    return _surest(outcomes, lambda one: one.answerable and (one.passage is None or one.passage > FOUND))


def wrongly_refused(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The answerable questions that were refused, those first whose evidence stood highest."""
    refused = [one for one in outcomes if one.answerable and not one.answered]
    return sorted(refused, key=lambda one: (one.passage is None, one.passage or 0))


def wrongly_answered(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The unanswerable questions that were answered, the surest first."""
    return _surest(outcomes, lambda one: not one.answerable and one.answered)


def _surest(outcomes: Sequence[Outcome], wanted: Callable[[Outcome], bool]) -> list[Outcome]:
    return sorted(filter(wanted, outcomes), key=lambda one: -one.confidence)
