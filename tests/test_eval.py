"""`legenda eval`: gold questions asked, figures printed and saved, two runs compared."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from eval.gold import GoldFile, GoldQuestion, read_file
from eval.run import asked, outcomes
from eval.saved import load
from index.folder import open_generation
from tests.command import Legenda, complaint
from tests.fake_archive import NOTHING_OF, QUOTED, fake_archive

MOVED = "Перенести сессию ЦИК’а СССР из Тифлиса в Москву"
SESSION: dict[str, Any] = {
    "id": "s-1", "lang": "ru", "type": "factoid", "question": "Откуда и куда перенесли сессию ЦИКа?", "answer": "из Тифлиса в Москву",
    "evidence": [{"doc": "10", "quote": MOVED}],
}  # fmt: skip
NEAR: dict[str, Any] = {
    "id": "u-1", "lang": "ru", "type": "unanswerable", "kind": "off_topic", "question": "Какая погода на Марсе?",
    "answer": "", "evidence": [],
}  # fmt: skip
BLOC: dict[str, Any] = {
    "id": "b-1", "lang": "ru", "type": "factoid", "question": "Что предложил Ленин?", "answer": "блок",
    "answer_aliases": ["союз"], "evidence": [{"doc": "35", "quote": QUOTED.replace("владимир ильич", "Владимир Ильич")}],
}  # fmt: skip


def written(folder: Path, name: str, *lines: dict[str, Any]) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def dialogue(*questions: dict[str, Any]) -> dict[str, Any]:
    turns = [{"standalone": f"{one['question']} (в 1923 году)"} | one for one in questions]
    return {"id": "d-1", "lang": "ru", "turns": turns}


def test_an_outcome_says_what_came_of_a_question() -> None:
    """The fake archive quotes the same words of document 35 every time."""
    archive = fake_archive()
    passage = archive.passages[0]
    stands = passage.text.lower().index(QUOTED)
    quote = passage.text[stands : stands + len(QUOTED)]
    assert passage.reference is not None
    gold = GoldQuestion(**BLOC | {"evidence": [{"doc": "35", "quote": quote}], "archive_ref": passage.reference.text})
    (found,) = outcomes(archive, [("dev", gold)])
    assert (found.id, found.set, found.lang, found.type, found.gold) == ("b-1", "dev", "ru", "factoid", "блок")
    assert (found.passage, found.document, found.delo) == (1, 1, 1)
    assert (found.status, found.confidence, found.text, found.quote) == ("answered", 0.83, quote, quote)
    assert (found.contains, found.text_contains, found.quote_overlaps, found.cited) == (True, True, True, True)
    assert found.f1 == 0.2222  # one of eight words that say something
    assert found.reference_exact is True
    assert len(found.came) == min(50, len(archive.passages))


def test_what_does_not_apply_is_not_judged() -> None:
    described = GoldQuestion(**BLOC | {"id": "b-2", "type": "english_descriptive"})
    refused = GoldQuestion(**BLOC | {"id": "b-3", "question": f"Какая {NOTHING_OF[0]}а была?"})
    off_topic = GoldQuestion(**NEAR)
    long, denied, unanswerable = outcomes(fake_archive(), [("dev", one) for one in (described, refused, off_topic)])
    assert (long.contains, long.text_contains) == (None, None)
    assert (denied.contains, denied.f1, denied.quote_overlaps, denied.cited) == (False, 0.0, False, None)
    assert (unanswerable.type, unanswerable.answerable, unanswerable.status) == ("off_topic", False, "not_found")
    assert (unanswerable.contains, unanswerable.f1, unanswerable.quote_overlaps, unanswerable.cited) == (None,) * 4


def test_turns_are_asked_with_history_and_in_their_complete_form_without(tmp_path: Path) -> None:
    first, second = ({name: BLOC[name] for name in ("question", "answer", "evidence")} for _ in range(2))
    second["question"] = "А когда?"
    file = read_file(written(tmp_path, "talks", dialogue(first, second)))
    assert [(name, one.id, one.question, one.history) for name, one in asked(file)] == [
        ("talks", "d-1.1", "Что предложил Ленин?", ()),
        ("talks", "d-1.2", "А когда?", ("Что предложил Ленин?",)),
        ("talks-standalone", "d-1.1-standalone", "Что предложил Ленин? (в 1923 году)", ()),
        ("talks-standalone", "d-1.2-standalone", "А когда? (в 1923 году)", ()),
    ]
    turn = outcomes(fake_archive(), list(asked(file)))[1]
    assert turn.standalone == "Что предложил Ленин? А когда?"


@pytest.fixture(scope="module")
def saved(small_index: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], GoldFile]:
    """A run of the small collection, what it printed, and the gold it asked."""
    from ui.cli import main

    folder = tmp_path_factory.mktemp("eval")
    again = {name: SESSION[name] for name in ("question", "answer", "evidence")}
    files = [
        written(
            folder, "own", SESSION, SESSION | {"id": "s-2", "lang": "en", "question": "From where was the TsIK moved?"}
        ),
        written(folder, "own_unanswerable", NEAR),
        written(folder, "own_dialogues", dialogue(again, again, again)),
    ]
    with pytest.MonkeyPatch.context() as patch:
        printed: list[str] = []
        patch.setattr("sys.stdout.write", printed.append)
        assert main(["eval", *map(str, files), "--out", str(folder / "run"), "--index", str(small_index)]) == 0
    return folder / "run", "".join(printed).splitlines(), read_file(files[0])


def test_a_table_for_each_set_and_one_line_for_each_figure_of_all(
    saved: tuple[Path, list[str], GoldFile],
) -> None:
    _, printed, _ = saved
    assert [line.split("  ")[0] for line in printed if "  n" in line] == [
        "own",
        "own: answers",
        "own_unanswerable: answers",
        "own_dialogues",
        "own_dialogues: answers",
        "own_dialogues-standalone",
        "own_dialogues-standalone: answers",
    ]
    assert next(line for line in printed if line.startswith("all sets")).split() == ["all", "sets", "together", "6"]


def test_a_run_says_what_it_was_made_with(saved: tuple[Path, list[str], GoldFile], small_index: Path) -> None:
    folder, _, gold = saved
    run = load(folder)
    generation, manifest = open_generation(small_index)
    assert run.name == "run"
    assert run.model == manifest.encoder
    assert run.index == hashlib.sha256((generation / "manifest.json").read_bytes()).hexdigest()
    assert run.gold["own"] == gold.digest
    assert list(run.gold) == ["own", "own_unanswerable", "own_dialogues"]
    assert len(run.outcomes) == 2 + 1 + 3 + 3
    assert (folder / "report.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_run_does_not_differ_from_itself(saved: tuple[Path, list[str], GoldFile], legenda: Legenda) -> None:
    folder, _, _ = saved
    ran = legenda("eval", "--compare", folder, folder)
    assert (ran.status, ran.err) == (0, "")
    told = ran.out.splitlines()
    assert told[2] == "9 questions in both"
    assert told[5].endswith("more figures do not differ")


def test_a_comparison_can_be_saved_as_a_report(
    saved: tuple[Path, list[str], GoldFile], legenda: Legenda, tmp_path: Path
) -> None:
    folder, _, _ = saved
    assert legenda("eval", "--compare", folder, folder, "--out", tmp_path / "new").status == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["report.html"]


def test_a_gold_file_that_is_missing_stops_before_anything_is_asked(legenda: Legenda, tmp_path: Path) -> None:
    missing = tmp_path / "missing.jsonl"
    fault = f"{missing} cannot be read (No such file or directory); give a gold file"
    assert legenda("eval", missing) == complaint(fault, 2)


def test_a_folder_that_cannot_be_made_stops_before_anything_is_asked(legenda: Legenda, tmp_path: Path) -> None:
    path = written(tmp_path, "own", SESSION)
    assert legenda("eval", path, "--out", path) == complaint(
        f"{path} cannot be made (File exists); choose another --out", 1
    )


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="no folder here in which nobody can write")
def test_a_folder_that_cannot_be_written_stops_before_anything_is_asked(legenda: Legenda, tmp_path: Path) -> None:
    path = written(tmp_path, "own", SESSION)
    assert legenda("eval", path, "--out", "/proc") == complaint(
        "/proc cannot be written to (No such file or directory); choose another --out", 1
    )


def test_comparing_and_asking_do_not_go_together(legenda: Legenda, tmp_path: Path) -> None:
    ran = legenda("eval", tmp_path / "own.jsonl", "--compare", tmp_path, tmp_path)
    assert ran == complaint("--compare takes two saved runs and no gold files; see: legenda eval --help", 2)


def test_what_is_no_saved_run_is_named(legenda: Legenda, tmp_path: Path) -> None:
    fault = f"{tmp_path} holds no saved run (run.json: No such file or directory); give a folder that legenda eval --out has written"
    assert legenda("eval", "--compare", tmp_path, tmp_path) == complaint(fault, 2)
