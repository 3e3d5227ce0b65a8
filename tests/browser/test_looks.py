"""How the web page fits its window, in light and in dark, and what axe-core says of it."""

from __future__ import annotations

import pytest

from tests.browser.accessible import violations
from tests.browser.sizes import IN_EVERY_SIZE, Size
from tests.browser.visitor import Arrive, Visitor
from ui.texts import ENGLISH


@IN_EVERY_SIZE
def test_every_state_fits_the_window_and_has_no_grave_fault(arrive: Arrive, size: Size) -> None:
    visitor = arrive(size=size)
    visitor.shows("#composer textarea")
    faults = {"empty": violations(visitor.page)}
    visitor.ask("о" * 300)
    visitor.shows(".answer")
    faults["answered"] = violations(visitor.page)
    assert visitor.overflow == 0
    visitor.shows(".card button.open").click()
    visitor.shows(".document mark")
    faults["reading"] = violations(visitor.page)
    assert visitor.overflow == 0
    assert faults == {"empty": [], "answered": [], "reading": []}


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(28, 25, 23)")])
def test_the_page_follows_the_light_of_the_system_and_stays_legible(arrive: Arrive, scheme: str, paper: str) -> None:
    visitor = arrive(color_scheme=scheme)
    visitor.ask("Что предложил Ленин?")
    card = visitor.shows(".card")
    assert card.evaluate("card => getComputedStyle(card).backgroundColor") == paper
    assert violations(visitor.page) == []


def test_light_and_dark_are_switched_by_hand_and_stay_so_in_another_language(visitor: Visitor) -> None:
    switch = visitor.shows('[data-act="dark"]')
    visitor.page.wait_for_selector(".starting", state="detached")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = visitor.page.evaluate(ground)
    visitor.page.click('[data-act="dark"]')
    dark = visitor.page.evaluate(ground)
    assert (light, dark) == ("rgb(245, 245, 244)", "rgb(12, 10, 9)")
    visitor.page.click('[data-act="switch"][data-language="en"]')
    visitor.shows(".intro", ENGLISH.intro)
    assert visitor.page.evaluate(ground) == dark
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert visitor.page.evaluate(ground) == light
