"""Comparing two runs: figures, chances, and the questions that moved."""

from __future__ import annotations

import pytest

from eval.compare import differences, moved, paired
from eval.compared import compared
from eval.intervals import Interval
from index.errors import CallError
from tests.gold_outcomes import REFUSED, UNANSWERABLE, first, outcome, run_of

BEFORE = [first(rank, id=f"s-{at}") for at, rank in enumerate([2, 2, 2, 1, None])]
AFTER = [
    first(1, id="s-0"),
    first(1, id="s-1"),
    first(1, id="s-2"),
    first(3, id="s-3"),
    first(None, id="s-4", **REFUSED),
]


def test_questions_are_paired_by_set_id_and_words() -> None:
    before = run_of([*BEFORE, outcome(id="gone"), outcome(id="reworded")])
    after = run_of([*AFTER[::-1], outcome(id="reworded", question="А когда?"), outcome(id="s-0", set="hard")])
    assert [(one.id, other.id) for one, other in paired(before, after)] == [
        (f"s-{at}", f"s-{at}") for at in (4, 3, 2, 1, 0)
    ]


def test_runs_of_different_questions_cannot_be_compared() -> None:
    with pytest.raises(
        CallError, match=r"^before and after have no question in common; compare runs of the same gold files$"
    ):
        paired(run_of(BEFORE), run_of([outcome(id="other")], "after"))


def test_a_difference_has_its_interval_and_its_chance() -> None:
    """Three up and one down of five: of the 16 exchanges of four, ten leave a mean change of at least two questions."""
    found = {one.name: one for one in differences(paired(run_of(BEFORE), run_of(AFTER)))}
    recall = found["passage recall@1"]
    assert (recall.set, recall.questions, recall.before, recall.after) == ("dev", 5, 0.2, 0.6)
    assert recall.change == pytest.approx(Interval(0.4, -0.4, 1.0))
    assert recall.chance == 10 / 16
    assert found["passage recall@5"].chance == 1
    assert found["citation prec"].questions == 4  # the refused question shows no citation


def test_unanswerable_questions_are_compared_by_their_refusal() -> None:
    before, after = (outcome(**UNANSWERABLE), outcome(**UNANSWERABLE | {"status": "not_found", "cited": None}))
    found = {one.name: one for one in differences([(before, after)])}
    assert (found["refusal recall"].before, found["refusal recall"].after) == (0, 1)
    assert "passage recall@1" not in found


def test_questions_that_moved_stand_from_the_greatest_gain_to_the_greatest_loss() -> None:
    changed = moved(paired(run_of(BEFORE), run_of(AFTER)))
    assert [one.after.id for one in changed] == ["s-0", "s-1", "s-2", "s-4", "s-3"]
    assert [one.gain for one in changed] == pytest.approx([1 / 2, 1 / 2, 1 / 2, 0, -2 / 3])


def test_a_question_that_came_out_alike_did_not_move() -> None:
    assert moved([(first(2), first(2, milliseconds=999.0, confidence=0.1))]) == []


def test_a_long_name_is_parted_from_the_next_column() -> None:
    name = {"set": "own_dialogues-standalone", "id": "own-dialogue-12.3-standalone"}
    told = compared(run_of([first(2, **name)]), run_of([first(1, **name)], "after")).splitlines()
    assert told[4].startswith("set                       figure  ")
    assert (
        told[5]
        == "own_dialogues-standalone  passage recall@1        1    0.000    1.000   +1.000                   1.0000"
    )
    assert told[-2].startswith("question                      before  ")
    assert told[-1].startswith("own-dialogue-12.3-standalone  2, contains  ")


def test_the_comparison_names_runs_figures_and_questions() -> None:
    told = compared(run_of(BEFORE), run_of([*AFTER, outcome(id="new")], "after")).splitlines()
    assert told[:4] == [
        "before: before, 2026-03-01T12:00:00+00:00, model multilingual-e5-small-q4, index 5c1f5c1f5c1f, commit unknown",
        "after:  after, 2026-03-01T12:00:00+00:00, model multilingual-e5-small-q4, index 5c1f5c1f5c1f, commit unknown",
        "5 questions in both",
        "left out, since only one of them asked it: 1",
    ]
    assert (
        told[6]
        == "dev                     passage recall@1        5    0.200    0.600   +0.400  -0.400 – +1.000  0.6250"
    )
    assert told[-1] == "s-3                     1, contains         3, contains         Когда исключили Троцкого?"
    assert told[-2] == "s-4                     -, contains         -, refused          Когда исключили Троцкого?"
