"""The words that a question may be made of: those of the collection, of the dictionary, and all forms of its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import chain

from index.dictionary import dictionary
from index.lexical import ENGLISH_FUNCTION_WORDS
from index.names import NameIndex
from index.records import Document
from index.surnames import CASES, declined, readings

WORD = re.compile(r"[^\W\d_]+")
TWICE = 2
"""A word that the collection has more often than once is no misprint of its own."""
OFTEN = 5
"""A surname that the collection has so often is looked for in all its cases."""


def plain(word: str) -> str:
    """A word as it is compared: in small letters, with «е» for «ё»."""
    return word.lower().replace("ё", "е")


class Lexicon:
    """Counts the words of the collection when it is first asked for one that the dictionary does not know."""

    def __init__(self, documents: Sequence[Document], surnames: Collection[str], names: NameIndex) -> None:
        self._documents = documents
        self._surnames = frozenset(map(plain, surnames))
        self._names = names

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each word stands in the collection, as it is written there."""
        texts = (f"{document.title} {document.text.content}" for document in self._documents)
        return Counter(chain.from_iterable(map(WORD.findall, texts)))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the collection has each word, without regard to capitals."""
        counts: Counter[str] = Counter()
        for word, count in self._counts.items():
            counts[plain(word)] += count
        return counts

    def is_name(self, word: str) -> bool:
        """Whether the collection writes a word with a capital more often than not: «Ягода», but not «бедняков»."""
        small = plain(word)
        return 2 * self._counts[small] < self.counts[small]

    def knows(self, word: str) -> bool:
        """Whether a Russian word needs no mending."""
        small = plain(word)
        return bool(dictionary().word_is_known(small)) or small in self.counts or self.is_surname(small)

    def has(self, word: str) -> bool:
        """Whether the collection has a word, and not once only, by a misprint."""
        return self.counts[plain(word)] >= TWICE

    def is_surname(self, small: str) -> bool:
        """Whether a word in small letters is a form of a surname of the collection."""
        return any(reading.surname in self._surnames for reading in readings(small))

    def knows_latin(self, word: str) -> bool:
        """Whether a word in Latin letters is one of English, of the collection, or a name of it."""
        return word.lower() in ENGLISH_FUNCTION_WORDS or word.lower() in self.counts or bool(self._names.terms(word))

    @cached_property
    def believed(self) -> tuple[str, ...]:
        """The Russian words of the collection that are no misprints, as far as can be told, and its surnames.

        One that is often met is believed in all cases, whether the collection has them or not.
        """
        words = (word for word, count in self.counts.items() if word[0] > "z" and self._is_believed(word, count))
        forms = (declined(name, case) for name in self._surnames if self.counts[name] >= OFTEN for case in CASES)
        return tuple({*words, *self._surnames, *forms})

    def _is_believed(self, word: str, count: int) -> bool:
        return count >= TWICE or bool(dictionary().word_is_known(word))
