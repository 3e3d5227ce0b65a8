"""«Was this answer right?»: kept only where it is switched on, and nothing about who said it."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.errors import CallError
from qa.archive import Archive
from tests.fake_archive import fake_archive
from ui.api import api, explain_faults
from ui.caption import Speech
from ui.feedback.feedback import Feedback, FeedbackFull
from ui.feedback.form import feedback_form
from ui.feedback.route import feedback_route
from ui.texts import ENGLISH, RUSSIAN

DAY = date(2026, 11, 25)
LETTER = "35"
QUOTED = "Владимир Ильич предложил ему, Троцкому, блок против тт. Зиновьева и Каменева"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return fake_archive()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "feedback.jsonl"


@pytest.fixture
def feedback(file: Path) -> Feedback:
    return Feedback(file, today=lambda: DAY)


@pytest.fixture
def client(archive: Archive, feedback: Feedback) -> TestClient:
    app = FastAPI(docs_url=None, redoc_url=None)
    explain_faults(app)
    app.include_router(feedback_route(archive, feedback))
    app.include_router(api(archive))
    return TestClient(app)


@pytest.fixture(scope="module")
def said(archive: Archive) -> dict[str, Any]:
    start = archive.document(LETTER).text.content.index(QUOTED)
    return {
        "question": "А Ленин?",
        "standalone": "Что предложил Ленин Троцкому?",
        "document": LETTER,
        "start": start,
        "end": start + len(QUOTED),
        "right": True,
    }


class Full(FileIO):
    """A file on a disk that has room for twenty bytes more."""

    def write(self, line: Any) -> int:
        """Write what there is room for."""
        return super().write(line[:20])


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_judgement_is_one_line_with_the_day_and_nothing_about_the_visitor(
    client: TestClient, file: Path, said: dict[str, Any], archive: Archive, volume_text: str
) -> None:
    got = client.post("/api/feedback", json=said, headers={"User-Agent": "a browser", "X-Forwarded-For": "10.0.0.7"})
    assert (got.status_code, got.content) == (204, b"")
    start, end = archive.document(LETTER).text.span(said["start"], said["end"])
    assert lines(file) == [
        {
            "question": "А Ленин?",
            "standalone": "Что предложил Ленин Троцкому?",
            "document": "35",
            "start": start,
            "end": end,
            "quote": QUOTED,
            "right": True,
            "day": "2026-11-25",
        }
    ]
    assert " ".join(volume_text[start:end].split()) == QUOTED
    assert file.stat().st_mode & 0o777 == 0o600


# what is posted instead, status, the one line
REFUSED = [
    ({"document": "999"}, 404, "there is no document 999"),
    ({"start": 5, "end": 5}, 422, "document 35 has no quote from 5 to 5"),
    ({"start": 0, "end": 1201}, 422, "document 35 has no quote from 0 to 1201"),
    ({"end": 999_999}, 422, "document 35 has no quote from"),
    ({"start": -1}, 422, "document 35 has no quote from -1 to"),
    ({"question": "x" * 100_000}, 422, "question: String should have at most"),
    ({"question": ""}, 422, "question: String should have at least 1 character"),
    ({"right": "perhaps"}, 422, "right: Input should be a valid boolean"),
    ({"name": "Иван"}, 422, "name: Extra inputs are not permitted"),
]


@pytest.mark.parametrize(("change", "status", "line"), REFUSED)
def test_what_is_no_judgement_is_refused_in_one_line_and_not_kept(
    client: TestClient, file: Path, said: dict[str, Any], change: dict[str, Any], status: int, line: str
) -> None:
    got = client.post("/api/feedback", json=said | change)
    assert got.status_code == status and got.json()["detail"].startswith(line)
    assert file.read_bytes() == b""


def test_where_it_is_not_switched_on_there_is_no_such_address(archive: Archive, said: dict[str, Any]) -> None:
    app = FastAPI()
    app.include_router(api(archive))
    got = TestClient(app).post("/api/feedback", json=said)
    assert (got.status_code, got.json()["detail"]) == (404, "there is no /api/feedback")


def test_a_full_file_takes_no_more_and_the_visitor_is_told(
    client: TestClient, file: Path, said: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.feedback.feedback.LARGEST", 10)
    got = client.post("/api/feedback", json=said)
    assert (got.status_code, got.json()["detail"]) == (503, "the feedback cannot be kept now")
    assert file.read_bytes() == b""


def test_a_line_that_was_broken_off_does_not_spoil_the_next(feedback: Feedback, file: Path, archive: Archive) -> None:
    file.write_text('{"question": "Кто', encoding="utf-8")
    feedback.add("Кто он?", "", archive.document(LETTER), (0, 5), right=False)
    broken, whole = file.read_text(encoding="utf-8").splitlines()
    assert broken == '{"question": "Кто' and json.loads(whole)["right"] is False


def test_many_visitors_at_once_lose_no_line(feedback: Feedback, file: Path, archive: Archive) -> None:
    document = archive.document(LETTER)
    other = Feedback(file, today=lambda: DAY)

    def add(number: int) -> None:
        (feedback, other)[number % 2].add(f"Вопрос {number}", "", document, (0, 9), right=True)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(200)))
    assert sorted(line["question"] for line in lines(file)) == sorted(f"Вопрос {number}" for number in range(200))


def test_half_a_character_is_kept_as_a_question_mark(feedback: Feedback, file: Path, archive: Archive) -> None:
    feedback.add("Кто\ud800?", "", archive.document(LETTER), (0, 9), right=True)
    assert lines(file)[0]["question"] == "Кто??"


def test_a_file_that_cannot_be_written_is_said_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(CallError) as caught:
        Feedback(tmp_path / "none" / "feedback.jsonl")
    assert str(caught.value) == (
        f"{tmp_path}/none/feedback.jsonl cannot be written (No such file or directory); "
        "give --feedback a file in a folder of yours"
    )
    with pytest.raises(CallError, match=r"cannot be written \(Is a directory\)"):
        Feedback(tmp_path)


def test_a_disk_that_is_full_leaves_no_half_line(
    feedback: Feedback, file: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = archive.document(LETTER)
    feedback.add("Кто он?", "", document, (0, 9), right=True)
    before = file.read_bytes()
    monkeypatch.setattr("ui.feedback.feedback.os.fdopen", lambda *_, **__: Full(file, "ab+"))
    with pytest.raises(FeedbackFull, match="does not fit on the disk; make room"):
        feedback.add("Кто она?", "", document, (0, 9), right=True)
    assert file.read_bytes() == before


def test_the_buttons_carry_what_the_address_asks_for(archive: Archive, said: dict[str, Any]) -> None:
    form = feedback_form(archive.ask("Что предложил Ленин?"), Speech(RUSSIAN, "ru"))
    quoted = f'data-document="35" data-start="{said["start"]}" data-end="{said["end"]}"'
    assert f'<button type="button" data-act="judge" data-right="true" {quoted}>Да</button>' in form
    assert f'<button type="button" data-act="judge" data-right="false" {quoted}>Нет</button>' in form
    assert 'role="group" aria-label="Этот ответ верен?" data-thanks="Спасибо, записано."' in form


def test_the_buttons_tell_where_in_the_document_the_passage_stands(archive: Archive) -> None:
    answer = archive.ask("Что предложил Ленин?")
    at, later = next((at, one) for at, one in enumerate(answer.passages) if one.passage.start > 0)
    assert answer.answer
    form = feedback_form(replace(answer, answer=replace(answer.answer, passage=at)), Speech(RUSSIAN, "ru"))
    said = {name: int(re.findall(rf'data-{name}="(\d+)"', form)[0]) for name in ("start", "end")}
    text = archive.document(later.passage.document).text.content
    assert text[said["start"] : said["end"]] == later.quoted


def test_where_nothing_was_answered_there_is_nothing_to_judge(archive: Archive) -> None:
    assert feedback_form(archive.ask("Какая погода?"), Speech(ENGLISH, "ru")) == ""
