"""Reads the time that a question asks about: a day, a span, «до 1928 года», "between May and July 1926"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from qa.asked.point import Point
from qa.asked.points import points

BETWEEN = re.compile(r"\b(?:между|between)\s+$", re.IGNORECASE)
FROM = re.compile(r"\b(?:с|со|от|from)\s+$", re.IGNORECASE)
AND = re.compile(r"\s*\b(?:и|and)\s+", re.IGNORECASE)
TO = re.compile(r"\s*(?:\b(?:по|до|to|till|until|through)\s+|[-–—]\s*)", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:до|ранее|раньше|прежде|before|until|till|prior to)\s+$", re.IGNORECASE)
AFTER = re.compile(r"\b(?:после|позже|позднее|after|later than)\s+$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:начиная с|starting (?:from|in))\s+$", re.IGNORECASE)
OF_PAPER = re.compile(r"\b(?:от|dated|of)\s+$", re.IGNORECASE)
"""What stands before the date of a paper itself: «письмо от 11 марта 1926 г.»."""
NEAR = 40
"""Characters before a point where the words that belong to it may stand."""
ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)


class Asked(NamedTuple):
    """Days in ISO 8601, either end open where it is ""; `day` is a date without its year, "--09-22" or "--09"."""

    date_from: str = ""
    date_to: str = ""
    day: str = ""


def asked_date(text: str) -> Asked:
    """The time that `text` names: a span before a point, the date of a paper first, else the most precise.

    >>> asked_date("Что решили в октябре 1927?")
    Asked(date_from='1927-10-01', date_to='1927-10-31', day='')
    >>> asked_date("Кто писал до 1928 года?"), asked_date("Что было 22 сентября?")
    (Asked(date_from='', date_to='1927-12-31', day=''), Asked(date_from='', date_to='', day='--09-22'))
    """
    found = points(text)
    spans = [span for one, other in pairwise(found) if (span := _span(text, one, other))]
    if spans:
        return spans[0]
    dated = [point for point in found if point.years]
    if dated:
        return _asked(text, min(dated, key=lambda point: (not _before(OF_PAPER, text, point), -point.precision)))
    return _without_year(found)


def _span(text: str, one: Point, other: Point) -> Asked | None:
    """From `one` to `other`, where the words around them say so; each lends the other its year."""
    within = text[one.end : other.start]
    between = AND.fullmatch(within) and _before(BETWEEN, text, one)
    reaching = TO.fullmatch(within) and (_before(FROM, text, one) or within.strip() in {"-", "–", "—"})
    begun, ended = one.of(other), other.of(one)
    if not (between or reaching) or not begun.years or begun.first() > ended.last():
        return None
    return Asked(begun.first(), ended.last())


def _asked(text: str, point: Point) -> Asked:
    if _before(BEFORE, text, point):
        return Asked("", _shifted(point.first(), -1))
    if _before(SINCE, text, point):
        return Asked(point.first(), "")
    if _before(AFTER, text, point):
        return Asked(_shifted(point.last(), 1), "")
    return Asked(point.first(), point.last())


def _before(words: re.Pattern[str], text: str, point: Point) -> bool:
    near = text[max(0, point.start - NEAR) : point.start]
    return bool(words.search(ARTICLE.sub("", near)))


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _without_year(found: Sequence[Point]) -> Asked:
    """The first day or month without a year; a season alone says too little."""
    for point in sorted(found, key=lambda point: -point.precision):
        if point.months and point.months[0] == point.months[1]:
            one_day = point.days and point.days[0] == point.days[1]
            return Asked(day=f"--{point.months[0]:02}" + (f"-{point.days[0]:02}" if point.days and one_day else ""))
    return Asked()
