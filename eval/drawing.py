"""A drawing by matplotlib as an SVG element that belongs to the page it stands in."""

from __future__ import annotations

import io
import logging
import os
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from index.cache import cache_folder

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, SOFT, LINE, FIRST, SECOND, THIRD = "#1c1917", "#57534e", "#d6d3d1", "#3730a3", "#b45309", "#0f766e"
PROPERTIES = {INK: "ink", SOFT: "soft", LINE: "line", FIRST: "first", SECOND: "second", THIRD: "third"}
"""What is drawn in a colour takes that custom property of the page, so that it turns dark and light with it."""
STYLE: Mapping[Any, Any] = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": LINE,
    "grid.linewidth": 0.6,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
}
WIDTH, HEIGHT = 5.2, 3.5
"""Inches: so wide, the letters of a plot come out nearly as large as those of the page, on a telephone too."""
NOTHING = dict.fromkeys(("Creator", "Date", "Format", "Type"))


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing says: its name, what it shows, and what is counted across and upwards."""

    title: str
    description: str
    across: str
    up: str


def drawn(words: Words, draw: Callable[[Axes], None], height: float = HEIGHT) -> Markup:
    """What `draw` puts on empty axes, as an SVG element."""
    with _silence():
        from matplotlib import rc_context
        from matplotlib.figure import Figure

        with rc_context({**STYLE, "svg.hashsalt": words.title}):
            figure = Figure(figsize=(WIDTH, height))
            axes = figure.add_subplot()
            axes.set(xlabel=words.across, ylabel=words.up)
            draw(axes)
            paper = io.StringIO()
            figure.savefig(paper, format="svg", transparent=True, metadata=NOTHING)
    return Markup(_inline(paper.getvalue(), words))  # noqa: S704  # matplotlib escapes the words that it draws


@contextmanager
def _silence() -> Iterator[None]:
    """Have matplotlib keep its list of fonts in our cache, and make it without a word.

    Nor does it matter which letters its own font lacks: the page sets them.
    """
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)
            yield
    finally:
        log.setLevel(level)


def _inline(svg: str, words: Words) -> str:
    """The element alone, of the page's width, letters and colours, with a name and a description.

    What would reach beyond it is left out: a style for every element, and ids that each drawing has again.
    """
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<style.*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(?<=<g) id="[^"]*"', "", svg)
    svg = re.sub(r'font-family: [^;"]*', "font-family: inherit", svg)
    for colour, name in PROPERTIES.items():
        svg = svg.replace(colour, f"var(--{name}, {colour})")
    start, rest = svg.split(">", 1)
    start = re.sub(r' (width|height)="[^"]*"', "", start)
    return f'{start} role="img"><title>{escape(words.title)}</title><desc>{escape(words.description)}</desc>{rest}'
