"""What the pictures of a collection show: its documents in time, its people, and who wrote to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import product
from typing import Any

from index.people import Person
from index.records import Document
from index.volume import PREFACE
from qa.passages.agreement import days

LEAST = 5
"""Who is in fewer documents is left out of the picture: among them are most that are no people after all."""
MOST = 30
"""So many people still have names that can be read on a telephone."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A document in time: `start` and `end` are its first and last possible day, "" where its date is not known."""

    number: str
    title: str
    date: str
    kind: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A person with the numbers of the documents; each stands once, under the first role that fits."""

    name: str
    author: tuple[str, ...]
    addressee: tuple[str, ...]
    named: tuple[str, ...]

    @property
    def count(self) -> int:
        """In how many documents the person is."""
        return len(self.author) + len(self.addressee) + len(self.named)

    def ordered(self, order: Mapping[str, int]) -> Figure:
        """The same with the documents of each role in this order."""
        roles = self.author, self.addressee, self.named
        return Figure(self.name, *(tuple(sorted(role, key=order.__getitem__)) for role in roles))


@dataclass(frozen=True, slots=True)
class Letters:
    """The documents that one person wrote to another."""

    author: str
    addressee: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that is drawn.

    `dated` are in the order of time, `undated` in that of the collection; `people` have those in most documents
    first, `letters` those who wrote most. `between` counts the documents with an author and another addressee.
    """

    dated: tuple[Dated, ...]
    undated: tuple[Dated, ...] = ()
    people: tuple[Figure, ...] = ()
    letters: tuple[Letters, ...] = ()
    between: int = 0

    @classmethod
    def of(cls, documents: Sequence[Document], persons: Sequence[Person]) -> Pictures:
        """The pictures of a collection and its register of people; a preface is no document of the archive."""
        papers = [found for found in documents if found.number != PREFACE]
        register = _Register(persons)
        letters = _letters(papers, register)
        dated = [_dated(found) for found in papers]
        return cls(
            tuple(sorted((one for one in dated if one.start), key=lambda one: (one.start, one.end))),
            tuple(one for one in dated if not one.start),
            _people(papers, register),
            letters,
            len({number for found in letters for number in found.documents}),
        )

    @property
    def total(self) -> int:
        """How many documents there are."""
        return len(self.dated) + len(self.undated)

    @property
    def years(self) -> tuple[str, ...]:
        """All years from the first dated document to the last."""
        if not self.dated:
            return ()
        return tuple(map(str, range(int(self.dated[0].start[:4]), int(max(one.end for one in self.dated)[:4]) + 1)))

    def document(self, number: str) -> Dated:
        """The document of this number; raises KeyError."""
        return {one.number: one for one in (*self.dated, *self.undated)}[number]

    def between_whom(self, author: str, addressee: str) -> tuple[Letters, ...]:
        """What one wrote to another; all that one wrote, or all that was written to one, where the other is ""."""
        found = (one for one in self.letters if author in {"", one.author} and addressee in {"", one.addressee})
        return tuple(found) if author or addressee else ()

    def as_json(self) -> dict[str, Any]:
        """The same in the types of JSON."""
        return {"total": self.total, "years": self.years, **asdict(self)}


class _Register:
    """The people of a collection by document, and under which name each is who is named there."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self.persons = tuple(persons)
        self._names = {person.name for person in self.persons}
        self._named: defaultdict[str, list[str]] = defaultdict(list)
        for person in self.persons:
            for number in person.documents:
                self._named[number].append(person.name)

    def authors(self, document: Document) -> tuple[str, ...]:
        return self._known(document.authors, document.number)

    def addressees(self, document: Document) -> tuple[str, ...]:
        return self._known(document.addressees, document.number)

    def _known(self, names: Iterable[str], number: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._name(name, number) for name in names))

    def _name(self, name: str, number: str) -> str:
        """«Сталин» is «Сталин И. В.» where the register has no bare one and finds no other in the document."""
        if name in self._names:
            return name
        bearers = [known for known in self._named[number] if known.partition(" ")[0] == name]
        return bearers[0] if len(bearers) == 1 else name


def _dated(document: Document) -> Dated:
    """The document with its first and last day; what is no date leaves it undated."""
    known = document.number, document.title, document.date, document.kind
    try:
        first, last = days(document.date)
        return Dated(*known, date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
    except ValueError:
        return Dated(*known)


def _people(papers: Sequence[Document], register: _Register) -> tuple[Figure, ...]:
    """Those in most documents."""
    authored = _by_name(papers, register.authors)
    received = _by_name(papers, register.addressees)
    printed = {paper.number for paper in papers}
    figures = (
        _figure(person.name, authored[person.name], received[person.name], printed.intersection(person.documents))
        for person in register.persons
    )
    order = {paper.number: at for at, paper in enumerate(papers)}
    frequent = sorted((one for one in figures if one.count >= LEAST), key=lambda one: (-one.count, one.name))
    return tuple(one.ordered(order) for one in frequent[:MOST])


def _by_name(papers: Iterable[Document], names: Callable[[Document], Iterable[str]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for paper in papers:
        for name in names(paper):
            found[name].add(paper.number)
    return found


def _figure(name: str, authored: set[str], received: set[str], named: set[str]) -> Figure:
    return Figure(name, tuple(authored), tuple(received - authored), tuple(named - authored - received))


def _letters(papers: Iterable[Document], register: _Register) -> tuple[Letters, ...]:
    """Who wrote to whom; in a correspondence, whose people are authors and addressees at once, none to themselves."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for paper in papers:
        for author, addressee in product(register.authors(paper), register.addressees(paper)):
            if author != addressee:
                found[author, addressee].append(paper.number)
    letters = (Letters(*pair, tuple(numbers)) for pair, numbers in found.items())
    return tuple(sorted(letters, key=lambda one: (-len(one.documents), one.author, one.addressee)))
