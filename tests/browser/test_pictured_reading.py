"""Reading a document that was opened from the pictures of the page."""

from __future__ import annotations

import re

from tests.browser.visitor import Visitor
from ui.texts import RUSSIAN

THIRD = re.compile("^3$")
"""The number of the third document on its dot; the years on the axis have threes, too."""
ACTIVE = "document.activeElement.matches({!r})"
LIST = '.picture[data-picture="timeline"] > .picture-list'


def test_a_dot_opens_its_document_at_the_passage_of_the_answer_and_the_page_stays_where_it_is(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".answer")
    visitor.shows("details.pictures > summary").click()
    dot = visitor.page.locator('.picture[data-picture="timeline"] svg text', has_text=THIRD).last
    dot.wait_for()
    dot.scroll_into_view_if_needed()
    place, scrolled = dot.bounding_box() or {}, visitor.page.evaluate("scrollY")
    visitor.page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    visitor.shows(".document .hits", RUSSIAN.reading.hit.format(current=3, count=10))
    visitor.shows(".document .body mark")
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".document", state="detached")
    assert visitor.page.evaluate(ACTIVE.format(f"{LIST} > summary"))
    assert visitor.page.evaluate("scrollY") == scrolled


def test_from_the_question_field_the_answer_is_two_keys_away(visitor: Visitor) -> None:
    visitor.page.keyboard.type("Что предложил Ленин?")
    visitor.page.keyboard.press("Enter")
    visitor.shows(".card")
    visitor.page.keyboard.press("Shift+Tab")
    assert visitor.page.evaluate(ACTIVE.format(".up"))
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate(ACTIVE.format("#latest"))
    assert visitor.page.locator("#latest .question").bounding_box()["y"] < 50  # type: ignore[index]


def test_a_document_that_is_open_is_printed_alone_and_whole(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".card", RUSSIAN.preface).locator("button.open").click()
    visitor.shows(".document .body mark")
    visitor.page.emulate_media(media="print")
    assert not visitor.page.locator("#talk").is_visible()
    body = visitor.page.locator(".document .body")
    assert body.evaluate("body => body.scrollHeight === body.clientHeight")


def test_a_chosen_kind_is_seen_to_be_chosen(visitor: Visitor) -> None:
    visitor.page.locator("#limits summary").click()
    box = visitor.page.locator('[name="kinds"]').first
    box.check()
    visitor.shows("#chosen .chip")
    assert box.evaluate("box => getComputedStyle(box).appearance") == "auto"
