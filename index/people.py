"""The register of people: who is named in which documents, and in what forms."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.mentions import Mention, mentions
from index.names import key
from index.records import Document
from index.surnames import readings

MOSTLY = 4
"""«Троцкий» and «Л. Троцкий» are Л. Д. where he is in so many times as many documents as his namesakes."""
AGAIN = 2
"""A bearer in so many documents may be meant by the bare surname in another."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person: «Троцкий Л. Д.», or «Троцкий» where nothing says which one.

    `forms` are as written, the most frequent first; `documents` are numbers in the
    collection's order; `mentions` counts every place.
    """

    name: str
    forms: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: int


class People:
    """Everyone whom a collection names, those in most documents first."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self.persons = tuple(persons)

    @classmethod
    def of(cls, documents: Sequence[Document], votes: Mapping[str, int] | None = None) -> People:
        """The register of `documents`.

        Forms are one person's only on evidence: the same surname with initials that agree;
        for a bare surname, the only bearer with initials in the same document, else the one
        who is named in several documents and beside whom others of the surname hardly count.
        `votes` are words that a recogniser mostly takes for people, with how often.
        """
        found = mentions(documents, votes)
        bearers = _Bearers(found)
        persons: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in found:
            persons[bearers.name(mention)].append(mention)
        register = [_person(name, theirs) for name, theirs in persons.items()]
        return cls(sorted(register, key=lambda person: (-len(person.documents), person.name)))

    @classmethod
    def load(cls, path: Path) -> People:
        """The register that `save` wrote to `path`."""
        rows = json.loads(path.read_text(encoding="utf-8"))
        return cls(Person(row["name"], tuple(row["forms"]), tuple(row["documents"]), row["mentions"]) for row in rows)

    def save(self, path: Path) -> None:
        """Write the register to the file `path`."""
        path.write_text(json.dumps([asdict(person) for person in self.persons], ensure_ascii=False), encoding="utf-8")

    def named(self, wanted: str) -> tuple[Person, ...]:
        """Those whom `wanted` may mean: a surname in any form or in Latin letters, with initials or without."""
        words = [word for word in re.findall(r"\w[\w’'-]*", wanted) if len(word) > 1]
        letters = [key(letter) for letter in re.findall(r"\b\w\b", wanted)]
        keys = {key(word) for word in words}
        surnames = {key(reading.surname) for word in words for reading in readings(word.lower())}
        return tuple(
            person
            for person in self.persons
            if (keys & _keys(person) or key(person.name.partition(" ")[0]) in surnames) and _agree(letters, person)
        )


def _keys(person: Person) -> set[str]:
    words = (word for form in (person.name, *person.forms) for word in re.findall(r"\w[\w-]+", form))
    return {key(word) for word in words}


def _agree(letters: Sequence[str], person: Person) -> bool:
    """Whether initials that were asked for are the person's, so far as both are given."""
    theirs = [key(letter) for letter in _initials(person.name.partition(" ")[2])]
    return not letters or (bool(theirs) and all(asked == had for asked, had in zip(letters, theirs, strict=False)))


def _initials(written: str) -> list[str]:
    return re.findall(r"\w", written)


class _Bearers:
    """The initials with which each surname is met, and in which documents."""

    def __init__(self, found: Iterable[Mention]) -> None:
        self._documents: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for mention in found:
            if mention.initials:
                self._documents[mention.surname][mention.initials].add(mention.document)

    def name(self, mention: Mention) -> str:
        """The name under which the register has a mention."""
        initials = self._fullest(mention.surname, mention.initials)
        if initials.count(".") < 2 and not _is_row(mention):
            initials = self._in_document(mention, initials) or initials
        return f"{mention.surname} {initials}".rstrip()

    def _in_document(self, mention: Mention, initials: str) -> str:
        """Whom the document means: the only bearer that it names with fuller initials, else the chief one."""
        met: Mapping[str, set[str]] = self._documents.get(mention.surname, {})
        here = {self._fullest(mention.surname, other) for other in met if mention.document in met[other]}
        agreeing = {other for other in here if other != initials and other.startswith(initials)}
        if len(agreeing) == 1:
            return agreeing.pop()
        chief = "" if initials else self._chief(mention.surname, "", AGAIN)
        return chief if not agreeing or chief in agreeing else ""

    def _fullest(self, surname: str, initials: str) -> str:
        """«Л.» is «Л. Д.» where no other bearer of the surname has initials that begin so, but for a rare misprint."""
        return initials and (self._chief(surname, initials, 1) or initials)

    def _chief(self, surname: str, initials: str, least: int) -> str:
        """The fuller initials that go with `initials` nearly everywhere, and in `least` documents; "" where none do."""
        met: Mapping[str, set[str]] = self._documents.get(surname, {})
        fuller = [other for other in met if other != initials and other.startswith(initials)]
        likely = max(fuller, key=lambda other: (len(met[other]), len(other)), default="")
        own = {other for other in fuller if likely.startswith(other) or other.startswith(likely)}
        likely = max(own, key=lambda other: (other.count("."), len(met[other])), default="")
        theirs = _count(met[other] for other in own if likely.startswith(other))
        rest = _count(met[other] for other in fuller if not likely.startswith(other))
        return likely if theirs >= max(least, MOSTLY * rest) else ""


def _is_row(mention: Mention) -> bool:
    """«26. ГАВРИЛОВ» in a list that has «ГАВРИЛОВ В.» too is another."""
    return mention.form.isupper() and not mention.initials


def _count(documents: Iterable[set[str]]) -> int:
    return len(set().union(*documents))


def _person(name: str, theirs: Sequence[Mention]) -> Person:
    forms = Counter(mention.form for mention in theirs)
    documents = tuple(dict.fromkeys(mention.document for mention in theirs))
    return Person(name, tuple(form for form, _ in forms.most_common()), documents, len(theirs))
