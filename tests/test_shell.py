"""The HTML that the page begins as."""

from __future__ import annotations

import re

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from index.collection import Language, Manifest
from tests.fake_archive import FakeArchive
from ui.page.shell import Marks, Shell, dressed
from ui.texts import ENGLISH, RUSSIAN, TEXTS

GRADIO = (
    '<!doctype html><html lang="en" style="margin: 0"><head><meta charset="utf-8" /><meta property="og:title" content="X" />'
    '<meta name="twitter:image"\n content="https://elsewhere.example/x.jpg" /><link rel="manifest" href="/manifest.json" />'
    '</head><body><gradio-app eager="true"></gradio-app></body></html>'
)


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return FakeArchive.of().manifest


@pytest.fixture
def client(manifest: Manifest) -> TestClient:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        page = scope["path"] == "/" and dict(scope["headers"]).get(b"accept-encoding") is None
        await (HTMLResponse(GRADIO) if page else PlainTextResponse(scope["path"]))(scope, receive, send)

    return TestClient(Shell(app, manifest))


@pytest.mark.parametrize("language", TEXTS)
def test_the_page_is_seen_in_its_language_before_any_script_runs(language: Language, manifest: Manifest) -> None:
    page = dressed(GRADIO, manifest, language, Marks("a1"))
    assert page.index(f'<html lang="{language}" class="starting" data-started="a1"') > 0
    assert f"<title>{manifest.title[language]}</title>" in page
    before, _, after = page.partition("<gradio-app")
    assert TEXTS[language].intro in before and TEXTS[language].placeholder in before and "eager" in after


def test_the_page_names_no_other_host(manifest: Manifest) -> None:
    page = dressed(GRADIO, manifest, "ru", Marks("a1"))
    assert not re.search(r"https?://|og:|twitter:|manifest\.json", page)


def test_an_address_may_ask_for_a_language(client: TestClient) -> None:
    assert ENGLISH.intro in client.get("/?language=en").text
    assert RUSSIAN.intro in client.get("/?language=ru").text
    assert RUSSIAN.intro in client.get("/?language=%22%3E%3Cscript%3E").text


def test_a_page_says_how_long_it_is_once_it_is_dressed(client: TestClient) -> None:
    got = client.get("/")
    assert got.headers["content-length"] == str(len(got.content))


def test_scripts_that_pages_have_asked_for_are_named_at_the_beginning(client: TestClient) -> None:
    assert "modulepreload" not in client.get("/").text
    assert client.get("/assets/Index-abc.js").headers["cache-control"] == "public, max-age=31536000, immutable"
    client.get("/assets/Index-abc.css")
    assert re.findall(r'modulepreload" href="(.*?)"', client.get("/").text) == ["/assets/Index-abc.js"]


def test_each_answer_says_which_start_of_the_server_it_is_from(client: TestClient, manifest: Manifest) -> None:
    started = client.get("/api/health").headers["Legenda-Started"]
    assert f'data-started="{started}"' in client.get("/").text
    assert client.get("/anything").text == "/anything"
