"""The measuring of the pages, where there is nothing to measure them with; `make bench` measures in earnest."""

from __future__ import annotations

from pathlib import Path

from eval.pages import WITHOUT_CHROMIUM, page_figures


def test_without_chromium_one_line_says_that_the_pages_are_not_measured() -> None:
    assert list(page_figures(Path("no-index"), ["Что предложил Ленин?"], chromium=None)) == [WITHOUT_CHROMIUM]
