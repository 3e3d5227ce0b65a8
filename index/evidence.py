"""Which surname a written form belongs to, as the other forms of a collection tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from index.surnames import Reading, is_known, readings
from index.written_names import WrittenName

MASCULINE = re.compile(r"(?:[оеё]в|[иы]н|[иыо]й)$")
"""Ульянов, Троцкий, Толстой."""
WOMANS = re.compile(r"(?:[оеё]ва|[сцз]кая)$")
"""Men are called «Щербина», but not «Щербакова» or «Крупская»."""
UNUSUAL_END = re.compile(r"(?<!н)[гх]$|[вгдкт]н$")
"""«Смилга», «Товстуха» and «Путна» are likelier than «Смилг», «Товстух» and «Путн»; «Геринг» ends like others."""


class Evidence:
    """Which forms were met of each surname that a form may belong to, and with which initials."""

    def __init__(self, names: Iterable[WrittenName]) -> None:
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        self._with_initials: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._told: set[str] = set()
        self._stressed: dict[str, str] = {}
        for name in set(names):
            self._add(name)

    def _add(self, name: WrittenName) -> None:
        found = candidates(name)
        if _ends_stressed(name):
            self._stressed[f"{name.surname[:-2]}ий"] = name.surname
        if candidates(WrittenName(0, 0, name.surname)) == found[:1]:
            self._told.add(found[0])
        for surname in found:
            self._forms[surname].add(name.surname)
            if name.initials:
                self._with_initials[surname, name.initials].add(name.surname)

    def surname(
        self, name: WrittenName, known: Collection[str] | None = None, present: Collection[str] = frozenset()
    ) -> str:
        """The surname that `name` is a form of: of those `known`, one `present` in the document before others."""
        possible = (self._stressed.get(surname, surname) for surname in candidates(name))
        found = [surname for surname in possible if known is None or surname in known]
        return max(found, key=lambda surname: self._weight(surname, name, surname in present), default="")

    def _weight(self, surname: str, name: WrittenName, present: bool) -> tuple[bool, int, int, bool, bool, bool, int]:
        """What speaks for a surname; on equal evidence the shorter: «Либкнехта» alone is Либкнехт's."""
        alike = self._with_initials.get((surname, name.initials), ())
        forms = self._forms.get(surname, ())
        told = surname in self._told
        return present, len(alike), len(forms), told, is_known(surname), not UNUSUAL_END.search(surname), -len(surname)


def _ends_stressed(name: WrittenName) -> bool:
    """«Тверской Павел Исаакович»: then «Тверского» is no Тверский."""
    return name.gender == "masc" and "nomn" in name.possible and name.surname.endswith("ской")


def candidates(name: WrittenName) -> list[str]:
    """The surnames that `name` may belong to, likeliest first; its form where it fits no declension.

    >>> candidates(WrittenName(0, 9, "Козловой", "Я.")), candidates(WrittenName(0, 9, "Ульянова", "М. И.", "femn"))
    (['Козлова', 'Козловой'], ['Ульянова'])
    """
    found = [reading for reading in readings(name.surname) if reading.case in name.possible]
    if _ends_stressed(name) or (not found and name.possible == {"nomn"} and name.gender is None):
        return [name.surname]
    found = found or list(readings(name.surname))
    fitting = [reading for reading in found if _fits(reading, name)] or found
    return list(dict.fromkeys(reading.surname for reading in fitting)) or [name.surname]


def _fits(reading: Reading, name: WrittenName) -> bool:
    """Whether a surname can be that of a man, or of a woman, where a first name says which."""
    if name.gender == "femn":
        return not MASCULINE.search(reading.surname)
    return name.gender is None or not WOMANS.search(reading.surname)
