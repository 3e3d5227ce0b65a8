"""Mends a name that is mistyped in Latin letters: "Trotksy", "Zinovyef"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.names import FALSE_FRIENDS, NameIndex, key

SHORTEST = 6
"""Letters of a key; a shorter name is one letter from too many English words."""

LETTERS = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"} | dict(
    zip("абвгдеёзийклмнопрстуфыэ", "abvgdeezijklmnoprstufye", strict=True)
)
USUAL = (
    # in Russian, as English books have it, example
    (re.compile("(?:ий|ый)$"), "y"),  # Троцкий: Trotsky
    (re.compile("ье"), "ie"),  # Зиновьев: Zinoviev
    (re.compile("й"), "i"),  # Майский: Maisky
    (re.compile("кс"), "x"),  # Люксембург: Luxemburg
    (re.compile("[ьъ]"), ""),  # Вольский: Volsky
)

VARIANTS = (
    # in a foreign spelling, in both, example
    ("sch", "sh"),  # Fischer, Фишер
    ("sht", "st"),  # Bronstein, Бронштейн
    ("z", "s"),  # Rosengolts, Розенгольц
)


def in_latin(name: str) -> str:
    """A Russian surname as English books usually write it.

    >>> [in_latin(name) for name in ("Троцкий", "Зиновьев", "Ягода", "Менжинский", "Орджоникидзе")]
    ['Trotsky', 'Zinoviev', 'Yagoda', 'Menzhinsky', 'Ordzhonikidze']
    """
    small = name.lower()
    for pattern, usual in USUAL:
        small = pattern.sub(usual, small)
    return "".join(LETTERS.get(letter, letter) for letter in small).title()


def variant(letters: str) -> str:
    """What the foreign and the Russian spelling of a name have in common, for a key.

    >>> variant(key("Fischer")) == variant(key("Фишер")), variant(key("Bronstein")) == variant(key("Бронштейн"))
    (True, True)
    """
    for foreign, ours in VARIANTS:
        letters = letters.replace(foreign, ours)
    return letters


class LatinNames:
    """The surnames of a collection by their key, those that many papers name first."""

    def __init__(self, surnames: Iterable[str], names: NameIndex) -> None:
        self._surnames = {key(surname): surname for surname in surnames}
        self._long = [letters for letters in self._surnames if len(letters) >= SHORTEST]
        self._names = names
        self.mended = lru_cache(maxsize=10_000)(self._mended)

    def _mended(self, word: str) -> str:
        """The name that `word` was meant to be; the same where it is one, or none is near."""
        if word.lower() in FALSE_FRIENDS or self._is_name(word):
            return word
        if word.endswith("s") and key(word[:-1]) in self._surnames:
            return f"{word[:-1]}'s"  # trotskys letter
        letters = key(word)
        near = self._nearest(letters) if len(letters) >= SHORTEST else ""
        return in_latin(self._surnames[near]) if near and variant(near) != variant(letters) else word

    def _is_name(self, word: str) -> bool:
        return bool(self._names.terms(word))

    def _nearest(self, letters: str) -> str:
        found = process.extract(letters, self._long, scorer=OSA.distance, score_cutoff=1, limit=None)
        return next((name for name, _, _ in found if name[0] == letters[0]), "")
