"""The network pulled in mid-answer, and a server that dies: the web page recovers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import serving
from tests.browser.served import Served
from tests.browser.test_bad_input import still_answers
from tests.browser.visitor import Visitor
from tests.browser.watched import WAITING
from ui.texts import RUSSIAN

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def mortal() -> Iterator[Served]:
    """A server of the web page that may be stopped."""
    yield from serving("page")


def test_a_network_pulled_in_mid_answer_leaves_the_page_usable(visitor: Visitor, page_server: Served) -> None:
    visitor.ask(f"{WAITING}, Ленин!")
    visitor.shows(".searching")
    visitor.context.set_offline(offline=True)
    page_server.go_on()
    visitor.context.set_offline(offline=False)
    visitor.shows(".answer blockquote")
    still_answers(visitor)
    visitor.forgive("ERR_INTERNET_DISCONNECTED")


def test_a_question_asked_without_a_network_is_answered_when_it_is_back(visitor: Visitor) -> None:
    visitor.shows("#composer textarea")
    visitor.context.set_offline(offline=True)
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".link-state", RUSSIAN.talk.lost)
    visitor.context.set_offline(offline=False)
    visitor.shows(".answer blockquote")
    assert visitor.page.inner_text(".link-state") == ""
    visitor.forgive("ERR_INTERNET_DISCONNECTED")


def test_a_server_killed_in_mid_answer_and_started_again_answers_after_all(
    browser: Browser, mortal: Served, arrived: list[Visitor]
) -> None:
    arrived.append(visitor := Visitor(browser, mortal.origin))
    visitor.ask(f"{WAITING}, Ленин!")
    visitor.shows(".searching")
    mortal.kill()
    mortal.start()
    mortal.go_on()
    visitor.shows(".question", f"{WAITING}, Ленин!")
    visitor.shows(".answer blockquote")
    visitor.forgive("ERR_")


def test_ctrl_c_ends_the_server_quietly_though_a_page_is_open(
    browser: Browser, mortal: Served, arrived: list[Visitor]
) -> None:
    """The last test with this server."""
    arrived.append(visitor := Visitor(browser, mortal.origin))
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".answer")
    assert mortal.interrupt() == 0
    assert mortal.complaints == []
    visitor.forgive("ERR_")
