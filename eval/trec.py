"""Run and qrels in the form of TREC, one pair for each level, so that anybody can calculate the figures again.

The score of a run restates the rank, since trec_eval sorts by it and would order equal scores by name. A question whose
evidence stands in no passage has a relevant one named «unindexed» that never comes back, so that it counts as a miss.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval.judgement import rankings
from eval.outcome import Outcome, Run
from eval.retrieval import LEVELS, relevant


def write_trec(run: Run, folder: Path) -> None:
    """Write run-LEVEL.txt and qrels-LEVEL.txt into the folder."""
    for at, level in enumerate(LEVELS):
        answerable = [outcome for outcome in run.outcomes if outcome.answerable]
        for name, lines in (("run", _run(answerable, at, run.name)), ("qrels", _qrels(answerable, at))):
            (folder / f"{name}-{level}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _run(outcomes: list[Outcome], level: int, tag: str) -> Iterator[str]:
    for outcome in outcomes:
        order = rankings(outcome.came)[level]
        for rank, name in enumerate(order, 1):
            yield f"{_word(outcome.id)} Q0 {_word(name)} {rank} {len(order) - rank + 1} {_word(tag)}"


def _qrels(outcomes: list[Outcome], level: int) -> Iterator[str]:
    return (f"{_word(outcome.id)} 0 {_word(name)} 1" for outcome in outcomes for name in relevant(outcome)[level])


def _word(name: str) -> str:
    """The form has columns parted by white space."""
    return "_".join(name.split())
