"""A document's own page, opened cold at its permanent address."""

from __future__ import annotations

import pytest

from tests.browser.accessible import violations
from tests.browser.sizes import IN_EVERY_SIZE, PHONE, Size
from tests.browser.visitor import Arrive
from tests.fake_archive import QUOTED, FakeArchive
from ui.texts import ENGLISH, RUSSIAN

TOP = "place => place.getBoundingClientRect().top"
DISTANT = "/document/127#p40"
"""Too far down to be seen without scrolling."""


@pytest.fixture(scope="module")
def piece() -> str:
    """Where the quoted words stand in document 35, as an address says it."""
    text = FakeArchive.of().document("35").text.content.lower()
    start = text.index(QUOTED)
    return f"from={start}&to={start + len(QUOTED)}"


def test_an_address_with_a_paragraph_leads_there(arrive: Arrive) -> None:
    visitor = arrive(DISTANT)
    paragraph = visitor.shows("#p40")
    assert 0 <= paragraph.evaluate(TOP) < visitor.page.evaluate("innerHeight")
    assert visitor.page.evaluate("scrollY") > 0
    visitor.shows(".reference", "РГАСПИ. Ф. 17. Оп. 171. Д. 149. Л. 89–102")
    assert visitor.page.evaluate("document.documentElement.lang") == "ru"


def test_an_address_with_a_piece_of_the_text_marks_it_and_leads_there(arrive: Arrive, piece: str) -> None:
    visitor = arrive(f"/document/35?{piece}#marked")
    mark = visitor.shows(".sheet mark")
    assert mark.inner_text().lower() == QUOTED
    assert 0 <= mark.evaluate(TOP) < visitor.page.evaluate("innerHeight")


def test_the_page_speaks_the_language_of_its_address_or_else_of_the_browser(arrive: Arrive) -> None:
    english = arrive("/document/35?language=en", locale="ru-RU")
    assert english.page.evaluate("document.documentElement.lang") == "en"
    english.shows(".tools", ENGLISH.reading.ask)
    assert english.page.locator('.sheet .body [lang="ru"] p').count() > 3
    english.page.get_by_role("link", name=RUSSIAN.language).click()
    english.page.wait_for_function("document.documentElement.lang === 'ru'")
    accepted = arrive("/document/35", locale="en-GB")
    assert accepted.page.evaluate("document.documentElement.lang") == "en"


def test_the_address_of_a_paragraph_is_copied(arrive: Arrive) -> None:
    visitor = arrive("/document/35", permissions=["clipboard-read", "clipboard-write"])
    visitor.page.locator("#p3").hover()
    visitor.page.locator("#p3 a.permanent").click()
    visitor.page.wait_for_function(
        "async address => (await navigator.clipboard.readText()) === address", arg=f"{visitor.origin}/document/35#p3"
    )


def test_links_lead_from_document_to_document_and_to_the_questions(arrive: Arrive) -> None:
    visitor = arrive("/document/35")
    visitor.page.locator('a[rel="next"]').first.click()
    visitor.page.wait_for_url("**/document/127")
    visitor.page.locator('a[rel="prev"]').first.click()
    visitor.page.wait_for_url("**/document/35")
    visitor.page.locator("a.home").click()
    visitor.shows("#composer textarea")


def test_a_document_that_is_not_there_is_said_civilly(arrive: Arrive) -> None:
    visitor = arrive("/document/9999")
    visitor.shows("h1", RUSSIAN.unknown_document)
    visitor.forgive("404")
    other = arrive("/document/35?from=5&to=999999")
    other.shows("h1", RUSSIAN.reading.wrong_place)
    other.forgive("422")


def test_markup_in_an_address_is_never_executed(arrive: Arrive) -> None:
    visitor = arrive("/document/%3Cimg%20src=x%20onerror=alert(1)%3E?from=%22%3E%3Cscript%3Ealert(2)%3C/script%3E")
    visitor.shows("h1", RUSSIAN.unknown_document)
    assert visitor.page.locator("img, .sheet script").count() == 0
    visitor.forgive("404")


def test_the_page_is_read_without_scripts(arrive: Arrive, piece: str) -> None:
    visitor = arrive(f"/document/35?{piece}#marked", java_script_enabled=False)
    assert visitor.shows(".sheet mark").inner_text().lower() == QUOTED


@IN_EVERY_SIZE
def test_a_document_fits_the_window_and_has_no_grave_fault(arrive: Arrive, size: Size, piece: str) -> None:
    for scheme in ("light", "dark"):
        visitor = arrive(f"/document/35?{piece}", size=size, color_scheme=scheme)
        visitor.shows(".sheet mark")
        assert visitor.overflow == 0
        assert violations(visitor.page) == []


def test_a_long_document_with_footnotes_and_enclosures_fits_a_telephone(arrive: Arrive) -> None:
    visitor = arrive("/document/0", size=PHONE)
    visitor.shows(".sheet")
    assert visitor.overflow == 0
    visitor.page.locator("sup a").first.click()
    note = visitor.page.locator(".footnote").first
    assert 0 <= note.evaluate(TOP) < PHONE.height
