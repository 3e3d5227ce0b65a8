"""Finds the footnote marks that the print glued to words: «Губкома24», «портрет»7», «руководстве.10»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Span

MARK = re.compile(r"(?:[А-Яа-яЁёA-Za-z]{2}|[»\")]|[^\s\d]/|\bг(?=\.)|\.[А-ЯЁ](?=\.))\.?(?P<mark>\d{1,3})(?!\w|\.\d)")
"""After a word, a quotation, a bracket, «1926 г.» or initials, but not after «Л.» or «Д.»."""

LINE = re.compile(r"(?m)^ ?(?=\S)")
ROW = re.compile(r"(?P<row>\d+)\.")
"""The number of a row of a list, at the beginning of its line."""

STAR = re.compile(r"(?<=[\w»\")])\*(?![*\w])")
"""«октябре* товарищей», «Conrant»*, хотя»."""

FURTHEST = 6
"""The next mark may be this much higher: marks that stand in lists and tables are not glued to words."""


def footnote_marks(text: str, first: int = 1) -> list[Span]:
    """The half-open offsets of the marks in `text`, in order; `first` is the lowest number that they may have.

    Footnotes are numbered through the whole volume, so a number glued to a word is a mark
    only when it continues the count: in «/Бройдо/27 ... на стр.3 ... Ленина28» the 3 is none.

    >>> text = "советском руководстве.1 на стр.12 секретарю Губкома2"
    >>> [text[start:end] for start, end in footnote_marks(text)]
    ['1', '2']
    """
    marks: list[Span] = []
    last = first - 1
    for start, end in sorted([*(found.span("mark") for found in MARK.finditer(text)), *_row_marks(text)]):
        if last < int(text[start:end]) <= last + FURTHEST:
            marks.append((start, end))
            last = int(text[start:end])
    return marks


def _row_marks(text: str) -> Iterator[Span]:
    """Numbers glued to the numbers of rows: «197. БРО Г.», «19838.», «199. БАЗАНОВА» has the mark 38."""
    rows = [found for line in LINE.finditer(text) if (found := ROW.match(text, line.end()))]
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        own = str(int(above["row"]) + 1)
        glued = row["row"].startswith(own) and len(own) < len(row["row"]) <= len(own) + 3
        if glued and int(below["row"]) == int(own) + 1:
            yield row.start("row") + len(own), row.end("row")


def star_marks(text: str) -> list[Span]:
    """The half-open offsets of the asterisks in `text` that refer to a note.

    >>> star_marks("ошибавшихся в октябре* товарищей")
    [(21, 22)]
    """
    return [found.span() for found in STAR.finditer(text)]
