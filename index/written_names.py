"""Finds names of people as they are written: «Л. Д. Троцкого», «Косиору Ст.», «Карл Бернгардович Радек»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.dictionary import dictionary
from index.surnames import Case, cases, nominative

CAPITALISED = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_SURNAME = rf"(?:(?=\w{{3}}){CAPITALISED}|[А-ЯЁ]{{3,}}(?:-[А-ЯЁ]{{3,}})?)(?![\w.]\w|\w)"
_INITIAL = r"(?!Тт)[А-ЯЁ][бвгджзклмнпрстфхцчшщ]?\."
"""«Л.», «Ст.», but not «За.», «Тт.», which end a sentence or begin a list."""
_INITIALS = rf"(?<![\w-]){_INITIAL}(?:\s{{0,2}}-?{_INITIAL})?"
_LATER_INITIALS = rf"{_INITIAL}(?:\s?{_INITIAL})?"

NAMED = re.compile(
    rf"(?P<before>{_INITIALS})\s{{0,2}}(?P<surname>{_SURNAME})"
    rf"|(?<![\w-])(?P<first>{CAPITALISED})\s(?:(?P<second>[А-ЯЁ][а-яё]+(?:ич|вн|чн)[а-яё]*)\s)?(?P<last>{_SURNAME})"
    rf"|(?<![\w-])(?P<leading>{_SURNAME})\s(?P<after>{_LATER_INITIALS})(?!\s?[А-ЯЁ])"
)
"""Initials before the surname, or a first name and perhaps a patronymic, or initials after it."""


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name in a text: `text[start:end]`; `initials` as «Л. Д.», "" for a bare surname."""

    start: int
    end: int
    surname: str
    initials: str = ""

    @property
    def cases(self) -> frozenset[Case]:
        """The cases it may stand in."""
        return cases(self.surname)

    def nominative(self, case: Case) -> str:
        """The name as a register has it, where `case` is the one it is written in: «Троцкий Л. Д.»."""
        return f"{nominative(self.surname, case)} {self.initials}".rstrip()


def written_names(text: str) -> Iterator[WrittenName]:
    """The names in `text` that have initials or a first name, in order.

    >>> [name.nominative("gent") for name in written_names("письмо И.Т.Смилги и Олега Мозохина")]
    ['Смилга И. Т.', 'Мозохин О.']
    """
    at = 0
    while found := NAMED.search(text, at):
        name = _name(found)
        at = found.end() if name else found.start() + 1
        if name:
            yield name


def _name(found: re.Match[str]) -> WrittenName | None:
    if found["before"]:
        return WrittenName(*found.span(), _capitalised(found["surname"]), _initials(found["before"]))
    if found["after"]:
        return WrittenName(*found.span(), _capitalised(found["leading"]), _initials(found["after"]))
    if is_first_name(found["first"]) and not is_first_name(found["last"]):
        letters = [found["first"][0], *(found["second"] or "")[:1]]
        return WrittenName(*found.span(), _capitalised(found["last"]), " ".join(f"{letter}." for letter in letters))
    return None


def _capitalised(surname: str) -> str:
    """«СТАЛИН» in signatures is Сталин."""
    return surname if surname[1:] != surname[1:].upper() else surname.title()


def _initials(written: str) -> str:
    """«Л.Д.» and «Л. Д.» are one; «Ст.» says no more than «С.»."""
    return " ".join(f"{letter}." for letter in re.findall(r"[А-ЯЁ]", written))


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Whether the dictionary has `word` as a first name and not as a surname: «Олег», «Ивана», but not «Сталина»."""
    tags = [parse.tag for parse in dictionary().parse(word) if parse.is_known]
    return any("Name" in tag for tag in tags) and not any("Surn" in tag for tag in tags)
