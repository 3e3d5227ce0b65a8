"""What the server offers: the kiosk beside the page, or the kiosk alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.fake_archive import NUMBERS, fake_archive
from ui.server import application

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def alone() -> TestClient:
    return TestClient(application(fake_archive(), only_kiosk=True))


def test_alone_the_kiosk_is_where_the_server_is(alone: TestClient) -> None:
    led = alone.get("/", follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (307, "/kiosk")
    assert alone.get("/kiosk").status_code == 200


def test_alone_the_server_answers_its_watchdog_and_nothing_else_of_the_api(alone: TestClient) -> None:
    assert alone.get("/api/health").json() == {"status": "ok", "documents": len(NUMBERS)}
    for path in ("/api/documents", "/api/documents/1", "/api/ask?question=Кто", "/api/openapi.json", "/document/1"):
        assert alone.get(path).status_code == 404


def test_the_kiosk_tells_its_browser_to_ask_no_other_host(alone: TestClient) -> None:
    assert alone.get("/kiosk").headers["content-security-policy"].startswith("default-src 'self'")


ALONE = """
import sys
from tests.fake_archive import fake_archive
from ui.server import application
application(fake_archive(), only_kiosk=True)
print([name for name in ("gradio", "torch", "matplotlib") if name in sys.modules])
"""


def test_alone_the_kiosk_loads_nothing_heavy() -> None:
    command = [sys.executable, "-c", ALONE]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert ran.stdout.strip() == "[]"
