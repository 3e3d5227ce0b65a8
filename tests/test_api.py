"""The HTTP API: the contract for good questions, one line for bad ones."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from qa.archive import Archive
from tests.fake_archive import NUMBERS, fake_archive
from ui.api import api, explain_faults
from ui.notice import LONGEST_QUESTION

QUESTION = "Что предложил Ленин?"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return fake_archive()


@pytest.fixture(scope="module")
def client(archive: Archive) -> TestClient:
    app = FastAPI(docs_url=None, redoc_url=None)
    explain_faults(app)
    app.include_router(api(archive))
    return TestClient(app)


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "timing_ms"}


def test_an_answer_is_exactly_the_contract(client: TestClient, archive: Archive) -> None:
    expected = untimed(archive.ask(QUESTION).as_json())
    got = client.get("/api/ask", params={"question": QUESTION})
    posted = client.post("/api/ask", json={"question": QUESTION})
    assert untimed(got.json()) == untimed(posted.json()) == expected
    assert list(got.json())[-1] == "timing_ms" and len(expected["passages"]) == 10


def test_a_question_says_how_many_passages_it_wants_and_what_was_asked_before(client: TestClient) -> None:
    asked: dict[str, Any] = {"question": "А Каменев?", "k": 3, "history": ["Кто такой Зиновьев?", QUESTION]}
    for answer in (client.get("/api/ask", params=asked).json(), client.post("/api/ask", json=asked).json()):
        assert len(answer["passages"]) == 3
        assert answer["standalone"] == f"{QUESTION} А Каменев?"


def test_what_looks_like_a_script_is_given_back_as_it_was(client: TestClient) -> None:
    answer = client.get("/api/ask", params={"question": "<script>alert(1)</script>"})
    assert answer.json()["question"] == "<script>alert(1)</script>"
    assert answer.headers["content-type"] == "application/json"


def test_the_documents_are_listed(client: TestClient) -> None:
    listed = client.get("/api/documents").json()
    assert [document["number"] for document in listed] == list(NUMBERS)
    assert listed[2] == {
        "number": "35",
        "title": "Письмо Г. Г. Ягоды от 25 декабря 1924 г. (без указания адресата)",
        "date": "1924-12-25",
        "kind": "письмо",
        "reference": "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227",
    }
    assert listed[0]["reference"] is None


def test_a_document_comes_with_its_text(client: TestClient, archive: Archive) -> None:
    assert client.get("/api/documents/35").json()["text"] == archive.document("35").text.content


def test_the_server_says_that_it_is_well(client: TestClient) -> None:
    assert client.get("/api/health").json() == {"status": "ok", "documents": len(NUMBERS)}


@pytest.mark.parametrize(
    "path", ["/api/documents/999", "/api/documents/%3Cscript%3E", "/api/nothing", "/api/documents/1/2"]
)
def test_what_is_not_there_is_404_in_one_line(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["detail"] and "\n" not in answer.json()["detail"]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({}, "question: "),
        ({"question": ""}, "no words"),
        ({"question": "?! …"}, "no words"),
        ({"question": "а" * (LONGEST_QUESTION + 1)}, "question: "),
        ({"question": QUESTION, "k": 0}, "k: "),
        ({"question": QUESTION, "k": 51}, "k: "),
        ({"question": QUESTION, "k": "много"}, "k: "),
    ],
)
def test_a_bad_question_is_refused_in_one_line(client: TestClient, asked: dict[str, Any], named: str) -> None:
    for answer in (client.get("/api/ask", params=asked), client.post("/api/ask", json=asked)):
        assert answer.status_code == 422
        assert named in answer.json()["detail"] and "\n" not in answer.json()["detail"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"question"', '{"question": "кто", "limit": 3}'.encode()])
def test_a_body_that_is_no_question_is_refused_in_one_line(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert isinstance(answer.json()["detail"], str) and "\n" not in answer.json()["detail"]


def test_an_answer_is_limited_to_what_was_chosen(client: TestClient) -> None:
    chosen = {"years": [1924, 1925], "kinds": ["письмо"]}
    answer = client.post("/api/ask", json={"question": "Что было в 1923 году?", "only": chosen, "k": 50}).json()
    assert {passage["document"] for passage in answer["passages"]} == {"35"}
    assert answer["filters"] == {"date_from": "1923-01-01", "date_to": "1923-12-31"}


def test_a_filter_can_be_taken_away(client: TestClient) -> None:
    asked = {"question": "Что было в 1923 году?", "without": ["date_from"]}
    assert client.post("/api/ask", json=asked).json()["filters"] == {"date_to": "1923-12-31"}


@pytest.mark.parametrize(
    ("limits", "named"),
    [
        ({"only": {"years": [1925, 1924]}}, "wrong way round"),
        ({"only": {"years": [1925]}}, "only.years.1: "),
        ({"only": {"years": [0, 1924]}}, "only.years: "),
        ({"only": {"year": 1924}}, "only.year: "),
        ({"only": {"kinds": ["роман"]}}, "«роман»"),
        ({"only": {"kinds": "письмо"}}, "only.kinds: "),
        ({"only": {"people": ["Пушкин А. С."]}}, "«Пушкин А. С.»"),
        ({"only": {"fond": "1" * 201}}, "only.fond: "),
        ({"only": []}, "only: "),
        ({"without": ["title"]}, "«title»"),
        ({"without": "date_from"}, "without: "),
    ],
)
def test_limits_that_make_no_sense_are_refused_in_one_line(
    client: TestClient, limits: dict[str, Any], named: str
) -> None:
    answer = client.post("/api/ask", json={"question": QUESTION} | limits)
    assert answer.status_code == 422
    assert named in answer.json()["detail"] and "\n" not in answer.json()["detail"]


def test_limits_in_an_address_are_refused_rather_than_left_aside(client: TestClient) -> None:
    answer = client.get("/api/ask", params={"question": QUESTION, "without": "date_from"})
    assert (answer.status_code, answer.json()["detail"]) == (422, "without: Extra inputs are not permitted")


def test_the_longest_question_is_answered(client: TestClient) -> None:
    assert client.post("/api/ask", json={"question": "а" * LONGEST_QUESTION}).status_code == 200


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_no_page_that_loads_from_elsewhere_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
