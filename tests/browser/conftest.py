"""One browser and one server of each page for all tests of the pages; a window of its own for each visitor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from eval.pages import CHROMIUM
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


@pytest.fixture
def arrive(browser: Browser, page_server: Served) -> Iterator[Arrive]:
    """Opens the web page for as many visitors as a test needs; at its end none may have complained."""
    arrived: list[Visitor] = []

    def enter(path: str = "/", **settings: Any) -> Visitor:
        arrived.append(Visitor(browser, page_server.origin, path, **settings))
        return arrived[-1]

    yield enter
    for one in arrived:
        one.context.close()
    assert [one.complaints for one in arrived if one.complaints] == []
    assert [one.strangers for one in arrived if one.strangers] == []


@pytest.fixture
def visitor(arrive: Arrive) -> Visitor:
    """One visitor of the web page at a desk."""
    return arrive()


def serving(page: str) -> Iterator[Served]:
    """A server that must not have tried to reach another machine."""
    served = Served(page)
    yield served
    served.kill()
    assert served.reached_out == []
