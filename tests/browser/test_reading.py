"""Reading a document beside the conversation."""

from __future__ import annotations

from tests.browser.visitor import Visitor
from tests.fake_archive import QUOTED
from ui.texts import RUSSIAN

IN_VIEW = """mark => {
    const [inner, outer] = [mark, mark.closest(".body")].map(each => each.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom && outer.bottom <= innerHeight;
}"""


def test_a_card_opens_its_document_at_the_quote_and_escape_puts_it_away(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".card")
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
