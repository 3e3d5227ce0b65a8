"""Reads the marks of secrecy and the office number at the head of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.paragraphs import Paragraph

LEVEL = r"(?:(?:строго|совершенно|сов\.|сс?\.)?[\s-]*секретно|не подлежит оглашению)"
"""«Строго секретно», «Строго-секретно», «С. секретно»."""
URGENCY = r"(?:только лично|лично|срочно)"
SECRECY = re.compile(rf"(?:{URGENCY}[.,!]? )*{LEVEL}(?:[.,!]? {URGENCY})*|только лично", re.IGNORECASE)
"""A mark that may follow the title without a gap: «Строго секретно», «Сов. Секретно. Лично», «Срочно. Секретно»."""
MARK = re.compile(rf"(?:{SECRECY.pattern})[.!]?", re.IGNORECASE)
KEPT = re.compile(r"(?:Подлежит возврату|Снятие копий|Хранить на правах шифра).{,40}")
"""«Подлежит возврату в ЦКК», «Снятие копий воспрещается»: how a secret paper is to be kept."""
OFFICE_NUMBER = re.compile(
    r"(?:Исх\.\s?)?№\s?(?P<number>(?=.{,12}\d)\w+(?:[/–-]\s?\w+|[.,]\w+| \d[\d/]*| [А-ЯЁ][а-яё]{1,2}\b)*)"
    r"\.?(?:\s*от\s.*)?"
)
"""«№ П59/17-рс», «№ 59,5-с», «№ Пл 8/1», «№ 77/2 Пр.», «№ П67/15-опр.», «№ П50/1 от 8 декабря 1923 г.»."""
BARE_NUMBER = re.compile(r"(?P<number>\d+/[а-я](?:-\d+)+)")
"""«37/п-1-2», printed without «№»."""
HEAD, FOOT = 12, 4
"""Paragraphs; further down a number or a mark belongs to something else, and so it does further up from the end."""


def secrecy_marks(own: Sequence[Paragraph]) -> tuple[str, ...]:
    """The marks of secrecy and of safe keeping among the paragraphs `own` of a document, as printed."""
    return tuple(one.text for one in own[:HEAD] if MARK.fullmatch(one.text) or KEPT.fullmatch(one.text))


def office_number(own: Sequence[Paragraph], *, of_protocol: bool = False) -> str:
    """The number that the office gave the paper, without «№», at its head or under its signature; "" without one.

    In an extract, `of_protocol`, «№ 59» is the number of the protocol.
    """
    found = (pattern.fullmatch(one.text) for one in _edges(own) for pattern in (OFFICE_NUMBER, BARE_NUMBER))
    numbers = [number["number"] for number in found if number]
    return next((number for number in numbers if not (of_protocol and number.isdigit())), "")


def _edges(own: Sequence[Paragraph]) -> Sequence[Paragraph]:
    return own if len(own) <= HEAD + FOOT else [*own[:HEAD], *own[-FOOT:]]
