"""Finds names of people as they are written: «Л. Д. Троцкого», «Косиору Ст.», «Карл Бернгардович Радек»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from index.dictionary import dictionary
from index.remembered import remembered
from index.surnames import CASES, Case, cases, nominative

CAPITALISED = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_SURNAME = rf"(?:(?=\w{{3}}){CAPITALISED}|[А-ЯЁ]{{3,}}(?:-[А-ЯЁ]{{3,}})?)(?![\w.]\w|\w)"
_INITIAL = r"(?!Тт)[А-ЯЁ][бвгджзклмнпрстфхцчшщ]?\."
"""«Л.», «Ст.», but not «За.», «Тт.», which end a sentence or begin a list."""
_INITIALS = rf"(?<![\w-]){_INITIAL}(?:\s{{0,2}}-?{_INITIAL})?"
_LATER_INITIALS = rf"{_INITIAL}(?:\s?{_INITIAL})?"
PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:[ое]вич|[ое]вн|ич|ичн)(?:а|у|ем|е|ы|ой)?"

NAMED = re.compile(
    rf"(?P<before>{_INITIALS})\s{{0,2}}(?P<surname>{_SURNAME})"
    rf"|(?<![\w-])(?P<family>{_SURNAME})[^\S\n](?P<own>{CAPITALISED})[^\S\n](?P<father>{PATRONYMIC})(?!\w)"
    rf"|(?<![\w-])(?P<first>{CAPITALISED})\s(?:(?P<second>[А-ЯЁ][а-яё]+(?:ич|вн|чн)[а-яё]*)\s)?(?P<last>{_SURNAME})"
    rf"|(?<![\w-])(?P<leading>{_SURNAME})[^\S\n](?P<after>{_LATER_INITIALS})"
    rf"(?:(?=\s?(?P<next>[А-ЯЁ]{{2,}}|[А-ЯЁ][а-яё-]+|[А-ЯЁ]\.))|)"
)
"""Initials before the surname, a first name and a patronymic after it, a first name before it, or initials after it."""

_ENTRY_BEGINS = re.compile(r"(?:[\n;/]|\d\.?\s)\s*$")
"""Before «Васецкий Н.А. Троцкий: Опыт политической биографии»: an entry of a list of books begins with its author."""


ADJECTIVE = re.compile(r"[сцз]к(?:ий|ого|ому|им|ом|ая|ой|ую)$")
"""«Преображенский» and «Тверской» are words of the dictionary, and surnames all the same."""

Gender = Literal["masc", "femn"]


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name in a text: `text[start:end]`; `initials` as «Л. Д.», "" for a bare surname.

    What stands beside the surname may tell its grammar: «Ревека Самойловна» is a woman in the nominative.
    """

    start: int
    end: int
    surname: str
    initials: str = ""
    gender: Gender | None = None
    possible: frozenset[Case] = frozenset(CASES)

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
    >>> [name.nominative("nomn") for name in written_names("Большаков Дмитрий Гаврилович; Каспарова В. Д. Орел")]
    ['Большаков Д. Г.', 'Каспарова В. Д.']
    """
    at = 0
    while found := NAMED.search(text, at):
        name = next((name for reading in READINGS if (name := reading(found))), None)
        at = name.end if name else found.start() + 1
        if name:
            yield name


def _after_initials(found: re.Match[str]) -> WrittenName | None:
    """«Л. Д. Троцкого»."""
    if not found["before"]:
        return None
    return WrittenName(*found.span(), _capitalised(found["surname"]), _initials(found["before"]))


def _before_patronymic(found: re.Match[str]) -> WrittenName | None:
    """«Щербаков Трифон Васильевич»; but in «Анна Иваровна Петрович» the first is no surname."""
    family = found["family"]
    if not family or (is_first_name(family) and not is_first_name(found["own"])) or not may_be_family(family):
        return None
    return _written(found, family, found["own"], found["father"])


def _after_first_name(found: re.Match[str]) -> WrittenName | None:
    """«Олега Мозохина», «Карл Бернгардович Радек», «Эрвина Вольфа»; but «Карл Бернгардович» is no surname."""
    first, last = found["first"], found["last"]
    if not first or not is_first_name(first) or _is_patronymic(last):
        return None
    return _written(found, last, first, found["second"] or "")


def _before_first_name(found: re.Match[str]) -> WrittenName | None:
    """«Ножницкий Григорий – интеллигент»; but «Ленина Иван Кузнецов» are two."""
    first, last = found["first"], found["last"]
    goes_on = re.match(r"\s[А-ЯЁ]", found.string[found.end() :])
    if not first or found["second"] or goes_on or not is_first_name(last):
        return None
    return _written(found, first, last) if may_be_family(first) and not is_first_name(first) else None


def _before_initials(found: re.Match[str]) -> WrittenName | None:
    """«Косиору Ст.», «Уфимцев Н. И. Вятка», in a list «ШУМОВ А.В.»."""
    leading = found["leading"]
    if not leading or _belong_to_the_next(found):
        return None
    name = WrittenName(*found.span(), _capitalised(leading), _initials(found["after"]))
    if leading.isupper():
        return replace(name, possible=frozenset({"nomn"}))
    return name if may_be_family(leading) else None


def _belong_to_the_next(found: re.Match[str]) -> bool:
    """In «Сталина Г. К. Орджоникидзе» the initials are the second one's; not so where an entry of a list begins."""
    following = found["next"]
    if not following or _ENTRY_BEGINS.search(found.string[max(0, found.start() - 4) : found.start()]):
        return False
    return following.endswith(".") or may_be_family(following)


READINGS = (_after_initials, _before_patronymic, _after_first_name, _before_first_name, _before_initials)
"""What may be a name; the first that finds one decides."""


def _written(found: re.Match[str], surname: str, *names: str) -> WrittenName:
    """The name with a first name and perhaps a patronymic, which tell what the surname's ending means."""
    grammar = frozenset.intersection(*(_grammar(name) for name in names if name))
    genders = {gender for gender, _ in grammar}
    possible = frozenset(case for _, case in grammar) or frozenset(CASES)
    return WrittenName(
        *found.span(), _capitalised(surname), _letters(*names), genders.pop() if len(genders) == 1 else None, possible
    )


@remembered(20_000)
def _grammar(name: str) -> frozenset[tuple[Gender, Case]]:
    """The genders and cases in which a first name or a patronymic may stand."""
    tags = [parse.tag for parse in dictionary().parse(name) if {"Name"} in parse.tag or {"Patr"} in parse.tag]
    told = {(tag.gender, tag.case) for tag in tags if tag.number == "sing" and tag.case in CASES}
    genders: tuple[Gender, ...] = ("masc", "femn")
    return frozenset((gender, case) for gender in genders for case in CASES if (gender, case) in told)


def _letters(*names: str) -> str:
    return " ".join(f"{name[0]}." for name in names if name)


def _capitalised(surname: str) -> str:
    """«СТАЛИН» in signatures is Сталин."""
    return surname if surname[1:] != surname[1:].upper() else surname.title()


def _initials(written: str) -> str:
    """«Л.Д.» and «Л. Д.» are one; «Ст.» says no more than «С.»; no name begins with «Й»."""
    return _letters(*re.findall(r"[А-ЯЁ]", written.replace("Й", "И")))


@remembered(20_000)
def is_first_name(word: str) -> bool:
    """Whether the dictionary has `word` as a first name and not as a surname: «Олег», «Ивана», but not «Сталина»."""
    tags = [parse.tag for parse in dictionary().parse(word) if parse.is_known]
    return any({"Name", "sing"} in tag for tag in tags) and not any("Surn" in tag for tag in tags)


def _is_patronymic(word: str) -> bool:
    return any("Patr" in parse.tag for parse in dictionary().parse(word))


@remembered(20_000)
def may_be_family(word: str) -> bool:
    """Whether `word` may be a surname beside a name or initials: «Ножницкий», «Чудов», but not «Член», «Вологда»."""
    parses = [parse for parse in dictionary().parse(word) if parse.is_known]
    surnames = any("Surn" in parse.tag or "Name" in parse.tag for parse in parses)
    return not parses or surnames or bool(ADJECTIVE.search(word))
