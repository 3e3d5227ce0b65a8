"""The routes of the kiosk: what they answer, what they refuse, and that they keep nothing of a visitor."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.fake_archive import FAILING, fake_archive
from ui.api import explain_faults
from ui.kiosk.routes import kiosk
from ui.kiosk.settings import Settings
from ui.texts import ENGLISH, RUSSIAN

ARCHIVE = fake_archive()


def client(**changed: object) -> TestClient:
    app = FastAPI()
    explain_faults(app)
    app.include_router(kiosk(ARCHIVE, Settings.of(ARCHIVE.manifest).model_copy(update=changed)))
    return TestClient(app)


@pytest.fixture(scope="module")
def visitor() -> Iterator[TestClient]:
    with client() as opened:
        yield opened


@pytest.mark.parametrize(
    ("route", "body", "screen"),
    [
        ("home", {}, "home"),
        ("theme", {"at": 0}, "theme"),
        ("ask", {}, "ask"),
        ("answer", {"question": "Что предложил Ленин?", "history": ["Кто такой Троцкий?"]}, "answer"),
        ("answer", {"question": "Какая погода?"}, "nothing"),
        ("answer", {"question": "?!"}, "trouble"),
        ("document", {"document": "35", "start": 10, "end": 20}, "document"),
    ],
)
def test_each_screen_is_a_fragment_that_nobody_keeps(
    visitor: TestClient, route: str, body: dict[str, Any], screen: str
) -> None:
    answered = visitor.post(f"/kiosk/{route}", json={"language": "en", **body})
    assert answered.status_code == 200
    assert answered.headers["cache-control"] == "no-store"
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert answered.text.startswith(f'<section class="screen" data-screen="{screen}" data-language="en"')


@pytest.mark.parametrize("route", ["home", "answer", "suggestions", "document", "forget"])
def test_nothing_of_a_visit_can_stand_in_an_address(visitor: TestClient, route: str) -> None:
    assert visitor.get(f"/kiosk/{route}", params={"question": "Кто?"}).status_code == 405


@pytest.mark.parametrize(
    ("route", "body", "status"),
    [
        ("theme", {"at": 99}, 404),
        ("person", {"at": 99}, 404),
        ("year", {"at": -1}, 422),
        ("document", {"document": "999"}, 404),
        ("answer", {"question": "о" * 10_001}, 422),
        ("answer", {"question": "Кто?", "history": ["Кто?"] * 21}, 422),
        ("answer", {"question": "Кто?", "k": 50}, 422),
        ("home", {"language": "de"}, 422),
    ],
)
def test_what_no_button_sends_is_refused(visitor: TestClient, route: str, body: dict[str, Any], status: int) -> None:
    assert visitor.post(f"/kiosk/{route}", json={"language": "ru"} | body).status_code == status


def test_a_language_that_the_kiosk_does_not_offer_is_refused() -> None:
    assert client(languages=("ru",)).post("/kiosk/home", json={"language": "en"}).status_code == 422


def test_a_follow_up_is_understood_with_the_questions_that_come_along(visitor: TestClient) -> None:
    asked = {"language": "ru", "question": "А когда?", "history": ["Что предложил Ленин?"]}
    assert "Вопрос понят так: Что предложил Ленин? А когда?" in visitor.post("/kiosk/answer", json=asked).text


def test_a_fault_is_said_civilly_and_logged_without_the_question(
    visitor: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answered = visitor.post("/kiosk/answer", json={"language": "ru", "question": f"{FAILING} тайна"})
    assert RUSSIAN.failed in answered.text and answered.status_code == 200
    assert "RuntimeError at" in caplog.text and "in ask" in caplog.text
    assert "тайна" not in caplog.text and "asked to fail\n" not in caplog.messages[-1].splitlines()[0]


def test_a_question_without_words_is_asked_for_words(visitor: TestClient) -> None:
    assert ENGLISH.empty_question in visitor.post("/kiosk/answer", json={"language": "en", "question": "🙂"}).text


def test_the_archive_forgets_when_a_visit_ends(monkeypatch: pytest.MonkeyPatch, visitor: TestClient) -> None:
    forgotten: list[bool] = []
    monkeypatch.setattr(type(ARCHIVE), "forget", lambda _: forgotten.append(True))
    assert visitor.post("/kiosk/forget").status_code == 204
    assert forgotten == [True]


def test_the_page_names_the_version_that_the_server_would_send(visitor: TestClient) -> None:
    version, started = visitor.get("/kiosk/version").text.split()
    assert f'data-version="{version}" data-started="{started}"' in visitor.get("/kiosk").text


def test_another_start_is_told_apart_and_other_settings_are_another_version(visitor: TestClient) -> None:
    version, started = visitor.get("/kiosk/version").text.split()
    again, later = client().get("/kiosk/version").text.split()
    assert version == again and started != later
    assert client(idle_seconds=90).get("/kiosk/version").text.split()[0] != version


def test_the_logo_is_served_where_there_is_one(visitor: TestClient, tmp_path: Path) -> None:
    logo = tmp_path / "logo"
    logo.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    shown = client(logo=logo)
    assert shown.get("/kiosk/logo").headers["content-type"].startswith("image/svg+xml")
    assert '<img class="logo" src="/kiosk/logo" alt="">' in shown.get("/kiosk").text
    assert visitor.get("/kiosk/logo").status_code == 404
