"""The figures of retrieval against fractions that can be done by hand."""

from __future__ import annotations

from dataclasses import replace
from math import log2

import numpy as np
import pytest

from eval.metrics import mean_reciprocal_rank, recall_at
from eval.outcome import Outcome, Rank, Relevant
from eval.retrieval import values
from tests.gold_outcomes import ASKED, CAME, UNANSWERABLE, first, outcome

RANKS: list[Rank] = [1, 2, None, 4, 10, 11]


def deep(rank: Rank) -> Outcome:
    """One of fifty passages is relevant, or none."""
    came = tuple(replace(CAME[0], key=f"88:{at}-{at + 900}", relevant=at == rank) for at in range(1, 51))
    found = next((one.key for one in came if one.relevant), "88:unindexed")
    return outcome(passage=rank, came=came, relevant=Relevant((found,), ("88",), ("РГАСПИ 17/171/79",)))


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("recall@1", 1 / 6),
        ("recall@3", 2 / 6),
        ("recall@5", 3 / 6),
        ("recall@10", 4 / 6),
        ("recall@50", 5 / 6),
        ("MRR@10", (1 + 1 / 2 + 1 / 4 + 1 / 10) / 6),
        ("nDCG@10", (1 + 1 / log2(3) + 1 / log2(5) + 1 / log2(11)) / 6),
    ],
)
def test_each_figure_of_passages_is_the_mean_of_its_fractions(figure: str, expected: float) -> None:
    assert values([deep(rank) for rank in RANKS])[f"passage {figure}"].mean() == pytest.approx(expected, rel=1e-9)


def test_the_library_agrees_with_figures_from_ranks_alone() -> None:
    found = values([deep(rank) for rank in RANKS])
    assert found["passage MRR@10"].mean() == pytest.approx(mean_reciprocal_rank(RANKS), rel=1e-9)
    assert found["passage recall@5"].mean() == recall_at(5, RANKS)


def test_documents_and_dela_count_where_their_first_passage_stood() -> None:
    """The passage of document 12 is the fifth, the document the fourth, its delo the third."""
    sought = outcome(relevant=Relevant(("12:0-400",), ("12",), ("РГАНИ 3/62/182",)))
    found = values([sought])
    assert [found[f"{level} MRR@10"][0] for level in ("passage", "document", "delo")] == pytest.approx(
        [1 / 5, 1 / 4, 1 / 3]
    )
    assert [found[f"{level} recall@3"][0] for level in ("passage", "document", "delo")] == [0, 0, 1]


def test_gain_is_measured_against_all_that_is_relevant() -> None:
    """Relevant are the second, the fourth, and one that did not come back."""
    three = outcome(relevant=Relevant(("88:700-1600", "0:50-1200", "7:unindexed"), ("88",), ("elsewhere",)))
    ideal = 1 + 1 / log2(3) + 1 / log2(4)
    assert values([three])["passage nDCG@10"][0] == pytest.approx((1 / log2(3) + 1 / log2(5)) / ideal)


def test_one_place_that_answers_is_enough_for_recall() -> None:
    two = outcome(relevant=Relevant(("88:0-900", "7:unindexed"), ("88", "7"), ("elsewhere",)))
    assert values([two])["passage recall@1"][0] == 1


def test_nothing_that_came_back_counts_as_a_miss_and_an_unanswerable_question_not_at_all() -> None:
    found = values([first(None), outcome(came=()), outcome(**UNANSWERABLE), ASKED])["passage recall@3"]
    assert np.array_equal(found, [0, 0, np.nan, 1], equal_nan=True)
