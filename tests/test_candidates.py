"""What visitors said becomes gold questions for a curator to check; what is faulty is listed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eval.checked import check
from eval.gold import read_file, read_gold
from index.collection import Collection
from index.places import Places
from index.records import Document
from tests.command import Legenda, complaint
from ui.feedback.candidates import TO_CHECK, as_lines, candidates, read_feedback
from ui.feedback.feedback import Feedback

ADDRESSED = "Тов. Литвинову Копия т. Зиновьеву, т. Сталину."
QUOTE = (0, len(ADDRESSED))


@pytest.fixture(scope="module")
def small(small_collection: Collection) -> dict[str, Document]:
    return {document.number: document for document in small_collection.documents()}


@pytest.fixture(scope="module")
def places(small_collection: Collection) -> Places:
    return Places.of(small_collection.source)


@pytest.fixture
def kept(tmp_path: Path, small: dict[str, Document]) -> Path:
    """Judgements of answers from the first two documents, three lines among them faulty."""
    file = tmp_path / "feedback.jsonl"
    feedback, first, second = Feedback(file, today=lambda: date(2026, 11, 25)), small["1"], small["2"]
    feedback.add("Кому писал  Троцкий?", "", first, QUOTE, right=True)
    feedback.add("А кому?", "Кому писал Троцкий?", first, QUOTE, right=False)
    feedback.add("Кому писал Троцкий?", "", first, QUOTE, right=True)
    feedback.add("Who was it sent to?", "", second, (0, 40), right=True)
    feedback.add("Когда\nэто было?", "", second, (0, 40), right=False)
    with file.open("a", encoding="utf-8") as more:
        more.write('{"question": "Кто?"}\n\nнет\n')
    feedback.add("Чей это?", "", replace(first, number="999"), QUOTE, right=True)
    return file


def test_answers_said_to_be_right_become_lines_of_a_gold_file_each_once(
    kept: Path, small: dict[str, Document], places: Places
) -> None:
    first, second = candidates(read_feedback(kept, small).told, small, places)
    assert first == {
        "id": "f-001",
        "lang": "ru",
        "type": "visitor",
        "question": "Кому писал Троцкий?",
        "answer": ADDRESSED,
        "evidence": [{"doc": "1", "lines": (7, 9), "quote": ADDRESSED}],
        "archive_ref": "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 50–53",
        "asked": "Кому писал  Троцкий?",
        "right": 2,
        "wrong": 1,
        "check": TO_CHECK,
    }
    assert (second["id"], second["lang"], second["right"], second["wrong"]) == ("f-002", "en", 1, 0)


def test_what_is_faulty_is_listed_with_its_line_and_the_rest_is_read(kept: Path, small: dict[str, Document]) -> None:
    found = read_feedback(kept, small)
    assert [(one.question, one.right, one.wrong) for one in found.told] == [
        ("Кому писал Троцкий?", 2, 1),
        ("Who was it sent to?", 1, 0),
        ("Когда это было?", 0, 1),
    ]
    assert found.faults == (
        (6, "standalone Field required"),
        (8, "Invalid JSON: expected value at line 1 column 1"),
        (9, "the collection has no document '999'"),
    )


def test_a_quote_that_stands_elsewhere_now_is_a_fault(kept: Path, small: dict[str, Document]) -> None:
    moved = {"1": replace(small["1"], text=small["2"].text), "2": small["2"], "999": small["1"]}
    faults = dict(read_feedback(kept, moved).faults)
    assert faults[1] == f"the quote does not stand in document 1: {small['1'].text.content[slice(*QUOTE)]!r}"
    assert list(faults) == [1, 2, 3, 6, 8]


def test_a_curator_can_measure_with_them(
    kept: Path, small: dict[str, Document], places: Places, tmp_path: Path
) -> None:
    out = tmp_path / "candidates.jsonl"
    out.write_text(as_lines(candidates(read_feedback(kept, small).told, small, places)), encoding="utf-8")
    assert [question.question for question in read_gold(out)] == ["Кому писал Троцкий?", "Who was it sent to?"]
    check([read_file(out)], tuple(small.values()))


def test_the_command_writes_them_and_tells_the_rest(legenda: Legenda, kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "candidates.jsonl"
    ran = legenda("feedback", kept, "--out", out)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "Новых вопросов для проверки: 2",
        "Ответов, названных неверными: 2",
        "  документ   1, строка      7: Кому писал Троцкий?",
        "  документ   2, строка    136: Когда это было?",
        "Строк, которые не прочитаны: 3",
        "  строка 6: standalone Field required",
        "  строка 8: Invalid JSON: expected value at line 1 column 1",
        "  строка 9: the collection has no document '999'",
    ]
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["f-001", "f-002"]
    again = legenda("feedback", kept, "--out", out)
    assert (again.status, again.err) == (1, f"legenda: {out} cannot be written (File exists); choose another --out\n")


def test_a_sound_file_ends_well_and_is_only_counted_without_out(
    legenda: Legenda, small: dict[str, Document], tmp_path: Path
) -> None:
    file = tmp_path / "feedback.jsonl"
    Feedback(file).add("Кому писал Троцкий?", "", small["1"], QUOTE, right=True)
    ran = legenda("feedback", file)
    assert (ran.status, ran.out) == (0, "Новых вопросов для проверки: 1\nОтветов, названных неверными: 0\n")


def test_a_file_that_is_not_there_is_said_in_one_line(legenda: Legenda, tmp_path: Path) -> None:
    ran = legenda("feedback", tmp_path / "none.jsonl")
    fault = f"{tmp_path}/none.jsonl cannot be read (No such file or directory)"
    assert ran == complaint(f"{fault}; give a file that --feedback wrote", 2)
