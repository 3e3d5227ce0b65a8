"""The rules by which a text attached to a document begins, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from index.bundle import Bundle
from index.enclosed import COPY, LETTERHEAD, LONGEST_HEADING, SLOGAN
from index.endings import is_ending, is_signature
from index.openings import (
    CAPITALS,
    FOUND,
    SALUTATION,
    SENT_FROM,
    goes_on,
    is_address,
    is_captioned,
    is_heading,
    is_opening,
)

HEADED = re.compile(
    r"(?:Приложени[ея]|ПРИЛОЖЕНИ[ЕЯ])(?:\s№?\s?\d+)?\.?(?:\s[Кк]\s(?:записке|п\.|протоколу|письму).*)?", re.DOTALL
)
"""«Приложение», «Приложение № 1», «Приложение к п. 20 протокола № 31 заседания ПБ от 6.09.1923 г.»."""
CAPTION = 4
"""Paragraphs that may tell what a paper is before it begins: «Листовка ...», «Обнаружена при обыске»."""
LONGEST_MARK = 30
"""Characters: «Совершенно секретно», «Срочно»."""
SHORTEST_TITLE = 12
"""Characters of a title that is told by its words alone."""
NUMERAL = re.compile(r"[IVX]{1,6}")
ROMAN = {"I": 1, "V": 5, "X": 10}

ANNOUNCED = re.compile(r"Приложени[ея]:", re.IGNORECASE)
"""«Приложение: упомянутое.» ends a covering note."""
ITEM = re.compile(r"\d{1,2}[.)] ?\S")
SENT_TO = re.compile(r"Прилагаемые материалы разосланы")

PROTOCOL = re.compile(r"(?:ПРОТОКОЛ|Протокол) (?:дополнительного )?(?:ДОПРОСА|допроса)\b")

Begins = Callable[[Bundle, int, int], int | None]
"""Given a bundle, a paragraph of it and the one that the last text began with: where another text begins, if any."""


def _headed(bundle: Bundle, at: int, last: int) -> int | None:
    """«Приложение № 1» on a line of its own, unless it stands under the marks that the text began with."""
    text = bundle.text(at)
    if len(text) > LONGEST_HEADING or not HEADED.fullmatch(text):
        return None
    return None if last and all(len(bundle.text(one)) <= LONGEST_MARK for one in range(last, at)) else at


def _numbered(bundle: Bundle, at: int, last: int) -> int | None:
    """«I», «II», «III» alone on a line, the first of them in a gap under a signature: the papers of a dossier."""
    number = _roman(bundle.text(at))
    if number == 1:
        return at if bundle.after_gap(at) and bundle.ended(at) else None
    return at if number and last and _roman(bundle.text(last)) == number - 1 else None


def _after_an_ending(bundle: Bundle, at: int, last: int) -> int | None:
    """A gap under «СЕКРЕТАРЬ ЦК», «Л. Троцкий», «15.09.27 г.»."""
    ended = bundle.after_gap(at) and bundle.ended(at) and not bundle.in_head(at, last)
    return at if ended and not goes_on(bundle.text(at)) else None


def _after_a_gap(bundle: Bundle, at: int, last: int) -> int | None:
    """A gap, and then «ЧЛЕНАМ ПОЛИТБЮРО ЦК», «Письмо тов. Преображенского», «ПРОТОКОЛ»."""
    if not bundle.after_gap(at) or bundle.in_head(at, last) or goes_on(bundle.text(at)):
        return None
    text, below = bundle.text(at), bundle.text(at + 1)
    titled = FOUND.fits(below) or (CAPITALS.fits(text) and is_captioned(below))
    return at if titled or is_opening(text) else None


def _after_covering_note(bundle: Bundle, at: int, last: int) -> int | None:
    """«Приложение: упомянутое.|Зам. Пред. ОГПУ (Ягода)|» what follows is what was mentioned."""
    if last or not ANNOUNCED.match(bundle.text(at)):
        return None
    items = bundle.past(at + 1, lambda text: bool(ITEM.match(text)))
    signed = bundle.past(items, is_signature)
    if signed == items or bundle.after_gap(signed):
        return None
    return bundle.past(bundle.past(signed, is_ending), lambda text: bool(SENT_TO.match(text)))


def _interrogation(bundle: Bundle, at: int, last: int) -> int | None:
    """«ПРОТОКОЛ ДОПРОСА» begins a paper of its own, with the letterhead above it."""
    if not at or not PROTOCOL.match(bundle.text(at)) or len(bundle.text(at)) > LONGEST_HEADING:
        return None
    return at - 1 if LETTERHEAD.fullmatch(bundle.text(at - 1)) else at


def _leaflet(bundle: Bundle, at: int, last: int) -> int | None:
    """«Пролетарии всех стран, соединяйтесь!» is the head of a leaflet, among things enclosed the next one's."""
    if not last or not SLOGAN.fullmatch(bundle.text(at)):
        return None
    captioned = any(is_opening(bundle.text(one)) for one in range(last, at))
    return None if captioned and at - last < CAPTION else at


def _copy(bundle: Bundle, at: int, last: int) -> int | None:
    """«Копия с копии» under a covering note that is signed."""
    if not COPY.fullmatch(bundle.text(at)) or bundle.in_head(at, last):
        return None
    return at if any(is_signature(bundle.text(one)) for one in range(max(at - 3, 0), at)) else None


def _found_in_a_search(bundle: Bundle, at: int, last: int) -> int | None:
    """«Обнаружено при обыске у Ножницкого», as it is written at the head of each paper seized."""
    return at if last and FOUND.fits(bundle.text(at)) and not bundle.in_head(at, last) else None


def _letter(bundle: Bundle, at: int, last: int) -> int | None:
    """«Дорогие товарищи» on a line of its own, once a text has begun and gone on."""
    return at if SALUTATION.fits(bundle.text(at)) and not bundle.in_head(at, last) else None


def _opened_letter(bundle: Bundle, at: int, last: int) -> int | None:
    """«Томск, Карлу Бернардовичу Радеку|Из Уральска, Е.А. Преображенского»: addressee and sender of a letter opened."""
    return at - 1 if last and SENT_FROM.fits(bundle.text(at)) and not bundle.in_head(at, last) else None


def _under_a_signature(bundle: Bundle, at: int, last: int) -> int | None:
    """«Зам. Нач. СО ОГПУ (Агранов)|VI Конгрессу», «№ 213572/8|СПИСОК»: a heading right under a signed text."""
    text = bundle.text(at)
    if len(text) > LONGEST_HEADING or bundle.in_head(at, last) or not bundle.signed(at) or goes_on(text):
        return None
    heading = is_heading(text) or (CAPITALS.fits(text) and not is_ending(text))
    return at if heading or (is_address(text) and not last) else None


def _named_by_the_note(bundle: Bundle, at: int, last: int) -> int | None:
    """«препровождается статья «Неужели же не пора понять?»|/Сермукс/|Неужели же не пора понять?»."""
    text = bundle.text(at)
    if not SHORTEST_TITLE <= len(text) <= LONGEST_HEADING or bundle.in_head(at, last):
        return None
    if not bundle.after_gap(at) and not bundle.signed(at):
        return None
    named = f"«{text}".lower()
    return at if any(named in bundle.text(one).lower() for one in range(at)) else None


def _roman(text: str) -> int:
    """The number that a line consists of, «XIV»; 0 where it is none."""
    values = [ROMAN[letter] for letter in text] if NUMERAL.fullmatch(text) else []
    return sum(-value if value < following else value for value, following in pairwise([*values, 0]))


RULES: tuple[Begins, ...] = (
    _headed,
    _numbered,
    _after_an_ending,
    _after_a_gap,
    _after_covering_note,
    _interrogation,
    _leaflet,
    _copy,
    _found_in_a_search,
    _letter,
    _opened_letter,
    _under_a_signature,
    _named_by_the_note,
)
"""The first rule that finds a beginning decides."""
