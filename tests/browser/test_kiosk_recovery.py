"""The server of the kiosk dies, or its cable is pulled: the screen says so kindly and comes back by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessible import violations
from tests.browser.conftest import serving
from tests.browser.guest import Guest
from tests.browser.served import Served
from tests.browser.visitor import Visitor
from tests.browser.watched import WAITING
from ui.texts import RUSSIAN

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def mortal(browser: Browser) -> Iterator[Served]:
    """A server of the kiosk that may be stopped."""
    yield from serving("kiosk")


@pytest.fixture
def witness(browser: Browser, mortal: Served, arrived: list[Visitor]) -> Guest:
    """A guest of that server."""
    arrived.append(guest := Guest(browser, mortal.origin))
    return guest


def test_a_server_that_dies_in_mid_answer_is_said_kindly_and_awaited(witness: Guest, mortal: Served) -> None:
    witness.touches_act("home")
    witness.touches_act("type")
    witness.page.fill("#question", f"{WAITING}, Ленин!")
    witness.page.press("#question", "Enter")
    mortal.kill()
    away = witness.sees("away")
    assert away.locator("h2").inner_text() == RUSSIAN.kiosk.away
    assert violations(witness.page) == []
    mortal.start()
    away.wait_for(state="detached")
    witness.sees("attract")
    witness.asks("Что предложил Ленин?")
    witness.forgive("ERR_")


def test_a_server_that_dies_while_nobody_is_there_is_noticed_by_itself(witness: Guest, mortal: Served) -> None:
    mortal.kill()
    away = witness.sees("away")
    mortal.start()
    away.wait_for(state="detached")
    witness.sees("attract")
    witness.forgive("ERR_")


def test_a_pulled_cable_is_waited_for_and_the_question_is_answered_after_all(guest: Guest) -> None:
    guest.touches_act("home")
    guest.touches_act("type")
    guest.page.fill("#question", "Что предложил Ленин?")
    guest.context.set_offline(offline=True)
    guest.page.press("#question", "Enter")
    guest.sees("away")
    guest.context.set_offline(offline=False)
    guest.sees("answer")
    assert guest.page.locator("dialog").count() == 0
    guest.forgive("ERR_INTERNET_DISCONNECTED")
