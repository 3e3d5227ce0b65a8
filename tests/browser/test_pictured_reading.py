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
    place, scrolled = dot.bounding_box(), visitor.page.evaluate("scrollY")
    assert place
    visitor.page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    visitor.shows(".document .hits", RUSSIAN.reading.hit.format(current=3, count=10))
    visitor.shows(".document .body mark")
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".document", state="detached")
    assert visitor.page.evaluate(ACTIVE.format(f"{LIST} > summary"))
    assert visitor.page.evaluate("scrollY") == scrolled


def test_who_comes_can_type_at_once_and_from_the_question_field_the_answer_is_two_keys_away(visitor: Visitor) -> None:
    visitor.page.wait_for_function(ACTIVE.format("#composer textarea"))
    visitor.page.keyboard.type("Что предложил Ленин?")
    visitor.page.keyboard.press("Enter")
    visitor.shows(".card")
    visitor.page.keyboard.press("Shift+Tab")
    assert visitor.page.evaluate(ACTIVE.format(".up"))
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate(ACTIVE.format("#latest"))
    visitor.page.wait_for_function("document.querySelector('#latest').getBoundingClientRect().top < 50")


def test_a_document_that_is_open_is_printed_alone_and_whole(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".card", RUSSIAN.preface).locator("button.open").click()
    visitor.shows(".document .body mark")
    visitor.page.emulate_media(media="print")
    assert not visitor.page.locator("#talk").is_visible()
    body = visitor.page.locator(".document .body")
    assert body.evaluate("body => body.scrollHeight === body.clientHeight")
