"""Understands a question by what the collection holds: its words, people, kinds of papers and shelf marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from index.names import LATIN, POSSESSIVE, NameIndex
from index.people import Person
from index.records import Document
from qa.asked.bare import is_bare
from qa.asked.beyond import beyond
from qa.asked.dates import asked_date
from qa.asked.kinds import asked_kinds
from qa.asked.latin_names import LatinNames
from qa.asked.layout import Tongue, turned
from qa.asked.lexicon import Lexicon
from qa.asked.people import AskedPeople, surname
from qa.asked.shelf import asked_shelf
from qa.asked.spelling import Speller
from qa.question import Question, language_of, straightened
from qa.reading import Correction, Reading

REMEMBERED = 64
"""Questions; each is read as it was typed, as it is completed, and as it is searched: mostly the same text."""
OFTEN = 5
"""A person in so many documents is meant by a name that is nearly theirs."""
TYPED = 400
"""Characters; a longer text is pasted rather than typed, and its words are taken as they stand."""
RUSSIAN = re.compile(r"(?<![\w-])[А-ЯЁа-яё]+(?![\w-])")


class Understanding:
    """Reads questions; what it needs of the collection is made at the first one, or by `warm`."""

    def __init__(self, documents: Sequence[Document], persons: Sequence[Person], names: NameIndex) -> None:
        self._documents = documents
        self.persons = persons
        self._names = names
        self._kinds = frozenset(document.kind for document in documents)
        self._archives = sorted({document.reference.archive for document in documents if document.reference})
        self._lexicon = Lexicon(documents, {surname(person.name) for person in persons}, names)
        self._speller = Speller(self._lexicon)
        self._understood = lru_cache(maxsize=REMEMBERED)(self._understand)
        self._tongue = Tongue(self._lexicon.knows, self._lexicon.knows_latin, self._lexicon.has)

    @cached_property
    def _people(self) -> AskedPeople:
        return AskedPeople(self.persons, self._lexicon)

    @cached_property
    def _latin_names(self) -> LatinNames:
        often = (surname(person.name) for person in self.persons if len(person.documents) >= OFTEN)
        return LatinNames(filter(self._lexicon.is_name, often), self._names)

    def warm(self) -> None:
        """Make now what the first question with a mistyped name would wait for."""
        self.understand("Ктоо такой Ивановв? Ivanovv")

    def forget(self) -> None:
        """Drop the questions that were read."""
        self._understood.cache_clear()

    def understand(self, text: str) -> Question:
        """The question that `text` asks; raises EmptyQuestion where it asks none."""
        return self._understood(straightened(text))

    def _understand(self, put: str) -> Question:
        mended = self._mended(turned(put, self._tongue))
        return Question(mended, language_of(mended), put, self._read(mended, _corrections(put, mended)))

    def _mended(self, text: str) -> str:
        if len(text) > TYPED:
            return text
        text = RUSSIAN.sub(lambda word: self._speller.mended(word[0]), text)
        return LATIN.sub(lambda word: self._mended_latin(word[0], text), text)

    def _mended_latin(self, word: str, text: str) -> str:
        """A name in Latin letters, with a capital or in a text that has none."""
        name = POSSESSIVE.sub("", word)
        named = name[0].isupper() or text.islower()
        return self._latin_names.mended(name) + word[len(name) :] if named else word

    def _read(self, text: str, corrections: Iterable[Correction]) -> Reading:
        shelf = asked_shelf(text, self._archives)
        time = asked_date(shelf.rest)
        return Reading(
            **time._asdict(),
            **shelf.shelf,
            kinds=asked_kinds(shelf.rest, self._kinds),
            people=self._people.named(shelf.rest),
            documents=shelf.documents,
            corrections=tuple(corrections),
            beyond=beyond(text),
            bare=bool(shelf.shelf or shelf.documents) and is_bare(shelf.rest, self._archives),
        )


def _corrections(put: str, mended: str) -> list[Correction]:
    """The words that were read otherwise than they were typed; both texts have the same number of words."""
    pairs = zip(put.split(), mended.split(), strict=True)
    return list(dict.fromkeys(Correction(typed.strip(), read) for typed, read in map(_bare, pairs) if typed != read))


def _bare(pair: tuple[str, str]) -> tuple[str, str]:
    """Both words without the marks around them that they share."""
    typed, read = pair
    while len(typed) > 1 and len(read) > 1 and typed[-1] == read[-1] and not read[-1].isalnum():
        typed, read = typed[:-1], read[:-1]
    while len(typed) > 1 and len(read) > 1 and typed[0] == read[0] and not read[0].isalnum():
        typed, read = typed[1:], read[1:]
    return typed, read
