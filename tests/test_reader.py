"""The panel with a whole document: every word once, the quote marked, and ways on from it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from index.records import Document, Place, Run, Text
from qa.contract import Answer
from tests.fake_archive import FakeArchive
from ui.caption import Speech
from ui.document.neighbours import Neighbours, neighbours
from ui.document.reader import Hits, reader
from ui.texts import ENGLISH, RUSSIAN

RU, EN = Speech(RUSSIAN, "ru"), Speech(ENGLISH, "ru")
HOSTILE = "<script>alert('1')</script> & \"Ко\""


@pytest.fixture(scope="module")
def archive() -> FakeArchive:
    return FakeArchive.of()


@pytest.fixture(scope="module")
def answer(archive: FakeArchive) -> Answer:
    return archive.ask("Что предложил Ленин?")


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def body(shown: str) -> str:
    """What is printed of the document, without the page's own words."""
    within = shown.split('<div class="body" tabindex="0">', 1)[1]
    return re.sub(r'<nav.*?</nav>|<p class="label">.*?</p>', "", within)


def test_the_reader_marks_the_quote_where_it_stands(archive: FakeArchive, answer: Answer) -> None:
    document, ranked = archive.document("35"), answer.passages[0]
    quote = (ranked.passage.start + ranked.quote[0], ranked.passage.start + ranked.quote[1])
    shown = reader(document, quote, RU, arrive="opening-1")
    assert re.findall("<mark>(.*?)</mark>", shown) == [ranked.quoted]
    flow = document.text.content[: document.parts[-1].start].rstrip()
    text = body(shown).split('<section class="footnotes"')[0]
    assert plain(text.replace("</p>", "</p>\n")).rstrip() == flow
    legend = document.text.content[slice(*document.legend or (0, 0))]
    assert f'<section class="legend"><p class="label">Где хранится</p><div lang="ru"><p id="p8">{legend}</p>' in shown


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    text = Text("один два\nтри <b>", (Run(0, 0),))
    document = Document("7", HOSTILE, "", "документ", None, text, Place(0, 9, (1, 2), 1))
    shown = reader(document, (5, 12), EN)
    assert (
        '<p id="p1" class="short">один <mark>два</mark></p><p id="p2" class="short"><mark>три</mark> &lt;b&gt;</p>'
        in shown
    )
    assert "<script" not in shown


def test_a_footnote_and_its_mark_link_to_one_another(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[12], (0, 0), EN)
    assert '8 ч 35 мин вечера<sup><a id="mark-0" href="#note-0">18</a></sup></p>' in shown
    assert (
        '<h3>Footnotes</h3><div lang="ru"><p id="note-0" class="footnote"><sup><a href="#mark-0">18</a></sup>' in shown
    )
    assert shown.count("Подпись не разборчива") == 1


def test_the_mark_of_a_title_stands_in_it(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[36], (0, 0), RU)
    assert 'Камчатского Губкома</span><sup><a id="mark-0" href="#note-0">24</a></sup></h2>' in shown


def test_a_footnote_that_was_not_printed_says_so_in_the_language_of_the_page(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[102], (0, 0), EN)
    assert 'href="#mark-0">41</a></sup> <i lang="en">the words of this footnote were not printed</i></p>' in shown


def test_a_quote_in_a_footnote_is_marked_there(documents: tuple[Document, ...]) -> None:
    note = documents[12].footnotes[0]
    assert "</sup> <mark>Подпись не разборчива</mark></p>" in reader(documents[12], documents[12].words(note), RU)


def test_a_quote_over_the_mark_of_a_footnote_is_marked_on_both_sides(documents: tuple[Document, ...]) -> None:
    at = documents[43].footnotes[0].at or 0
    assert "<mark>ЦК</mark><sup>" in reader(documents[43], (at - 2, at + 9), RU)
    assert '<h3 id="p5"><mark>Пленуму</mark> ЦК' in reader(documents[43], (at - 2, at + 8), RU)


def test_enclosures_and_what_stands_under_a_document_are_told_apart(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[78], (0, 0), RU)
    headings = ["Приложение № 1. к п. 1 пр. ПБ № 62", "Приложение № 2. к п. 1 пост. ПБ № 62"]
    assert re.findall('<h3 id="p[0-9]+">(.*?)</h3>', shown) == headings
    assert re.findall(r'<section class="enclosure"><p class="label">(.*?)</p>', shown) == ["Приложенный текст"] * 2
    written = reader(documents[107], (0, 0), EN)
    assert '<section class="annotation"><p class="label">Written by hand</p><div lang="ru"><p id="p' in written
    assert '<section class="publication"><p class="label">Где опубликовано</p>' in reader(documents[87], (0, 0), RU)


def test_the_contents_lead_to_the_enclosures_and_the_footnotes(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[78], (0, 0), EN)
    contents = re.findall(r'<li><a href="#(.*?)"><span lang="ru">(.*?)</span></a></li>', shown)
    assert len(contents) == 2
    for place, heading in contents:
        assert f'<h3 id="{place}">{heading}' in shown
    assert '<li><a href="#notes">Footnotes</a></li></ol>' in shown and '<section class="footnotes" id="notes">' in shown
    assert "<nav" not in reader(documents[12], (0, 0), EN)


def test_the_contents_give_the_date_of_an_enclosure(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[88], (0, 0), EN)
    assert '<span lang="ru">Генеральному секретарю ЦК ВКП (б) т. Сталину</span> <span>16 September 1927</span>' in shown


def test_an_enclosure_without_a_heading_stands_in_the_contents_with_its_first_words(
    documents: tuple[Document, ...],
) -> None:
    shown = reader(documents[47], (0, 0), RU)
    first = (
        "1. Вы спрашиваете какие политические и экономические факторы делают возможным более близкие отношения между"
    )
    entry = f"{first} Советский…"
    assert re.findall(r'<li><a href="#p(\d+)"><span lang="ru">(.*?)</span></a></li>', shown) == [("8", entry)]
    assert '<p id="p8">1. Вы спрашиваете какие' in shown


@pytest.mark.parametrize("number", [0, 12, 31, 36, 88, 100, 127, 135, 173, 215])
def test_the_reader_shows_every_word_once(number: int, documents: tuple[Document, ...]) -> None:
    document = documents[number]
    shown = body(reader(document, (0, 0), RU))
    shown = re.sub(r"<sup><a id.*?</sup>|<p [^>]*><sup>[^<]*<a[^<]*</a></sup> <i .*?</i></p>|<h3>.*?</h3>", "", shown)
    assert plain(re.sub("</p>|</h3>|<br>", " ", shown)).split() == document.text.content.split()


def test_the_reader_leads_to_the_documents_before_and_after(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[88], (0, 0), RU, neighbours=neighbours(documents, "88"))
    assert re.findall(r'data-act="open" data-document="(\d+)" title="([^"]*)"', shown) == [
        ("87", "Предыдущий документ: Документ № 87"),
        ("89", "Следующий документ: Документ № 89"),
    ]
    assert neighbours(documents, "0") == Neighbours(None, "1")
    assert neighbours(documents, "215") == Neighbours("214", None)
    assert neighbours(documents, "216") == Neighbours()


def test_the_reader_leads_to_the_passages_before_and_after(documents: tuple[Document, ...]) -> None:
    shown = reader(documents[88], (0, 0), EN, hits=Hits(1, 10))
    assert "<span>Passage 1 of 10</span>" in shown
    assert re.findall(r'data-act="hit" data-step="(-?1)"[^>]*?( disabled)?>', shown) == [("-1", " disabled"), ("1", "")]
    last = reader(documents[88], (0, 0), EN, hits=Hits(10, 10))
    assert re.findall(r'data-act="hit" data-step="(-?1)"[^>]*?( disabled)?>', last) == [("-1", ""), ("1", " disabled")]
    assert 'class="hits"' not in reader(documents[88], (0, 0), EN)


def test_the_reader_leads_to_the_page_of_the_marked_place(documents: tuple[Document, ...]) -> None:
    marked = reader(documents[88], (100, 120), EN)
    assert 'href="/document/88?from=100&amp;to=120&amp;language=en#marked" target="_blank"' in marked
    assert 'href="/document/88?language=ru" target="_blank"' in reader(documents[88], (-1, -1), RU)


def test_the_reader_offers_the_citation_that_it_is_given(documents: tuple[Document, ...]) -> None:
    assert '<details class="cite"></details></div></header>' in reader(
        documents[88], (0, 0), RU, citing='<details class="cite"></details>'
    )
