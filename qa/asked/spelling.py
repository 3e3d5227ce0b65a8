"""Mends a mistyped word by the nearest of the collection: «троцкова», «Ягодв», «опозиция»."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.dictionary import dictionary
from qa.asked.lexicon import TWICE, Lexicon, plain
from qa.asked.sound import sound

SPOKEN = {
    # as it is heard, as it is spelled
    "ево": "его",  # за что ево выслали
    "каво": "кого",  # каво исключили
    "ково": "кого",
    "што": "что",  # за што сослали
    "штоб": "чтоб",
    "штото": "что-то",
    "шо": "что",
    "чево": "чего",
    "севодня": "сегодня",
    "щас": "сейчас",
}
"""Words too short to be told by their letters."""
SHORTEST, SHORTEST_NAME = 5, 4
"""Letters; a shorter word is one letter from too many others."""
LONG = 8
"""Letters of a word that two faults do not make another."""
REACH = ((6, 1), (9, 2), (100, 3))
"""Words of fewer letters than the first number are looked for as many letters around as the second."""

DERIVED = (
    # end of an adverb, end of its adjective, example
    ("о", "ый"),  # законченно
    ("ски", "ский"),  # типографски
)
PLURAL = ("ам", "ами", "ах")
"""Ends of a surname that its declension has not: «Смилгам». In all other forms a surname of the collection is known."""


class Near(NamedTuple):
    """A word of the collection near one that was typed: how far in all, in letters, in sound; how rare."""

    far: int
    letters: int
    sound: int
    rarity: int
    word: str


class Speller:
    """Knows what a mistyped word was meant to be."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.mended = lru_cache(maxsize=10_000)(self._mended)

    def _mended(self, word: str) -> str:
        """The word that `word` was meant to be, with its capital; the same where it is known or nothing is near."""
        small = plain(word)
        if small in SPOKEN:
            return _capital(SPOKEN[small], word)
        if len(small) < SHORTEST_NAME or self._lexicon.knows(word) or self._is_derived(small):
            return word
        near = min(self._near(small), default=None)
        if near is None or not self._convinces(near, small):
            return word
        return near.word.capitalize() if self._lexicon.is_name(near.word) else _capital(near.word, word)

    def _is_derived(self, small: str) -> bool:
        """«законченно» needs no mending beside «законченный»."""
        forms = (small.removesuffix(end) + other for end, other in DERIVED if small.endswith(end))
        return any(map(self._lexicon.knows, forms))

    def _near(self, small: str) -> list[Near]:
        reach = next(reach for letters, reach in REACH if len(small) < letters or reach == REACH[-1][1])
        found = process.extract(small, self._lexicon.believed, scorer=OSA.distance, score_cutoff=reach, limit=None)
        return [self._compared(small, word, int(letters)) for word, letters, _ in found]

    def _compared(self, small: str, word: str, letters: int) -> Near:
        """A fault of hearing counts less than one of the fingers."""
        heard = OSA.distance(sound(small), sound(word))
        return Near(letters + min(letters, heard), letters, heard, -self._lexicon.counts[word], word)

    def _convinces(self, near: Near, small: str) -> bool:
        surname = self._lexicon.is_surname(near.word)
        valid = not surname or small.endswith(PLURAL)
        if (valid and _same_word(small, near.word)) or (not surname and len(small) < SHORTEST):
            return False
        if near.sound == 0:
            return True
        frequent = (surname or -near.rarity >= TWICE) and near.word[0] == small[0]
        return frequent and (near.letters == 1 or (near.letters == 2 and near.sound <= 1 and len(small) >= LONG))


def _same_word(one: str, other: str) -> bool:
    """Whether both may be forms of one word: «Турксибе» needs no mending where the collection has «Турксиба» only."""
    return bool(_lemmas(one) & _lemmas(other))


def _lemmas(word: str) -> set[str]:
    return {parse.normal_form for parse in dictionary().parse(word)}


def _capital(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word
