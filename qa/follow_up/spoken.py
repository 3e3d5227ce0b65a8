"""Of whom an earlier question speaks, and whom of them a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from index.dictionary import dictionary
from index.surnames import Case
from qa.follow_up.named import Named

Number = Literal["masc", "femn", "plur"]

BETWEEN = re.compile(r",|,?\s(?:и|and)\s|,\s")
"""What joins names: «Троцкий, Пятаков и Радек»."""
WORD = re.compile(r"\b[а-яё]{3,}\b")
TITLED = re.compile(r"\b([а-яё]{3,})\s(«[^»]+»)")
"""«книги «Куда идет Англия»»: a thing with its title."""
TIMES = frozenset(
    {"год", "месяц", "день", "час", "январь", "февраль", "март", "апрель", "май", "июнь"}
    | {"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}
)
"""Things of which nobody goes on to speak: «в январе 1928 года»."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An earlier text and the people whom it names."""

    text: str
    people: tuple[Named, ...]

    def has(self, number: Number, own: Collection[str]) -> bool:
        """Whether one of these, or several together, may be meant; `own` are named by the later question itself."""
        return bool(self._group(own) if number == "plur" else self._agreeing(number, own))

    def likeliest(self, number: Number, own: Collection[str]) -> tuple[Named, ...]:
        """The one, or the group, that is meant; nobody where several are as likely."""
        if number == "plur":
            return self._group(own)
        agreeing = self._agreeing(number, own)
        highest = min((name.standing for name in agreeing), default=None)
        best = tuple(name for name in agreeing if name.standing == highest)
        return best[:1] if len({name.surname for name in best}) == 1 else ()

    def others(self, number: Number, own: Collection[str]) -> tuple[Named, ...]:
        """The second of two, who is not the likeliest."""
        agreeing, likeliest = self._agreeing(number, own), self.likeliest(number, own)
        rest = tuple(name for name in agreeing if likeliest and name.surname != likeliest[0].surname)
        return rest if len({name.surname for name in rest}) == 1 else ()

    def _agreeing(self, number: Number, own: Collection[str]) -> tuple[Named, ...]:
        return tuple(name for name in self.people if name.gender == number and name.surname not in own)

    def _group(self, own: Collection[str]) -> tuple[Named, ...]:
        """Two or more who are named in one row, if all are."""
        joined = all(BETWEEN.fullmatch(self.text[one.end : other.start]) for one, other in pairwise(self.people))
        named = own and {name.surname for name in self.people}.intersection(own)
        return self.people if len(self.people) > 1 and joined and not named else ()


def things(text: str) -> set[str]:
    """The genders of the things, in the singular, of which `text` speaks.

    >>> sorted(things("Кто поддержал статью Крупской в декабре 1924 года?"))
    ['femn']
    """
    tags = [dictionary().parse(word)[0] for word in WORD.findall(text)]
    nouns = [parse for parse in tags if {"NOUN", "inan", "sing"} in parse.tag and parse.normal_form not in TIMES]
    return {str(parse.tag.gender) for parse in nouns}


def work(text: str, gender: str, case: Case) -> str:
    """The one thing of this gender that `text` names by its title, in `case`; "" where there is none or several.

    >>> work("Какие главы своей книги «Куда идет Англия» Троцкий считал главными?", "femn", "accs")
    'книгу «Куда идет Англия»'
    """
    titled = [(_thing(noun), title) for noun, title in TITLED.findall(text)]
    agreeing = [(thing, title) for thing, title in titled if thing and thing.tag.gender == gender]
    if len(agreeing) != 1:
        return ""
    thing, title = agreeing[0]
    written = thing.inflect({case, "sing"})
    return f"{written.word} {title}" if written else ""


def _thing(noun: str) -> Any:
    """How the dictionary reads `noun`, if as one thing."""
    parses = dictionary().parse(noun)
    return next((parse for parse in parses if {"NOUN", "inan", "sing"} in parse.tag), None)
