"""Gold files: what is read of them, and that all their faults are named at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.gold import SHIPPED, Evidence, GoldQuestion, read_gold
from index.errors import CallError
from index.records import Document
from ui.cli import main

MISPLACED = {
    ("137", "Отправитель: г. Томск, Гоголевская ул. № 33, Карл Бернгардович Радек 26 июня 1928 г."),  # stands in 138
    # footnotes, printed at the foot of a page on which another document has begun
    ("146", "54 подписал Т.Д.Дерибас"),
    ("212", "67 Письмо Троцкого не приложено"),
}
"""Evidence that the text of its document does not hold: it counts as not found."""
LINE = {"id": "1", "type": "factoid", "question": "Кто?", "evidence": [{"doc": "12", "quote": "Л. Троцкий"}]}


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def without(key: str) -> str:
    return json.dumps({name: value for name, value in LINE.items() if name != key})


def test_a_line_is_a_question_with_its_evidence(tmp_path: Path) -> None:
    more = LINE | {"id": "2", "answer": "a key that no figure needs", "lang": "ru"}
    path = written(tmp_path, json.dumps(LINE), "", "  ", json.dumps(more, ensure_ascii=False), "")
    evidence = (Evidence(doc="12", quote="Л. Троцкий"),)
    assert read_gold(path) == (
        GoldQuestion(id="1", type="factoid", question="Кто?", evidence=evidence),
        GoldQuestion(id="2", type="factoid", question="Кто?", evidence=evidence),
    )


def test_all_faults_of_a_file_are_named_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank_quote = [{"doc": "12", "quote": "Л. Троцкий"}, {"doc": "12", "quote": " "}]
    path = written(
        tmp_path,
        json.dumps(LINE),
        "{",
        without("question"),
        "",
        json.dumps(LINE | {"id": 7}),
        json.dumps(LINE | {"evidence": []}),
        json.dumps(LINE | {"evidence": blank_quote}),
        json.dumps({"id": "9"}),
        "[]",
    )
    assert main(["eval", str(path), "--index", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == (
        f"legenda: {path}: line 2: Invalid JSON: EOF while parsing an object at line 1 column 1; "
        "line 3: question Field required; "
        "line 5: id Input should be a valid string; "
        "line 6: evidence Tuple should have at least 1 item after validation, not 0; "
        "line 7: evidence.1.quote String should match pattern '\\S'; "
        "line 8: type Field required; line 8: question Field required; line 8: evidence Field required; "
        "line 9: Input should be an object\n"
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "{path} cannot be read (No such file or directory); give a gold file"),
        (b"", "{path} holds no question; give a file with one JSON object a line"),
        (b"\n \n", "{path} holds no question; give a file with one JSON object a line"),
        ("{}\n№".encode("cp1251"), "{path} is not UTF-8 (byte 3); convert it"),
    ],
    ids=["missing", "empty", "blank", "not UTF-8"],
)
def test_a_file_that_is_no_gold_file_is_named(tmp_path: Path, content: bytes | None, fault: str) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CallError) as caught:
        read_gold(path)
    assert str(caught.value) == fault.format(path=path)


def test_the_evidence_that_ships_stands_in_the_documents_it_names(
    volume_text: str, documents: tuple[Document, ...]
) -> None:
    """Its quotes are of the source before the repairs, lines joined with one space."""
    places = {document.number: document.place for document in documents}
    sources = {number: " ".join(volume_text[at.start : at.end].split()) for number, at in places.items()}
    questions = [question for path in SHIPPED for question in read_gold(path)]
    evidence = [one for question in questions for one in question.evidence]
    assert len(questions) == len({question.id for question in questions}) == 202
    assert {(one.doc, one.quote) for one in evidence if one.quote not in sources[one.doc]} == MISPLACED
