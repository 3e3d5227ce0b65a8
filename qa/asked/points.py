"""Finds what is named of the calendar: «22.IX.27», «осенью 1923 года», «в конце октября», "January 11, 1928"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace

from qa.asked.calendar_forms import FORMS, HALVES, PARTS, ROMAN, SEASONS, Form
from qa.asked.point import Point

LONGEST = 40
"""Characters before a point where the words that narrow it may stand."""


def points(text: str) -> list[Point]:
    """What is named of the calendar, in the order of the text; of two that overlap, the form that comes first."""
    found: list[Point] = []
    for form in FORMS:
        for match in form.pattern.finditer(text):
            free = all(match.end() <= other.start or other.end <= match.start() for other in found)
            if free and (point := _point(match, form)):
                found.append(_part(text, point))
    return sorted(found, key=lambda point: point.start)


def _point(match: re.Match[str], form: Form) -> Point | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    months, years = _month(said, form), _years(said)
    days = (int(said["day"]), int(said.get("last", said["day"]))) if "day" in said else None
    possible = not months or 1 <= months[0] <= 12
    if not (years or months or days) or not possible or (days and not 1 <= days[0] <= days[1] <= 31):
        return None
    if days and months and years and days[0] > monthrange(years[0], months[0])[1]:
        days = None
    return Point(match.start(), match.end(), years, months, days)


def _years(said: dict[str, str]) -> tuple[int, int] | None:
    if "decade" in said:
        return int(said["decade"]) * 10, int(said["decade"]) * 10 + 9
    if "twenties" in said:
        return 1900 + int(said["twenties"]), 1909 + int(said["twenties"])
    year = int(said["year"]) if "year" in said else 1900 + int(said["short"]) if "short" in said else 0
    until = said.get("until", "")
    last = int(f"{year}"[: -len(until)] + until) if until else year
    return (year, max(year, last)) if year else None


def _month(said: dict[str, str], form: Form) -> tuple[int, int] | None:
    if "winter" in said:
        return 12, 3
    if "season" in said:
        return next(months for words, months in SEASONS if re.fullmatch(words, said["season"], re.IGNORECASE))
    if "number" in said:
        number = said["number"].lower()
        month = ROMAN.index(number) + 1 if number in ROMAN else int(number) if number.isdigit() else 0
        return month, month
    names = enumerate(form.months, 1)
    month = next((n for n, name in names if "month" in said and re.fullmatch(name, said["month"], re.IGNORECASE)), 0)
    return (month, month) if month else None


def _part(text: str, point: Point) -> Point:
    """The point narrowed by the words before it: «в конце октября 1928», "the second half of 1927"."""
    near = max(0, point.start - LONGEST)
    for number, (words, (first, last)) in _parts():
        before = re.search(rf"\b(?:{words})[\s-]+$", text[near : point.start], re.IGNORECASE)
        if before and point.days is None:
            return replace(_narrowed(point, number, first, last), start=near + before.start())
    return point


def _parts() -> Iterator[tuple[int, tuple[str, tuple[int, int]]]]:
    yield from ((3, part) for part in PARTS)
    yield from ((2, (words, (half, half))) for words, half in HALVES)


def _narrowed(point: Point, number: int, first: int, last: int) -> Point:
    """Parts `first` to `last` of `number` equal ones of a month, or of a year."""
    if point.months and point.months[0] == point.months[1]:
        size = 30 // number
        end = 31 if last == number - 1 else size * (last + 1)
        return replace(point, days=(size * first + 1, end))
    if point.months is None and point.years and point.years[0] == point.years[1]:
        size = 12 // number
        return replace(point, months=(size * first + 1, size * (last + 1)))
    return point
