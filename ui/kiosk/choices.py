"""What a visitor can ask by touch alone: people and years, each with its documents and their voices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.collection import Language
from index.records import Document
from qa.archive import Archive
from qa.asked.latin_names import in_latin
from ui.kiosk.voices import Voice, voices_of

MOST_PEOPLE = 12
LEAST_DOCUMENTS = 2
"""Whoever wrote or received only one is no one to look for."""


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Someone who wrote or received documents: `name` is «Сталин И. В.».

    `labels` are for a button, «И. В. Сталин» and “I. V. Stalin”; `documents` are numbers in the collection's order.
    """

    name: str
    labels: Mapping[Language, str]
    documents: tuple[str, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class YearChoice:
    """A year with its documents (numbers) and their voices."""

    year: int
    documents: tuple[str, ...]
    voices: tuple[Voice, ...]


def people(archive: Archive) -> tuple[PersonChoice, ...]:
    """The people with most documents as author or addressee, those with most first; of equals those named in most."""
    full = _full(archive.documents)
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for document in archive.documents:
        for name in dict.fromkeys(full(name) for name in (*document.authors, *document.addressees)):
            found[name].append(document)
    named = {person.name: len(person.documents) for person in archive.persons}
    most = sorted(found, key=lambda name: (-len(found[name]), -named.get(name, 0), name))[:MOST_PEOPLE]
    return tuple(_person(name, found[name], full) for name in most if len(found[name]) >= LEAST_DOCUMENTS)


def years(archive: Archive) -> tuple[YearChoice, ...]:
    """The years that documents are dated to, in order."""
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for document in archive.documents:
        if document.date:
            found[document.date[:4]].append(document)
    return tuple(YearChoice(int(year), _numbers(found[year]), voices_of(found[year])) for year in sorted(found))


def labels(name: str) -> Mapping[Language, str]:
    """A name as it stands on a button, by language.

    >>> labels("Сталин И. В.")
    {'ru': 'И. В. Сталин', 'en': 'I. V. Stalin'}
    """
    surname, _, initials = name.partition(" ")
    latin = " ".join(f"{in_latin(letter.rstrip('.'))}." for letter in initials.split())
    return {"ru": f"{initials} {surname}".strip(), "en": f"{latin} {in_latin(surname)}".strip()}


class _Full:
    """The fuller form of a name: «Сталин» is «Сталин И. В.» where no other Сталин wrote or received anything."""

    def __init__(self, names: Iterable[str]) -> None:
        self._met = Counter(names)

    def __call__(self, name: str) -> str:
        bearers = [other for other in self._met if other.startswith(f"{name} ")]
        return bearers[0] if len(bearers) == 1 else name


def _full(documents: Iterable[Document]) -> _Full:
    return _Full(name for document in documents for name in (*document.authors, *document.addressees))


def _person(name: str, documents: Sequence[Document], full: _Full) -> PersonChoice:
    """Their own voices; where they only received, those that spoke to them."""
    own = [document for document in documents if name in map(full, document.authors)]
    return PersonChoice(name, labels(name), _numbers(documents), voices_of(own) or voices_of(documents))


def _numbers(documents: Iterable[Document]) -> tuple[str, ...]:
    return tuple(document.number for document in documents)
