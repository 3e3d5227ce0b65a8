"""Plots: SVG that says in words what it shows, takes the page's colours, and is drawn without noise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from markupsafe import Markup

from eval import plots
from eval.drawing import PROPERTIES, Words
from eval.figures import figures
from eval.report_parts import Row, refusal, time
from tests.gold_outcomes import first

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Words("Recall & rank", "How <often> it is found.", "share", "questions")
OUTCOMES = [first(1, confidence=0.82), first(3, confidence=0.87), first(None, confidence=0.15, milliseconds=990.0)]
ROW = Row.of(figures(OUTCOMES))
REFUSAL = refusal(OUTCOMES)
DRAWN = {
    "by type": plots.by_type([ROW], {"passage recall@1": "first", "passage recall@5": "first five"}, WORDS),
    "reliability": plots.reliability(REFUSAL.rungs, "as promised", WORDS),
    "risk and coverage": plots.risk_coverage(REFUSAL.curve, REFUSAL.given, "now", WORDS),
    "latency": plots.latency(time(OUTCOMES), "median", "slowest", WORDS),
}
"""Each plot of three questions."""


def texts(drawn: Markup) -> list[str]:
    return ["".join(one.itertext()) for one in etree.fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_a_plot_has_a_name_a_description_and_both_axes_in_words(drawn: Markup) -> None:
    svg = etree.fromstring(drawn)
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    assert [(one.tag, one.text) for one in svg[:2]] == [
        (f"{SVG}title", "Recall & rank"),
        (f"{SVG}desc", "How <often> it is found."),
    ]
    assert {"share", "questions"} <= set(texts(drawn))


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_a_plot_takes_its_colours_width_and_letters_from_the_page(drawn: Markup) -> None:
    svg = etree.fromstring(drawn)
    bare = drawn
    for colour, name in PROPERTIES.items():
        bare = Markup(bare.replace(f"var(--{name}, {colour})", ""))  # noqa: S704
    assert [colour for colour in PROPERTIES if colour in bare] == []
    assert (svg.get("width"), svg.get("height")) == (None, None)
    assert "DejaVu" not in drawn
    assert list(svg.iter(f"{SVG}style")) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("by type", ["all", "first", "first five"]),
        ("reliability", ["1", "2", "as promised"]),  # one question at 0.15, two from 0.8 to 0.9
        ("risk and coverage", ["now"]),
        ("latency", ["median", "slowest"]),
    ],
)
def test_a_plot_names_what_it_shows(name: str, said: list[str]) -> None:
    found = texts(DRAWN[name])
    assert [one for one in said if one not in found] == []


def test_marks_stand_where_the_figures_are() -> None:
    """The first of three questions alone is right: the mark of recall@1 is a third of the way to that of all."""
    svg = etree.fromstring(plots.by_type([Row.of(figures(OUTCOMES))], {"passage recall@1": "first"}, WORDS))
    marks = [float(one.get("x")) for one in svg.iter(f"{SVG}use")]
    ticks = {"".join(one.itertext()): float(one.get("x")) for one in svg.iter(f"{SVG}text") if one.get("x")}
    wanted = ticks["0.0"] + (ticks["1.0"] - ticks["0.0"]) / 3
    assert min(abs(mark - wanted) for mark in marks) == pytest.approx(0, abs=0.01)


def test_dollars_and_foreign_letters_are_drawn_as_they_are() -> None:
    assert "$5 日本 <b>" in texts(plots.latency(time(OUTCOMES), "$5 日本 <b>", "slowest", WORDS))


def test_two_plots_of_the_same_are_the_same() -> None:
    assert plots.latency(time(OUTCOMES), "median", "slowest", WORDS) == DRAWN["latency"]


def test_matplotlib_wakes_only_to_draw_and_keeps_its_fonts_in_our_cache(tmp_path: Path) -> None:
    code = (
        "import sys, eval.report; from eval.plots import *; print('matplotlib' in sys.modules);"
        "from eval.drawing import Words; latency(Time((9.0,), 9.0, 9.0), 'm', 's', Words('a', 'b', 'c', 'd'))"
    )
    home, cache = tmp_path / "home", tmp_path / "cache"
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if name not in {"MPLCONFIGDIR", "XDG_CACHE_HOME"}}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=Path(__file__).parents[1],
        env={**environment, "HOME": str(home), "LEGENDA_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("False\n", "", 0)
    assert list(home.iterdir()) == []
    assert [path.suffix for path in (cache / "matplotlib").glob("fontlist*")] == [".json"]
