"""Reads which people of the register a question names: «Смилгу», «троцким», "Ivan Smirnov", «И. Н. Смирнов»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from index.dictionary import dictionary
from index.lexical import ENGLISH_FUNCTION_WORDS
from index.names import FALSE_FRIENDS, LATIN, POSSESSIVE, key
from index.people import MOSTLY, Person
from index.surnames import readings
from index.vocabulary import is_certain
from qa.asked.latin_names import variant
from qa.asked.lexicon import Lexicon, plain

WORD = re.compile(r"[А-ЯЁа-яё]{3,}(?:-[А-ЯЁа-яё]+)*|" + LATIN.pattern)
GIVEN = re.compile(r"((?:\b[\w]+\.?\s+|\b\w\.\s?){1,2})$")
"""Up to two words or initials before a surname."""
NEAR = 60
"""Characters before a surname where its first names may stand."""
AFTER = re.compile(r"\s+((?:[А-ЯЁA-Z]\.\s?){1,2})")
SHORTEST = 4
"""Letters of a key; a shorter surname is met by chance in English."""


class AskedPeople:
    """The people of a register by their surnames, in all forms and both alphabets."""

    def __init__(self, persons: Sequence[Person], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._bearers: defaultdict[str, list[Person]] = defaultdict(list)
        for person in persons:
            self._bearers[plain(surname(person.name))].append(person)
        self._forms = self._found_by(plain)
        self._keys = self._found_by(key) | self._found_by(lambda word: variant(key(word)))

    def _found_by(self, made: Callable[[str], str]) -> dict[str, str]:
        """The surname that each form of it is found by; the one in more documents, where forms are alike."""
        found: dict[str, str] = {}
        for name, bearers in self._bearers.items():
            for form in forms(name, bearers):
                found.setdefault(made(form), name)
        return found

    def named(self, text: str) -> tuple[str, ...]:
        """The names of those whom `text` names, in its order; of a bare surname all bearers who are often met."""
        found: dict[str, None] = {}
        for match in WORD.finditer(text):
            if name := self._surname(match[0]):
                meant = self._meant(name, _letters(text, match))
                found |= dict.fromkeys(person.name for person in meant)
        return tuple(found)

    def _surname(self, word: str) -> str:
        """The surname that `word` is a form of; "" where it is none or means something else."""
        return self._russian(word) if word[0] > "z" else self._latin(POSSESSIVE.sub("", word))

    def _russian(self, word: str) -> str:
        small = plain(word)
        read = (reading.surname for reading in readings(small) if reading.surname in self._bearers)
        name = self._forms.get(small) or next(read, "")
        return name if name and self._is_name(small, name) else ""

    def _latin(self, word: str) -> str:
        letters = key(word)
        if len(letters) < SHORTEST or word.lower() in FALSE_FRIENDS or word.lower() in ENGLISH_FUNCTION_WORDS:
            return ""
        name = self._keys.get(letters) or self._keys.get(variant(letters), "")
        return name if self._is_name(name, name) else ""

    def _is_name(self, small: str, name: str) -> bool:
        """Whether a surname's form is meant as one.

        The collection writes «Ягода», but «бедняков» in small letters; «ОГПУ» is the short name of an institution.
        """
        if not name or not dictionary().word_is_known(small) or is_certain(small):
            return bool(name)
        if all("Abbr" in parse.tag for parse in dictionary().parse(small)):
            return False
        return self._lexicon.is_name(small if small in self._lexicon.counts else name)

    def _meant(self, name: str, letters: Sequence[str]) -> list[Person]:
        bearers = self._bearers[name]
        agreeing = [person for person in bearers if letters and _agree(letters, person)]
        if agreeing:
            return agreeing
        most = max(len(person.documents) for person in bearers)
        return [person for person in bearers if MOSTLY * len(person.documents) > most]


def surname(name: str) -> str:
    """The surname in a name of the register."""
    return name.partition(" ")[0]


def forms(name: str, bearers: Collection[Person]) -> Iterator[str]:
    """The forms of a surname as they are written: what begins like it among the words of its bearers' forms."""
    yield name
    for person in bearers:
        words = (word for form in person.forms for word in re.findall(r"[^\W\d_][\w-]{2,}", form))
        yield from (word for word in words if plain(word)[:3] == name[:3])


def _letters(text: str, match: re.Match[str]) -> list[str]:
    """The initials of the names that stand with a surname, as keys: «Иван Никитич Смирнов», «Смирнов И. Н.»."""
    after = AFTER.match(text, match.end())
    before = GIVEN.search(text[max(0, match.start() - NEAR) : match.start()])
    words = re.findall(r"\w+", after[1] if after else before[1] if before else "")
    return [key(word)[:1] for word in words if _is_given(word)]


def _is_given(word: str) -> bool:
    """Whether a word is an initial, or a given name or patronymic."""
    if not word[0].isupper():
        return False
    if len(word) == 1 or word[0] <= "z":
        return word.lower() not in ENGLISH_FUNCTION_WORDS or len(word) == 1
    return any({"Name"} in parse.tag or {"Patr"} in parse.tag for parse in dictionary().parse(word))


def _agree(letters: Sequence[str], person: Person) -> bool:
    theirs = [key(initial)[:1] for initial in re.findall(r"\w", person.name.partition(" ")[2])]
    return bool(theirs) and all(asked == had for asked, had in zip(letters, theirs, strict=False))
