"""The plots of the report; each is an SVG element in the page's colours that says in words what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from eval.drawing import FIRST, SECOND, SOFT, THIRD, Words, drawn
from eval.report_parts import Row, Rung, Time

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FIFTHS = (0, 0.2, 0.4, 0.6, 0.8, 1)
SERIES = ((FIRST, "o", -0.22), (SECOND, "s", 0.0), (THIRD, "^", 0.22))
"""Colour, mark and place in its row of each series: told apart without colours too."""
ROW, MARGIN = 0.44, 1.1
"""Inches a row of a plot by type takes, and what is around the rows."""


def by_type(rows: Sequence[Row], names: Mapping[str, str], words: Words) -> Markup:
    """Up to three figures, by what they are called, of each type of question with their intervals, the first on top."""
    rows = [row for row in rows if all(name in row.figures for name in names)]

    def draw(axes: Axes) -> None:
        for (name, label), (colour, mark, shift) in zip(names.items(), SERIES, strict=False):
            for at, figure in enumerate((row.figures[name].value for row in rows), 1):
                axes.plot((figure.low, figure.high), (at + shift, at + shift), color=colour, linewidth=1.2)
                axes.plot(figure.mean, at + shift, mark, color=colour, markersize=5, label=label if at == 1 else "")
        axes.set_yticks(range(1, len(rows) + 1), [row.name for row in rows])
        axes.set(xlim=(-0.01, 1.02), ylim=(len(rows) + 0.5, 0.5), xticks=FIFTHS)
        axes.grid(visible=False, axis="y")
        _legend(axes)

    return drawn(words, draw, MARGIN + ROW * len(rows))


def reliability(rungs: Sequence[Rung], diagonal: str, words: Words) -> Markup:
    """The share of right answers by confidence, with intervals and counts; on the diagonal the two agree."""

    def draw(axes: Axes) -> None:
        axes.plot((0, 1), (0, 1), color=SOFT, linewidth=1, linestyle="--", label=diagonal)
        for rung in rungs:
            right = rung.right
            axes.plot((rung.confidence, rung.confidence), (right.low, right.high), color=FIRST, linewidth=1.2)
            axes.plot(rung.confidence, right.mean, "o", color=FIRST, markersize=5)
            axes.annotate(
                str(rung.questions), (rung.confidence, right.mean), (6, -3), textcoords="offset points", size=8
            )
        axes.set(xlim=(0, 1.04), ylim=(-0.02, 1.02), xticks=FIFTHS, yticks=FIFTHS)
        _legend(axes)

    return drawn(words, draw)


def risk_coverage(
    curve: Sequence[tuple[float, float]], given: tuple[float, float] | None, now: str, words: Words
) -> Markup:
    """The share of wrong answers when so many of the surest are given; a mark where the program stands now."""

    def draw(axes: Axes) -> None:
        covered, risk = zip(*curve, strict=True)
        axes.plot(covered, risk, color=FIRST, linewidth=1.6)
        axes.fill_between(covered, risk, color=FIRST, alpha=0.15, linewidth=0)
        axes.set(xlim=(0, 1.02), ylim=(0, 1), xticks=FIFTHS, yticks=FIFTHS)
        if given:
            axes.plot(*given, "s", color=SECOND, markersize=6, label=now)
            _legend(axes)

    return drawn(words, draw)


def latency(time: Time, middle: str, slow: str, words: Words) -> Markup:
    """How many questions took how long; lines at the median and at the 95th percentile."""

    def draw(axes: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        axes.hist(time.all, bins="auto", color=FIRST, alpha=0.6)
        axes.axvline(time.median, color=SECOND, linewidth=1.6, label=middle)
        axes.axvline(time.slow, color=THIRD, linewidth=1.6, linestyle="--", label=slow)
        axes.set_xlim(left=0)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        _legend(axes)

    return drawn(words, draw)


def _legend(axes: Axes) -> None:
    """What the marks mean, above the plot, where it hides nothing."""
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0, handlelength=1.4)
