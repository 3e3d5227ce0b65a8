"""The contract of an answer: one form on every way in, and true of every passage of the volume."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.collection import Collection
from index.records import Document, Passage
from qa.archive import Archive
from qa.contract import RankedPassage
from qa.question import understand
from qa.quote import LONGEST, Asked, quote
from qa.selection import Selection
from tests.unmoved import unmoved
from ui.api import api, explain_faults
from ui.cli import main

SCHEMA = json.loads((Path(__file__).parent / "contract.schema.json").read_text(encoding="utf-8"))
QUESTIONS = [
    "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?",
    "Where was the session of the TsIK moved?",
    "Какая погода завтра в Лиссабоне?",
    "  <b>Кто\tтакой</b> \0 Куйбышев? 😀 ",
]
WHITE = "\n "
"""White space of the source stands as one of these."""


def check(answer: dict[str, Any]) -> None:
    """Raises jsonschema.ValidationError where `answer` breaks the contract."""
    validator = jsonschema.validators.validator_for(SCHEMA)
    validator.check_schema(SCHEMA)
    validator(SCHEMA).validate(answer)


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    check(answer)
    return {key: value for key, value in answer.items() if key != "timing_ms"}


@pytest.fixture(scope="module")
def client(archive: Archive) -> TestClient:
    app = FastAPI()
    explain_faults(app)
    app.include_router(api(archive))
    return TestClient(app)


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_the_command_the_http_api_and_python_give_the_same(
    question: str, archive: Archive, small_index: Path, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = untimed(archive.ask(question, k=7).as_json())
    assert main(["ask", question, "--json", "-k", "7", "--index", str(small_index)]) == 0
    printed = capsys.readouterr().out
    assert untimed(json.loads(printed)) == expected
    assert printed.count("\n") == 1
    assert untimed(client.get("/api/ask", params={"question": question, "k": 7}).json()) == expected
    assert untimed(client.post("/api/ask", json={"question": question, "k": 7}).json()) == expected
    assert expected["question"] == question and len(expected["passages"]) == 7


def test_a_batch_gives_the_same_under_its_id(archive: Archive, small_index: Path, tmp_path: Path) -> None:
    asked = [{"id": f"q{number}", "question": question} for number, question in enumerate(QUESTIONS)]
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    into.write_text("".join(f"{json.dumps(line)}\n" for line in asked), encoding="utf-8")
    assert main(["ask", "--batch", str(into), "--out", str(out), "--index", str(small_index)]) == 0
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [answer.pop("id") for answer in answers] == ["q0", "q1", "q2", "q3"]
    assert [untimed(answer) for answer in answers] == [untimed(archive.ask(q).as_json()) for q in QUESTIONS]


@pytest.fixture(scope="module")
def answer(archive: Archive) -> dict[str, Any]:
    return archive.ask(QUESTIONS[0]).as_json()


def test_an_answer_of_no_passages_is_the_contract_too(archive: Archive) -> None:
    limited = untimed(archive.ask(QUESTIONS[0], only=Selection(fond="999")).as_json())
    assert (limited["reason"], limited["passages"]) == ("selection", [])


# where in an answer, and what is put there; each breaks the contract
BROKEN: list[tuple[tuple[str | int, ...], Any]] = [
    (("language",), "de"),
    (("status",), "unknown"),
    (("status",), "not_found"),  # but an answer is given
    (("answer",), None),  # but the status is "answered"
    (("answer", "more"), 1),
    (("confidence",), 1.01),
    (("confidence",), None),
    (("passages",), []),
    (("more",), ""),
    (("filters",), None),
    (("timing_ms", "total"), 1.5),
    (("passages", 0, "rank"), 0),
    (("passages", 0, "date"), "14.11.1923"),
    (("passages", 0, "text"), "а" * 1201),
    (("passages", 0, "quote"), [1, 2]),
    (("passages", 0, "heard"), [[1, 2]]),
    (("passages", 0, "source", "lines"), [1]),
    (("passages", 0, "reference", "listy"), ""),
    (("passages", 0, "reference", "fond"), 17),
]


@pytest.mark.parametrize(("place", "value"), BROKEN, ids=[".".join(map(str, place)) for place, _ in BROKEN])
def test_the_schema_refuses_what_is_not_the_contract(
    answer: dict[str, Any], place: tuple[str | int, ...], value: Any
) -> None:
    broken: Any = copy.deepcopy(answer)
    broken["status"], broken["answer"] = "answered", {"text": "т", "quote": "т", "passage": 0, "confidence": 0.5}
    broken["answer"] |= {"span": None, "worded_by": ""}
    check(broken)
    *path, last = place
    inner = broken
    for step in path:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(jsonschema.ValidationError):
        check(broken)


def test_the_schema_misses_every_key_that_is_left_out(answer: dict[str, Any]) -> None:
    first = answer["passages"][0]
    for part in (answer, answer["timing_ms"], first, first["quote"], first["source"], first["reference"]):
        for key in list(part):
            value = part.pop(key)
            with pytest.raises(jsonschema.ValidationError):
                check(answer)
            part[key] = value
    check(answer)


@pytest.fixture(scope="module")
def ranked(whole_archive: Archive) -> list[dict[str, Any]]:
    """Every passage of the volume as an answer would give it, quoted for one question."""
    searches = whole_archive.searches
    question = understand("Кто написал Троцкому о письме в Политбюро?")
    asked = Asked.of(question.text, searches.query(question), whole_archive.register)
    documents = {document.number: document for document in whole_archive.documents}

    def given(row: int, passage: Passage) -> RankedPassage:
        document = documents[passage.document]
        found = quote(unmoved(passage, row, asked.query, searches), asked, searches)
        return RankedPassage(row + 1, 0.5, passage, document.title, document.date, document.kind, found)

    return [given(row, passage).as_json() for row, passage in enumerate(whole_archive.passages)]


def test_every_passage_of_the_volume_keeps_the_contract(ranked: list[dict[str, Any]], whole_archive: Archive) -> None:
    one = {key: SCHEMA[key] for key in ("$schema", "$defs")} | {"$ref": "#/$defs/passage"}
    validator = jsonschema.validators.validator_for(one)(one)
    assert len(ranked) == len(whole_archive.passages) > 2000
    assert [fault.message for passage in ranked for fault in validator.iter_errors(passage)] == []


def test_every_text_is_the_source_after_the_repairs(
    ranked: list[dict[str, Any]], whole_archive: Archive, collection: Collection
) -> None:
    source = collection.source.text
    repaired = {document.number: "".join(origins(document, source)) for document in whole_archive.documents}
    for given, passage in zip(ranked, whole_archive.passages, strict=True):
        document = whole_archive.document(given["document"])
        assert given["text"] == repaired[document.number][passage.start : passage.end]
        assert (given["source"]["start"], given["source"]["end"]) == document.text.span(passage.start, passage.end)


def origins(document: Document, source: str) -> Iterator[str]:
    """The characters of the source that the document's are said to be, white space as the document has it."""
    for position, letter in enumerate(document.text.content):
        origin = source[document.text.origin(position)]
        yield letter if letter in WHITE and origin.isspace() else origin


def test_every_quote_is_short_and_of_whole_sentences_or_of_one(
    ranked: list[dict[str, Any]], whole_archive: Archive
) -> None:
    for given, passage in zip(ranked, whole_archive.passages, strict=True):
        start, end = given["quote"]["start"], given["quote"]["end"]
        starts, ends = zip(*passage.sentences, strict=True)
        assert given["text"][start:end].strip() == given["text"][start:end] != ""
        assert (start in starts and end in ends) or any(
            first <= start < end <= last for first, last in passage.sentences
        )
        assert end - start <= LONGEST or not given["text"][start:end].count(", ")


def test_every_reference_is_that_of_the_document(ranked: list[dict[str, Any]], whole_archive: Archive) -> None:
    without = {given["document"] for given in ranked if given["reference"] is None}
    assert without == {document.number for document in whole_archive.documents if not document.reference}
    for given in ranked:
        reference = whole_archive.document(given["document"]).reference
        assert (given["reference"] or {}).get("text") == (reference and reference.text)


def test_every_place_names_the_lines_of_its_offsets(ranked: list[dict[str, Any]], collection: Collection) -> None:
    source = collection.source.text
    line_of = [1]
    for letter in source:
        line_of.append(line_of[-1] + (letter == "\n"))
    for given in ranked:
        place = given["source"]
        assert place["lines"] == [line_of[place["start"]], line_of[place["end"] - 1]]
        assert not source[place["start"]].isspace() and not source[place["end"] - 1].isspace()


def test_pages_of_the_passages_rise_through_the_volume(ranked: list[dict[str, Any]]) -> None:
    starts = [(given["source"]["start"], given["source"]["page"]) for given in ranked]
    pages = [page for _, page in sorted(starts)]
    assert pages == sorted(pages)
