"""A run on disk: it comes back as it was, and TREC's files give the same figures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR, Success

from eval.outcome import Outcome
from eval.retrieval import values
from eval.saved import load, save
from index.errors import CallError, LegendaError
from tests.gold_outcomes import ASKED, REFUSED, UNANSWERABLE, first, outcome, run_of

OUTCOMES: list[Outcome] = [
    outcome(question="Когда\u2028исключили «Троцкого»?\n", history=("Кто?", "Где?")),
    first(3, id="s05-002"),
    first(None, id="s05-003", **REFUSED),
    outcome(**UNANSWERABLE | {"id": "u-001"}),
]
RUN = run_of(OUTCOMES, "two words")


def test_a_saved_run_comes_back_as_it_was(tmp_path: Path) -> None:
    save(RUN, tmp_path)
    assert load(tmp_path) == RUN


def test_a_saved_run_says_what_it_was_made_with(tmp_path: Path) -> None:
    save(RUN, tmp_path)
    assert json.loads((tmp_path / "run.json").read_text("utf-8")) == {
        "name": "two words",
        "made": "2026-03-01T12:00:00+00:00",
        "model": "multilingual-e5-small-q4",
        "index": "5c1f" * 16,
        "commit": "",
        "machine": ["2 cores"],
        "gold": {"dev": "0a" * 32},
    }


def test_the_files_of_trec_rank_what_came_back_and_name_what_is_relevant(tmp_path: Path) -> None:
    save(run_of([ASKED], "two words"), tmp_path)
    assert (tmp_path / "run-delo.txt").read_text("utf-8") == (
        "s05-001 Q0 РГАСПИ_17/171/79 1 3 two_words\n"
        "s05-001 Q0 №_0 2 2 two_words\n"
        "s05-001 Q0 РГАНИ_3/62/182 3 1 two_words\n"
    )
    assert (tmp_path / "qrels-delo.txt").read_text("utf-8") == "s05-001 0 РГАСПИ_17/171/79 1\n"
    assert (tmp_path / "qrels-passage.txt").read_text("utf-8") == "s05-001 0 88:700-1600 1\n"


@pytest.mark.parametrize("level", ["passage", "document", "delo"])
def test_the_figures_can_be_calculated_from_the_files_of_trec(tmp_path: Path, level: str) -> None:
    save(RUN, tmp_path)
    qrels = ir_measures.read_trec_qrels(str(tmp_path / f"qrels-{level}.txt"))  # type: ignore[no-untyped-call]
    ranked = ir_measures.read_trec_run(str(tmp_path / f"run-{level}.txt"))  # type: ignore[no-untyped-call]
    found = ir_measures.calc_aggregate([RR @ 10, Success @ 3], qrels, ranked)
    ours = values([one for one in OUTCOMES if one.answerable])
    assert found[RR @ 10] == pytest.approx(ours[f"{level} MRR@10"].mean())
    assert found[Success @ 3] == pytest.approx(ours[f"{level} recall@3"].mean())


def test_all_figures_are_saved_with_their_groups_and_intervals(tmp_path: Path) -> None:
    english = replace(ASKED, id="2", lang="en", type="english_factoid", **REFUSED)
    save(run_of([ASKED, english]), tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "figures.jsonl").read_text("utf-8").splitlines()]
    assert {line["group"] for line in lines} == {"all", "factoid", "english_factoid", "ru", "en"}
    (contained,) = [line for line in lines if (line["group"], line["name"]) == ("all", "contains")]
    assert contained == {"set": "dev", "group": "all", "name": "contains", "questions": 2, "value": [0.5, 0.0, 1.0]}


def test_a_folder_without_a_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError) as caught:
        load(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} holds no saved run (run.json: No such file or directory); "
        "give a folder that legenda eval --out has written"
    )


@pytest.mark.parametrize("file", ["run.json", "outcomes.jsonl"])
def test_a_damaged_run_is_named(tmp_path: Path, file: str) -> None:
    save(RUN, tmp_path)
    path = tmp_path / file
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(
        CallError, match=r"^the run in .* is damaged; give a folder that legenda eval --out has written$"
    ):
        load(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(LegendaError, match=r"run.json cannot be written \(Is a directory\); choose another --out"):
        save(RUN, tmp_path)
