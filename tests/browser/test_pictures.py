"""The pictures of the collection on the web page and on a page of their own."""

from __future__ import annotations

from tests.browser.accessible import violations
from tests.browser.sizes import IN_EVERY_SIZE, Size
from tests.browser.visitor import Arrive, Visitor


def test_the_pictures_are_drawn_with_the_hits_of_the_answer_and_open_documents(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".answer")
    visitor.shows("details.pictures > summary").click()
    visitor.page.wait_for_function("document.querySelectorAll('.picture-canvas svg').length === 3")
    hits = visitor.page.locator('.picture[data-picture="timeline"] .picture-hits')
    assert hits.is_visible()
    timeline = visitor.page.locator('.picture[data-picture="timeline"]')
    timeline.locator("details.picture-list > summary").click()
    timeline.locator("details.picture-list details > summary").first.click()
    timeline.locator(".picture-documents a:visible").first.click()
    visitor.shows(".document .facts", "1")


@IN_EVERY_SIZE
def test_the_page_of_the_pictures_fits_and_has_no_grave_fault(arrive: Arrive, size: Size) -> None:
    for scheme in ("light", "dark"):
        visitor = arrive("/pictures", size=size, color_scheme=scheme)
        visitor.page.wait_for_function("document.querySelectorAll('.picture-canvas svg').length === 3")
        assert visitor.overflow == 0
        assert violations(visitor.page) == []


def test_where_nothing_can_be_drawn_the_lists_say_the_same(arrive: Arrive) -> None:
    visitor = arrive("/pictures", java_script_enabled=False)
    lists = visitor.page.locator(".picture-list")
    assert lists.count() == 3
    lists.first.locator("summary").first.click()
    assert lists.first.locator("details").count() == 3  # 1923, 1924 and without a date
