"""Russian surnames in their cases: «Крупской» is «Крупская», «Ягоды» is «Ягода», «Орджоникидзе» stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from index.dictionary import dictionary
from index.remembered import remembered

Case = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]
"""The six cases, as pymorphy3 calls them."""
CASES: tuple[Case, ...] = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ANY = frozenset(CASES)


class Declension(NamedTuple):
    """How the surnames of one sort go through the cases: what `stem` ends with, and the endings after it."""

    example: str
    stem: str
    endings: tuple[str, ...]
    """One for each of CASES; «/» parts two that both occur."""
    only_known: bool = False
    """Believed only of surnames that the dictionary has: the forms have a likelier reading."""


CONSONANT = "[бвгджзклмнпрстфхцчшщ]"

FIXED = re.compile(r"(?:дзе|швили|о|э|у|ю|[иы]х)$")
"""Surnames that never change: Орджоникидзе, Джугашвили, Бройдо, Камю, Долгих."""

DECLENSIONS = (
    Declension("Сталин", "(?:[оеё]в|[иы]н)", ("", "а", "у", "а", "ым", "е")),
    Declension("Ульянова", "(?:[оеё]в|[иы]н)", ("а", "ой", "ой", "у", "ой", "ой")),
    Declension("Толстой", CONSONANT, ("ой", "ого", "ому", "ого", "ым/им", "ом"), only_known=True),
    Declension("Троцкий", "[кгх]", ("ий", "ого", "ому", "ого", "им", "ом")),
    Declension("Белый", "[бвдзлмнпрст]", ("ый", "ого", "ому", "ого", "ым", "ом")),
    Declension("Крупская", "[сцз]к", ("ая", "ой", "ой", "ую", "ой", "ой")),
    Declension("Толстая", CONSONANT, ("ая", "ой", "ой", "ую", "ой", "ой"), only_known=True),
    Declension("Смилга", "(?:[гхжчшщ]|(?<![сц])к)", ("а", "и", "е", "у", "ой/ей", "е")),
    Declension("Ягода", "[бвдзлмнпрстфц]", ("а", "ы", "е", "у", "ой/ей", "е")),
    Declension("Берия", "", ("ия", "ии", "ии", "ию", "ией", "ии")),
    Declension("Моисеенко", "енк", ("о", "а", "у", "а", "ом", "е")),
    Declension("Радек", CONSONANT, ("", "а", "у", "а", "ом/ем", "е")),
    Declension("Чубарь", "[бвдзлмнпрст]", ("ь", "я", "ю", "я", "ем", "е")),
    Declension("Бокий", "и", ("й", "я", "ю", "я", "ем", "и")),
    Declension("Гай", "(?<!ск)(?<!цк)[аеоуэ]", ("й", "я", "ю", "я", "ем", "е")),
)
"""The first that fits a form and its case gives the nominative."""


class Reading(NamedTuple):
    """What a form may be: the surname in the nominative, and the case it then stands in."""

    surname: str
    case: Case


@remembered(50_000)
def readings(form: str) -> tuple[Reading, ...]:
    """What a surname's `form` may be, likeliest first; none where it fits no declension.

    >>> readings("Радека")[1], readings("Товстухе")[0]
    (Reading(surname='Радек', case='gent'), Reading(surname='Товстуха', case='datv'))
    """
    first, hyphen, last = form.rpartition("-")
    if hyphen:
        return tuple(Reading(f"{nominative(first, case)}-{surname}", case) for surname, case in readings(last))
    if (FIXED.search(form) and not _declined(form)) or _is_fixed(form):
        return tuple(Reading(form, case) for case in CASES)
    return tuple(_declined(form))


def _is_fixed(form: str) -> bool:
    """Whether the dictionary has `form` as a surname that never changes: «Иоффе», «Фрунзе»."""
    return any(parse.is_known and {"Surn", "Fixd"} in parse.tag for parse in dictionary().parse(form))


def _declined(form: str) -> list[Reading]:
    if form.endswith(("дзе", "швили")):
        return []
    return [reading for declension in DECLENSIONS for reading in _fitting(form, declension)]


def _fitting(form: str, declension: Declension) -> Iterator[Reading]:
    for case, endings in zip(CASES, declension.endings, strict=True):
        for ending in endings.split("/"):
            stem = form.removesuffix(ending)
            if form.endswith(ending) and len(stem) > 1 and re.search(f"{declension.stem}$", stem):
                surname = stem + declension.endings[0]
                if not declension.only_known or is_known(surname):
                    yield Reading(surname, case)


@remembered(50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has `word` as a surname in the nominative: «Толстой», but not «Троцкой»."""
    return any(parse.is_known and {"Surn", "nomn", "sing"} in parse.tag for parse in dictionary().parse(word))


def cases(form: str) -> frozenset[Case]:
    """The cases that `form` may stand in after a word like «письмо»; all where it is not declined.

    >>> cases("Троцкому") & {"gent", "datv"}, cases("Петерсон") == ANY
    (frozenset({'datv'}), True)
    """
    found = frozenset(reading.case for reading in readings(form.rpartition("-")[2])) - {"nomn"}
    return found & {"gent", "datv", "ablt"} or ANY


def nominative(form: str, case: Case) -> str:
    """The surname whose `case` is written `form`, a woman's in the feminine; `form` where it is not declined.

    >>> [nominative(form, "gent") for form in ("Троцкого", "Крупской", "Ягоды", "Бройдо", "Петерсон")]
    ['Троцкий', 'Крупская', 'Ягода', 'Бройдо', 'Петерсон']
    >>> nominative("Антонову-Овсеенко", "datv"), nominative("Бонч-Бруевича", "gent")
    ('Антонов-Овсеенко', 'Бонч-Бруевич')
    """
    return "-".join(_nominative(part, case) for part in form.split("-"))


@remembered(10_000)
def declined(surname: str, case: Case) -> str:
    """A nominative in `case`; as it is where it fits no declension.

    >>> [declined(surname, "datv") for surname in ("Троцкий", "Крупская", "Ягода", "Бройдо", "Антонов-Овсеенко")]
    ['Троцкому', 'Крупской', 'Ягоде', 'Бройдо', 'Антонову-Овсеенко']
    """
    first, hyphen, last = surname.rpartition("-")
    start = f"{declined(first, case)}-" if hyphen else ""
    ending = next((found for one in DECLENSIONS if (found := _ending(last, one, case))), last)
    return start + (last if _never_changes(last) else ending)


def _never_changes(surname: str) -> bool:
    """«Бройдо» and «Фрунзе»; but not «Шмидт», who may be a woman too."""
    tags = [parse.tag for parse in dictionary().parse(surname) if parse.is_known and "Surn" in parse.tag]
    return bool(FIXED.search(surname)) or (bool(tags) and all("Fixd" in tag for tag in tags))


def _ending(surname: str, declension: Declension, case: Case) -> str | None:
    """The surname in `case` if it goes by `declension`."""
    stem = surname.removesuffix(declension.endings[0])
    fits = surname.endswith(declension.endings[0]) and re.search(f"{declension.stem}$", stem)
    known = fits and (not declension.only_known or is_known(surname))
    return stem + declension.endings[CASES.index(case)].partition("/")[0] if known else None


def _nominative(part: str, case: Case) -> str:
    return next((reading.surname for reading in readings(part) if reading.case == case), part)
