"""A guest who went away: the kiosk asks, counts down, begins anew, and nothing of the guest remains."""

from __future__ import annotations

import pytest

from tests.browser.guest import Guest, Welcome
from tests.browser.served import Served
from tests.browser.serving import COUNTDOWN, IDLE
from ui.texts import RUSSIAN

PRIVATE = "Тайный вопрос о Ленине"
KEPT = """async () => ({
    local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: await caches.keys(), state: history.state,
    workers: (await navigator.serviceWorker.getRegistrations()).length, name: window.name,
})"""
NOTHING = {
    "local": {}, "session": {}, "cookies": "", "databases": 0, "caches": [], "state": None, "workers": 0, "name": "",
}  # fmt: skip


@pytest.fixture
def leaving(welcome: Welcome) -> Guest:
    """A guest who has asked and changed what can be changed; the time of the page is in the test's hands."""
    guest = welcome()
    guest.page.clock.install()
    guest.page.reload()
    guest.sees("attract")
    guest.touches_act("home")
    guest.speaks("en")
    guest.touches_act("larger")
    guest.touches_act("contrast")
    guest.asks(PRIVATE)
    return guest


def test_a_guest_who_comes_back_in_time_finds_the_visit_as_it_was(leaving: Guest) -> None:
    leaving.waits(IDLE + 5)
    idle = leaving.sees("idle")
    assert idle.locator(".countdown").inner_text() in {str(COUNTDOWN - 5), str(COUNTDOWN - 6)}
    leaving.touches(idle.locator("button"), times=1)
    idle.wait_for(state="detached")
    assert leaving.sees("answer").locator(".asked").inner_text() == PRIVATE
    leaving.waits(IDLE - 5)
    assert leaving.page.locator('dialog[data-screen="idle"]').count() == 0


def test_after_the_countdown_nothing_remains_of_the_guest(leaving: Guest, kiosk_server: Served) -> None:
    pages = leaving.page.evaluate("history.length")
    leaving.waits(IDLE + 1)
    leaving.sees("idle")
    leaving.waits(COUNTDOWN)
    leaving.sees("attract")
    assert kiosk_server.has_forgotten()
    assert PRIVATE not in leaving.page.content()
    assert leaving.page.evaluate(KEPT) == NOTHING
    assert leaving.context.cookies() == []
    assert leaving.page.evaluate("history.length") == pages
    assert leaving.page.url == f"{leaving.origin}/kiosk"
    assert leaving.page.evaluate("[document.documentElement.lang, ...document.documentElement.classList]") == [
        "ru",
        "light",
    ]
    assert leaving.page.evaluate("document.documentElement.dataset.size ?? '0'") == "0"


def test_the_next_guest_sees_and_is_understood_as_if_nobody_had_been_there(leaving: Guest) -> None:
    leaving.waits(IDLE + COUNTDOWN + 1)
    leaving.sees("attract")
    leaving.touches_act("home")
    leaving.touches_act("type")
    assert leaving.page.input_value("#question") == ""
    leaving.asks("Кто написал завещание?")
    assert leaving.page.locator(".understood").count() == 0
    leaving.page.keyboard.press("Escape")
    leaving.page.keyboard.press("Escape")
    leaving.page.keyboard.press("Escape")
    assert PRIVATE not in leaving.page.content()


def test_a_guest_may_end_the_visit_and_what_was_asked_was_never_in_an_address(
    guest: Guest, kiosk_server: Served
) -> None:
    guest.asks(PRIVATE)
    guest.touches_act("home")
    guest.touches_act("reset", RUSSIAN.kiosk.leave)
    guest.sees("attract")
    assert kiosk_server.has_forgotten()
    assert PRIVATE not in guest.page.content()
    assert {url.partition("?")[2] for url in guest.requests} == {""}


def test_the_clock_of_the_machine_may_jump_without_ending_the_visit(guest: Guest) -> None:
    guest.asks(PRIVATE)
    for time in ("2093-06-01", "1970-01-01"):
        guest.page.clock.set_fixed_time(time)
        guest.page.wait_for_timeout(600)
        assert guest.page.locator("dialog").count() == 0
    guest.asks(PRIVATE)
