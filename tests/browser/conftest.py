"""One browser and one server of each page for all tests of the pages; a window of its own for each visitor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from eval.pages import CHROMIUM
from tests.browser.guest import Guest, Welcome
from tests.browser.served import Served
from tests.browser.visitor import Arrive, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; it ends with these tests, since its driver keeps an event loop running in their thread."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (make install)")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def page_server(browser: Browser) -> Iterator[Served]:
    """The server of the web page."""
    yield from serving("page")


@pytest.fixture(scope="package")
def kiosk_server(browser: Browser) -> Iterator[Served]:
    """The server of the kiosk."""
    yield from serving("kiosk")


@pytest.fixture
def arrived() -> Iterator[list[Visitor]]:
    """All visitors of a test; at its end none may have complained or asked another host."""
    visitors: list[Visitor] = []
    yield visitors
    for one in visitors:
        one.context.close()
    assert [one.complaints for one in visitors if one.complaints] == []
    assert [one.strangers for one in visitors if one.strangers] == []


@pytest.fixture
def arrive(browser: Browser, page_server: Served, arrived: list[Visitor]) -> Arrive:
    """Opens the web page for as many visitors as a test needs."""

    def enter(path: str = "/", **settings: Any) -> Visitor:
        arrived.append(visitor := Visitor(browser, page_server.origin, path, **settings))
        return visitor

    return enter


@pytest.fixture
def visitor(arrive: Arrive) -> Visitor:
    """One visitor of the web page at a desk."""
    return arrive()


@pytest.fixture
def welcome(browser: Browser, kiosk_server: Served, arrived: list[Visitor]) -> Welcome:
    """Opens the kiosk in a window of its own."""

    def enter(**settings: Any) -> Guest:
        arrived.append(guest := Guest(browser, kiosk_server.origin, **settings))
        return guest

    return enter


@pytest.fixture
def guest(welcome: Welcome) -> Guest:
    """A guest before a portrait kiosk."""
    return welcome()


def serving(page: str, *options: str) -> Iterator[Served]:
    """A server that must not have tried to reach another machine."""
    served = Served(page, *options)
    yield served
    served.kill()
    assert served.reached_out == []
