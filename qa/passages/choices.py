"""Finds the passages of the documents that an asker chose; what was chosen is never given up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from index.errors import CallError
from index.people import Person
from index.records import Document, Passage
from qa.passages.filters import Mask
from qa.reading import FILTERS
from qa.selection import EVERYTHING, Limits, Selection

PLACE = ("archive", "fond", "opis", "delo")
"""The parts of a shelf mark that can be chosen."""


class Choices:
    """What can be chosen in a collection."""

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage], persons: Sequence[Person]) -> None:
        self._documents = {document.number: document for document in documents}
        self._passages = passages
        self._persons = {person.name: person for person in persons}
        self._kinds = frozenset(document.kind for document in documents)

    def check(self, limits: Limits) -> None:
        """Raise CallError where the limits name what the collection does not know, or make no sense."""
        years = limits.only.years
        if years and years[0] > years[1]:
            raise CallError(f"the years are the wrong way round: from {years[0]} to {years[1]}")
        _check("kind of document", limits.only.kinds, self._kinds)
        _check("person", limits.only.people, self._persons)
        _check("filter", limits.without, FILTERS)

    def agreeing(self, only: Selection) -> Mask:
        """Which passages agree with all that was chosen; shape (passages,)."""
        if only == EVERYTHING:
            return np.ones(len(self._passages), np.bool_)
        numbers = {number for number, document in self._documents.items() if self._agrees(document, only)}
        return np.array([one.document in numbers and self._is_there(one, only) for one in self._passages])

    def _agrees(self, document: Document, only: Selection) -> bool:
        """Whether kind and people of a document are among those chosen."""
        return (not only.kinds or document.kind in only.kinds) and (
            not only.people or any(self._has(document, name) for name in only.people)
        )

    def _has(self, document: Document, name: str) -> bool:
        """Whether a document is by a person, to them, or names them."""
        return name in document.authors + document.addressees or document.number in self._persons[name].documents

    def _is_there(self, passage: Passage, only: Selection) -> bool:
        """Whether a passage is of the years and is kept in the place that were chosen."""
        timely = only.years is None or any(_overlap(date, only.years) for date in self._dates(passage))
        return timely and _is_kept(passage, only)

    def _dates(self, passage: Passage) -> Iterable[str]:
        """The dates of the document and of the enclosure that holds the passage, so far as they are known."""
        document = self._documents[passage.document]
        enclosed = document.enclosure_at(passage.start)
        return filter(None, (document.date, enclosed.date if enclosed else ""))


def _is_kept(passage: Passage, only: Selection) -> bool:
    chosen = {name: getattr(only, name).strip().lower() for name in PLACE}
    return all(getattr(passage.reference, name, "").lower() == value for name, value in chosen.items() if value)


def _overlap(date: str, years: tuple[int, int]) -> bool:
    """Whether an ISO date or an interval "from/to" lies in the years, if only in part.

    >>> _overlap("1927-12-31/1928-01-02", (1928, 1932)), _overlap("1927-11", (1928, 1932))
    (True, False)
    """
    first, _, last = date.partition("/")
    return int(first[:4]) <= years[1] and years[0] <= int((last or first)[:4])


def _check(what: str, chosen: Iterable[str], known: Collection[str]) -> None:
    unknown = [f"«{name}»" for name in chosen if name not in known]
    if unknown:
        raise CallError(f"there is no {what} {', '.join(unknown)} in this collection")
