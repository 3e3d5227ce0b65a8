"""Finds where the texts attached to a document begin: rather too few than one too many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from index.datelines import dateline
from index.paragraphs import Paragraph
from index.records import Enclosure
from index.secrecy import MARK as SECRECY_MARK
from index.secrecy import OFFICE_NUMBER

HEADED = re.compile(
    r"(?:Приложени[ея]|ПРИЛОЖЕНИ[ЕЯ])(?:\s№?\s?\d+)?\.?(?:\s[Кк]\s(?:записке|п\.|протоколу|письму).*)?", re.DOTALL
)
"""«Приложение», «Приложение № 1», «Приложение к п. 20 протокола № 31 заседания ПБ от 6.09.1923 г.»."""
LONGEST_HEADING = 120
SHORTEST = 100
"""Characters; what is shorter is the date and number under a covering note."""

ANNOUNCED = re.compile(r"Приложени[ея]:", re.IGNORECASE)
"""«Приложение: упомянутое.» ends a covering note."""
ITEM = re.compile(r"\d{1,2}[.)] ?\S")
SIGNED = re.compile(r"(?i:зам|пом|нач|пред|зав|секретарь|уполномоч|п\.|пп)\w*[\s.,:].*|.*[(/][А-ЯЁ][^()/]*[)/]\.?")
"""«Зам. Пред. ОГПУ (Ягода)», «Пом. Секретаря ЦК», «ПП, ОГПУ и ЛВО: Мессинг»."""
LONGEST_SIGNATURE = 60
SENT_TO = re.compile(r"Прилагаемые материалы разосланы")

PROTOCOL = re.compile(r"(?:ПРОТОКОЛ|Протокол) (?:дополнительного )?(?:ДОПРОСА|допроса)\b")
LETTERHEAD = re.compile(r"(?:(?:СО|СПО|ЭКУ) )?ОГПУ\.(?: Отдел [а-я]+\.)?")
"""«ОГПУ. Отдел секретный.» above «ПРОТОКОЛ ДОПРОСА»."""
SLOGAN = re.compile(r"Пролетарии всех стран,? соединяйтесь[!.]?", re.IGNORECASE)
COPY = re.compile(r"Копия с копии\.?", re.IGNORECASE)
"""An intercepted letter; «копия» alone is said of the paper itself."""
NAME = re.compile(r"(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\.?")
"""«Л. Троцкий», «Н.И. Бухарин»."""

Begins = Callable[[Sequence[Paragraph], int, bool], int | None]
"""Given the paragraphs, a place among them and whether an enclosure has begun before: where one begins, if any."""


def _headed(body: Sequence[Paragraph], at: int, within: bool) -> int | None:
    """«Приложение № 1» on a line of its own."""
    text = body[at].text
    return at if len(text) <= LONGEST_HEADING and HEADED.fullmatch(text) else None


def _after_covering_note(body: Sequence[Paragraph], at: int, within: bool) -> int | None:
    """«Приложение: упомянутое.|Зам. Пред. ОГПУ (Ягода)|» what follows is what was mentioned."""
    if within or not ANNOUNCED.match(body[at].text):
        return None
    items = _past(body, at + 1, lambda text: bool(ITEM.match(text)))
    signed = _past(body, items, _is_signature)
    if signed == items:
        return None
    dated = _past(body, signed, lambda text: bool(dateline(text)))
    numbered = _past(body, dated, lambda text: bool(OFFICE_NUMBER.fullmatch(text))) if dated > signed else dated
    return _past(body, numbered, lambda text: bool(SENT_TO.match(text)))


def _interrogation(body: Sequence[Paragraph], at: int, within: bool) -> int | None:
    """«ПРОТОКОЛ ДОПРОСА» begins a paper of its own, with the letterhead above it."""
    if not at or not PROTOCOL.match(body[at].text) or len(body[at].text) > LONGEST_HEADING:
        return None
    return at - 1 if LETTERHEAD.fullmatch(body[at - 1].text) else at


def _leaflet(body: Sequence[Paragraph], at: int, within: bool) -> int | None:
    """«Пролетарии всех стран, соединяйтесь!» is the head of a leaflet, among things enclosed the next one's."""
    return at if within and SLOGAN.fullmatch(body[at].text) else None


def _copy(body: Sequence[Paragraph], at: int, within: bool) -> int | None:
    """«Копия с копии» under a covering note that is signed."""
    return (
        at
        if COPY.fullmatch(body[at].text) and any(_is_signature(one.text) for one in body[max(at - 3, 0) : at])
        else None
    )


RULES: tuple[Begins, ...] = (_headed, _after_covering_note, _interrogation, _leaflet, _copy)


def enclosures(body: Sequence[Paragraph]) -> tuple[Enclosure, ...]:
    """The enclosures of a document with the paragraphs `body`; each goes up to the next, the last to the end."""
    starts = [
        start for start, following in pairwise([*_starts(body), len(body)]) if _long_enough(body, start, following)
    ]
    return tuple(_enclosure(body[first:last]) for first, last in pairwise([*starts, len(body)]))


def _long_enough(body: Sequence[Paragraph], start: int, following: int) -> bool:
    return HEADED.fullmatch(body[start].text) is not None or body[following - 1].end - body[start].start >= SHORTEST


def _starts(body: Sequence[Paragraph]) -> Iterator[int]:
    """The paragraph that each enclosure begins with."""
    last = 0
    for at in range(1, len(body)):
        start = next((start for rule in RULES if (start := rule(body, at, last > 0)) is not None), None)
        if start is not None and last < start < len(body):
            last = start
            yield start


def _past(body: Sequence[Paragraph], at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(body) and belongs(body[at].text):
        at += 1
    return at


def _is_signature(text: str) -> bool:
    return len(text) <= LONGEST_SIGNATURE and SIGNED.fullmatch(text) is not None


def _enclosure(own: Sequence[Paragraph]) -> Enclosure:
    return Enclosure(
        heading=_heading(own),
        span=(own[0].start, own[-1].end),
        date=next((found for one in (*own[1:6], *own[-3:]) if (found := dateline(one.text))), ""),
        author=next((one.text.rstrip(".") for one in own[:-4:-1] if NAME.fullmatch(one.text)), ""),
        inferred=HEADED.fullmatch(own[0].text) is None,
    )


def _heading(own: Sequence[Paragraph]) -> str:
    """The first paragraph that is more than a mark of secrecy, a number or a date, if it is short."""
    first = next((one for one in own if not _is_mark(one.text)), own[0])
    return first.text if len(first.text) <= LONGEST_HEADING else ""


def _is_mark(text: str) -> bool:
    marks = (SECRECY_MARK, OFFICE_NUMBER, LETTERHEAD, COPY)
    return any(mark.fullmatch(text) for mark in marks) or bool(dateline(text.removeprefix("От ")))
