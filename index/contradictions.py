"""Finds the dates in the text of a document that contradict the date of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from index.datelines import dates_within, line_date
from index.enclosed import signed_date
from index.paragraphs import Paragraph, paragraphs
from index.records import Document, Role, Span

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HEAD, FOOT = 8, 6
"""Paragraphs of the body, from the first and up to the last, among which its own date stands."""
SOON_AFTER = timedelta(days=3)
"""An office registers or forwards a paper so soon after its day: «14 июня» over a note of 13 June."""
LONG_AFTER = timedelta(days=60)
"""A covering note may be younger than what it encloses, by days."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in the text of a document: in ISO, as written, and the `span` of the paragraph it is written in."""

    date: str
    written: str
    span: Span


def contradictions(document: Document) -> tuple[WrittenDate, ...]:
    """The dates in the text of `document` that cannot be true together with its title's, where that is a day."""
    if "date" in document.from_body or not DAY.fullmatch(document.date):
        return ()
    parts = [part for part in document.parts if part.role is Role.BODY]
    body = [one for part in parts for one in _paragraphs(document, part.start, part.end)]
    return (*_found(document.date, body), *_enclosed_later(document))


def _paragraphs(document: Document, start: int, end: int) -> list[Paragraph]:
    return [one for one in paragraphs(document.text.content, start, end) if one.text]


def _found(title: str, body: Sequence[Paragraph]) -> Iterator[WrittenDate]:
    for at, one in enumerate(body):
        own = _own_date(one.text) if at < HEAD or at >= len(body) - FOOT else ""
        slips = own and _is_slip(title, own)
        impossible = [(iso, written) for iso, written in dates_within(one.text) if _is_impossible(title, iso)]
        for iso, written in impossible or ([(own, one.text)] if slips else []):
            yield WrittenDate(iso, written, (one.start, one.end))


def _enclosed_later(document: Document) -> Iterator[WrittenDate]:
    """What is enclosed cannot be younger than the note above it: «15 ноября 1928 г» under a note of 29 October."""
    for enclosure in document.enclosures:
        if enclosure.date and _later(document.date, enclosure.date) > SOON_AFTER:
            own = _paragraphs(document, *enclosure.span)
            dated = next((one for one in own if _own_date(one.text) == enclosure.date), own[0])
            yield WrittenDate(enclosure.date, dated.text, (dated.start, dated.end))


def _own_date(text: str) -> str:
    """The date that a paragraph gives its paper: «15 ноября 1926 г.», «15.VI.28 Вязниковцев Г.»."""
    return line_date(text) or signed_date(text)


def _is_slip(title: str, found: str) -> bool:
    """Whether two dates differ in one thing only, as a slip does, and not as a letter and its registration do."""
    differences = sum(one != other for one, other in zip(title.split("-"), found.split("-"), strict=True))
    return differences == 1 and not timedelta() < _later(title, found) <= SOON_AFTER


def _is_impossible(title: str, found: str) -> bool:
    """The same day of another year, or a day that was long to come."""
    another_year = title[4:] == found[4:] and title != found
    return another_year or _later(title, found) > LONG_AFTER


def _later(first: str, second: str) -> timedelta:
    return date.fromisoformat(second) - date.fromisoformat(first)
