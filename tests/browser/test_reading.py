"""Reading a document beside the conversation."""

from __future__ import annotations

import pytest

from tests.browser.visitor import Visitor
from tests.fake_archive import QUOTED
from ui.texts import RUSSIAN

IN_VIEW = """mark => {
    const [inner, outer] = [mark, mark.closest(".body")].map(each => each.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom && outer.bottom <= innerHeight;
}"""
READING = RUSSIAN.reading


@pytest.fixture
def reading(visitor: Visitor) -> Visitor:
    """A visitor who has opened the first of an answer's passages."""
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".card")
    visitor.page.locator(".card button.open").first.click()
    visitor.shows(".document .body mark")
    return visitor


def test_a_card_opens_its_document_at_the_quote_and_escape_leads_back_to_the_card(reading: Visitor) -> None:
    mark = reading.shows(".document .body mark")
    assert mark.inner_text().lower() == QUOTED
    reading.page.wait_for_function(IN_VIEW, arg=mark.element_handle())
    reading.shows(".document .reference", "РГАСПИ")
    reading.page.keyboard.press("Escape")
    reading.page.wait_for_selector(".document", state="detached")
    assert reading.page.evaluate("document.activeElement === document.querySelector('.card button.open')")


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


def test_the_next_and_the_previous_hit_are_opened_at_their_quotes(reading: Visitor) -> None:
    reading.shows(".document .hits", READING.hit.format(current=1, count=10))
    assert reading.page.locator('[data-act="hit"][data-step="-1"]').is_disabled()
    reading.page.locator('[data-act="hit"][data-step="1"]').click()
    reading.shows(".document .hits", READING.hit.format(current=2, count=10))
    mark = reading.shows(".document .body mark")
    reading.page.wait_for_function(IN_VIEW, arg=mark.element_handle())
    reading.page.locator('[data-act="hit"][data-step="-1"]').click()
    reading.shows(".document .hits", READING.hit.format(current=1, count=10))
    assert reading.shows(".document .body mark").inner_text().lower() == QUOTED


def test_the_documents_before_and_after_are_opened(reading: Visitor) -> None:
    reading.page.get_by_label(f"{READING.after}: Документ № 127").click()
    reading.shows(".document .facts", "127")
    reading.page.get_by_label(f"{READING.before}: Документ № 35").click()
    reading.shows(".document .facts", "35")


def test_of_two_documents_opened_quickly_the_second_stays_open(reading: Visitor) -> None:
    reading.page.evaluate(
        "['127', '1'].forEach(number => document.querySelector(`.card button.open[data-document='${number}']`).click())"
    )
    reading.shows(".document .facts", "1 февраля 1923 г.")


def test_the_words_around_a_passage_are_unfolded_in_its_card(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    card = visitor.shows(".card").page.locator(".card").first
    around = card.locator(".around").first
    assert not around.is_visible()
    card.locator('[data-act="around"]').click()
    assert around.is_visible()
    assert card.locator('[data-act="around"]').get_attribute("aria-expanded") == "true"
    card.locator('[data-act="around"]').click()
    assert not around.is_visible()


def test_the_quote_is_marked_strongly_and_the_words_of_the_question_faintly(visitor: Visitor) -> None:
    visitor.ask("Что Владимир Ильич предложил Троцкому против Зиновьева?")
    text = visitor.shows(".card").page.locator(".card").first.locator(".text")
    strong = text.locator("mark:not(.heard)").first.evaluate("mark => getComputedStyle(mark).backgroundColor")
    faint = text.locator(".heard").first.evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert strong != faint
