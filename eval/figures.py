"""All figures that are a mean over questions, and the groups of questions they are given for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval import retrieval
from eval.intervals import Interval, interval
from eval.outcome import Outcome
from eval.retrieval import Values

Judgement = float | bool | None

OF_ANSWERS: Mapping[str, Callable[[Outcome], Judgement]] = {
    "contains": lambda one: one.contains,
    "text contains": lambda one: one.text_contains,
    "token F1": lambda one: one.f1,
    "quote overlaps": lambda one: one.quote_overlaps,
    "citation prec": lambda one: one.cited,
    "reference": lambda one: one.reference_exact,
    "refusal prec": lambda one: None if one.answered else not one.answerable,
    "refusal recall": lambda one: None if one.answerable else not one.answered,
    "false refusals": lambda one: not one.answered if one.answerable else None,
}
"""What each says of one question; None where it does not apply."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that a figure is given for: a set, or those of a type or language in it; `rows` among all outcomes."""

    set: str
    name: str
    rows: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one group: over so many questions to which it applies."""

    set: str
    group: str
    name: str
    questions: int
    value: Interval


def values(outcomes: Sequence[Outcome]) -> Values:
    """Every figure of every outcome."""
    judged = {name: np.array([_number(of(one)) for one in outcomes]) for name, of in OF_ANSWERS.items()}
    return retrieval.values(outcomes) | judged


def _number(judgement: Judgement) -> float:
    return np.nan if judgement is None else float(judgement)


def groups(outcomes: Sequence[Outcome]) -> Iterator[Group]:
    """For each set all its questions, then those of each type, then those of each language."""
    for name in dict.fromkeys(one.set for one in outcomes):
        rows = [at for at, one in enumerate(outcomes) if one.set == name]
        yield Group(name, "all", np.array(rows))
        for kinds in ([one.type for one in outcomes], [one.lang for one in outcomes]):
            if len(present := sorted({kinds[at] for at in rows})) > 1:
                yield from (Group(name, kind, np.array([at for at in rows if kinds[at] == kind])) for kind in present)


def figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    """All figures of all groups that they apply to, with their intervals."""
    every = values(outcomes)
    return [figure for group in groups(outcomes) for figure in _of_group(group, every)]


def _of_group(group: Group, values: Values) -> Iterator[Figure]:
    """The figures of a group."""
    for name, column in values.items():
        sample = column[group.rows]
        sample = sample[~np.isnan(sample)]
        if len(sample):
            yield Figure(group.set, group.name, name, len(sample), interval(sample))
