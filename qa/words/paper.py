"""Answers questions about a paper as such from its record: where it is kept, what it is, when, by whom, to whom."""

from __future__ import annotations

from collections.abc import Sequence

from index.collection import Language
from index.dates import NAMES
from index.records import Document, Enclosure, Passage, Reference
from qa.asked.calendar_forms import ENGLISH_NAMES
from qa.passages.agreement import days
from qa.question import Question
from qa.reading import Reading
from qa.words.roman import romanised
from qa.words.wanted import LEGEND, Wanted, asked_of_paper


def told_by_record(question: Question, document: Document, passage: Passage, *, titled: bool) -> str:
    """What the records of the document and of the enclosure that holds the passage say; "" where they are silent.

    Who wrote it to whom and when is told only where the document is `titled` as the question
    says, or is described by it; what is described is the document, not an enclosure.
    """
    described = is_described(document, question.reading)
    enclosure = None if described else document.enclosure_at(passage.start)
    parts = (
        _legend(passage.reference, wanted)
        if wanted in LEGEND
        else (titled or described) and _head(wanted, document, enclosure, question.language)
        for wanted in asked_of_paper(question.text)
    )
    return "; ".join(part for part in parts if part)


def is_described(document: Document, reading: Reading) -> bool:
    """Whether a question names the document's number, or its kind with its time or one who wrote or received it."""
    if document.number in reading.documents:
        return True
    if document.kind not in reading.kinds:
        return False
    correspondents = {*document.authors, *document.addressees}
    return not correspondents.isdisjoint(reading.people) or _is_of_time(document.date, reading)


def _is_of_time(date: str, reading: Reading) -> bool:
    if not date or not (reading.date_from and reading.date_to):
        return False
    (first, last), (since, until) = days(date), days(f"{reading.date_from}/{reading.date_to}")
    return since <= first and last <= until


def _legend(reference: Reference | None, wanted: Wanted) -> str:
    """«РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 142. Копия. Машинопись», or only what kind of paper it is."""
    if reference is None:
        return ""
    where = (reference.text,) if wanted is Wanted.REFERENCE else ()
    return ". ".join(part for part in (*where, reference.authenticity, reference.technique) if part)


def _head(wanted: Wanted, document: Document, enclosure: Enclosure | None, language: Language) -> str:
    if wanted is Wanted.DATING:
        return day(enclosure.date if enclosure else document.date, language)
    if enclosure:
        return enclosure.author if wanted is Wanted.AUTHOR else ""
    return _people(document.authors if wanted is Wanted.AUTHOR else document.addressees, language)


def _people(names: Sequence[str], language: Language) -> str:
    """«Ягода Г. Г.» is read «Г. Г. Ягода»."""
    turned = ", ".join(" ".join(reversed(name.split(" ", maxsplit=1))) for name in names)
    return f"{turned} ({romanised(turned)})" if turned and language == "en" else turned


def day(date: str, language: Language) -> str:
    """An ISO day in words; "" for what is not one day.

    >>> day("1927-09-22", "ru"), day("1927-09-22", "en"), day("1927-09", "ru")
    ('22 сентября 1927 г.', '22 September 1927', '')
    """
    year, *rest = date.split("-")
    if len(rest) != 2 or "/" in date:
        return ""
    month, number = int(rest[0]) - 1, int(rest[1])
    return f"{number} {ENGLISH_NAMES[month]} {year}" if language == "en" else f"{number} {NAMES[month]} {year} г."
