"""The dates that a text speaks of, in any form, in Russian and in English, as precise as they are said."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from index.datelines import CENTURY, ROMAN
from index.garbled import TO_ROMAN

MONTHS = (
    # in Russian, in any case or cut short; in English, where a capital tells May from «may»
    ("январ(?:ь|я|ю|ем|е)|янв\\.", "January|Jan\\."),
    ("феврал(?:ь|я|ю|ем|е)|фев?р?\\.", "February|Feb\\."),
    ("март(?:|а|у|ом|е)", "March|Mar\\."),
    ("апрел(?:ь|я|ю|ем|е)|апр\\.", "April|Apr\\."),
    ("ма(?:й|я|ю|ем|е)", "May"),
    ("июн(?:ь|я|ю|ем|е)", "June"),
    ("июл(?:ь|я|ю|ем|е)", "July"),
    ("август(?:|а|у|ом|е)|авг\\.", "August|Aug\\."),
    ("сентябр(?:ь|я|ю|ём|ем|е)|сент?\\.", "September|Sept?\\."),
    ("октябр(?:ь|я|ю|ём|ем|е)|окт\\.", "October|Oct\\."),
    ("ноябр(?:ь|я|ю|ём|ем|е)|нояб?\\.", "November|Nov\\."),
    ("декабр(?:ь|я|ю|ём|ем|е)|дек\\.", "December|Dec\\."),
)
_NAMES = tuple(re.compile(f"(?i:{russian})|{english}") for russian, english in MONTHS)
_IN_RUSSIAN = "(?i:" + "|".join(russian for russian, _ in MONTHS) + ")"
_IN_ENGLISH = "(?:" + "|".join(english for _, english in MONTHS) + ")"
_DAYS = r"(?P<first>\d{1,2})(?:\s?[-–]\s?(?P<day>\d{1,2}))?"
_YEAR = r"(?:\s*(?P<year>\d{4}))?"

FORMS = tuple(
    re.compile(rf"(?<![\w./])(?:{form})(?!\w)")
    for form in (
        # 1923-10-15, 1925-04
        r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?",
        # 15.10.1923, 15/11/24, 26.VI.28, 3/II-1923, 16/Х–27
        r"(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2}|[IVXХУПШ1]{1,4})[./–-](?P<year>\d{4}|\d\d)",
        # 15/XI, 5.IX
        r"(?P<day>\d{1,2})[./](?P<month>[IVXХУПШ]{1,4})",
        # 15 октября 1923, 9–10 января, 2-го января 1928, «27» марта 1926, 11 октября1923
        rf"«?{_DAYS}»?(?:-?(?:го|е|ого))?\s(?P<month>{_IN_RUSSIAN}){_YEAR}",
        # 15 October 1923, 9–10 January, the 2nd of January, 1928
        rf"{_DAYS}(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_IN_ENGLISH}),?{_YEAR}",
        # October 15, 1923, January 9–10, March 3rd
        rf"(?P<month>{_IN_ENGLISH})\s{_DAYS}(?:st|nd|rd|th)?(?!\d),?{_YEAR}",
        # в октябре 1923, октябрь; in October 1923
        rf"(?P<month>{_IN_RUSSIAN}|{_IN_ENGLISH}){_YEAR}",
    )
)
"""In this order; what one has read is not read by the next."""
LEAP = 1928
"""A year that has a 29th of February."""
YEAR = re.compile(r"(?<!\d)(?:1[789]|20)\d\d(?!\d)")


class SaidDate(NamedTuple):
    """A date as precise as it was said: 0 for the day or the year that was not."""

    year: int
    month: int
    day: int


class SaidDates(NamedTuple):
    """The dates of a text, the years that it names, and the text without the dates."""

    dates: frozenset[SaidDate]
    years: frozenset[int]
    rest: str

    def has(self, date: SaidDate) -> bool:
        """Whether the text says `date`, at least as precisely; its year may stand elsewhere in the text.

        >>> said_dates("25 декабря; 1924 г.").has(SaidDate(1924, 12, 25))
        True
        >>> said_dates("25 декабря 1924 г.").has(SaidDate(1925, 12, 0))
        False
        """
        return any(
            date.month == said.month
            and date.day in {0, said.day}
            and (date.year in {0, said.year} or (not said.year and date.year in self.years))
            for said in self.dates
        )


def said_dates(text: str) -> SaidDates:
    """The dates that `text` speaks of.

    >>> sorted(said_dates("9–10 января 1928 г., 15/XI, in May and by March 3rd, 1926").dates)
    [SaidDate(year=0, month=5, day=0), SaidDate(year=0, month=11, day=15), SaidDate(year=1926, month=3, day=3), \
SaidDate(year=1928, month=1, day=9), SaidDate(year=1928, month=1, day=10)]
    >>> said_dates("Они могут 31.2.27 и may not in 1927").dates, said_dates("3/II-23 г.").years
    (frozenset(), frozenset({1923}))
    """
    dates: set[SaidDate] = set()
    rest = text
    for form in FORMS:
        dates.update(date for found in form.finditer(rest) for date in _dates(found))
        rest = form.sub(lambda found: " · " if any(_dates(found)) else found[0], rest)
    years = {int(year) for year in YEAR.findall(rest)} | {date.year for date in dates if date.year}
    return SaidDates(frozenset(dates), frozenset(years), rest)


def _dates(found: re.Match[str]) -> Iterator[SaidDate]:
    """The date that was read, two where it is a span of days; none where no such day exists."""
    parts = found.groupdict()
    month, year = _month(parts["month"]), int(parts.get("year") or 0)
    days = [int(day) for day in (parts.get("first"), parts.get("day")) if day] or [0]
    if month and all(day <= monthrange(LEAP, month)[1] for day in days):
        for day in days:
            yield SaidDate(year + CENTURY if 0 < year < 100 else year, month, day)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written) if 1 <= int(written) <= len(MONTHS) else 0
    named = (number for number, name in enumerate(_NAMES, 1) if name.fullmatch(written))
    return next(named, 0) or ROMAN.get(written.translate(TO_ROMAN), 0)
