"""QR codes: the right text, dark on light, with light around, and named."""

from __future__ import annotations

import re

import pytest
import segno
from lxml import etree

from index.collection import Collection
from index.records import Document
from qa.cite import Citation
from ui.qr import LONGEST, TooLong, code, qr

REFERENCE = "РГАСПИ. Ф. 558. Оп. 11. Д. 777. Л. 29–29 об."
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> list[list[int]]:
    """The modules that the strokes of the code darken, the light around them included."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])  # type: ignore[index]
    rows = [[0] * size for _ in range(size)]
    x, y = 0, 0.0
    for step, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", svg.split('stroke="#000" d="')[1]):
        if step == "h":
            for column in range(x, x + int(first)):
                rows[int(y)][column] = 1
            x += int(first)
        elif step == "m":
            x, y = x + int(first), y + float(second)
        else:
            x, y = int(first), float(second)
    return rows


@pytest.mark.parametrize("text", [REFERENCE, "https://museum.example/document/40#p3", "А", "<b>&amp;\"'"])
def test_the_picture_is_the_code_of_the_text_with_four_modules_of_light_around(text: str) -> None:
    expected = segno.make_qr(text, error="Q", mode="byte", encoding="utf-8", boost_error=False)
    assert drawn(qr(text)) == [list(row) for row in expected.matrix_iter(border=4)]


def test_it_is_dark_on_light_as_large_as_the_page_makes_it_and_named() -> None:
    svg = etree.fromstring(qr(REFERENCE).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    assert dict(svg.attrib) == {"role": "img", "viewBox": "0 0 45 45", "class": "qr"}
    assert [path.get("fill") or path.get("stroke") for path in svg.iter(f"{SVG}path")] == ["#fff", "#000"]
    assert svg.findtext(f"{SVG}title") == REFERENCE


def test_its_name_may_be_another_and_is_escaped() -> None:
    assert "<title>QR-код: &lt;b&gt;</title>" in qr("x", "QR-код: <b>")


# bytes, version and level of error correction
SIZES = [(100, "8-Q"), (101, "6-M"), (300, "13-M"), (301, "11-L"), (LONGEST, "40-L")]


@pytest.mark.parametrize(("size", "designator"), SIZES)
def test_the_longer_the_text_the_less_is_spent_on_correcting_errors(size: int, designator: str) -> None:
    assert code("x" * size).designator == designator
    assert code("я" * (size // 2) + "x" * (size % 2)).designator == designator  # a Cyrillic letter has two bytes


def test_what_does_not_fit_is_refused_in_one_line() -> None:
    with pytest.raises(TooLong, match="2954 bytes do not fit into a QR code; give a text of at most 2953"):
        qr("x" * (LONGEST + 1))


def test_cyrillic_is_written_as_utf_8_and_not_as_japanese() -> None:
    assert segno.make_qr("РГАСПИ").mode == "kanji"
    assert code("РГАСПИ").mode == "byte"


def test_the_citation_of_every_document_fits(collection: Collection, documents: tuple[Document, ...]) -> None:
    sizes = [len(Citation.of(collection.manifest, one).gost().encode()) for one in documents]
    assert max(sizes) < LONGEST / 3
