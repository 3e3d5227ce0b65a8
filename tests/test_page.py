"""The page in a real browser, served as a visitor would have it, over the fake archive."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fake_archive import QUOTED
from ui.server import CannotListen, PortInUse, listening
from ui.texts import ENGLISH, RUSSIAN

REPOSITORY = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SERVER = """
from tests.fake_archive import fake_archive
from ui.server import serve
serve(fake_archive(), port=0, announce=lambda address: print(address, flush=True))
"""
PATIENCE = 10_000
"""Milliseconds; on a quiet machine an answer is there after 150."""
IN_VIEW = """mark => {
    const [inner, outer] = [mark, mark.closest(".body")].map(each => each.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom && outer.bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-W", "ignore", "-c", SERVER]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=REPOSITORY, env=environment, **pipes) as process:
        assert process.stdout
        yield process.stdout.readline().strip(), process
        process.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (make install)")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


class Visitor:
    """A browser window of its own: what it shows, whom it asked and what it complained of."""

    def __init__(self, browser: Any, address: str) -> None:
        self.page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        self.page.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.page.goto(address)
        self.page.wait_for_selector(".masthead")

    def _heard(self, said: Any) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def ask(self, question: str) -> None:
        """Type a question and send it with the Enter key."""
        self.page.fill("#composer textarea", question)
        self.page.press("#composer textarea", "Enter")

    def shows(self, selector: str, words: str = "") -> Any:
        """The last visible element of `selector` that holds `words`; fails where none comes."""
        found = self.page.locator(selector).filter(has_text=words).last
        found.wait_for()
        return found


@pytest.fixture
def visitor(browser: Any, server: tuple[str, Any]) -> Iterator[Visitor]:
    arrived = Visitor(browser, server[0])
    yield arrived
    arrived.page.context.close()
    assert arrived.complaints == []
    assert [url for url in arrived.requests if not url.startswith(server[0])] == []


def test_a_question_is_answered_and_its_document_opened(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    assert visitor.shows(".answer blockquote").inner_text().lower() == QUOTED
    visitor.shows(".answer .reference", "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227")
    visitor.shows(".answer .confidence", RUSSIAN.sure)
    assert visitor.page.locator(".card").count() == 10
    assert visitor.page.input_value("#composer textarea") == ""

    visitor.page.locator(".card button.open").first.click()
    mark = visitor.shows(".document .body mark")
    assert mark.inner_text().lower() == QUOTED
    visitor.page.wait_for_function(IN_VIEW, arg=mark.element_handle())
    visitor.shows(".document .reference", "РГАСПИ")
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".document", state="detached")


def test_a_long_document_is_scrolled_to_the_quote(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    preface = visitor.shows(".card", RUSSIAN.preface)
    preface.locator("button.open").click()
    mark = visitor.shows(".document .body mark")
    visitor.page.wait_for_function(IN_VIEW, arg=mark.element_handle())
    visitor.page.locator(".document .body").evaluate("body => body.scrollTo(0, body.scrollHeight)")
    assert not mark.evaluate(IN_VIEW)
    preface.locator("button.open").click()
    visitor.page.wait_for_function(IN_VIEW, arg=mark.element_handle())


def test_the_switch_changes_every_word_and_examples_can_be_asked(visitor: Visitor) -> None:
    assert visitor.page.evaluate("document.documentElement.lang") == "ru"
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".card button.open", RUSSIAN.open).click()
    visitor.shows(".document .close", RUSSIAN.close)
    visitor.page.click('[data-act="switch"][data-language="en"]')
    for selector, words in {
        ".intro": ENGLISH.intro,
        ".examples p": ENGLISH.examples,
        ".answer .confidence": ENGLISH.sure,
        ".card button.open": ENGLISH.open,
        ".document .close": ENGLISH.close,
        ".renew": ENGLISH.renew,
        "#composer button": ENGLISH.ask,
    }.items():
        assert words in visitor.shows(selector, words).inner_text()
    visitor.page.get_by_placeholder(ENGLISH.placeholder).wait_for()
    visitor.page.wait_for_function("document.documentElement.lang === 'en' && document.title.startsWith('The Polit')")

    visitor.page.locator(".examples button").first.click()
    visitor.shows(".question", "What did Krupskaya tell Trotsky about Lenin and Marx?")
    visitor.page.wait_for_function("document.querySelectorAll('.answer').length === 2")
    visitor.shows(".understood", "Что предложил Ленин? What did Krupskaya")  # the first question came along
    visitor.page.click(".renew")
    visitor.page.wait_for_function("!document.querySelector('.turn') && !document.querySelector('.document')")


def test_what_is_not_in_the_documents_is_said_civilly(visitor: Visitor) -> None:
    visitor.ask("What was the weather?")
    visitor.shows(".answer.none", ENGLISH.not_found["nothing"])
    visitor.shows("summary", RUSSIAN.nearest.format(count=10))
    assert visitor.page.locator("blockquote").count() == 0


def test_bad_questions_get_a_civil_word(visitor: Visitor) -> None:
    visitor.page.click("#composer button")
    visitor.shows(".notice", RUSSIAN.empty_question)
    visitor.ask("<script>alert(1)</script><img src=x onerror=alert(2)> ${alert(3)} {{constructor}}")
    visitor.shows(".question", "<script>alert(1)</script><img src=x onerror=alert(2)> ${alert(3)} {{constructor}}")
    visitor.shows(".answer blockquote")
    for question, selector, words in (
        ("?! … №", ".notice", RUSSIAN.empty_question),
        ("сбой", ".notice", RUSSIAN.failed),
        ("слово " * 2000, ".notice", RUSSIAN.long_question.format(limit=10_000)),
        ("слово " * 1650, ".question", "слово…"),
    ):
        visitor.ask(question)
        visitor.shows(selector, words)
    visitor.page.wait_for_function("document.querySelectorAll('.answer').length === 2")


def test_filters_are_chosen_and_taken_back(visitor: Visitor) -> None:
    visitor.page.click("#limits summary")
    visitor.page.check(".kinds [value='докладная записка']")
    visitor.page.fill(".people input", "ягода")
    visitor.page.press(".people input", "Enter")
    visitor.shows(".chosen .chip", "докладная записка")
    visitor.shows(".chosen .chip", "Ягода")
    visitor.page.locator(".years [name='to']").press("ArrowLeft")
    visitor.shows(".chosen .chip", "1923")
    assert visitor.page.inner_text(".years output") == "1923"
    visitor.page.select_option("[name='archive']", "РГАСПИ")
    visitor.shows(".chosen .chip", "РГАСПИ")
    assert visitor.page.is_enabled("[name='fond']") and visitor.page.is_disabled("[name='opis']")
    visitor.page.click(".chosen .everywhere")
    visitor.page.wait_for_selector(".chosen", state="detached")
    assert not visitor.page.is_checked(".kinds [value='докладная записка']")
    assert visitor.page.inner_text(".years output") == "1923–1924"


def test_an_address_may_bring_a_language_and_a_question(browser: Any, server: tuple[str, Any]) -> None:
    arrived = Visitor(browser, f"{server[0]}?language=en&question=What+did+Lenin+propose")
    arrived.shows(".question", "What did Lenin propose")
    arrived.shows(".answer .confidence", ENGLISH.sure)
    arrived.page.wait_for_function("document.documentElement.lang === 'en' && location.search === ''")
    arrived.page.context.close()


def test_quick_presses_are_one(visitor: Visitor) -> None:
    visitor.page.wait_for_selector(".starting", state="detached")
    visitor.page.evaluate("for (let at = 0; at < 200; at++) document.querySelector('.examples button').click()")
    visitor.shows(".answer")
    assert visitor.page.locator(".turn").count() == 1


def test_a_lost_connection_is_said_and_the_question_answered_after_it(browser: Any, server: tuple[str, Any]) -> None:
    arrived = Visitor(browser, server[0])
    arrived.ask("Что предложил Ленин?")
    arrived.shows(".answer")
    arrived.page.context.set_offline(True)
    arrived.ask("Кто такой Ягода?")
    arrived.shows(".link-state", RUSSIAN.talk.lost)
    arrived.page.context.set_offline(False)
    arrived.page.wait_for_function("document.querySelectorAll('.answer').length === 2")
    assert arrived.page.inner_text(".link-state") == ""
    arrived.page.context.close()


def test_light_and_dark_are_switched_by_hand(visitor: Visitor) -> None:
    visitor.page.wait_for_selector(".starting", state="detached")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert visitor.page.evaluate(ground) == "rgb(245, 245, 244)"
    visitor.page.click("[data-act='dark']")
    assert visitor.page.evaluate(ground) == "rgb(12, 10, 9)"
    assert visitor.page.get_attribute("[data-act='dark']", "aria-pressed") == "true"


def test_two_visitors_see_nothing_of_each_other(visitor: Visitor, browser: Any, server: tuple[str, Any]) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".answer")
    other = Visitor(browser, server[0])
    assert other.page.locator(".turn").count() == 0
    other.page.context.close()


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1600])
def test_the_page_fits_narrow_and_wide_windows(visitor: Visitor, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 844})
    visitor.ask("о" * 300)
    visitor.shows(".answer")
    visitor.shows(".card button.open").click()
    visitor.shows(".document mark")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visitor.page.locator(".document .close").bounding_box()["width"] >= 60


def test_ctrl_c_ends_the_server_quietly(browser: Any, server: tuple[str, subprocess.Popen[str]]) -> None:
    """The last test with this server: a page is still open, and may complain that its server is gone."""
    address, process = server
    visitor = Visitor(browser, address)
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=15)
    assert process.returncode == 0
    assert complaints.count("Traceback") == complaints.count("RuntimeError: the fake archive was asked to fail") == 1, (
        complaints
    )
    visitor.page.context.close()


def test_a_port_in_use_is_named_before_anything_starts() -> None:
    with closing(listening("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=rf"^port {port} is in use; .*--port$"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("256.0.0.1.invalid", 7860), ("127.0.0.1", 70000), ("192.0.2.1", 7860)])
def test_an_address_that_cannot_be_had_is_named_in_one_line(host: str, port: int) -> None:
    with pytest.raises(CannotListen) as raised:
        listening(host, port)
    assert host in str(raised.value) and "\n" not in str(raised.value)
