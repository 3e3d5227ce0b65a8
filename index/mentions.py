"""Every mention of a person in a document: with initials or a first name, and by the bare surname."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.correspondents import INSTITUTION, may_be_surname
from index.dictionary import dictionary
from index.records import Document
from index.surnames import readings
from index.written_names import CAPITALISED, WrittenName, is_first_name, written_names

WORD = re.compile(rf"(?<![\w.-]){CAPITALISED}(?![\w-])")
LISTED = re.compile(r"[А-ЯЁ-]{3,}\s[А-ЯЁ]\.")
"""«ТИМОФЕЕВА М.»: a list of names has them in the nominative."""
SMALL = re.compile(r"(?<![\w-])[а-яё]{3,}(?![\w-])")
COMRADES = re.compile(rf"\b[Тт](?:ов|т)?\.\s?((?:{CAPITALISED}(?:,\s|\sи\s)?)+)")
"""«т. Чудов», «тт. Андрееву, Бухарину, Ворошилову»: these are surnames."""
PLACE_BEGINS = re.compile(r"(?:^|\s)(?:[гГ]\.|[вВ]|[иИ]з)\s$")
GROUP = re.compile(r"(?:[оеи]в|[еи]н|ист)ц?ы$")
"""«Зиновьевцы», «Троцкисты» at the beginning of a sentence after initials."""
ADJECTIVE = re.compile(r"[сцз]к(?:ий|ого|ому|им|ом|ая|ой|ую)$")
"""«Преображенский» is a word of the dictionary, and a surname all the same."""
VOWEL = re.compile(r"[аеёиоуыэюя]", re.IGNORECASE)
STEM = 5
"""Letters by which the forms of a surname are told to be one before their cases are known."""
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;»\n])[\s–—«\"(/]*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a document: `form` as written, the surname in the nominative, initials as «Л. Д.» or ""."""

    document: str
    form: str
    surname: str
    initials: str


def mentions(documents: Sequence[Document]) -> list[Mention]:
    """All mentions of people in `documents`, document by document, those with initials first.

    Which surname a form belongs to is settled by the other forms: «Зиновьева» is Зиновьев
    where «Зиновьеву» and «Зиновьевым» are met, Зиновьева where «Зиновьевой» is.
    """
    texts = {document.number: f"{document.title}\n{document.text.content}" for document in documents}
    small = Counter(word for text in texts.values() for word in SMALL.findall(text))
    usual = {word for text in texts.values() for word in WORD.findall(text)}
    named = {
        number: [name for name in written_names(text) if _is_person(name) and not _is_acronym(text, name, usual)]
        for number, text in texts.items()
    }
    initialled = frozenset(
        name.surname[:STEM] for names in named.values() for name in names if name.initials.startswith("Т. ")
    )
    named = {number: _without_comrades(texts[number], names, initialled) for number, names in named.items()}
    words = {number: list(_words(text, named[number], small)) for number, text in texts.items()}
    comrades = {form for text in texts.values() for form in _comrades(text)}
    evidence = _Evidence(name for names in (*named.values(), *words.values()) for name in names)
    known = {evidence.surname(name) for names in named.values() for name in names}
    known |= {evidence.surname(WrittenName(0, len(form), form)) for form in comrades}
    found: list[Mention] = []
    for document in documents:
        number, text = document.number, texts[document.number]
        full = [
            _mention(number, text, name, _titled(name, document) or evidence.surname(name)) for name in named[number]
        ]
        present = {mention.surname for mention in full if mention.initials}
        bare = ((name, evidence.surname(name, known, present)) for name in words[number])
        found += full
        found += [_mention(number, text, name, surname) for name, surname in bare if surname in known]
    return found


def _titled(name: WrittenName, document: Document) -> str:
    """The surname under which `name` is an author or addressee: a title's grammar says in which case it stands."""
    people = {f"{surname} {name.initials}": surname for surname in _candidates(name.surname)}
    return next((people[person] for person in (*document.authors, *document.addressees) if person in people), "")


def _mention(document: str, text: str, name: WrittenName, surname: str) -> Mention:
    form = " ".join(text[name.start : name.end].split())
    return Mention(document, form, name.surname if LISTED.match(form) else surname, name.initials)


def _without_comrades(text: str, names: Iterable[WrittenName], initialled: frozenset[str]) -> list[WrittenName]:
    """«Т. Троцкий» is comrade Trotsky; «Т.» is an initial only where «Т. Д. Дерибас» or the like is met."""
    return [
        replace(name, initials="")
        if name.initials == "Т." and text[name.start] == "Т" and name.surname[:STEM] not in initialled
        else name
        for name in names
    ]


def _is_person(name: WrittenName) -> bool:
    """«Г. Г. Ягода», but not «Х. Заключение» and «А. Москва»; one initial more speaks for a name."""
    if INSTITUTION.match(name.surname) or GROUP.search(name.surname) or not VOWEL.search(name.surname[1:]):
        return False
    parses = dictionary().parse(name.surname)
    if any("Patr" in parse.tag for parse in parses) or ("Geox" in parses[0].tag and len(name.initials) <= 2):
        return False
    a_word = parses[0].is_known and not any("Surn" in parse.tag for parse in parses)
    return (
        not a_word or bool(ADJECTIVE.search(name.surname)) or (len(name.initials) > 2 and parses[0].tag.POS == "NOUN")
    )


def _is_acronym(text: str, name: WrittenName, usual: Collection[str]) -> bool:
    """«Х. Р. РГАСПИ»; «И. СТАЛИН» is a name, since Сталин is met too, and so are the rows of a list: «ДОВТЯН А.А.»."""
    form = text[name.start : name.end]
    return form.endswith(name.surname.upper()) and name.surname not in usual


def _words(text: str, named: Sequence[WrittenName], small: Mapping[str, int]) -> Iterator[WrittenName]:
    """The capitalised words that may be bare surnames; «Правда» and «Вчера» begin a sentence or are common words."""
    taken = {position for name in named for position in range(name.start, name.end)}
    for found in WORD.finditer(text):
        word = found[0]
        before = text[max(0, found.start() - 6) : found.start()]
        if found.start() in taken or len(word) < 4 or small.get(word.lower(), 0) > 2:
            continue
        if _may_stand_alone(word) and not any(rule(word, before) for rule in NO_PERSON):
            yield WrittenName(*found.span(), word)


def _may_stand_alone(word: str) -> bool:
    return (may_be_surname(word) or bool(ADJECTIVE.search(word))) and not is_first_name(word)


def _begins_sentence(word: str, before: str) -> bool:
    """«Правда» and «Ягода» are words of the dictionary, and at the beginning of a sentence they may be no more."""
    parses = dictionary().parse(word)
    common = parses[0].is_known and not any("Surn" in parse.tag for parse in parses)
    return common and bool(SENTENCE_BEGINS.search(before))


def _is_place(word: str, before: str) -> bool:
    """«в Ростове», «г. Калинин»: the dictionary has the word as a place too, and it stands like one."""
    return bool(PLACE_BEGINS.search(before)) and any("Geox" in parse.tag for parse in dictionary().parse(word))


NO_PERSON = (_begins_sentence, _is_place)
"""Why a capitalised word is not taken for a surname."""


def _comrades(text: str) -> Iterator[str]:
    for listed in COMRADES.findall(text):
        yield from (form for form in re.findall(CAPITALISED, listed) if len(form) > 3 and _may_stand_alone(form))


class _Evidence:
    """Which forms were met of each surname that a form may belong to, and with which initials."""

    def __init__(self, names: Iterable[WrittenName]) -> None:
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        self._with_initials: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for form, initials in {(name.surname, name.initials) for name in names}:
            for surname in _candidates(form):
                self._forms[surname].add(form)
                if initials:
                    self._with_initials[surname, initials].add(form)

    def surname(
        self, name: WrittenName, known: Iterable[str] | None = None, present: Iterable[str] = frozenset()
    ) -> str:
        """The surname that `name` is a form of: of those `known`, one `present` in the document before others."""
        candidates = [found for found in _candidates(name.surname) if known is None or found in known]
        return max(candidates, key=lambda surname: self._weight(surname, name, surname in present), default="")

    def _weight(self, surname: str, name: WrittenName, present: bool) -> tuple[bool, int, int, bool, int]:
        """On equal evidence the surname that is met itself, then the shorter: «Либкнехта» alone is Либкнехт's."""
        alike = self._with_initials.get((surname, name.initials), ())
        forms = self._forms.get(surname, ())
        return present, len(alike), len(forms), len(forms) > 1 and surname in forms, -len(surname)


def _candidates(form: str) -> list[str]:
    """The surnames that `form` may belong to, likeliest first; itself where it fits no declension."""
    return list(dict.fromkeys(reading.surname for reading in readings(form))) or [form]
