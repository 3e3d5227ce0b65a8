"""The printed figures of a run, on questions whose figures are known."""

from __future__ import annotations

from eval.dialogues import kept
from eval.intervals import Interval
from eval.outcome import Outcome
from eval.table import figures_table, tables
from tests.gold_outcomes import REFUSED, UNANSWERABLE, first, outcome

ASKED: list[Outcome] = [
    first(1, id="1", confidence=0.95),
    first(2, id="2", confidence=0.85, lang="en", type="english_factoid", contains=False, text_contains=False, f1=0.0),
]


def talks(*ranks: tuple[int | None, int | None]) -> list[Outcome]:
    """Follow-up turns of which the evidence stood at the first rank, and at the second for their complete form."""
    turns = [first(turn, id=f"d.{at}", set="talks", history=("Кто?",)) for at, (turn, _) in enumerate(ranks)]
    complete = [first(alone, id=f"d.{at}-standalone", set="talks-standalone") for at, (_, alone) in enumerate(ranks)]
    return [*turns, *complete]


def test_retrieval_has_a_row_for_all_for_each_type_language_and_level() -> None:
    told = [line.split() for line in figures_table(ASKED).splitlines()]
    assert told[0] == ["dev", "n", "recall@1", "recall@3", "recall@5", "recall@10", "recall@50", "MRR@10", "nDCG@10"]
    assert [row[0] for row in told[1:6]] == ["all", "english_factoid", "factoid", "en", "ru"]
    assert told[1][1:6] == ["2", ".500", ".00–1.00", "1.000", "1.00–1.00"]
    assert told[1][12:14] == [".750", ".50–1.00"]  # MRR of 1 and 1/2
    assert told[2][1:4] == ["1", ".000", "1.000"]  # of one question there is no interval
    assert [row[:3] for row in told[6:8]] == [["all,", "by", "document"], ["all,", "by", "delo"]]


def test_answers_have_a_column_for_each_figure_that_applies() -> None:
    told = tables(ASKED).splitlines()
    head = next(line for line in told if line.startswith("dev: answers"))
    assert head.split("  ")[0] == "dev: answers"
    assert "contains" in head
    assert "refusal recall" not in head  # nothing in the set is unanswerable
    assert told[told.index(head) + 1].split()[:5] == ["all", "2", ".500", ".00–1.00", ".500"]


def test_columns_stand_below_their_heads_however_long_a_name_is() -> None:
    told = tables([*ASKED, first(1, set="own_dialogues-standalone")]).splitlines()
    head = next(line for line in told if line.startswith("own_dialogues-standalone: answers"))
    assert told[told.index(head) + 1].index("1.000") == head.index("contains")


def test_unanswerable_questions_have_refusals_and_no_retrieval() -> None:
    told = tables([outcome(**UNANSWERABLE), outcome(**UNANSWERABLE, lang="en")]).splitlines()
    assert told[0].split()[:2] == ["unanswerable:", "answers"]
    assert "refusal recall" in told[0]
    assert "contains" not in told[0]


def test_what_is_said_of_all_sets_together() -> None:
    """Right, wrong, an unanswerable one refused, an answerable one too: risks 0, 1/2, 2/3, 3/4 from sure to unsure."""
    refused = outcome(**UNANSWERABLE | {"id": "u", "status": "not_found", "confidence": 0.25, "cited": None})
    wrongly = first(None, id="3", confidence=0.15, **REFUSED)
    told = tables([*ASKED, refused, wrongly]).splitlines()
    together = told[told.index("all sets together                 4") :]
    assert together[1:6] == [
        "refusal prec                      2  .500 .00–1.00",
        "refusal recall                    1  1.000",
        "false refusals                    3  .333 .00–1.00",
        "AURC                              4  .479 (least .479)",
        "ECE                               4  .325",
    ]
    assert together[6] == "milliseconds                      4  150, 95th percentile 150 (50 passages each)"


def test_follow_ups_are_held_against_their_complete_form() -> None:
    """Two of four turns against four of four; beyond the fifth passage does not count."""
    outcomes = talks((1, 1), (5, 2), (None, 1), (None, 3))
    assert kept(outcomes) == Interval(0.5, 0.0, 1.0)
    told = tables(outcomes).splitlines()
    assert "follow-ups, recall@5              4  .500 .00–1.00 of their complete form" in told
    assert "all sets together                 4" in told  # complete forms are not asked by visitors


def test_first_turns_and_unanswerable_ones_are_no_follow_ups() -> None:
    opening = [first(1, id="d.1", set="talks"), first(1, id="d.1-standalone", set="talks-standalone")]
    assert kept(opening) is None
    unanswered = outcome(**UNANSWERABLE | {"set": "talks", "id": "d.9", "history": ("Кто?",)})
    assert kept([*talks((1, 1), (1, 2)), unanswered]) == Interval(1, 1, 1)
