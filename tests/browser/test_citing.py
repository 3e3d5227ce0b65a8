"""Citing a document: the reference goes to the clipboard, the files have names that say what they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from tests.browser.visitor import Arrive, Visitor
from ui.texts import RUSSIAN

if TYPE_CHECKING:
    from playwright.sync_api import Locator

TITLE = "Письмо Г. Г. Ягоды от 25 декабря 1924 г. (без указания адресата)"
SHEETS = "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225"
"""Where the paper of document 35 begins."""


@pytest.fixture(params=["card", "panel", "page"])
def menu(request: pytest.FixtureRequest, arrive: Arrive) -> Locator:
    """The open menu of citations: in a card, in the panel of an open document, on the document's own page."""
    path = "/document/35" if request.param == "page" else "/"
    visitor = arrive(path, permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    place = {"card": ".card", "panel": ".document", "page": ".sheet"}[request.param]
    if request.param != "page":
        visitor.ask("Что предложил Ленин?")
        visitor.shows(".card")
    if request.param == "panel":
        visitor.page.locator(".card button.open").first.click()
        visitor.shows(".document")
    found = visitor.page.locator(f"{place} details.cite").first
    found.locator("summary").click()
    return found


def test_the_reference_goes_to_the_clipboard_as_it_is_shown(menu: Locator) -> None:
    menu.locator("button.copy").click()
    menu.get_by_text(RUSSIAN.citing.copied).wait_for()
    copied = menu.page.evaluate("navigator.clipboard.readText()")
    assert copied == menu.locator(".cited").inner_text()
    assert SHEETS in copied.replace("\xa0", " ")


def test_each_form_is_downloaded_under_a_name_that_says_what_it_is(menu: Locator) -> None:
    files = {}
    for link in menu.locator("a[download]").all():
        with menu.page.expect_download() as download:
            link.click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_text(encoding="utf-8")
    by_ending = {name.rpartition(".")[2]: text for name, text in files.items()}
    assert sorted(by_ending) == ["bib", "json", "ris"]
    assert {"35" in name for name in files} == {True}
    (item,), entry = json.loads(by_ending["json"]), rispy.loads(by_ending["ris"])[0]
    (record,) = parse_string(by_ending["bib"]).entries
    assert item["title"] == entry["title"] == record["title"].strip("{}") == TITLE


def test_a_refused_clipboard_is_said_and_nothing_breaks(visitor: Visitor) -> None:
    visitor.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
    )
    visitor.page.goto(f"{visitor.origin}/document/35")
    visitor.page.locator("details.cite summary").click()
    visitor.page.locator("button.copy").first.click()
    visitor.page.get_by_text(RUSSIAN.citing.uncopied).wait_for()
