"""Tells what a question asks for that the collection's dates cannot say: «между пленумом и съездом»."""

from __future__ import annotations

import re

EVENT = (
    r"(?:пленум|съезд|конгресс|конференци|заседани|congress|plenum|conference|session)[а-яa-z]*"
    r"|(?:болезн|смерт|убийств|высылк|арест|революци)[а-я]+|(?:illness|death|murder|exile|arrest|revolution)"
)
WORDS = r"(?:(?!и\b|and\b)[\w-]+\s+){0,2}"
WHICH = r"(?:[IVXLC]+|\d+-?[а-я]*|[а-я]+[ыи]м)"
"""One of several: «XIV», «14-м», «четырнадцатым», «июльским»."""
BETWEEN = re.compile(
    rf"\b(?:между\s+{WHICH}\s+и\s+{WHICH}\s+(?:{EVENT})|between\s+the\s+\w+\s+and\s+(?:the\s+)?\w+\s+(?:{EVENT})"
    rf"|между\s+{WORDS}(?:{EVENT})\s+и\s+{WORDS}(?:{EVENT})"
    rf"|between\s+{WORDS}(?:{EVENT})\s+and\s+{WORDS}(?:{EVENT}))\b",
    re.IGNORECASE,
)
"""«между июльским пленумом и съездом», "between the plenum and the congress"."""


def beyond(text: str) -> tuple[str, ...]:
    """The words of `text` that ask for a time by what happened in it, which no document is dated by.

    >>> beyond("Что писал Троцкий между пленумом и съездом?")
    ('между пленумом и съездом',)
    >>> beyond("Что писал Троцкий между XIV и XV съездами?"), beyond("Что было между 1 и 15 ноября?")
    (('между XIV и XV съездами',), ())
    """
    return tuple(match[0] for match in BETWEEN.finditer(text))
