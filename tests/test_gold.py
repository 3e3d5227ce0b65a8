"""Gold files: what is read of them, and that all their faults are named at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.checked import check
from eval.gold import SHIPPED, Evidence, GoldQuestion, read_file, read_gold
from index.errors import CallError
from index.records import Document
from qa.archive import Archive
from tests.command import Legenda, complaint

MISPLACED = {
    ("137", "Отправитель: г. Томск, Гоголевская ул. № 33, Карл Бернгардович Радек 26 июня 1928 г."),  # stands in 138
    # footnotes, printed at the foot of a page on which another document has begun
    ("146", "54 подписал Т.Д.Дерибас"),
    ("212", "67 Письмо Троцкого не приложено"),
}
"""Evidence that the text of its document does not hold: it counts as not found."""
EVIDENCE = Evidence(doc="12", quote="Л. Троцкий")
LINE: dict[str, Any] = {
    "id": "1", "lang": "ru", "type": "factoid", "question": "Кто?", "answer": "Троцкий", "evidence": [{"doc": "12", "quote": "Л. Троцкий"}],
}  # fmt: skip
TURN = {name: LINE[name] for name in ("question", "answer", "evidence")} | {"standalone": "Кто писал?"}


def written(tmp_path: Path, *lines: str | dict[str, Any], name: str = "gold.jsonl") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return path


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in LINE.items() if name != key}


def test_a_line_is_a_question_with_its_evidence(tmp_path: Path) -> None:
    more = LINE | {
        "id": "2", "answer_aliases": ["Л. Д. Троцкий"], "archive_ref": "РГАСПИ. Ф. 17. Оп. 171. Д. 31. Л. 5–26", "span": "let pass",
        "evidence": [{"doc": "12", "quote": "Л. Троцкий", "lines": [7, 8]}],
    }  # fmt: skip
    assert read_gold(written(tmp_path, LINE, "", "  ", more, "")) == (
        GoldQuestion(id="1", lang="ru", type="factoid", question="Кто?", answer="Троцкий", evidence=(EVIDENCE,)),
        GoldQuestion(
            id="2",
            lang="ru",
            type="factoid",
            question="Кто?",
            answer="Троцкий",
            answer_aliases=("Л. Д. Троцкий",),
            archive_ref="РГАСПИ. Ф. 17. Оп. 171. Д. 31. Л. 5–26",
            evidence=(Evidence(doc="12", quote="Л. Троцкий", lines=(7, 8)),),
        ),
    )


def test_a_line_without_evidence_is_unanswerable(tmp_path: Path) -> None:
    near = LINE | {"answer": "", "evidence": [], "type": "unanswerable", "kind": "near", "why": "Searched Дерибас*"}
    answerable, unanswerable = read_gold(written(tmp_path, LINE, near | {"id": "2"}))
    assert (answerable.answerable, unanswerable.answerable) == (True, False)
    assert unanswerable.kind == "near"


def test_a_line_with_turns_is_a_dialogue_whose_turns_are_questions_with_history(tmp_path: Path) -> None:
    unanswered = {"question": "А зачем?", "standalone": "Зачем он писал?", "answer": "", "evidence": []}
    dialogue = {"id": "d-004", "lang": "ru", "turns": [TURN, TURN | {"question": "А когда?"}, unanswered]}
    first, second, third = read_gold(written(tmp_path, dialogue))
    assert [one.id for one in (first, second, third)] == ["d-004.1", "d-004.2", "d-004.3"]
    assert [one.type for one in (first, second, third)] == ["opening", "follow_up", "follow_up"]
    assert [one.history for one in (first, second, third)] == [(), ("Кто?",), ("Кто?", "А когда?")]
    assert (second.question, second.standalone, second.evidence) == ("А когда?", "Кто писал?", (EVIDENCE,))
    assert not third.answerable


def test_all_faults_of_a_file_are_named_at_once(legenda: Legenda, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        LINE,
        "{",
        without("question"),
        "",
        LINE | {"id": 7},
        LINE | {"evidence": []},
        LINE | {"evidence": [{"doc": "12", "quote": "Л. Троцкий"}, {"doc": "12", "quote": "— …"}]},
        {"id": "9", "answer": "", "evidence": []},
        "[]",
        LINE | {"lang": "de"},
        {"id": "d-1", "lang": "ru", "turns": [TURN, {"question": "?", "answer": "", "evidence": []}]},
        {"id": "d-2", "lang": "ru", "turns": []},
        {"id": "d-3", "lang": "ru", "turns": [{"question": "А когда?", "standalone": "Когда он писал?", "answer": ""}]},
        "[" * 100_000,
    )
    assert legenda("eval", path, index=tmp_path) == complaint(
        f"{path}: line 2: Invalid JSON: EOF while parsing an object at line 1 column 1; "
        "line 3: question Field required; "
        "line 5: id Input should be a valid string; "
        "line 6: answer and evidence go together: an unanswerable question has neither; "
        "line 7: evidence.1.quote String should match pattern '[^\\W_]'; "
        "line 8: question Field required; line 8: lang Field required; line 8: type Field required; "
        "line 9: Input should be an object; "
        "line 10: lang Input should be 'ru' or 'en'; "
        "line 11: turns.1.question String should match pattern '[^\\W_]'; line 11: turns.1.standalone Field required; "
        "line 12: turns Tuple should have at least 1 item after validation, not 0; "
        "line 13: turns.0.evidence Field required; "
        "line 14: Invalid JSON: recursion limit exceeded at line 1 column 202",
        2,
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


def test_faults_of_form_and_of_matter_are_named_together_in_all_files(archive: Archive, tmp_path: Path) -> None:
    """Document 10 is in the small collection; what its quote may leave out are the marks of footnotes."""
    sentence = "Перенести сессию ЦИК’а СССР из Тифлиса в Москву"
    right = LINE | {
        "evidence": [{"doc": "10", "quote": sentence}, {"doc": "10", "quote": sentence.replace(" в ", "5 в ")}]
    }
    one = written(
        tmp_path,
        right,
        right | {"id": "2", "evidence": [{"doc": "10", "quote": "из Тифлиса в Баку"}, {"doc": "999", "quote": "из Тифлиса"}]},
        without("answer"),
        right,
        name="one.jsonl",
    )  # fmt: skip
    two = written(tmp_path, right | {"id": "3"}, right | {"id": "2"}, name="two.jsonl")
    with pytest.raises(CallError) as caught:
        check([read_file(one), read_file(two)], archive.documents)
    assert str(caught.value) == (
        f"{one}: line 2: the quote does not stand in the collection: 'из Тифлиса в Баку'; "
        "line 2: the collection has no document '999'; "
        "line 3: answer Field required; "
        "line 4: the id '1' is given already in one.jsonl, line 1; "
        f"{two}: line 2: the id '2' is given already in one.jsonl, line 2"
    )


def test_two_files_are_not_one_set(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    one, two = (written(folder, LINE, name="own.jsonl") for folder in (tmp_path, tmp_path / "more"))
    with pytest.raises(CallError) as caught:
        check([read_file(one), read_file(two)], archive.documents)
    assert str(caught.value) == f"{one} and {two} are both the set 'own'; rename one, or leave it out"


def test_a_file_has_no_name_of_complete_forms(archive: Archive, tmp_path: Path) -> None:
    path = written(tmp_path, LINE, name="talks-standalone.jsonl")
    with pytest.raises(CallError) as caught:
        check([read_file(path)], archive.documents)
    assert str(caught.value) == (f"{path}: names in -standalone are for the complete forms of turns; rename the file")


def test_questions_about_another_collection_are_refused_in_one_line(legenda: Legenda) -> None:
    ran = legenda("eval")
    assert ran == complaint(
        f"{SHIPPED[0]} asks about another collection: 301 of its 313 quotes do not stand in the 22 documents of this index; "
        "give gold questions of its own, or another --index",
        2,
    )


def test_what_ships_has_no_fault(documents: tuple[Document, ...]) -> None:
    files = [read_file(path) for path in SHIPPED]
    check(files, documents)
    assert {file.set: len(file.questions) for file in files} == {
        "dev": 202, "dialogues": 35, "hard": 90, "own": 170, "own_dialogues": 47, "own_unanswerable": 60, "unanswerable": 30,
    }  # fmt: skip


def test_the_evidence_that_ships_stands_in_the_documents_it_names(
    volume_text: str, documents: tuple[Document, ...]
) -> None:
    """Its quotes are of the source before the repairs, lines joined with one space."""
    places = {document.number: document.place for document in documents}
    sources = {number: " ".join(volume_text[at.start : at.end].split()) for number, at in places.items()}
    evidence = [one for path in SHIPPED for question in read_gold(path) for one in question.evidence]
    assert {(one.doc, one.quote) for one in evidence if one.quote not in sources[one.doc]} == MISPLACED
