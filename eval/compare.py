"""Two runs of the same questions: which figures differ, how surely, and which questions went up or down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from eval.figures import groups, values
from eval.intervals import Interval, chance, interval
from eval.outcome import Outcome, Rank, Run
from index.errors import CallError


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of a set in both runs, over the questions to which it applies in both.

    `change` is the mean of the second less the first, `chance` the p of the paired randomisation test.
    """

    set: str
    name: str
    questions: int
    before: float
    after: float
    change: Interval
    chance: float

    @property
    def differs(self) -> bool:
        """Whether any question came out otherwise."""
        return self.change.mean != 0 or self.change.low < 0 < self.change.high


@dataclass(frozen=True, slots=True)
class Moved:
    """One question whose evidence, answer or refusal came out otherwise."""

    before: Outcome
    after: Outcome

    @property
    def gain(self) -> float:
        """By how much the reciprocal rank rose."""
        return _reciprocal(self.after.passage) - _reciprocal(self.before.passage)


def paired(before: Run, after: Run) -> list[tuple[Outcome, Outcome]]:
    """The questions that both runs asked in the same words; raises CallError where there are none."""
    first = {(one.set, one.id, one.question): one for one in before.outcomes}
    keys = ((one.set, one.id, one.question) for one in after.outcomes)
    pairs = [(first[key], one) for key, one in zip(keys, after.outcomes, strict=True) if key in first]
    if not pairs:
        raise CallError(
            f"{before.name} and {after.name} have no question in common; compare runs of the same gold files"
        )
    return pairs


def differences(pairs: Sequence[tuple[Outcome, Outcome]]) -> Iterator[Difference]:
    """All figures of each set."""
    olds, news = ([pair[at] for pair in pairs] for at in (0, 1))
    old, new = values(olds), values(news)
    for group in groups(olds):
        if group.name == "all":
            for name in old:
                one, other = old[name][group.rows], new[name][group.rows]
                both = ~np.isnan(one) & ~np.isnan(other)
                if both.any():
                    yield _difference(group.set, name, one[both], other[both])


def _difference(of: str, name: str, old: np.ndarray, new: np.ndarray) -> Difference:
    return Difference(of, name, len(old), float(old.mean()), float(new.mean()), interval(new - old), chance(old, new))


def moved(pairs: Sequence[tuple[Outcome, Outcome]]) -> list[Moved]:
    """The questions that came out otherwise, the greatest gain first, the greatest loss last."""
    changed = [Moved(*pair) for pair in pairs if _seen(pair[0]) != _seen(pair[1])]
    return sorted(changed, key=lambda one: -one.gain)


def _seen(one: Outcome) -> tuple[object, ...]:
    return one.passage, one.status, one.contains


def _reciprocal(rank: Rank) -> float:
    return 1 / rank if rank else 0.0
