"""Tells how well each document agrees with what a question says of date and people."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.people import Person
from index.records import Document
from qa.asked.people import surname
from qa.reading import Reading

Measure = NDArray[np.float32]
LATER, EARLIER = 120.0, 30.0
"""Days after which a document of another date agrees by 1/e: papers tell of what was, seldom of what is to come."""
MENTIONED = 0.5
"""A document that names a person, against one by or to the person."""


class Agreement(NamedTuple):
    """How well each document agrees with a question: from 0 to 1, shape (documents,); all 0 where nothing was asked.

    `date` is 1 where the document or one of its enclosures is of the asked time, and falls
    with the distance from it. `people` is the mean over the asked surnames: 1 for author or
    addressee, less for one who is named.
    """

    date: Measure
    people: Measure


class Spans(NamedTuple):
    """First and last day of each date, as numbers of days, and the row of the document it is in; shape (dates,)."""

    document: NDArray[np.intp]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


class Agreements:
    """What a collection's documents can be compared by, computed when it is first needed."""

    def __init__(self, documents: Sequence[Document], persons: Sequence[Person]) -> None:
        self._documents = documents
        self._rows = {document.number: row for row, document in enumerate(documents)}
        self._persons = {person.name: person for person in persons}
        self._person = lru_cache(maxsize=1000)(self._made_person)

    def agreements(self, reading: Reading) -> Agreement:
        """How well each document agrees with what was read out of a question."""
        return Agreement(
            self._date(reading.date_from, reading.date_to) if reading.date_from or reading.date_to else self._nothing(),
            self._people(reading.people),
        )

    @cached_property
    def _spans(self) -> Spans:
        """The dates of the documents and of their enclosures."""
        dates = [(row, date) for row, document in enumerate(self._documents) for date in _dates(document)]
        first, last = zip(*(days(date) for _, date in dates), strict=True) if dates else ((), ())
        return Spans(np.array([row for row, _ in dates], np.intp), np.array(first), np.array(last))

    def _nothing(self) -> Measure:
        return np.zeros(len(self._documents), np.float32)

    def _most(self, measures: Iterable[Measure]) -> Measure:
        most: Measure = np.maximum.reduce([self._nothing(), *measures])
        return most

    def _date(self, date_from: str, date_to: str) -> Measure:
        first, last = days(f"{date_from or '0001-01-01'}/{date_to or '9999-12-31'}")
        later = np.maximum(self._spans.first - last, 0)
        earlier = np.maximum(first - self._spans.last, 0)
        return self._best(np.exp(-later / LATER - earlier / EARLIER))

    def _best(self, values: NDArray[np.floating]) -> Measure:
        """The highest of the values that the dates of each document have."""
        best = self._nothing()
        np.maximum.at(best, self._spans.document, values.astype(np.float32))
        return best

    def _people(self, names: Sequence[str]) -> Measure:
        """The mean over surnames, since a bare one may stand for several bearers."""
        bearers: defaultdict[str, list[Measure]] = defaultdict(list)
        for name in names:
            bearers[surname(name)].append(self._person(name))
        measures = [self._most(theirs) for theirs in bearers.values()] or [self._nothing()]
        mean: Measure = np.mean(measures, axis=0, dtype=np.float32)
        return mean

    def _made_person(self, name: str) -> Measure:
        measure = self._nothing()
        person = self._persons.get(name)
        measure[[self._rows[number] for number in (person.documents if person else ())]] = MENTIONED
        measure[[row for row, one in enumerate(self._documents) if name in (*one.authors, *one.addressees)]] = 1.0
        return measure


def _dates(document: Document) -> list[str]:
    return [one for one in (document.date, *(enclosed.date for enclosed in document.enclosures)) if one]


def days(iso: str) -> tuple[int, int]:
    """First and last day, as numbers, of an ISO date that may lack its day or month, or of an interval "from/to".

    >>> days("1928-02"), days("1928-02-01/1928-02-29")
    ((703853, 703881), (703853, 703881))
    """
    first, _, last = iso.partition("/")
    return _number(first), _number(last or first, last=True)


def _number(iso: str, *, last: bool = False) -> int:
    year, month, day = [*map(int, iso.split("-")), 0, 0][:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1)).toordinal()
