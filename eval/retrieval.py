"""Retrieval figures of each question, calculated by ir-measures (MacAvaney, Macdonald and Ounis 2022)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ir_measures
import numpy as np
from ir_measures import RR, Success, nDCG
from numpy.typing import NDArray

from eval.judgement import rankings
from eval.outcome import Outcome

LEVELS = ("passage", "document", "delo")
MEASURES = {
    **{f"recall@{depth}": Success @ depth for depth in (1, 3, 5, 10, 50)},
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}
"""One place that answers is enough: recall is the share of questions with one so far up, TREC's Success."""

Values = dict[str, NDArray[np.float64]]
"""For each figure a value for each outcome, in order; NaN where the figure does not apply."""


def values(outcomes: Sequence[Outcome]) -> Values:
    """«passage recall@5», ...; unanswerable questions have none."""
    return {
        f"{level} {name}": column
        for at, level in enumerate(LEVELS)
        for name, column in zip(MEASURES, _columns(outcomes, at), strict=True)
    }


def _columns(outcomes: Sequence[Outcome], level: int) -> NDArray[np.float64]:
    rows = {measure: at for at, measure in enumerate(MEASURES.values())}
    columns = np.full((len(rows), len(outcomes)), np.nan)
    for metric in ir_measures.iter_calc(list(rows), list(qrels(outcomes, level)), list(run(outcomes, level))):
        columns[rows[metric.measure], int(metric.query_id)] = metric.value
    return columns


def qrels(outcomes: Sequence[Outcome], level: int) -> Iterator[ir_measures.Qrel]:
    """What is relevant at a level; a question is named by its place among the outcomes."""
    for at, outcome in enumerate(outcomes):
        for name in relevant(outcome)[level]:
            yield ir_measures.Qrel(str(at), name, 1)


def run(outcomes: Sequence[Outcome], level: int) -> Iterator[ir_measures.ScoredDoc]:
    """What came back at a level, its rank said by its score."""
    for at, outcome in enumerate(outcomes):
        order = rankings(outcome.came)[level]
        for rank, name in enumerate(order):
            yield ir_measures.ScoredDoc(str(at), name, float(len(order) - rank))


def relevant(outcome: Outcome) -> tuple[tuple[str, ...], ...]:
    """What is relevant at each level."""
    return outcome.relevant.passages, outcome.relevant.documents, outcome.relevant.dela
