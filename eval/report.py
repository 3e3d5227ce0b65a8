"""The report of a run as one HTML page."""

from __future__ import annotations

from html import escape

from eval.compared import compared
from eval.outcome import Run
from eval.table import tables


def report(run: Run, other: Run | None = None) -> str:
    """The figures of the run, or its comparison with an earlier one."""
    text = compared(other, run) if other else tables(run.outcomes)
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(run.name)}</title>'
    return f"{head}<pre>{escape(text)}</pre></html>"
