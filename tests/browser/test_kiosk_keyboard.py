"""The keyboard on the screen of the kiosk, and the kiosk with a keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.guest import Guest
from ui.texts import ENGLISH, RUSSIAN

if TYPE_CHECKING:
    from playwright.sync_api import Request

ENTER = '.keyboard [data-skbtn="{enter}"]'
LAYOUT = '.keyboard [data-skbtn="{layout}"]'
ERASE = '.keyboard [data-skbtn="{erase}"]'


def field(guest: Guest) -> str:
    return guest.page.input_value("#question")


def before(asked: Request) -> list[str]:
    """The questions that went along with one."""
    sent = asked.post_data_json
    assert sent
    return list(sent["history"])


def test_both_layouts_type_letters_digits_and_signs_where_the_caret_is(guest: Guest) -> None:
    guest.touches_act("home")
    guest.touches_act("type")
    guest.types("ленин 1926?")
    assert field(guest) == "ленин 1926?"
    guest.page.locator(LAYOUT).click()
    guest.types(" lenin")
    assert field(guest) == "ленин 1926? lenin"
    guest.page.locator(ERASE).click()
    guest.page.locator("#question").evaluate("field => field.setSelectionRange(0, 6)")
    guest.types("x")
    assert field(guest) == "x1926? leni"
    guest.page.locator(LAYOUT).click()
    guest.types("ёъ")
    assert field(guest) == "xёъ1926? leni"


def test_suggestions_follow_what_is_typed_and_are_asked_with_one_touch(guest: Guest) -> None:
    guest.touches_act("home")
    guest.touches_act("type")
    offered = guest.shows(".suggestions").inner_html()
    assert offered.count("<button") == 4 and "хранится" not in offered
    guest.types("хранится")
    suggested = guest.shows('.suggestions button[data-question*="хранится"]')
    question = suggested.inner_text()
    suggested.click()
    assert guest.sees("answer").locator(".asked").inner_text() == question


def test_an_empty_field_offers_questions_again(guest: Guest) -> None:
    guest.touches_act("home")
    guest.touches_act("type")
    offered = guest.shows(".suggestions").inner_html()
    changed = "([offered, same]) => (document.querySelector('.suggestions').innerHTML === offered) === same"
    guest.types("ъ")
    guest.page.wait_for_function(changed, arg=[offered, False])
    guest.page.locator(ERASE).click()
    guest.page.wait_for_function(changed, arg=[offered, True])


def test_only_a_typed_question_goes_on_from_the_one_before(guest: Guest) -> None:
    guest.asks("Что предложил Ленин?")
    guest.touches_act("type")
    with guest.page.expect_request("**/kiosk/answer") as typed:
        guest.types("а потом?")
        guest.page.locator(ENTER).click()
    assert before(typed.value) == ["Что предложил Ленин?"]
    guest.touches_act("type")
    with guest.page.expect_request("**/kiosk/answer") as touched:
        guest.touches_act("ask")
    assert before(touched.value) == []


def test_the_way_home_begins_anew(guest: Guest) -> None:
    guest.asks("Что предложил Ленин?")
    with guest.page.expect_request("**/kiosk/answer") as asked:
        guest.asks("А потом?")
    assert before(asked.value) == []


def test_a_guest_from_abroad_begins_in_english(guest: Guest) -> None:
    guest.speaks("en")
    assert guest.sees("home").locator("h1").inner_text() == ENGLISH.kiosk.wish


def test_an_english_kiosk_begins_with_latin_letters(guest: Guest) -> None:
    guest.touches_act("home")
    guest.speaks("en")
    guest.touches_act("type")
    guest.types("lenin")
    guest.page.locator(ENTER).click()
    assert guest.sees("answer").locator(".asked").inner_text() == "lenin"


def test_what_is_typed_may_be_anything(guest: Guest) -> None:
    for question in ("<img src=x onerror=alert(1)> Ленин", "Ленин 👩‍👩‍👧 🏴", "л" * 10_000):
        guest.asks(question)
        shown = guest.page.locator(".asked").inner_text()
        assert shown == question if len(question) <= 200 else shown == f"{question[:200]}…"
        assert guest.page.locator("#stage :is(script, iframe, object, img:not(.logo))").count() == 0
        assert guest.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_a_visit_is_possible_with_a_keyboard_alone(guest: Guest) -> None:
    keys = guest.page.keyboard
    keys.press("Enter")
    guest.sees("home")
    _tab_to(guest, RUSSIAN.kiosk.typing)
    keys.press("Enter")
    guest.sees("ask")
    keys.type("Что предложил Ленин?")
    keys.press("Enter")
    guest.sees("answer")
    _tab_to(guest, RUSSIAN.open)
    keys.press("Enter")
    guest.sees("document")
    keys.press("Escape")
    guest.sees("answer")
    _tab_to(guest, RUSSIAN.kiosk.home)
    keys.press("Space")
    guest.sees("home")
    _tab_to(guest, RUSSIAN.kiosk.leave)
    keys.press("Enter")
    guest.sees("attract")


def test_the_keys_on_the_screen_can_be_reached_with_tab(guest: Guest) -> None:
    guest.touches_act("home")
    guest.touches_act("type")
    _tab_to(guest, "л")
    guest.page.keyboard.press("Enter")
    assert field(guest) == "л"
    assert guest.page.evaluate("document.activeElement.innerText") == "л"


def _tab_to(guest: Guest, words: str) -> None:
    """Go on with the Tab key to the button with these words; where it has the focus that can be seen."""
    for _ in range(100):
        guest.page.keyboard.press("Tab")
        if guest.page.evaluate("document.activeElement.innerText?.trim()") == words:
            outline = guest.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError(f"Tab does not lead to {words}")
