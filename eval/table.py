"""The figures of a run as tables to print; each is a mean with its 95 % interval, «.624 .55–.69»."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from statistics import median, quantiles

import numpy as np

from eval.dialogues import follow_ups, kept
from eval.figures import OF_ANSWERS, Figure, figures, values
from eval.gold import STANDALONE
from eval.intervals import Interval, interval
from eval.outcome import Outcome
from eval.refusal import area_under_risk, calibration_error, least_area
from eval.retrieval import LEVELS, MEASURES

FIRST, COUNT, CELL = 30, 5, 15
"""Characters of a column: of names, more where one is longer, of the number of questions, of a figure."""
REFUSING = ("refusal prec", "refusal recall", "false refusals")

Row = tuple[str, dict[str, Figure]]
"""What a row is of, and its figures by their names."""


def tables(outcomes: Sequence[Outcome]) -> str:
    """For each set retrieval and answers, then what is said of all questions together."""
    sets = _sets(outcomes).items()
    parts = [table for name, rows in sets for table in (retrieval_table(name, rows), answers_table(name, rows))]
    return "\n".join([*filter(None, parts), *together(outcomes), ""])


def figures_table(outcomes: Sequence[Outcome]) -> str:
    """Retrieval alone, for each set."""
    return "\n".join(retrieval_table(name, rows) for name, rows in _sets(outcomes).items())


def _sets(outcomes: Sequence[Outcome]) -> dict[str, list[Row]]:
    """The rows of each set."""
    sets: dict[str, dict[str, dict[str, Figure]]] = {}
    for figure in figures(outcomes):
        sets.setdefault(figure.set, {}).setdefault(figure.group, {})[figure.name] = figure
    return {name: list(groups.items()) for name, groups in sets.items()}


def retrieval_table(name: str, rows: Sequence[Row]) -> str:
    """Recall, MRR and nDCG: of passages for every group, of documents and dela for all; "" where there is none."""
    passages = [(group, _under(found, LEVELS[0])) for group, found in rows if _under(found, LEVELS[0])]
    others = [(f"all, by {level}", _under(rows[0][1], level)) for level in LEVELS[1:]] if passages else []
    return _table(name, MEASURES, [*passages, *others])


def _under(found: dict[str, Figure], level: str) -> dict[str, Figure]:
    return {name: found[f"{level} {name}"] for name in MEASURES if f"{level} {name}" in found}


def answers_table(name: str, rows: Sequence[Row]) -> str:
    """What is said of answers and refusals, as far as it applies to the set."""
    heads = [head for head in OF_ANSWERS if any(head in found for _, found in rows)]
    return _table(f"{name}: answers", heads, rows)


def _table(name: str, heads: Collection[str], rows: Sequence[Row]) -> str:
    first = max([FIRST, len(name), *(len(group) for group, _ in rows)])
    head = _cells(f"{name:<{first}}{'n':>{COUNT}}", heads)
    return "\n".join([head, *(_row(f"{group:<{first}}", found, heads) for group, found in rows), ""]) if rows else ""


def _row(name: str, found: dict[str, Figure], heads: Iterable[str]) -> str:
    count = max(figure.questions for figure in found.values())
    return _cells(f"{name}{count:>{COUNT}}", (shown(found[head].value) if head in found else "" for head in heads))


def _cells(start: str, cells: Iterable[str]) -> str:
    return f"{start}{''.join(f'  {cell:<{CELL}}' for cell in cells)}".rstrip()


def shown(value: Interval) -> str:
    """The figure with its interval.

    >>> shown(Interval(0.6238, 0.554, 0.6933)), shown(Interval(1.0, float("nan"), float("nan")))
    ('.624 .55–.69', '1.000')
    """
    ends = "" if np.isnan(value.low) else f" {_short(value.low, 2)}–{_short(value.high, 2)}"
    return _short(value.mean, 3) + ends


def _short(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".removeprefix("0") if number < 1 else f"{number:.{digits}f}"


def together(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What is said of all questions together, but for the complete forms of turns."""
    asked = [outcome for outcome in outcomes if not outcome.set.endswith(STANDALONE)]
    yield f"{'all sets together':<{FIRST}}{len(asked):>{COUNT}}"
    every = values(asked)
    for name in REFUSING:
        sample = every[name][~np.isnan(every[name])]
        if len(sample):
            yield _line(name, len(sample), shown(interval(sample)))
    yield _line("AURC", len(asked), f"{_short(area_under_risk(asked), 3)} (least {_short(least_area(asked), 3)})")
    yield _line("ECE", len(asked), _short(calibration_error(asked), 3))
    if (share := kept(outcomes)) is not None:
        yield _line("follow-ups, recall@5", len(follow_ups(outcomes)), f"{shown(share)} of their complete form")
    yield _line("milliseconds", len(asked), _times([outcome.milliseconds for outcome in asked]))


def _line(name: str, count: int, text: str) -> str:
    return f"{name:<{FIRST}}{count:>{COUNT}}  {text}"


def _times(milliseconds: Sequence[float]) -> str:
    if len(milliseconds) < 2:
        return f"{milliseconds[0]:.0f}"
    return f"{median(milliseconds):.0f}, 95th percentile {quantiles(milliseconds, n=20)[-1]:.0f} (50 passages each)"
