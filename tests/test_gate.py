"""As a whole: what the server turns away before anything reads it, and what it puts on every response."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from ui.gate import LARGEST

REPOSITORY = Path(__file__).parents[1]
SERVER = """
from tests.fake_archive import fake_archive
from ui.server import serve
serve(fake_archive(), port=0, announce=lambda address: print(address, flush=True))
"""
JSON = {"content-type": "application/json"}
TOO_LARGE = {"detail": "a request may have 8,000,000 bytes at most"}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    command = [sys.executable, "-W", "ignore", "-c", SERVER]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        with httpx.Client(base_url=process.stdout.readline().strip(), timeout=60) as client:
            yield client
        process.kill()


@pytest.mark.parametrize(
    "path", ["/", "/kiosk", "/pictures", "/document/35", "/api/health", "/api/cite/35", "/ui/page.css"]
)
def test_head_says_of_a_page_what_get_does(client: httpx.Client, path: str) -> None:
    got, asked = client.get(path), client.head(path)
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked.headers["content-type"] == got.headers["content-type"]
    assert asked.headers["content-length"] == got.headers["content-length"]


def test_head_says_that_there_is_no_such_page(client: httpx.Client) -> None:
    assert client.head("/document/216").status_code == 404


@pytest.mark.parametrize("path", ["/api/ask", "/kiosk/answer", "/kiosk/forget", "/gradio_api/queue/join"])
def test_a_request_that_says_it_is_too_large_is_not_read(client: httpx.Client, path: str) -> None:
    refused = client.post(path, content=b" " * (LARGEST + 1), headers=JSON)
    assert (refused.status_code, refused.json()) == (413, TOO_LARGE)


def test_a_request_that_does_not_say_how_large_it_is_is_read_no_further_than_that(client: httpx.Client) -> None:
    pieces = (b" " * 1_000_000 for _ in range(9))
    refused = client.post("/api/ask", content=pieces, headers=JSON)
    assert (refused.status_code, refused.json()) == (413, TOO_LARGE)


def test_the_longest_history_is_let_through(client: httpx.Client) -> None:
    asked = {"question": "Кто?", "history": ["я" * 10_000] * 100}
    assert client.post("/api/ask", json=asked).status_code == 200


@pytest.mark.parametrize("path", ["/api/feedback", "/api/ask", "/kiosk/answer", "/gradio_api/queue/join"])
def test_the_page_of_another_site_may_not_send_anything(client: httpx.Client, path: str) -> None:
    asks = {
        "host": "museum.example",
        "origin": "https://elsewhere.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    refused = client.options(path, headers=asks)
    assert refused.status_code == 403
    assert not [name for name in refused.headers if name.startswith("access-control-allow")]


@pytest.mark.parametrize("kind", ["text/plain", ""])
def test_what_a_page_may_send_without_asking_first_is_not_read_as_a_question(client: httpx.Client, kind: str) -> None:
    headers = {"content-type": kind} if kind else {}
    assert client.post("/api/ask", content=b'{"question": "x"}', headers=headers).status_code == 422


@pytest.mark.parametrize("path", ["/", "/kiosk", "/api/nothing", "/document/999", "/ui/scale.css"])
def test_every_response_tells_the_browser_to_ask_no_other_host(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert (headers["referrer-policy"], headers["x-content-type-options"]) == ("no-referrer", "nosniff")
