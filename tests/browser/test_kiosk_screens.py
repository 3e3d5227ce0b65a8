"""Every screen of the kiosk in every size: it fits, all of it can be touched, and axe-core finds no grave fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.accessible import violations
from tests.browser.guest import Guest, Welcome
from tests.browser.sizes import IN_EVERY_SIZE, KIOSK, SCREEN, Size
from tests.fake_archive import QUOTED
from ui.texts import RUSSIAN

TOO_SMALL = """() => [...document.querySelectorAll(":is(button, input, a):not(sup a)")].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    const narrowest = each.matches(".keyboard button") && innerWidth < 600 ? 24 : 44;
    return each.checkVisibility() && (width < narrowest || height < 44);
}).map((each) => each.outerHTML.slice(0, 80))"""
"""Twelve letters in a row do not fit a telephone otherwise."""
BEYOND = """() => {
    const root = document.documentElement;
    return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight];
}"""
WORDS = RUSSIAN.kiosk


def walk(guest: Guest) -> Iterator[str]:
    """Through all screens, by touch alone; the name of each."""
    yield "attract"
    guest.touches_act("home")
    yield "home"
    guest.touches_act("theme")
    yield "theme"
    guest.touches_act("ask")
    yield "answer"
    guest.touches_act("open")
    yield "document"
    guest.touches_act("home")
    guest.touches_act("person")
    yield "person"
    guest.touches_act("home")
    guest.touches_act("year")
    yield "year"
    guest.touches_act("home")
    guest.touches_act("type")
    yield "ask"
    guest.types("погода")
    guest.page.locator('.keyboard [data-skbtn="{enter}"]').click()
    yield "nothing"
    guest.touches_act("type")
    guest.types("сбой")
    guest.page.locator('.keyboard [data-skbtn="{enter}"]').click()
    yield "trouble"


@IN_EVERY_SIZE
def test_every_screen_fits_and_can_be_touched_and_has_no_grave_fault(welcome: Welcome, size: Size) -> None:
    guest = welcome(size=size)
    faults: dict[str, object] = {}
    for name in walk(guest):
        guest.sees(name)
        found = {
            "beyond": guest.page.evaluate(BEYOND),
            "small": guest.page.evaluate(TOO_SMALL),
            "axe": violations(guest.page),
        }
        if found != {"beyond": [0, 0], "small": [], "axe": []}:
            faults[name] = found
    assert faults == {}


def test_a_touched_question_is_answered_with_quote_reference_and_document(guest: Guest) -> None:
    guest.touches_act("home")
    guest.touches_act("theme")
    guest.sees("theme")
    question = guest.shows(".questions button").inner_text()
    guest.touches_act("ask", question)
    answer = guest.sees("answer")
    assert answer.locator(".asked").inner_text() == question
    assert answer.locator("blockquote:visible").inner_text().lower() == QUOTED
    guest.shows(".place .reference:visible", "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227")
    guest.touches_act("open")
    mark = guest.sees("document").locator("mark")
    assert mark.inner_text().lower() == QUOTED
    assert mark.evaluate(
        "mark => { const { top, bottom } = mark.getBoundingClientRect(); return top > 0 && bottom < innerHeight }"
    )
    guest.touches_act("back")
    guest.sees("answer")
    guest.touches_act("home")
    guest.sees("home")


@pytest.mark.parametrize("size", [KIOSK, SCREEN], ids=str)
def test_what_is_touched_lies_in_the_lower_half_and_what_is_read_above_it(welcome: Welcome, size: Size) -> None:
    guest = welcome(size=size)
    guest.asks("Что предложил Ленин?")
    for tool in (".controls", ".bar"):
        box = guest.shows(f"{tool}:visible").bounding_box()
        assert box
        assert box["y"] >= size.height / 2
    quote, controls = (guest.shows(what).bounding_box() for what in ("blockquote:visible", ".controls:visible"))
    assert quote
    assert controls
    assert quote["y"] < controls["y"]


def test_the_quote_has_a_contrast_of_seven_to_one(guest: Guest) -> None:
    guest.asks("Что предложил Ленин?")
    assert violations(guest.page, rule="color-contrast-enhanced", within=".place") == []


def test_letters_grow_and_contrast_rises_until_the_visit_ends(guest: Guest) -> None:
    guest.asks("Что предложил Ленин?")
    size = "() => parseFloat(getComputedStyle(document.querySelector('blockquote')).fontSize)"
    usual = guest.page.evaluate(size)
    assert usual >= 32  # pixels, for a reader who stands
    guest.touches_act("larger")
    assert guest.page.evaluate(size) > usual
    assert guest.page.evaluate(BEYOND) == [0, 0]
    guest.touches_act("usual")
    assert guest.page.evaluate(size) == usual
    guest.touches_act("contrast")
    paper, ink = guest.page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert {paper, ink} == {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    assert violations(guest.page) == []


def test_the_language_changes_on_every_screen_and_comes_back_with_the_next_guest(guest: Guest) -> None:
    guest.touches_act("home")
    guest.speaks("en")
    guest.asks("What did Lenin propose?")
    assert guest.page.locator("blockquote:visible").get_attribute("lang") == "ru"
    guest.touches_act("home")
    guest.touches_act("reset")
    guest.sees("attract")
    assert guest.page.evaluate("document.documentElement.lang") == "ru"
