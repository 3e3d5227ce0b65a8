"""Every mention of a person in a document: with initials or a first name, and by the bare surname."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from index.candidates import SOME, STEM, Found, Usage, is_bare_name, is_name
from index.evidence import Evidence, candidates
from index.records import Document
from index.surnames import is_known
from index.vocabulary import is_certain, is_common, is_place
from index.written_names import CAPITALISED, WrittenName, written_names

TITLE = r"\b[Тт](?:ов|т)?\.\s?"
WORD = re.compile(rf"(?:(?<![\w.-])|(?<=\bт\.)|(?<=\bтов\.)|(?<=\bтт\.)){CAPITALISED}(?![\w-])")
STOPPED = re.compile(rf"{WORD.pattern}(?=\.)")
SMALL = re.compile(r"(?<![\w-])[а-яё]{3,}(?![\w-])")
COMRADE = re.compile(rf"(?:[А-ЯЁ][а-яё]\.\s)?Т\.\s?{CAPITALISED}")
COMRADES = re.compile(rf"{TITLE}((?:{CAPITALISED}(?:,\s|\sи\s)?)+)")
"""«т. Чудов», «тт. Андрееву, Бухарину, Ворошилову»: these are surnames."""
ROW = re.compile(r"^\d{1,3}\.\s?(?P<surname>[А-ЯЁ]{3,})(?:\s[А-ЯЁ])?$", re.MULTILINE)
"""«427. КОМЛЕВ», «6. АККЕРТАВА И» in a list that has people with initials too."""
FULL_ROW = re.compile(r"^\d{1,3}\.\s?[А-ЯЁ]{3,}\s[А-ЯЁ]\.", re.MULTILINE)
LIST = 5
"""So many rows with initials make a list of people."""
OFTEN = 3
"""So many times a word that the dictionary has as no surname is recognised before it is believed: «Лебедь»."""
AROUND = 24
"""Characters around a word that say what it is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a document: `form` as written, the surname in the nominative, initials as «Л. Д.» or ""."""

    document: str
    form: str
    surname: str
    initials: str


class _Known(NamedTuple):
    """The surnames that a collection is known to name: with initials, and all."""

    initialled: frozenset[str]
    surnames: frozenset[str]


def mentions(documents: Sequence[Document], votes: Mapping[str, int] | None = None) -> list[Mention]:
    """All mentions of people in `documents`, document by document, those with initials first.

    `votes` are the words that a recogniser mostly takes for people, with how often. Which
    surname a form belongs to is settled by the other forms: «Зиновьева» is Зиновьев where
    «Зиновьеву» and «Зиновьевым» are met, Зиновьева where «Зиновьевой» is.
    """
    texts = {document.number: read(document) for document in documents}
    usage = _usage(texts.values(), votes or {})
    named = {number: list(_named(text, usage)) for number, text in texts.items()}
    stems = frozenset(
        name.surname[:STEM] for names in named.values() for name in names if name.initials.startswith("Т. ")
    )
    named = {number: _without_comrades(texts[number], names, stems) for number, names in named.items()}
    words = {number: list(_words(text, named[number], usage)) for number, text in texts.items()}
    evidence = Evidence(name for names in (*named.values(), *words.values()) for name in names)
    initialled = frozenset(evidence.surname(name) for names in named.values() for name in names)
    bare = (evidence.surname(name) for names in words.values() for name in names if _is_known(name, usage))
    known = _Known(initialled, initialled.union(bare))
    return [
        mention
        for document in documents
        for mention in _in_document(document, named[document.number], words[document.number], evidence, known)
    ]


def read(document: Document) -> str:
    """What is read of a document for its people: the title and all its text."""
    return f"{document.title}\n{document.text.content}"


def _usage(texts: Collection[str], votes: Mapping[str, int]) -> Usage:
    small = Counter(word for text in texts for word in SMALL.findall(text))
    comrades = {form for text in texts for listed in COMRADES.findall(text) for form in re.findall(CAPITALISED, listed)}
    titled = {form for form in comrades if len(form) > 3 and small.get(form.lower(), 0) <= SOME}
    recognised = {word for word, times in votes.items() if not is_common(word) or _is_trusted(word, times)}
    words = Counter(word for text in texts for word in WORD.findall(text))
    stopped = Counter(word for text in texts for word in STOPPED.findall(text))
    cut = frozenset(word for word, times in stopped.items() if 2 * times > words[word])
    stems = frozenset(form[:STEM] for form in titled)
    return Usage(small, frozenset(words), frozenset(recognised | titled), stems, cut)


def _is_trusted(word: str, times: int) -> bool:
    return times >= OFTEN and not is_place(word)


def _is_known(name: WrittenName, usage: Usage) -> bool:
    return name.surname in usage.people or is_certain(name.surname)


def _in_document(
    document: Document, named: Sequence[WrittenName], words: Sequence[WrittenName], evidence: Evidence, known: _Known
) -> Iterator[Mention]:
    text = read(document)
    full = [_mention(document.number, text, name, _titled(name, document) or evidence.surname(name)) for name in named]
    present = {mention.surname for mention in full if mention.initials}
    yield from full
    for name in chain.from_iterable(_parts(name, evidence, known) for name in words):
        surname = evidence.surname(name, known.surnames, present)
        if surname and not _is_derived(surname, known):
            yield _mention(document.number, text, name, surname)


def _parts(name: WrittenName, evidence: Evidence, known: _Known) -> list[WrittenName]:
    """«Чаплина-Мильчакова» are two people where both are met; «Бонч-Бруевич» is one."""
    parts = [
        WrittenName(name.start + part.start(), name.start + part.end(), part[0])
        for part in re.finditer("[^-]+", name.surname)
    ]
    apart = len(parts) > 1 and all(evidence.surname(part, known.surnames) for part in parts)
    return parts if apart else [name]


def _is_derived(surname: str, known: _Known) -> bool:
    """«Плехановский проект» is Плеханов's, and «Макдональдов» are several where Макдональд is met."""
    stems = {surname.removesuffix(ending) for ending in ("ский", "ская", "ов")} - {surname}
    return bool(stems & known.surnames) and surname not in known.initialled and not is_known(surname)


def _titled(name: WrittenName, document: Document) -> str:
    """The surname under which `name` is an author or addressee: a title's grammar says in which case it stands."""
    people = {f"{surname} {name.initials}": surname for surname in candidates(name)}
    return next((people[person] for person in (*document.authors, *document.addressees) if person in people), "")


def _mention(document: str, text: str, name: WrittenName, surname: str) -> Mention:
    return Mention(document, " ".join(text[name.start : name.end].split()), surname, name.initials)


def _named(text: str, usage: Usage) -> Iterator[WrittenName]:
    """The people with initials or a first name, and those whom a list has without."""
    taken: set[int] = set()
    for name in written_names(text):
        if is_name(_found(text, name), usage):
            taken.update(range(name.start, name.end))
            yield name
    if len(FULL_ROW.findall(text)) >= LIST:
        for row in ROW.finditer(text):
            name = WrittenName(*row.span("surname"), row["surname"].title(), possible=frozenset({"nomn"}))
            if name.start not in taken:
                yield name


def _found(text: str, name: WrittenName) -> Found:
    before, after = text[max(0, name.start - AROUND) : name.start], text[name.end : name.end + AROUND]
    return Found(name, text[name.start : name.end], before, after)


def _without_comrades(text: str, names: Iterable[WrittenName], stems: frozenset[str]) -> list[WrittenName]:
    """«Т. Троцкий» and «Вн. Т. Янсон» are comrades; «Т.» is an initial where «Т. Д. Дерибас» is met."""
    return [
        replace(name, initials="") if COMRADE.match(text, name.start) and name.surname[:STEM] not in stems else name
        for name in names
    ]


def _words(text: str, named: Sequence[WrittenName], usage: Usage) -> Iterator[WrittenName]:
    """The capitalised words that may be bare surnames."""
    taken = {position for name in named for position in range(name.start, name.end)}
    for word in WORD.finditer(text):
        name = WrittenName(*word.span(), word[0])
        if name.start not in taken and is_bare_name(_found(text, name), usage):
            yield name
