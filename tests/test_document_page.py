"""The page of each document: whole, valid, in both languages, and civil about wrong addresses."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import cast

import pytest
from fastapi import FastAPI
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from index.records import Document, Place, Role, Run, Text
from qa.archive import Archive
from tests.fake_archive import FakeArchive
from ui.document.address import address
from ui.document.routes import document_pages
from ui.texts import ENGLISH, RUSSIAN

HOSTILE = Document(
    '7/а "?&<b>', "<script>", "", "<i>", None, Text("один <b>\nдва", (Run(0, 0),)), Place(0, 12, (1, 2), 1)
)
"""A number, a title and a text that would do harm if they were not escaped."""
VOID = frozenset(("meta", "link", "br"))
BLOCKS = frozenset(("p", "div", "section", "article", "nav", "ol", "h1", "h2"))


class Balance(HTMLParser):
    """Checks that elements are closed in order, that no attribute is given twice, and what a paragraph holds."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element is opened."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        assert not ("p" in self.open and tag in BLOCKS)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element is closed."""
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def client(documents: tuple[Document, ...]) -> TestClient:
    archive = replace(FakeArchive.of(), documents=(*documents, HOSTILE))
    app = FastAPI()
    app.include_router(document_pages(cast("Archive", archive)))
    return TestClient(app)


def opened(client: TestClient, path: str) -> HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def printed(element: HtmlElement) -> str:
    """What stands in the document: without the marks of footnotes and the link to the paragraph."""
    for added in element.xpath(".//sup|.//*[@class='permanent']"):
        added.drop_tree()
    words: str = element.text_content()
    return words


def test_every_page_is_well_formed_and_shows_each_paragraph_once_under_its_number(
    client: TestClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        text = client.get(address(document.number, language="en")).text
        checked = Balance()
        checked.feed(text)
        assert checked.open == []
        page = html.document_fromstring(text)
        names = Counter(page.xpath("//@id"))
        assert set(names.values()) == {1}
        assert {link[1:] for link in page.xpath("//@href") if link.startswith("#")} <= set(names)
        notes = [part.start for part in document.parts if part.role is Role.FOOTNOTE]
        flow = document.text.content[: notes[0] if notes else None]
        shown = page.xpath("//*[starts-with(@id, 'p')]")
        assert [one.get("id") for one in shown] == [f"p{number}" for number in range(1, len(shown) + 1)]
        assert "".join(printed(one) for one in shown) == flow.replace("\n", "")
        for index, note in enumerate(document.footnotes):
            words = document.text.content[slice(*document.words(note))]
            missing = "" if words else ENGLISH.wordless
            assert printed(page.get_element_by_id(f"note-{index}")).strip() == words.replace("\n", "") + missing


def test_the_page_says_what_the_document_is(client: TestClient) -> None:
    page = opened(client, "/document/88?language=ru")
    title = page.findtext(".//h1/span")
    assert title.startswith("Выписка из протокола заседания Президиума ЦКК ВКП(б) от 15 сентября 1927 г.")
    assert page.findtext(".//title") == f"{title} · Документ № 88"
    assert page.xpath("//header/*[@class='facts']")[0].text_content() == (
        "Документ № 88 · 15 сентября 1927 г. · выписка из протокола"
    )
    assert page.xpath("//*[@class='reference']")[0].text_content() == "РГАСПИ. Ф. 17. Оп. 171. Д. 104. Л. 5–27"


def test_the_preface_has_a_page(client: TestClient) -> None:
    page = opened(client, "/document/0?language=en")
    assert page.findtext(".//title") == "Предисловие · Preface to the publication"
    assert page.xpath("//a[@rel]/@rel") == ["next", "next"]


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/document/88?language=en", "ru", "en"),
        ("/document/88?language=ru", "en", "ru"),
        ("/document/88", "en-GB,en;q=0.9,ru;q=0.8", "en"),
        ("/document/88", "de, RU;q=0.7", "ru"),
        ("/document/88?language=de", "en", "en"),
        ("/document/88", "", "ru"),
        ("/document/nothing", "en", "en"),
    ],
)
def test_the_page_speaks_the_language_that_is_asked_for(
    client: TestClient, path: str, accepted: str, language: str
) -> None:
    answer = client.get(path, headers={"Accept-Language": accepted})
    assert f'<!doctype html><html lang="{language}">' in answer.text
    assert (answer.headers["content-language"], answer.headers["vary"]) == (language, "Accept-Language")


def test_the_switch_of_languages_keeps_the_place(client: TestClient) -> None:
    page = opened(client, "/document/88?from=100&to=120&language=en")
    switch = page.xpath("//nav[@class='languages']/a")
    assert [(link.get("href"), link.get("aria-current")) for link in switch] == [
        ("/document/88?from=100&to=120&language=ru", None),
        ("/document/88?from=100&to=120&language=en", "true"),
    ]


@pytest.mark.parametrize(("chosen", "kept"), [("", ""), ("?language=en", "?language=en")])
def test_the_page_leads_to_its_neighbours_and_to_each_paragraph(client: TestClient, chosen: str, kept: str) -> None:
    page = opened(client, f"/document/88{chosen}")
    for rel, number in (("prev", "87"), ("next", "89")):
        assert set(page.xpath(f"//*[@rel='{rel}']/@href")) == {f"/document/{number}{kept}"}
        assert len(page.xpath(f"//head/link[@rel='{rel}']")) == 1
    link = page.xpath("//*[@id='p3']/a")[0]
    assert link.get("href") == f"/document/88{kept}#p3"
    assert link.get("aria-label") == (ENGLISH if chosen else RUSSIAN).reading.paragraph.format(number=3)


def test_a_piece_of_the_text_is_marked_and_brought_into_view(
    client: TestClient, documents: tuple[Document, ...]
) -> None:
    content = documents[88].text.content
    start = content.index("Признать действия ОГПУ правильными")
    end = content.index("дело о членах партии")
    page = opened(client, address("88", piece=(start, end)))
    marks = page.xpath("//mark")
    assert [mark.text for mark in marks] == ["Признать действия ОГПУ правильными", "б) "]
    assert [mark.get("id") for mark in marks] == ["marked", None]
    assert "autofocus" in marks[0].attrib and page.xpath("//*[@class='tools']/a/@href")[0] == "#marked"
    assert opened(client, "/document/88").xpath("//mark") == []


def test_a_piece_of_a_footnote_is_marked_there(client: TestClient, documents: tuple[Document, ...]) -> None:
    piece = documents[12].words(documents[12].footnotes[0])
    page = opened(client, address("12", piece=piece))
    assert page.xpath("//*[@id='note-0']/mark[@id='marked']/text()") == ["Подпись не разборчива"]


@pytest.mark.parametrize(
    "query",
    [
        *("from=1", "to=1", "from=5&to=5", "from=9&to=5", "from=-1&to=5", "from=0&to=999999999"),
        *("from=a&to=b", "from=&to=", "from=1.0&to=2", "from=١&to=٢", "from=0&to=" + "9" * 5000),
    ],
)
def test_a_place_that_the_document_does_not_have_is_refused_civilly(client: TestClient, query: str) -> None:
    answer = client.get(f"/document/88?language=en&{query}")
    assert answer.status_code == 422 and answer.headers["content-type"] == "text/html; charset=utf-8"
    page = html.document_fromstring(answer.text)
    assert page.findtext(".//h1") == ENGLISH.reading.wrong_place
    assert page.xpath("//*[@class='tools']/a/@href") == ["/document/88?language=en", "/"]


@pytest.mark.parametrize("number", ["216", "88/", "%20", "%ff", "%3Cscript%3E", "../88", "0%00", "я" * 3000])
def test_an_unknown_number_is_refused_civilly(client: TestClient, number: str) -> None:
    answer = client.get(f"/document/{number}?language=ru" if number != "../88" else "/document/..%2F88?language=ru")
    assert answer.status_code == 404 and "<script>" not in answer.text
    page = html.document_fromstring(answer.text)
    assert page.findtext(".//h1") == RUSSIAN.unknown_document
    assert page.xpath("//*[@class='tools']/a/@href") == ["/"]


def test_any_string_is_the_number_of_a_document_and_nothing_of_it_is_run_as_html(client: TestClient) -> None:
    assert address(HOSTILE.number) == "/document/7%2F%D0%B0%20%22%3F%26%3Cb%3E"
    page = opened(client, address(HOSTILE.number, piece=(5, 8)))
    assert page.findtext(".//h1/span") == "<script>"
    assert page.xpath("//mark/text()") == ["<b>"]
    assert [script.get("src") for script in page.xpath("//script")] == ["/ui/copy.js"]
    assert opened(client, "/document/215").xpath("//head/link[@rel='next']/@href") == [address(HOSTILE.number)]


def test_a_line_with_the_legend_and_the_publication_is_two_paragraphs(client: TestClient) -> None:
    page = opened(client, "/document/31?language=ru")
    assert printed(page.get_element_by_id("p80")) == "РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. 1–29. Подлинник. Рукопись."
    assert page.get_element_by_id("p81").getparent().getparent().get("class") == "publication"


def test_a_page_names_no_other_host(client: TestClient) -> None:
    page = opened(client, "/document/78")
    assert {address[0] for address in page.xpath("//@href|//@src")} == {"/", "#"}
    assert not [address for address in page.xpath("//@href|//@src") if address.startswith("//")]


def test_the_page_offers_the_citation_of_the_place_and_prints_it(
    client: TestClient, documents: tuple[Document, ...]
) -> None:
    start = documents[88].text.content.index("Генеральному секретарю ЦК ВКП (б) т. Сталину")
    page = opened(client, address("88", piece=(start, start + 10), language="ru"))
    cited = page.xpath("//*[@class='printed']")[0].text_content()
    assert "РГАСПИ. Ф. 17. Оп. 171. Д. 104. Л. 5–27" in cited.replace("\xa0", " ")
    assert page.xpath("//button[@data-copy]/@data-copy") == [cited]
    assert page.xpath("//ul[@class='downloads']//a/@href")[1] == f"/api/cite/88?form=bibtex&at={start}"
