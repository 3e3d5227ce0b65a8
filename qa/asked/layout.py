"""Turns what was typed on the wrong keyboard: «pf xnj bcrk.xbkb» is «за что исключили», «црщ цфы» is "who was"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,." + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю" + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
TO_RUSSIAN = str.maketrans(LATIN_KEYS, RUSSIAN_KEYS)
TO_LATIN = str.maketrans(RUSSIAN_KEYS, LATIN_KEYS)

LATIN = re.compile(r"[A-Za-z]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
RUSSIAN_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
LATIN_WORD = re.compile(r"\W*([a-z]+)(?:['’]s|\W)*", re.IGNORECASE)
"""A word, with the marks around it."""
MARKS = ",.;:?!'\"&/])}>"
"""At the end of a token they may be letters, «k.,k.» is «люблю», or stand for themselves."""
NO_LETTERS = "?&/!)"
"""Marks that are letters on neither keyboard."""
OTHER_MARKS = str.maketrans({"&": "?", "/": "."})
"""What the marks of the Russian layout come out as, where no letter does: «Nhjwrbq&» is «Троцкий?»."""
LONG = 4
"""Letters of a word whose turning is no chance: "her" turned is «рук»."""

Known = Callable[[str], bool]


class Tongue(NamedTuple):
    """What a word can be recognised by."""

    russian: Known
    latin: Known
    collected: Known
    """Whether a Russian word is one of the collection."""


class Way(Protocol):
    """From one layout to the other."""

    written: re.Pattern[str]
    """A letter of the first."""
    share: float
    """Where more of the words of the first layout are words of the other, all that are mistaken are turned."""

    def mistaken(self, token: str) -> bool:
        """Whether the token is no word as it stands."""

    def turned(self, token: str) -> str:
        """The token as the other layout has it."""

    def known(self, turned: str) -> bool:
        """Whether a turned token is a word."""


def turned(text: str, tongue: Tongue) -> str:
    """The `text` with each word in its own layout; as it is where nothing speaks for the other one."""
    tokens: list[str] = text.split()
    for way in (ToRussian(tongue), ToLatin(tongue)):
        tokens = _all_turned(tokens, way)
    return " ".join(tokens)


class ToRussian:
    """Words in Latin letters that Russian ones were meant by."""

    written = LATIN
    share = 0.5

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def mistaken(self, token: str) -> bool:
        """A token of Latin letters, some of which may be marks, that is no word of English and no name."""
        word = LATIN_WORD.fullmatch(token)
        return bool(LATIN.search(token)) and not CYRILLIC.search(token) and not (word and self._tongue.latin(word[1]))

    def turned(self, token: str) -> str:
        """Marks at the end are letters where that makes a word."""
        core = token.rstrip(MARKS)
        marks = token[len(core) :]
        letters, rest = marks.rstrip(NO_LETTERS), marks[len(marks.rstrip(NO_LETTERS)) :]
        whole = (core + letters).translate(TO_RUSSIAN)
        turned = whole if self.known(whole) else core.translate(TO_RUSSIAN) + letters
        return turned + rest.translate(OTHER_MARKS)

    def known(self, turned: str) -> bool:
        """Whether all words of the token are Russian."""
        words = RUSSIAN_WORD.findall(turned)
        return bool(words) and not LATIN.search(turned) and all(map(self._tongue.russian, words))


class ToLatin:
    """Words in Cyrillic letters that English ones or names were meant by."""

    written = CYRILLIC
    share = 0.25  # of English only the function words and the names are known

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def mistaken(self, token: str) -> bool:
        """A token of Cyrillic letters that make no Russian word; «еру» is one, but none of the collection."""
        words = RUSSIAN_WORD.findall(token)
        russian = self._tongue.collected if self.known(self.turned(token)) else self._tongue.russian
        return bool(words) and not LATIN.search(token) and not any(map(russian, words))

    def turned(self, token: str) -> str:
        """A comma at the end was meant for a question mark, which is on its key."""
        core = token.rstrip(",")
        return core.translate(TO_LATIN) + "?" * (len(token) - len(core))

    def known(self, turned: str) -> bool:
        """Whether the token is an English word or a name."""
        word = LATIN_WORD.fullmatch(turned)
        return bool(word and self._tongue.latin(word[1]))


def _all_turned(tokens: Sequence[str], way: Way) -> list[str]:
    """The tokens with the mistaken ones turned; where they are the most, all that are not right as they stand."""
    mistaken = {token: way.turned(token) for token in tokens if way.mistaken(token)}
    known = [token for token in tokens if token in mistaken and way.known(mistaken[token])]
    long = [token for token in known if _letters(mistaken[token]) >= LONG]
    written = [token for token in tokens if way.written.search(token)]
    if len(known) > way.share * len(written) and (long or len(known) > 1):
        return [mistaken.get(token) or _rightly(token, way) for token in tokens]
    alone = set(long) if 2 * len(written) <= len([token for token in tokens if _letters(token)]) else set()
    return [mistaken[token] if token in alone else token for token in tokens]


def _rightly(token: str, way: Way) -> str:
    """A token among mistaken ones, turned where that makes a word: «d» is «в», "Express" is no «Учзкуыы»."""
    other = way.turned(token)
    return other if not _letters(other) or (way.written.search(token) and way.known(other)) else token


def _letters(token: str) -> int:
    return sum(letter.isalpha() for letter in token)
