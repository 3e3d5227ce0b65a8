"""What an attached text says of itself: its heading, its date and who signed it, each as it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile, takewhile

from index.correspondents import may_be_surname
from index.datelines import dates_within, line_date
from index.dictionary import dictionary
from index.endings import CLOSING, INITIALS, LONGEST, MANY, NAME, is_ending
from index.openings import GENRE, REGISTERED, goes_on, is_address
from index.paragraphs import Paragraph
from index.secrecy import MARK as SECRECY_MARK
from index.secrecy import OFFICE_NUMBER
from index.signatures import FORWARDS

LONGEST_HEADING = 120
"""Characters."""
HEAD, FOOT = 6, 6
"""Paragraphs from the first, and up to the last, that tell the date and the author."""
COPY = re.compile(r"Копия с копии\.?", re.IGNORECASE)
"""An intercepted letter; «копия» alone is said of the paper itself."""
LETTERHEAD = re.compile(r"(?:(?:СО|СПО|ЭКУ) )?ОГПУ\.?(?: Отдел [а-я]+\.)?")
"""«ОГПУ. Отдел секретный.» above «ПРОТОКОЛ ДОПРОСА»."""
HANDLING = re.compile(r"(?:Срочно|Лично|Заказное|Подлежит возврату|Рассылается|Снятие копий|Исх\.).*")
"""«Подлежит возврату в ЦКК», «Снятие копий воспрещается»: how a paper is to be handled."""
SLOGAN = re.compile(r"Пролетарии всех стран,? соединяйтесь[!.]?", re.IGNORECASE)
SLOGAN_WITHIN = 4
"""Paragraphs; above the slogan of a leaflet may stand what it is and where it was found."""


def heading_of(own: Sequence[Paragraph]) -> str:
    """The first paragraph that is more than a mark of the office, a number or a date, if it is short.

    Under «Пролетарии всех стран, соединяйтесь!» it is the first that follows; and «ДОКЛАДНАЯ ЗАПИСКА» says more
    than the address above it. «По поручению тов. Косиора посылается Вам» is no heading.
    """
    slogan = next((at for at, one in enumerate(own[:SLOGAN_WITHIN], 1) if SLOGAN.fullmatch(one.text)), 0)
    unmarked = list(dropwhile(lambda one: is_mark(one.text), own[slogan:])) or own
    named = next(dropwhile(lambda one: is_address(one.text), unmarked), own[0])
    first = named if GENRE.fits(named.text) else unmarked[0]
    return first.text if len(first.text) <= LONGEST_HEADING and not FORWARDS.search(first.text) else ""


def is_mark(text: str) -> bool:
    """Whether `text` only says how the paper is handled, which number it has or of which day it is."""
    marks = (SECRECY_MARK, OFFICE_NUMBER, LETTERHEAD, COPY, HANDLING)
    secret = SECRECY_MARK.match(text) is not None and len(text) <= LONGEST
    return secret or any(mark.fullmatch(text) for mark in marks) or bool(line_date(text))


def date_of(own: Sequence[Paragraph]) -> str:
    """The date at the head or the foot of a text, in ISO; "" where it stands in neither."""
    marks = takewhile(lambda one: is_mark(one.text), own)
    head = (line_date(one.text) for one in own[:HEAD])
    foot = (line_date(one.text) or signed_date(one.text) for one in reversed(own[-FOOT:]))
    found = (*map(_date_of_number, marks), *head, *foot, _headed_date(own[0].text))
    return next((one for one in found if one), "")


def _date_of_number(mark: Paragraph) -> str:
    """«№ 100807 от 21.IX.29 г.»."""
    dates = [found for found, _ in dates_within(mark.text)]
    return dates[0] if OFFICE_NUMBER.fullmatch(mark.text) and len(dates) == 1 else ""


def signed_date(text: str) -> str:
    """The date in a signature; "" where it has none: «14.09.27 г. Т. Щербаков», «... Х. Раковский 28/XII-1927 г.»."""
    dates = list(dates_within(text[-LONGEST:])) if is_ending(text) else []
    if not dates:
        return ""
    found, written = dates[-1]
    return found if len(text) <= LONGEST or text.endswith(written) else ""


def _headed_date(text: str) -> str:
    """«ПРОТОКОЛ дополнительного допроса гр. Тверского П.И. 14.09.1927 г.», «Оффиц. отношение № 436. 22.VII.29 г.»."""
    heading = (text.startswith("ПРОТОКОЛ") and len(text) <= LONGEST_HEADING) or REGISTERED.fits(text)
    dates = list(dates_within(text)) if heading else []
    return dates[-1][0] if dates and text.endswith(dates[-1][1]) else ""


def author_of(own: Sequence[Paragraph]) -> str:
    """Who signed a text first, in the words of the signature; "" where nobody did."""
    foot = list(dropwhile(lambda one: goes_on(one.text), reversed(own[1:][-FOOT:])))
    block = list(takewhile(lambda one: is_ending(one.text), foot))
    return next((name for one in reversed(block) if (name := signer(one.text))), "")


Signer = Callable[[str], str]
"""The name in a signature, "" where this rule finds none."""


def _in_brackets(text: str) -> str:
    """«Зам. Пред. ОГПУ (Ягода)», «Зам.Пред.ОГПУ: /Ягода/»."""
    found = re.search(r"[(/](?:подп\. )?([А-ЯЁ][^()/]*)[)/][.»]*$", text)
    return found[1] if found and may_be_surname(found[1].split()[-1]) else ""


def _initialled(text: str) -> str:
    """«Г. Зиновьев, А. Петерсон», «С коммунистическим приветом Л. Троцкий.», «14.09.27 г. Т. Щербаков»."""
    found = re.search(rf"((?:{NAME}(?:, )?)+)(?: \(подпись\))?\.?(?:\s[\d«].{{,25}})?(?:\s[А-ЯЁ][а-яё-]+)?$", text)
    return found[1] if found else ""


def _under_closing(text: str) -> str:
    """«Твой Радек.», «Ваш С.», «С тов. прив. Ваш Бухарин.»."""
    found = re.search(rf"{CLOSING}\s([А-ЯЁ][а-яё]+|{INITIALS})\.?$", text)
    return found[1] if found else ""


def _after_office(text: str) -> str:
    """«ПП, ОГПУ и ЛВО: Мессинг», «Нач. СО ОГПУ Дерибас (подпись)»."""
    found = re.search(r"(?:[:.]|[А-ЯЁ]{2,})\s([А-ЯЁ][а-яё]+)(?: \(подпись\))?\.?$", text)
    return found[1] if found and _is_person(found[1]) else ""


def _many(text: str) -> str:
    """«ЦК ВКП(б).», «Ленинская оппозиция ВЛКСМ»; but «Большевики-ленинцы, вперед!» calls."""
    signs = re.match(MANY, text) and len(text) <= LONGEST and not text.endswith("!")
    return text.rstrip(".") if signs else ""


def _alone(text: str) -> str:
    """«Троцкая», «Борис.», «Москва. Бордига.», «Х. Р.», «Июнь. Х.Р.»."""
    if initials := re.search(rf"^{INITIALS}$|(?<=\s)(?:[А-ЯЁ]\. ?){{2,3}}$", text):
        return initials[0]
    word = text.rstrip(".").split(". ")[-1]
    return word if re.fullmatch(r"[А-ЯЁ][а-яё]{2,}", word) and _is_person(word) else ""


def _is_person(word: str) -> bool:
    tags = [parse.tag for parse in dictionary().parse(word)]
    unknown = not any(parse.is_known for parse in dictionary().parse(word))
    return unknown or any("Surn" in tag or "Name" in tag for tag in tags)


def _listed(text: str) -> str:
    """«Подписи: Харченко, В. Смирнов, Т. Сапронов.», «Отправитель: г. Томск, Карл Бернгардович Радек»."""
    if text.startswith("Отправитель:"):
        return text.rsplit(", ", maxsplit=1)[-1]
    return text.removeprefix("Подписи:").strip(" .") if text.startswith("Подписи: ") else ""


SIGNERS: tuple[Signer, ...] = (_listed, _in_brackets, _initialled, _under_closing, _after_office, _many, _alone)


def signer(text: str) -> str:
    """The name that the signature `text` bears, as printed.

    >>> signer("Зам. Нач. СООГПУ (Агранов)"), signer("СЕКРЕТАРЬ ЦК")
    ('Агранов', '')
    """
    return next((name for rule in SIGNERS if (name := rule(text))), "")
