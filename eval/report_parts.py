"""What the report lays out: figures by set, type and language, refusal, time, and what changed since another run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median, quantiles

import numpy as np

from eval.compare import Difference, Moved, differences, moved, paired
from eval.figures import OF_ANSWERS, Figure, figures, values
from eval.intervals import Interval, interval
from eval.outcome import Outcome, Run
from eval.refusal import Bin, area_under_risk, calibration, calibration_error, least_area, risk_coverage

FOUND = "passage recall@1"
"""A figure that every group has of whose questions one is answerable."""


@dataclass(frozen=True, slots=True)
class Row:
    """Some questions of a set, by the name of their group: how many, and their figures by name."""

    name: str
    questions: int
    figures: dict[str, Figure]

    @classmethod
    def of(cls, found: Sequence[Figure]) -> Row:
        """The row of the figures of one group."""
        return cls(found[0].group, max(one.questions for one in found), {one.name: one for one in found})


@dataclass(frozen=True, slots=True)
class Part:
    """A set of gold questions: all of them, then those of each type and of each language where there are several."""

    name: str
    whole: Row
    types: tuple[Row, ...]
    languages: tuple[Row, ...]

    @property
    def searched(self) -> bool:
        """Whether there is anything to be found for its questions."""
        return FOUND in self.whole.figures


def parts(outcomes: Sequence[Outcome]) -> Iterator[Part]:
    """The sets in order."""
    for name, of_set in groupby(figures(outcomes), key=lambda figure: figure.set):
        whole, *rows = (Row.of(list(found)) for _, found in groupby(of_set, key=lambda figure: figure.group))
        languages = {outcome.lang for outcome in outcomes}
        yield Part(
            name,
            whole,
            tuple(row for row in rows if row.name not in languages),
            tuple(row for row in rows if row.name in languages),
        )


@dataclass(frozen=True, slots=True)
class Rung:
    """Questions of like confidence: how sure on the average, how many, and how many of them were right."""

    confidence: float
    questions: int
    right: Interval


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the confidence is worth: figures of refusal, risk against coverage, calibration.

    `given` is the point of the curve at which as many questions are answered as were answered.
    """

    row: Row
    area: float
    least: float
    curve: tuple[tuple[float, float], ...]
    given: tuple[float, float] | None
    error: float
    rungs: tuple[Rung, ...]


def refusal(outcomes: Sequence[Outcome]) -> Refusal:
    """What is to be said of these questions together; there is at least one."""
    curve = risk_coverage(outcomes)
    answered = sum(outcome.answered for outcome in outcomes)
    return Refusal(
        row=Row.of(list(_judged(outcomes))),
        area=area_under_risk(outcomes),
        least=least_area(outcomes),
        curve=tuple(curve),
        given=curve[answered - 1] if answered else None,
        error=calibration_error(outcomes),
        rungs=tuple(map(_rung, calibration(outcomes))),
    )


def _judged(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    every = values(outcomes)
    for name in OF_ANSWERS:
        sample = every[name][~np.isnan(every[name])]
        if len(sample):
            yield Figure("", "", name, len(sample), interval(sample))


def _rung(held: Bin) -> Rung:
    right = round(held.right * held.questions)
    return Rung(held.confidence, held.questions, interval(np.repeat([1.0, 0.0], [right, held.questions - right])))


@dataclass(frozen=True, slots=True)
class Time:
    """Milliseconds: of all questions, of the one in the middle, and the 95th percentile."""

    all: tuple[float, ...]
    median: float
    slow: float


def time(outcomes: Sequence[Outcome]) -> Time:
    """How long the questions took; there is at least one."""
    took = tuple(outcome.milliseconds for outcome in outcomes)
    return Time(took, median(took), quantiles(took, n=20)[-1] if len(took) > 1 else took[0])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a run did otherwise than the one before it, over the questions that both were asked."""

    before: Run
    questions: int
    left_out: int
    differences: dict[str, tuple[Difference, ...]]
    """By set."""
    moved: tuple[Moved, ...]

    @property
    def tests(self) -> int:
        """How many differences were tested."""
        return sum(map(len, self.differences.values()))

    @property
    def bound(self) -> float:
        """The p below which one of so many differences is hardly chance (Bonferroni)."""
        return 0.05 / self.tests


def comparison(before: Run, after: Run) -> Comparison:
    """The comparison; raises CallError where the runs share no question."""
    pairs = paired(before, after)
    by_set = groupby(differences(pairs), key=lambda one: one.set)
    return Comparison(
        before,
        len(pairs),
        len(before.outcomes) + len(after.outcomes) - 2 * len(pairs),
        {name: tuple(found) for name, found in by_set},
        tuple(moved(pairs)),
    )
