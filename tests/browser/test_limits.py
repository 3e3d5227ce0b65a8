"""Choosing where to search on the web page: the panel of filters, and what was read out of the question."""

from __future__ import annotations

import pytest

from tests.browser.accessible import violations
from tests.browser.sizes import DESK, IN_EVERY_SIZE, PHONE, Size
from tests.browser.visitor import Arrive, Visitor
from ui.texts import RUSSIAN

LETTER, YEAR = "письмо", "1923"
"""Of the fake archive's documents the letters are No. 1 of 1923 and No. 35 of 1924."""


@pytest.fixture
def choosing(visitor: Visitor) -> Visitor:
    """A visitor who has opened the panel."""
    visitor.shows("#limits-panel summary").click()
    visitor.shows("form.panel")
    return visitor


def documents(visitor: Visitor) -> set[str]:
    """The documents on the cards of the last answer."""
    return set(
        visitor.page.locator(".turn")
        .last.locator(".card button.open")
        .evaluate_all("all => all.map(each => each.dataset.document)")
    )


def answered(visitor: Visitor, question: str = "Что предложил Ленин?") -> set[str]:
    turns = visitor.page.locator(".turn").count()
    visitor.ask(question)
    visitor.page.wait_for_function(
        "turns => document.querySelectorAll('.turn > .answer').length === turns", arg=turns + 1
    )
    return documents(visitor)


def test_the_slider_of_years_limits_the_answer_and_its_chip_lifts_it(choosing: Visitor) -> None:
    assert choosing.page.locator(".bars rect:not(.out)").count() == 2
    choosing.page.locator('form.panel input[name="to"]').press("ArrowLeft")
    choosing.shows("form.panel .years output", "1923")
    chip = choosing.shows(".chosen .chip", YEAR)
    assert answered(choosing) == {"1"}
    assert choosing.page.locator(".bars rect:not(.out)").count() == 1
    chip.click()
    chip.wait_for(state="detached")
    choosing.shows("form.panel .years output", "1923–1924")
    assert answered(choosing) == {"0", "1", "35", "127"}


def test_kinds_people_and_shelf_marks_are_chosen_together_and_lifted_at_once(choosing: Visitor) -> None:
    panel = choosing.page.locator("form.panel")
    panel.locator(f'input[value="{LETTER}"]').check()
    choosing.shows(".chosen .chip", LETTER)
    assert answered(choosing) == {"1", "35"}
    panel.locator('input[name="person"]').fill("Сталин И. В.")
    panel.locator('input[name="person"]').press("Enter")
    choosing.shows(".chosen .chip", "Сталин И. В.")
    panel.locator('select[name="archive"]').select_option("РГАНИ")
    choosing.shows(".chosen .chip", "РГАНИ")
    assert answered(choosing) == {"1"}
    assert choosing.page.locator(".chosen .chip").all_inner_texts() == [LETTER, "Сталин И. В.", "РГАНИ"]
    choosing.page.locator('[data-act="everywhere"]').click()
    choosing.page.wait_for_selector(".chosen .chip", state="detached")
    assert answered(choosing) == {"0", "1", "35", "127"}
    assert not panel.locator(f'input[value="{LETTER}"]').is_checked()


def test_a_choice_in_which_nothing_is_found_is_said_and_the_question_can_be_asked_again(choosing: Visitor) -> None:
    choosing.page.locator('form.panel select[name="archive"]').select_option("РГАСПИ")
    choosing.shows(".chosen .chip", "РГАСПИ")
    choosing.page.locator('form.panel input[name="to"]').press("ArrowLeft")
    choosing.shows(".chosen .chip", YEAR)
    choosing.ask("Что предложил Ленин?")
    choosing.shows(".answer.none", RUSSIAN.not_found["selection"])
    choosing.page.locator('[data-act="everywhere"]').click()
    choosing.shows('[data-act="again"]', RUSSIAN.limits.again).click()
    choosing.shows(".answer blockquote")
    assert choosing.page.locator(".turn").count() == 1


def test_a_filter_read_from_the_question_is_a_chip_that_can_be_taken_away_and_put_back(visitor: Visitor) -> None:
    visitor.ask(f"Что было в {YEAR} году?")
    visitor.shows(".noticed .chip", f"{YEAR} г.").click()
    visitor.shows(".understood", RUSSIAN.limits.dropped.format(words=f"{YEAR} г."))
    assert visitor.page.locator(".noticed").count() == 0
    visitor.shows('[data-act="restore"]').click()
    visitor.shows(".noticed .chip", f"{YEAR} г.")
    assert visitor.page.locator(".turn").count() == 1


def test_what_is_chosen_while_the_choice_before_is_on_its_way_is_kept_too(choosing: Visitor) -> None:
    panel = choosing.page.locator("form.panel")
    panel.locator(f'input[value="{LETTER}"]').check()
    panel.locator('select[name="archive"]').select_option("РГАСПИ")
    panel.locator('input[name="to"]').press("ArrowLeft")
    for words in (LETTER, "РГАСПИ", YEAR):
        choosing.shows(".chosen .chip", words)
    panel.locator('input[name="kinds"]').evaluate_all("all => all.forEach(each => each.checked || each.click())")
    choosing.page.wait_for_function("document.querySelectorAll('.chosen .chip').length === 5")


def test_the_choice_is_nobody_else_s(choosing: Visitor, arrive: Arrive) -> None:
    choosing.page.locator(f'form.panel input[value="{LETTER}"]').check()
    choosing.shows(".chosen .chip", LETTER)
    other = arrive()
    other.shows("#limits-panel summary")
    assert other.page.locator(".chosen .chip").count() == 0


@IN_EVERY_SIZE
def test_the_open_panel_fits_and_has_no_grave_fault(arrive: Arrive, size: Size) -> None:
    visitor = arrive(size=size)
    visitor.shows("#limits-panel summary").click()
    visitor.page.locator(f'form.panel input[value="{LETTER}"]').check()
    visitor.shows(".chosen .chip", LETTER)
    assert visitor.overflow == 0
    assert violations(visitor.page) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=str)
def test_the_handles_of_the_slider_are_moved_by_hand(arrive: Arrive, size: Size) -> None:
    visitor = arrive(size=size)
    visitor.shows("#limits-panel summary").click()
    handles = visitor.shows('form.panel input[name="to"]')
    handles.scroll_into_view_if_needed()
    box = handles.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    visitor.page.mouse.move(box["x"] + box["width"] - 12, middle)
    visitor.page.mouse.down()
    visitor.page.mouse.move(box["x"] + 4, middle, steps=5)
    visitor.page.mouse.up()
    assert visitor.shows(".chosen .chip").inner_text() == YEAR


def test_a_chosen_kind_is_seen_to_be_chosen(visitor: Visitor) -> None:
    visitor.page.locator("#limits summary").click()
    box = visitor.page.locator('[name="kinds"]').first
    box.check()
    visitor.shows("#chosen .chip")
    assert box.evaluate("box => getComputedStyle(box).appearance") == "auto"


def test_where_both_handles_are_at_the_last_year_the_first_can_be_moved_back(visitor: Visitor) -> None:
    visitor.page.locator("#limits summary").click()
    visitor.page.locator('form.panel input[name="from"]').press("End")
    slider = visitor.page.locator(".slider").bounding_box()
    assert slider
    first, last = (int(year) for year in visitor.page.locator(".ends").inner_text().split())
    half, middle = slider["width"] / (last - first + 1) / 2, slider["y"] + slider["height"] - 22
    visitor.page.mouse.move(slider["x"] + slider["width"] - half, middle)
    visitor.page.mouse.down()
    visitor.page.mouse.move(slider["x"] + half, middle, steps=5)
    visitor.page.mouse.up()
    assert visitor.page.locator(".years output").inner_text() == f"{first}–{last}"
