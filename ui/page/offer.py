"""What of a collection can be chosen: its years, kinds of documents, people and shelf marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.people import Person
from index.records import Document

MOST_PEOPLE = 300
"""So many names are offered while one is typed; the others are found by their first letters."""


class Shelf(NamedTuple):
    """One part of a shelf mark with the parts before it, («РГАСПИ», «558», «11»), and how many documents are there."""

    path: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Offer:
    """The choices with the number of documents of each.

    `years` are all from the first to the last that a document has; `people` stand with those of most documents
    first, and so do `kinds`; `shelves` are the archives, then the fonds, the opisi and the dela.
    """

    years: tuple[tuple[int, int], ...]
    kinds: tuple[tuple[str, int], ...]
    people: tuple[str, ...]
    shelves: tuple[Shelf, ...]

    @classmethod
    def of(cls, documents: Sequence[Document], persons: Iterable[Person]) -> Offer:
        """What these documents offer."""
        kinds = Counter(document.kind for document in documents if document.kind)
        named = sorted(persons, key=lambda person: -len(person.documents))
        return cls(
            _years(documents), tuple(kinds.most_common()), tuple(person.name for person in named), _shelves(documents)
        )

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year."""
        return self.years[0][0], self.years[-1][0]

    def person(self, typed: str) -> str:
        """The name that is meant by what was typed, small and capital letters alike; "" where there is none."""
        sought = " ".join(typed.split()).casefold()
        folded = {name: name.casefold() for name in self.people}
        whole = (name for name, plain in folded.items() if plain == sought)
        begun = (name for name, plain in folded.items() if sought and plain.startswith(sought))
        return next(whole, next(begun, ""))

    def holds(self, *path: str) -> bool:
        """Whether a document is kept under these parts of a shelf mark, the archive first."""
        return any(shelf.path == path for shelf in self.shelves)


def _years(documents: Iterable[Document]) -> tuple[tuple[int, int], ...]:
    counts = Counter(int(document.date[:4]) for document in documents if document.date[:4].isdecimal())
    return tuple((year, counts[year]) for year in range(min(counts), max(counts) + 1)) if counts else ()


def _shelves(documents: Iterable[Document]) -> tuple[Shelf, ...]:
    """In the order of their numbers, «17» before «558»."""
    found = [document.reference for document in documents if document.reference]
    marks = [(one.archive, one.fond, one.opis, one.delo) for one in found]
    counts = Counter(mark[:length] for mark in marks for length in range(1, 5))
    return tuple(Shelf(path, counts[path]) for path in sorted(counts, key=_order))


def _order(path: tuple[str, ...]) -> tuple[object, ...]:
    return len(path), path[0], *((int("0" + "".join(filter(str.isdecimal, part))), part) for part in path[1:])
