"""Finds the footnote marks that the print glued to words: «Губкома24», «портрет»7», «руководстве.10»."""

from __future__ import annotations

import re

from index.records import Span

MARK = re.compile(r"(?:[А-Яа-яЁёA-Za-z]{2}|[»\")]|[^\s\d]/|\bг(?=\.)|\.[А-ЯЁ](?=\.))\.?(?P<mark>\d{1,3})(?!\w|\.\d)")
"""After a word, a quotation, a bracket, «1926 г.» or initials, but not after «Л.» or «Д.»."""

FURTHEST = 6
"""The next mark may be this much higher: marks that stand in lists and tables are not glued to words."""


def footnote_marks(text: str) -> list[Span]:
    """The half-open offsets of the marks in `text`, in order.

    Footnotes are numbered through the whole volume, so a number glued to a word is a mark
    only when it continues the count: in «/Бройдо/27 ... на стр.3 ... Ленина28» the 3 is none.

    >>> text = "советском руководстве.1 на стр.12 секретарю Губкома2"
    >>> [text[start:end] for start, end in footnote_marks(text)]
    ['1', '2']
    """
    marks, last = [], 0
    for found in MARK.finditer(text):
        number = int(found["mark"])
        if last < number <= last + FURTHEST:
            marks.append(found.span("mark"))
            last = number
    return marks
