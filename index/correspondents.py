"""Who wrote a document and to whom, as its title names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import chain

from index.dates import DATE
from index.dictionary import dictionary
from index.remembered import remembered
from index.written_names import CAPITALISED, WrittenName, written_names

IMPERSONAL = frozenset(
    {
        "выписка из протокола",  # Выписка из протокола заседания Политбюро по заявлению Н. К. Крупской
        "резолюция",  # Резолюция Президиума ЦКК в связи с обсуждением письма Л. Д. Троцкого
        "проект постановления",  # Проект постановления Политбюро
        "обзор",  # Обзор Бюллетеней ТАСС и статьи Л. Д. Троцкого
        "сводка",  # Сводка откликов на телеграмму о приезде Л.Д. Троцкого
        "список",  # Список оппозиционеров
        "документ",  # О направлении статьи Л. Д. Троцкого
    }
)
"""Kinds that no person writes, or whose title begins with its subject: whom they name is their subject."""

CORRESPONDENCE = "переписка"

INSTITUTION = re.compile(
    r"(?:Политбюро|Оргбюро|Бюро|Секретариат|Президиум|Пленум|Комисси|Комитет|Исполком|Коминтерн|Конгресс|Съезд|"
    r"Отдел|Управлени|Губком|Обком|Крайком|Горком|Райком|Наркомат|Совет|Редакци|Центральн|Секретар|Председател)"
)
"""The beginnings of words for bodies and offices, which titles write with a capital as they do names."""


class Role(Enum):
    """What a person named in a title is to the document."""

    AUTHOR = auto()
    ADDRESSEE = auto()
    BOTH = auto()
    NEITHER = auto()


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Authors and addressees in the nominative and in the title's order; `others` are named without a name."""

    authors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    others: bool = False
    """The title tells by whom it was, if not by name: «членов Политбюро», «ОГПУ», «оппозиционеров»."""


def correspondents(title: str, kind: str) -> Correspondents:
    """Who wrote the document of this title and kind, and to whom.

    >>> correspondents("Письмо И. В. Сталина Г. К. Орджоникидзе от 17 февраля 1925 г.", "письмо")
    Correspondents(authors=('Сталин И. В.',), addressees=('Орджоникидзе Г. К.',), others=False)
    """
    if kind in IMPERSONAL and title:
        return Correspondents(others=True)
    head = _head(title)
    named = list(_roles(head, kind))
    written = tuple(_nominative(name, role) for name, role in named if role in (Role.AUTHOR, Role.BOTH))
    received = tuple(_nominative(name, role) for name, role in named if role in (Role.ADDRESSEE, Role.BOTH))
    return Correspondents(written, received, others=_names_others(head, [name for name, _ in named]))


def _names_others(head: str, names: Sequence[WrittenName]) -> bool:
    """Whether `head` says more than `names` and the body in «в Политбюро»."""
    rest = list(head)
    for name in names:
        rest[name.start : name.end] = " " * (name.end - name.start)
    return bool(re.search(r"\w{2}", IN_BODY.sub("", "".join(rest))))


Cut = Callable[[str], str]


def _kind_words(title: str) -> str:
    """«Докладная записка», «Расшифрованное письмо»: the words of the kind; a quoted name after them is a person's."""
    rest = KIND_WORDS.sub("", title)
    return re.sub(r"^\s*«([А-ЯЁ][а-яё]+)»", r"\1", rest)


def _quotations(title: str) -> str:
    """«в газете «Правда»»: no person stands in quotation marks."""
    return re.sub(r"«[^»]*»?", " ", title)


def _date(title: str) -> str:
    """«от 24 октября 1923 г. в секретариат»: what follows the date belongs to the title."""
    return re.sub(r"(?:\s*г\.)+|\bот\s*(?=,|$)", " ", DATE.sub(" ", title))


def _brackets(title: str) -> str:
    """«(без указания адресата)»; but «ВКП(б)» and «ВКП (б)» are one word."""
    return re.sub(r"\([^)]{2,}\)|\s?\(б\)", " ", title)


def _subject(title: str) -> str:
    """«о самоубийстве А. А. Генрихсона», «с приложением писем», «на письмо»: the subject begins."""
    return SUBJECT.split(title, maxsplit=1)[0]


def _place(title: str) -> str:
    """«из Ростова на Дону»: a place is no person."""
    return re.sub(rf"\bиз\s+(?:г\.\s*)?{CAPITALISED}(?:\s(?:на\s)?{CAPITALISED})*", " ", title)


KIND_WORDS = re.compile(
    r"^(?:докладная записка|информационное сообщение|черновик статьи|расшифр?ованное письмо|\w+)", re.IGNORECASE
)
SUBJECT = re.compile(
    r"\s[оo]б?\s|\s(?:по|на|с|со|для|при|про)\s|\sв (?:связи|отношении|ответ)\s|,\s\w+(?:ая|ое|ый|ые)\s"
)
"""The second «o» is a Latin one, as printed in «o распространении книг»."""
IN_BODY = re.compile(r"\bв\s.*")
BARE = re.compile(rf"(?<![\w.-])(?<![Зз]ав\.\s){CAPITALISED}(?![\w.])")
"""«Зав. Госиздатом Г. И. Бройдо»: what someone is head of is no surname."""

CUTS: tuple[Cut, ...] = (_kind_words, _quotations, _date, _brackets, _place, _subject)
"""What is taken out of a title until only who and to whom is left; their order matters."""


def _head(title: str) -> str:
    for cut in CUTS:
        title = cut(title)
    return title


@dataclass(slots=True)
class _Reading:
    """How far a title has been read: the names with their roles so far."""

    kind: str
    named: list[tuple[WrittenName, Role]] = field(default_factory=list)

    @property
    def last(self) -> Role | None:
        return self.named[-1][1] if self.named else None

    @property
    def has_author(self) -> bool:
        return any(role is Role.AUTHOR for _, role in self.named)


Rule = Callable[[WrittenName, str, _Reading], Role | None]


def _corresponds(name: WrittenName, link: str, reading: _Reading) -> Role | None:
    """«Переписка Л. Д. Троцкого и Г. И. Бройдо»: each wrote to the other."""
    return Role.BOTH if reading.kind == CORRESPONDENCE else None


def _dative(name: WrittenName, link: str, reading: _Reading) -> Role | None:
    """«Л. Б. Каменеву» can only be written to."""
    return Role.ADDRESSEE if "datv" in name.cases and "gent" not in name.cases else None


def _listed(name: WrittenName, link: str, reading: _Reading) -> Role | None:
    """«И. Т. Смилги, А. А. Петерсон»: a comma or «и» makes of a name what the one before it is."""
    return reading.last if re.fullmatch(r"\s*(?:,|,?\s*и\s)\s*(?:т{1,2}\.|тов\.)?\s*", link) else None


def _genitive(name: WrittenName, link: str, reading: _Reading) -> Role | None:
    """«Г. Е. Зиновьева Л. Б. Каменева»: the next author; «комиссии Ф. Э. Дзержинского» is a body's name."""
    if "datv" in name.cases:
        return None
    return Role.AUTHOR if not reading.has_author or not link.strip(" ,") else Role.NEITHER


def _first(name: WrittenName, link: str, reading: _Reading) -> Role | None:
    """«Н. К. Крупской Л. Д. Троцкому»: the first name is the author's."""
    return None if reading.named else Role.AUTHOR


def _undeclined(name: WrittenName, link: str, reading: _Reading) -> Role | None:
    """«И. В. Сталина Н. А. Кубяк»: a second name in no certain case is the addressee's."""
    return Role.ADDRESSEE


RULES: tuple[Rule, ...] = (_corresponds, _dative, _listed, _genitive, _first, _undeclined)
"""What a person in a title is; the first rule with an opinion decides."""


def _roles(head: str, kind: str) -> Iterator[tuple[WrittenName, Role]]:
    reading, end = _Reading(kind), 0
    for name in _names(head):
        link = head[end : name.start]
        opinions = (rule(name, link, reading) for rule in RULES)
        role = next(role for role in opinions if role is not None)
        reading.named.append((name, role))
        end = name.end
    return iter(reading.named)


def _names(head: str) -> list[WrittenName]:
    """The names in `head`, bare surnames too, so long as no body is named after «в»."""
    full = list(written_names(head))
    within = IN_BODY.search(head)
    end = within.start() if within else len(head)
    bare = (
        WrittenName(*found.span(), found[0])
        for found in BARE.finditer(head[:end])
        if not any(name.start <= found.start() < name.end for name in full) and may_be_surname(found[0])
    )
    return sorted(chain(full, bare), key=lambda name: name.start)


@remembered(50_000)
def may_be_surname(word: str) -> bool:
    """Whether a capitalised word can be a person: «Кучерова», «Ягоды», not «Секретным Отделом», «Москвы», «Лично»."""
    parses = dictionary().parse(word)
    if INSTITUTION.match(word) or len(word) < 3:
        return False
    if any("Surn" in parse.tag or "Name" in parse.tag for parse in parses) or not parses[0].is_known:
        return True
    return parses[0].tag.POS == "NOUN" and not any("Geox" in parse.tag for parse in parses)


def _nominative(name: WrittenName, role: Role) -> str:
    if role is Role.ADDRESSEE:
        return name.nominative("datv")
    return name.nominative("gent" if "gent" in name.cases or role is Role.AUTHOR else "ablt")
