"""Finds the people whom a question names, in Russian cases or in Latin letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from index.lexical import ENGLISH_FUNCTION_WORDS
from index.names import FALSE_FRIENDS, SHORTEST, key
from index.people import Person
from index.surnames import Case, Reading, declined, readings
from index.vocabulary import is_certain, is_common, is_place
from index.written_names import WrittenName, written_names

Gender = Literal["masc", "femn"]

WORD = re.compile(r"[А-ЯЁа-яё]{3,}(?:-[А-ЯЁ]?[а-яё]{2,})*|[A-Za-z]{3,}(?:-[A-Za-z]{2,})*")
FORENAME = re.compile(r"\b(?<!^)[A-Z][a-z]*\.?(?:\s[A-Z]\.)?\s$")
"""Before a surname in Latin letters: «Karl », «L. », but not the word that a question begins with."""
WOMAN = re.compile(r"(?:[оеё]в|[иы]н)а$|[сцз]кая$")
"""How a woman's surname ends: Ульянова, Никитина, Крупская."""
SEVERAL = 4
"""A surname in so many documents is believed in small letters too."""
ENGLISH_WORDS = frozenset({"march", "august", "general", "central", "party", "moscow", "soviet", "russian", "german"})
"""English words that are spelt as somebody's surname: «general» is Генерал."""

FOREIGN = (
    # in a name abroad, in its Russian form in Latin letters
    (re.compile("^h"), "g"),  # Henrichson, Генрихсон
    (re.compile("^sch"), "sh"),  # Schumann, Шуман
    (re.compile("(?<=[aei])ch"), "h"),  # Henrichson, Генрихсон
)


class Standing(IntEnum):
    """What a name does in its sentence, the likeliest to be spoken of again first."""

    SUBJECT = 0
    """«Троцкий просил», "Trotsky asked"."""
    EITHER = 1
    """«Бройдо», of which no ending tells the case."""
    OBJECT = 2
    """«Троцкому», or «Сосновского», which may be an object or an owner."""
    OWNER = 3
    """«Крупской», "Trotsky's"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person in a text: `text[start:end]`, with the surname in the nominative, or as written in Latin letters."""

    start: int
    end: int
    surname: str
    cases: frozenset[Case]
    standing: Standing
    gender: Gender | None

    def written(self, case: Case) -> str:
        """The surname in `case`; in Latin letters the genitive is the possessive.

        >>> russian, other = Surnames().named("Троцкий")[0], Named(0, 6, "Stalin", frozenset(), Standing.EITHER, "masc")
        >>> russian.written("datv"), other.written("gent")
        ('Троцкому', "Stalin's")
        """
        if is_latin(self.surname):
            return f"{self.surname}'s" if case == "gent" else self.surname
        return declined(self.surname, case)


def is_latin(word: str) -> bool:
    """Whether a word begins in Latin letters."""
    return word[:1].lower() <= "z"


class Surnames:
    """The surnames of a register of people, by all their spellings."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        found: Counter[str] = Counter()
        for person in persons:
            found[person.name.partition(" ")[0]] += len(person.documents)
        self._documents = found
        self._latin = {key(surname): surname for surname, _ in reversed(found.most_common())}

    def named(self, text: str) -> list[Named]:
        """The people whom `text` names, in order."""
        full = [name for written in written_names(text) if (name := self._full(written))]
        taken = {position for name in full for position in range(name.start, name.end)}
        words = (found for found in WORD.finditer(text) if found.start() not in taken)
        bare = (self._latin_word(found) if is_latin(found[0]) else self._russian(found) for found in words)
        return sorted((*full, *filter(None, bare)), key=lambda name: name.start)

    def _full(self, written: WrittenName) -> Named | None:
        """«Л. Д. Троцкого», «Карл Радек»."""
        found = [reading for reading in self._readings(written.surname) if reading.case in written.possible]
        return self._named(written.start, written.end, found, written.gender)

    def _russian(self, found: re.Match[str]) -> Named | None:
        """«Троцкого», and «троцкого» as it is typed in haste, where the dictionary has no other word of that form."""
        word = found[0]
        small = word == word.lower()
        if is_place(word) or (is_common(word.lower()) and (small or found.start() == 0)):
            return None
        likely = self._readings(word[:1].upper() + word[1:])
        return None if small and not self._is_known(likely) else self._named(*found.span(), likely)

    def _is_known(self, likely: list[Reading]) -> bool:
        """Whether a word in small letters may be taken for a surname: «троцкого», but not «врангелевского»."""
        return bool(likely) and self._documents[likely[0].surname] >= SEVERAL

    def _latin_word(self, found: re.Match[str]) -> Named | None:
        """«Trotsky», «Robert Wolf»; in small letters only a longer name, which is no English word."""
        word, small = found[0], found[0].lower()
        if small in ENGLISH_WORDS | FALSE_FRIENDS | ENGLISH_FUNCTION_WORDS or len(key(word)) < SHORTEST:
            return None
        surname = next((self._latin[spelt] for spelt in _spellings(word) if spelt in self._latin), None)
        if surname is None or is_place(surname) or (word == small and self._documents[surname] < SEVERAL):
            return None
        before = FORENAME.search(found.string[: found.start()])
        start = before.start() if before else found.start()
        owns = found.string[found.end() :].startswith(("'s", "’s"))
        standing = Standing.OWNER if owns else Standing.SUBJECT
        end = found.end() + 2 * owns
        shown = found.string[start : found.end()]
        return Named(start, end, shown, frozenset(), standing, gender_of(surname))

    def _readings(self, form: str) -> list[Reading]:
        """What the form may be, by the surname that is in most documents; by the dictionary where none is."""
        found = [*readings(form), *([Reading(form, "nomn")] if form in self._documents else [])]
        known = max((reading.surname for reading in found), key=lambda name: self._documents[name], default="")
        if self._documents[known] or not is_certain(form):
            return [reading for reading in found if reading.surname == known and self._documents[known]]
        return [reading for reading in found if reading.surname == found[0].surname]

    def _named(self, start: int, end: int, found: list[Reading], gender: Gender | None = None) -> Named | None:
        if not found:
            return None
        cases = frozenset(reading.case for reading in found)
        return Named(start, end, found[0].surname, cases, _standing(cases), gender or gender_of(found[0].surname))


def _spellings(word: str) -> list[str]:
    """The keys by which a name in Latin letters may be known: its own, and that of its Russian form."""
    russian = own = key(word)
    for abroad, ours in FOREIGN:
        russian = abroad.sub(ours, russian)
    return [own, russian]


def _standing(cases: frozenset[Case]) -> Standing:
    if "nomn" in cases:
        return Standing.SUBJECT if len(cases) == 1 else Standing.EITHER
    return Standing.OWNER if cases == {"gent"} else Standing.OBJECT


def gender_of(surname: str) -> Gender:
    """What the ending of a Russian surname says; one that says nothing, «Бройдо», is more often a man's.

    >>> gender_of("Крупская"), gender_of("Ягода"), gender_of("Ульянова")
    ('femn', 'masc', 'femn')
    """
    return "femn" if WOMAN.search(surname) else "masc"
