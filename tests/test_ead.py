"""The finding aid as EAD: valid, with every paper where it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree

from index.collection import Collection
from index.export.ead import ead
from index.records import Document, Enclosure, Reference
from tests.damaged_pages import FAULTS, HEADED, Damage, damaged
from tests.schemas import ead_schema, faults
from tests.three_papers import three_papers

NAMES = {"e": "http://ead3.archivists.org/schema/"}


def drawn_up(collection: Collection, documents: tuple[Document, ...]) -> str:
    return ead(collection, documents, made=date(2026, 11, 25), unreferenced="Без архивной ссылки")


@pytest.fixture(scope="module")
def exported(collection: Collection, documents: tuple[Document, ...]) -> str:
    return drawn_up(collection, documents)


@pytest.fixture(scope="module")
def aid(exported: str) -> Any:
    return etree.fromstring(exported.encode())


def found(aid: Any, path: str) -> list[str]:
    """What stands at `path`: elements by their words."""
    return [
        one if isinstance(one, str) else "".join(one.itertext()).strip() for one in aid.xpath(path, namespaces=NAMES)
    ]


def way(aid: Any, number: str) -> list[str]:
    """The titles from the archive down to the file that holds a document."""
    above = f"//e:c[e:did/e:unitid[@localtype='document']='{number}']/ancestor::e:c"
    return found(aid, f"{above}/e:did/e:unittitle")


def test_the_whole_finding_aid_is_valid(exported: str) -> None:
    assert faults(ead_schema(), exported) == []


def test_the_schema_refuses_what_is_no_ead(exported: str) -> None:
    assert faults(ead_schema(), exported.replace("<did>", "<did><nothing/>", 1)) != []


# document, the way to it
WAYS = [
    ("40", ["РГАСПИ", "Ф. 558", "Оп. 11", "Д. 777"]),
    ("41", ["РГАНИ", "Ф. 3", "Оп. 62", "Д. 178"]),
    ("14", ["РГАСПИ", "Ф. 17", "Оп. 171", "Д. 32"]),
    ("0", ["Без архивной ссылки"]),  # the preface
]


@pytest.mark.parametrize(("number", "expected"), WAYS)
def test_a_document_stands_in_its_file(aid: Any, number: str, expected: list[str]) -> None:
    assert way(aid, number) == expected


ITEM = "//e:c[e:did/e:unitid[@localtype='document']='{}']/"
VALUES = [
    # document, where, what
    ("40", "e:did/e:unitid", ["40", "Л. 29–29(об)", "РГАСПИ. Ф. 558. Оп. 11. Д. 777. Л. 29–29(об)"]),
    ("40", "e:did/e:physdesc", ["Подлинник", "Рукопись"]),
    ("41", "e:did/e:unittitle", ["Письмо И. В. Сталина Л. Д. Троцкому от 20 февраля 1925 г. о должности полпреда в Японии"]),
    ("41", "e:did/e:unitdate/@normal", ["1925-02-20"]),
    ("41", "e:did/e:unitdate/@certainty", []),
    ("13", "e:did/e:unitdate/@normal", ["1923-10-25/1923-10-27"]),
    ("201", "e:did/e:unitdate/@normal", ["1930-10/1930-11"]),
    ("41", "e:did/e:origination/e:persname[@relator='author']/e:part", ["Сталин И. В."]),
    ("41", "e:controlaccess/e:persname[@relator='addressee']/e:part", ["Троцкий Л. Д."]),
    ("41", "e:controlaccess/e:genreform/e:part", ["письмо"]),
    ("127", "e:did/e:unittitle", ["докладная записка"]),  # its heading is lost
    ("0", "e:did/e:unitid", ["0"]),
]  # fmt: skip


@pytest.mark.parametrize(("number", "path", "expected"), VALUES)
def test_a_value_stands_in_its_place(aid: Any, number: str, path: str, expected: list[str]) -> None:
    assert found(aid, ITEM.format(number) + path) == expected


def test_every_document_is_described_once(aid: Any, documents: tuple[Document, ...]) -> None:
    numbers = found(aid, "//e:c[@level='item']/e:did/e:unitid[@localtype='document']")
    assert sorted(numbers, key=int) == [document.number for document in documents]


def test_files_stand_in_the_order_of_their_numbers(aid: Any) -> None:
    files = found(aid, "//e:c[e:did/e:unitid[@localtype='opis']='62']/e:c/e:did/e:unitid")
    assert files == ["178", "179", "180", "181", "182"]
    first, *_, last = found(aid, "//e:c[e:did/e:unitid[@localtype='opis']='171']/e:c/e:did/e:unitid")
    assert (first, last) == ("25", "161")


def test_the_aid_says_what_it_describes_and_when_it_was_drawn_up(aid: Any) -> None:
    assert found(aid, "/e:ead/e:control/e:recordid") == ["politburo-trotsky"]
    assert found(aid, "/e:ead/e:control//e:eventdatetime") == ["2026-11-25"]
    assert found(aid, "/e:ead/e:archdesc/e:did/e:unitdate") == ["1923-02-01/1932-10-11"]


def test_an_enclosure_kept_elsewhere_stands_in_its_own_file(tmp_path: Path) -> None:
    papers = three_papers(tmp_path / "papers")
    first, *others = papers.documents()
    own = Reference("РГАСПИ", "17", "171", "9", "5", "Копия")
    enclosed = (
        Enclosure("Приложение", (20, 40), date="1924-11", author="Н. Крупская", reference=own),
        Enclosure("Приложение № 2", (41, 60)),  # kept with its document
    )
    written = drawn_up(papers, (replace(first, enclosures=enclosed), *others))
    aid = etree.fromstring(written.encode())
    enclosure = "//e:c[e:did/e:unitid[@localtype='enclosed with']='1']"
    assert faults(ead_schema(), written) == []
    assert found(aid, f"{enclosure}/ancestor::e:c/e:did/e:unittitle") == ["РГАСПИ", "Ф. 17", "Оп. 171", "Д. 9"]
    assert found(aid, f"{enclosure}/e:did/*") == [
        *("1", "Л. 5", "РГАСПИ. Ф. 17. Оп. 171. Д. 9. Л. 5"),
        *("Приложение", "1924-11", "Н. Крупская", "Копия"),
    ]
    assert way(aid, "1") == ["РГАНИ", "Ф. 3", "Оп. 62", "Д. 178"]
    assert found(aid, "//e:c[e:did/e:unitid[@localtype='fond']='17']//e:c[@level='file']/e:did/e:unitid") == [
        "9",
        "159",
    ]


def test_a_date_read_out_of_the_text_is_marked_as_inferred(tmp_path: Path) -> None:
    papers = three_papers(tmp_path / "papers")
    first, *others = papers.documents()
    aid = etree.fromstring(drawn_up(papers, (replace(first, from_body=("date",)), *others)).encode())
    assert found(aid, "//e:unitdate[@certainty='inferred']") == ["1924-11-15"]


@settings(max_examples=20, deadline=None, derandomize=True, database=None)
@given(start=some.sampled_from(HEADED), harm=FAULTS)
def test_whatever_happens_to_a_page_its_finding_aid_is_valid(
    collection: Collection, start: int, harm: list[tuple[int, Damage]]
) -> None:
    page = replace(collection, text=damaged(start, harm))
    assert faults(ead_schema(), drawn_up(page, page.documents())) == []
