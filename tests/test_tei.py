"""The collection as TEI: valid, with every value in its place, and the same documents when it is read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree

from index.collection import Collection
from index.export.markup import MarkupError
from index.export.tei import tei
from index.export.tei_reader import read_tei
from index.records import Document, Footnote, Run, Text
from tests.damaged_pages import DAMAGES, HEADED, LONG_ENOUGH, Damage, damaged
from tests.schemas import faults, tei_schema
from tests.three_papers import three_papers

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
AGAIN = "; write it anew with: legenda export tei"


@pytest.fixture(scope="module")
def exported(collection: Collection, documents: tuple[Document, ...]) -> str:
    return tei(collection, documents)


@pytest.fixture(scope="module")
def corpus(exported: str) -> Any:
    return etree.fromstring(exported.encode(), etree.XMLParser(huge_tree=True))


def values(corpus: Any, number: str, path: str) -> list[str]:
    """What stands at `path` in a document: elements by their words."""
    found = corpus.xpath(f"t:TEI[@n='{number}']/{path}", namespaces=NAMES)
    return [str(one) if isinstance(one, str) else "".join(one.itertext()) for one in found]


def test_the_same_documents_come_back(exported: str, documents: tuple[Document, ...]) -> None:
    assert read_tei(exported.encode()) == documents
    assert len(documents) == 216


def test_the_whole_collection_is_valid(exported: str) -> None:
    assert faults(tei_schema(), exported) == []


def test_the_schema_refuses_what_is_no_tei(exported: str) -> None:
    assert faults(tei_schema(), exported.replace("<correspDesc>", "<correspDesc><nobody/>", 1)) != []


def test_the_header_says_what_was_published_by_whom_and_how_it_is_cited(corpus: Any, collection: Collection) -> None:
    header = corpus.find("t:teiHeader", NAMES)
    told = {path: [one.text for one in header.findall(f".//t:{path}", NAMES)] for path in ("editor", "refsDecl/t:p")}
    assert told == {
        "editor": ["О. Мозохин"],
        "refsDecl/t:p": ["{title} // {reference} (публ.: {publication}, док. № {number}, с. {page})"],
    }
    assert [one.text for one in header.findall(".//t:titleStmt/t:title", NAMES)] == [
        *collection.manifest.title.values()
    ]
    assert [one.text for one in header.findall(".//t:sourceDesc//t:idno", NAMES)] == [
        "volume.txt",
        collection.fingerprint,
    ]


KEPT = "t:teiHeader//t:msDesc"
VALUES = [
    # document, where, what
    ("40", f"{KEPT}//t:repository", ["РГАСПИ"]),
    ("40", f"{KEPT}//t:idno[@type='reference']", ["Ф. 558. Оп. 11. Д. 777. Л. 29–29(об)"]),
    ("40", f"{KEPT}//t:idno[@type='listy']", ["29–29(об)"]),
    ("40", f"{KEPT}//t:term/@type", ["authenticity", "technique"]),
    ("40", f"{KEPT}//t:term", ["Подлинник", "Рукопись"]),
    ("41", "t:teiHeader//t:correspAction[@type='sent']/t:persName", ["Сталин И. В."]),
    ("41", "t:teiHeader//t:correspAction[@type='sent']/t:date/@when", ["1925-02-20"]),
    ("41", "t:teiHeader//t:correspAction[@type='received']/t:persName", ["Троцкий Л. Д."]),
    ("41", "t:teiHeader//t:term[@type='kind']", ["письмо"]),
    ("4", "t:teiHeader//t:idno[@type='office']", ["7495/с"]),
    ("5", "t:teiHeader//t:term[@type='secrecy']", ["Строго секретно"]),
    ("43", "t:teiHeader//t:creation/t:date/@when", ["1925-04"]),
    ("13", "t:teiHeader//t:creation/t:date/@from", ["1923-10-25"]),
    ("13", "t:teiHeader//t:creation/t:date/@to", ["1923-10-27"]),
    ("201", "t:teiHeader//t:creation/t:date/@to", ["1930-11"]),
    # an annotation is a division of its own
    ("42", "t:text//t:div/@type", ["body", "legend", "annotation"]),
    (
        "42",
        "t:text//t:div[@type='annotation']/t:p[position() < 3]",
        [
            "На первом листе рукописные пометы:",
            "Клянусь всеми богами, что т. Пятаков не точен в своем заявлении.",
        ],
    ),
    ("42", "t:text//t:div[@type='annotation']/t:p[1]/t:milestone/@n", ["311221"]),
    # a heading that was lost, and who wrote it by the signatures
    ("127", "t:teiHeader//t:biblScope[@unit='document']/@cert", ["medium"]),
    ("127", "t:teiHeader//t:persName/@cert", ["medium", "medium"]),
    ("127", "t:text//t:head", []),
    ("128", "t:teiHeader//t:biblScope[@unit='document']/@cert", []),
    # an enclosure that no heading begins, by its author, on its day
    ("43", "t:teiHeader//t:bibl[@type='enclosure']/@cert", ["medium"]),
    ("43", "t:teiHeader//t:bibl[@type='enclosure']/t:author", ["Л. Троцкий"]),
    ("43", "t:teiHeader//t:bibl[@type='enclosure']/t:date/@when", ["1925-04-15"]),
    ("43", "t:text//t:div[@type='enclosure']/@xml:id", ["d43-1"]),
    # a footnote is linked with its mark in the text, or in the title
    ("12", "t:text//t:ptr[@target='#d12-n0']/preceding-sibling::text()[1]", ["8 ч 35 мин вечера"]),
    ("12", "t:text//t:note[@xml:id='d12-n0']/@n", ["18"]),
    ("36", "t:text//t:head/t:ptr/@target", ["#d36-n0"]),
    ("36", "t:text//t:head/text()", ["Письмо И. В. Сталина секретарю Камчатского Губкома"]),
    ("50", "t:text//t:note/@cert", ["medium"]),
    # pages and lines of the volume
    ("127", "t:teiHeader//t:bibl[@type='document']/t:biblScope[@unit='line']/@*", ["line", "24781", "25488"]),
    ("127", "t:text/descendant::t:pb[position() < 3]/@n", ["225", "226"]),
]


@pytest.mark.parametrize(("number", "path", "expected"), VALUES)
def test_a_value_stands_in_its_place(corpus: Any, number: str, path: str, expected: list[str]) -> None:
    assert values(corpus, number, path) == expected


def test_every_link_leads_somewhere(corpus: Any) -> None:
    targets = [
        one
        for each in corpus.iter("{*}ptr", "{*}bibl")
        for one in (each.get("target") or each.get("corresp") or "").split()
    ]
    names = {f"#{one}" for one in corpus.xpath("//@xml:id")}
    assert len(targets) == 72 + 61 + 162  # marks, places of footnotes, enclosures
    assert set(targets) <= names


STRANGE = ("\x01", "\f", "\r", "\t", "\x85", "\ufffe", "␛", "␛000C", "]]>", "&amp;", "<p>")


def with_strange(put: str) -> Damage:
    """The line with `put` in the midst of it."""
    return lambda line: [f"{line[:5]}{put}{line[5:]}"]


def under_legend(line: str) -> list[str]:
    """The line with a legend above it that more is said behind."""
    return ["РГАНИ. Ф. 3. Оп. 62. Д. 178. Л. 24(об). Копия. Машинопись и другое", line]


HARM: list[Damage] = [*map(with_strange, STRANGE), *[under_legend] * 9]
FAULTS = some.lists(some.tuples(some.integers(1, LONG_ENOUGH - 1), some.sampled_from([*DAMAGES, *HARM])), max_size=40)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(start=some.sampled_from(HEADED), harm=FAULTS)
def test_whatever_happens_to_a_page_it_is_valid_and_comes_back(
    collection: Collection, start: int, harm: list[tuple[int, Damage]]
) -> None:
    page = replace(collection, text=damaged(start, harm))
    written = tei(page, page.documents())
    assert read_tei(written.encode()) == page.documents()
    assert faults(tei_schema(), written) == []


def bare(document: Document) -> Document:
    return replace(document, text=Text("", ()), parts=(), title="", date="", reference=None, title_lines=None)


def unparted(document: Document) -> Document:
    return replace(document, text=Text("Раз.\nДва.\n", (Run(0, 5), Run(5, 70))), parts=(), enclosures=())


def wordless(document: Document) -> Document:
    end = len(document.text.content)
    notes = (
        Footnote("7", (end, end), 3, None, None),
        Footnote("*", (end, end), None, 2, document.place, inferred=True),
    )
    return replace(document, footnotes=notes)


def unwritable(document: Document) -> Document:
    strange = "a\x00\x0b\r\n\t\x1f\uffff␛0041 <&>\"'"
    return replace(document, title=strange, kind=strange, authors=(strange,), office_number=strange)


@pytest.mark.parametrize("change", [bare, unparted, wordless, unwritable])
def test_a_document_of_a_rare_form_comes_back(tmp_path: Path, change: Callable[[Document], Document]) -> None:
    papers = three_papers(tmp_path / "papers")
    documents = tuple(map(change, papers.documents()))
    written = tei(papers, documents)
    assert read_tei(written.encode()) == documents
    assert faults(tei_schema(), written) == []


def test_a_word_corrected_by_hand_is_read_and_all_that_follows_moves_on(tmp_path: Path) -> None:
    papers = three_papers(tmp_path / "papers")
    corrected = tei(papers, papers.documents()).replace("Дорогой Лев", "Дорогой мой Лев")
    before, after = papers.documents()[0], read_tei(corrected.encode())[0]
    assert after.text.content == before.text.content.replace("Дорогой Лев", "Дорогой мой Лев")
    assert [(part.start, part.end) for part in before.parts] == [(0, 544), (544, 597)]
    assert [(part.start, part.end) for part in after.parts] == [(0, 548), (548, 601)]


# what of the file is replaced, by what, what is then said of it
BROKEN = [
    ("</teiCorpus>", "", "it is not XML: no element found: line 227, column 0"),
    ("<teiCorpus", "<!DOCTYPE a [<!ENTITY b 'c'>]><teiCorpus", "it declares a document type «a», which no export does"),
    ("teiCorpus", "TEI", "it is no TEI corpus but <{http://www.tei-c.org/ns/1.0}TEI>"),
    ('ident="legenda"', 'ident="other"', "it is TEI of another origin, which has no offsets into the source"),
    ('version="1">', 'version="2">', "it is of the form 2, and this program reads form 1"),
    ("Дорогой", "<hi>Дорогой</hi>", "document 1: <hi> with words of its own stands inside a paragraph"),
    ("</p>\n<p>", "</p>\nлишнее<p>", "document 1: <div> holds text outside a paragraph: «лишнее»"),
    ('<p><milestone unit="offset"', '<p><milestone unit="line"', "document 1: its text does not begin with a milestone that says where in the source it stands"),
    ('type="body"', 'type="poem"', "document 1: a division is of the type «poem», known are body, enclosure, legend, publication, annotation, footnote"),
    ('<biblScope unit="page"', '<biblScope unit="sheet"', "document 1: <bibl> has no biblScope[@unit='page']"),
    ('unit="offset" n="', 'unit="offset" n="-', "document 1: <milestone> has n=«-64», which is no number"),
    ("<body>", "<body><lg/>", "document 1: <lg> stands where a paragraph should"),
    ('<bibl type="document">', '<bibl type="enclosure" corresp="#x"/><bibl type="document">', "document 1: an enclosure points to «#x», and no division is called so"),
    ('<bibl type="document">', '<bibl type="enclosure"/><bibl type="document">', "document 1: <bibl> has no attribute corresp"),
    ('<bibl type="document">', '<bibl type="enclosure" corresp=""/><bibl type="document">', "document 1: an enclosure points to «», and no division is called so"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_broken_or_foreign_tei_is_refused_in_one_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    papers = three_papers(tmp_path / "papers")
    written = tei(papers, papers.documents())
    assert old in written
    harmed = written.replace(old, new) if old == "teiCorpus" else written.replace(old, new, 1)
    with pytest.raises(MarkupError) as raised:
        read_tei(harmed.encode())
    assert str(raised.value) == message + AGAIN


def test_a_document_is_cited_with_the_page_that_it_begins_on(corpus: Any) -> None:
    cited = [one.text for one in corpus.findall(".//t:TEI/t:teiHeader//t:publicationStmt/t:p", NAMES)]
    assert cited[40].endswith("Предисловие О. Мозохина, док. № 40, с. 82)")
