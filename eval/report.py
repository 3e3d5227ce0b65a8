"""The report of a run as one HTML page that loads nothing from anywhere: figures, plots, and what went wrong."""

from __future__ import annotations

from math import isfinite

from jinja2 import Environment, PackageLoader, StrictUndefined

from eval import plots, worst
from eval.dialogues import follow_ups, kept
from eval.drawing import Words
from eval.gold import STANDALONE
from eval.outcome import Run
from eval.report_parts import comparison, parts, refusal, time

PAGE = "report.html"


def report(run: Run, other: Run | None = None) -> str:
    """The page about `run`; with `other`, also about what changed since that one.

    The complete forms of turns ask the same once more, so they count only in their own set. Raises CallError if the
    two runs share no question.
    """
    asked = [outcome for outcome in run.outcomes if not outcome.set.endswith(STANDALONE)]
    return (
        _environment()
        .get_template(PAGE)
        .render(
            run=run,
            asked=asked,
            parts=list(parts(run.outcomes)),
            refusal=refusal(asked) if asked else None,
            time=time(asked) if asked else None,
            follow_ups=len(follow_ups(run.outcomes)),
            kept=kept(run.outcomes),
            comparison=comparison(other, run) if other else None,
        )
    )


def _environment() -> Environment:
    loader = PackageLoader("eval")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["known"] = isfinite
    environment.globals.update(plots=plots, words=Words, worst=worst)
    return environment
