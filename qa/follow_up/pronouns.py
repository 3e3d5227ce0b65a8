"""Puts names in place of the pronouns of a question: «Чем он это объяснил?» becomes «Чем Троцкий это объяснил?»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.dictionary import dictionary
from index.lexical import terms
from index.surnames import Case
from qa.follow_up.named import Named, is_latin
from qa.follow_up.spoken import Number, Spoken, things, work
from qa.passages.closings import ASKED


class Pronoun(NamedTuple):
    """Whom a pronoun may mean, its case, and a question that has it."""

    means: Number
    case: Case
    example: str
    owns: bool = False
    """Before a noun it tells whose that is."""


PRONOUNS: dict[str, Pronoun] = {
    "он": Pronoun("masc", "nomn", "Чем он это объяснил?"),
    "его": Pronoun("masc", "accs", "Кто его исключил? А Политбюро его отказ одобрило?", owns=True),
    "него": Pronoun("masc", "gent", "Что у него нашли?"),
    "ему": Pronoun("masc", "datv", "Кто ему ответил?"),
    "нему": Pronoun("masc", "datv", "Кто к нему приезжал?"),
    "им": Pronoun("masc", "ablt", "Когда это было им написано?"),
    "ним": Pronoun("masc", "ablt", "Кого арестовали вместе с ним?"),
    "нём": Pronoun("masc", "loct", "Что о нём сказал Сталин?"),
    "нем": Pronoun("masc", "loct", "Что о нем сказал Сталин?"),
    "она": Pronoun("femn", "nomn", "Что она написала?"),
    "её": Pronoun("femn", "accs", "Кто её поддержал? Где хранится её статья?", owns=True),
    "ее": Pronoun("femn", "accs", "Кто ее поддержал? Где хранится ее статья?", owns=True),
    "неё": Pronoun("femn", "gent", "Что у неё просили?"),
    "нее": Pronoun("femn", "gent", "Что у нее просили?"),
    "ей": Pronoun("femn", "datv", "Кто ей ответил?"),
    "ней": Pronoun("femn", "loct", "Что о ней сказал Сталин?"),
    "они": Pronoun("plur", "nomn", "Чего они требовали?"),
    "их": Pronoun("plur", "accs", "За что их исключили? Кто подписал их письмо?", owns=True),
    "них": Pronoun("plur", "gent", "Что у них нашли?"),
    "ими": Pronoun("plur", "ablt", "Какое письмо ими подписано?"),
    "ними": Pronoun("plur", "ablt", "Что с ними сделали?"),
    "he": Pronoun("masc", "nomn", "What did he answer?"),
    "him": Pronoun("masc", "accs", "Who had given them to him?"),
    "his": Pronoun("masc", "gent", "What was his wife's name?", owns=True),
    "she": Pronoun("femn", "nomn", "What did she ask for?"),
    "her": Pronoun("femn", "accs", "Who answered her? What was her answer?", owns=True),
    "they": Pronoun("plur", "nomn", "What did they demand?"),
    "them": Pronoun("plur", "accs", "Who expelled them?"),
    "their": Pronoun("plur", "gent", "Who signed their letter?", owns=True),
}
REPLYING = re.compile(r"\b(?:ответ|отвеч|возра[зж]|repl[iy]|answer|respon)", re.IGNORECASE)
"""Who replies is not who has spoken: «И что он ответил?» after «Что Троцкий писал Сталину?»."""
OF_THINGS = re.compile(r"\b(?:напечат|опублик|издан|назыв|хран|published|printed|called|kept)", re.IGNORECASE)
"""What is done to things: «Где она напечатана?» hardly asks about Крупская."""
OTHER = re.compile(r"\b[Тт]от(?=\s(?!же\b|самый\b)\w)")
"""«И какие тома тот назвал?» asks about the other of two men."""
WORD = re.compile(r"[А-Яа-яЁё]+|[A-Za-z]+")
NOT_OWNED = frozenset(
    {"to", "from", "in", "on", "at", "for", "with", "about", "and", "when"}
    | {"by", "that", "the", "a", "into", "out", "as"}
)
"""English words after an object: "Who gave her the letter?"."""


class Put(NamedTuple):
    """Words that stand in place of `text[start:end]`."""

    start: int
    end: int
    words: str


def replaced(text: str, spoken: Sequence[Spoken], own: Sequence[Named]) -> str:
    """`text` with names for its pronouns where there is no doubt who is meant.

    `spoken` says of whom was spoken, the latest first; `own` are those whom `text` names itself.
    Each gender is named once: in «Что Троцкий сказал и кто ему ответил?» the second is clear.
    """
    done, at = "", 0
    for put in sorted(_puts(text, spoken, frozenset(name.surname for name in own))):
        done, at = done + text[at : put.start] + put.words, put.end
    done += text[at:]
    return done[:1].upper() + done[1:] if at else done


def _puts(text: str, spoken: Sequence[Spoken], own: frozenset[str]) -> Iterator[Put]:
    named: set[Number] = set()
    for word in WORD.finditer(text):
        pronoun = PRONOUNS.get(word[0].lower())
        if pronoun and pronoun.means not in named and (put := _put(word, pronoun, spoken, own)):
            named.add(pronoun.means)
            yield put
    if (other := OTHER.search(text)) and "masc" not in named and (names := spoken[0].others("masc", own)):
        yield Put(*other.span(), names[0].written("nomn"))


def _put(word: re.Match[str], pronoun: Pronoun, spoken: Sequence[Spoken], own: frozenset[str]) -> Put | None:
    """What stands for the pronoun: a name, or a thing with its title; None where one may doubt."""
    latest = next((one for one in spoken if one.has(pronoun.means, own)), None)
    if latest is None or _is_thing(word.string, pronoun, latest.text):
        return _thing_put(word, pronoun, spoken)
    replies = pronoun.case == "nomn" and REPLYING.search(word.string) and latest.others(pronoun.means, own)
    names = replies or latest.likeliest(pronoun.means, own)
    return _name_put(word, pronoun, names) if names and is_latin(names[0].surname) == is_latin(word[0]) else None


def _thing_put(word: re.Match[str], pronoun: Pronoun, spoken: Sequence[Spoken]) -> Put | None:
    """«книгу «Куда идет Англия»» for «её»."""
    if is_latin(word[0]) or (pronoun.owns and _owned(word.string, word.end())):
        return None
    written = next((found for one in spoken if (found := work(one.text, pronoun.means, pronoun.case))), "")
    return Put(*word.span(), written) if written else None


def _is_thing(text: str, pronoun: Pronoun, earlier: str) -> bool:
    """Whether the pronoun may mean a thing: «Где она напечатана?», «Кто её поддержал?»."""
    if pronoun.means == "plur" or pronoun.case in {"datv", "ablt"}:
        return False
    if pronoun.case == "nomn":
        return bool(OF_THINGS.search(text)) or any(_is_done(word) for word in WORD.findall(text))
    if pronoun.means in things(earlier):
        return pronoun.case in {"accs", "loct"}
    return pronoun.case == "gent" and not pronoun.owns and bool(ASKED.intersection(terms(text)))


def _is_done(word: str) -> bool:
    """«подписана», «издан»."""
    return "PRTS" in dictionary().parse(word)[0].tag


def _name_put(word: re.Match[str], pronoun: Pronoun, names: Sequence[Named]) -> Put:
    """«отказ Троцкого» for «его отказ», "Trotsky's wife" for "his wife"."""
    text = word.string
    if is_latin(word[0]):
        following = WORD.match(text, word.end() + 1)
        owns = pronoun.owns and following is not None and following[0] not in NOT_OWNED
        return Put(*word.span(), _listed(names, "gent" if owns else pronoun.case))
    owned = _owned(text, word.end()) if pronoun.owns else 0
    if owned:
        return Put(word.start(), owned, f"{text[word.end() + 1 : owned]} {_listed(names, 'gent')}")
    return Put(*word.span(), _listed(names, pronoun.case))


def _owned(text: str, at: int) -> int:
    """Where the noun ends that follows with its adjectives at `at`; 0 where none does."""
    while following := re.compile(r"\s([А-Яа-яЁё-]+)").match(text, at):
        part = str(dictionary().parse(following[1])[0].tag.POS)
        if part not in {"ADJF", "NUMR"}:
            return following.end() if part == "NOUN" else 0
        at = following.end()
    return 0


def _listed(names: Sequence[Named], case: Case) -> str:
    """«Троцкого, Пятакова и Радека»."""
    *first, last = [name.written(case) for name in names]
    joint = " and " if is_latin(last) else " и "
    return f"{', '.join(first)}{joint}{last}" if first else last
