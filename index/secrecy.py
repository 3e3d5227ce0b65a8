"""Reads the marks of secrecy and the office number at the head of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.paragraphs import Paragraph

SECRECY = re.compile(
    r"(?:строго|совершенно|сов\.|сс?\.)?\s*(?:секретно)|только лично|не подлежит оглашению", re.IGNORECASE
)
"""A mark that may follow the title without a gap: «Строго секретно»."""
MARK = re.compile(rf"(?:{SECRECY.pattern})[.!]?", re.IGNORECASE)
OFFICE_NUMBER = re.compile(r"(?:Исх\.\s?)?№\s?(?P<number>[\wА-Я]+(?:[/–-]\s?\w+)*)(?:\s*от\s.*)?")
"""«№ П59/17-рс», «№ 162/с», «№ 219323», «№ П50/1 от 8 декабря 1923 г.»."""
HEAD = 12
"""Paragraphs; further down a number or a mark belongs to something enclosed."""


def secrecy_marks(body: Sequence[Paragraph]) -> tuple[str, ...]:
    """The marks of secrecy, as printed."""
    return tuple(one.text for one in body[:HEAD] if MARK.fullmatch(one.text))


def office_number(body: Sequence[Paragraph]) -> str:
    """The number that the office gave the paper, without «№»; "" where none is printed."""
    found = (OFFICE_NUMBER.fullmatch(one.text) for one in body[:HEAD])
    return next((number["number"] for number in found if number), "")
