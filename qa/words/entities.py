"""Finds in a text what may answer a question of a kind: its dates, numbers, people, places, quoted names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from index.dates import NAMES as MONTHS
from index.dictionary import dictionary
from index.records import Span
from index.remembered import remembered
from index.vocabulary import is_certain, is_place
from index.written_names import CAPITALISED, written_names
from qa.words.register import Register
from qa.words.wanted import Wanted

MONTH = (
    rf"(?:{'|'.join(MONTHS)}|январь|февраль|март|апрель|май|июнь|июль|август|(?:сент|окт|но|дек)ябрь|"
    r"(?:январ|феврал|март|апрел|ма|июн|июл|август)е|(?:сент|окт|но|дек)ябре|"
    r"(?:янв|февр?|апр|авг|сент|окт|нояб?|дек)\.)"
)
SEASON = r"(?:(?:весн|осен|зим|лет|начал|конц|середин|половин)[а-я]{1,3}\s+)?"
YEAR = r"(?:\d{4}(?:-?го)?\s?(?:год[ауе]?\b|гг?\.|г\b)?|с\.\s?г\.)"
DATE_FORMS = (
    # 22-го сентября 1927 г.; «17» января; 25–27 октября
    rf"«?\b\d{{1,2}}»?(?:-?(?:го|е))?(?:\s?[-–и]\s?\d{{1,2}}(?:-?го)?)?\s?{MONTH}(?:\s+{YEAR})?",
    rf"\b{SEASON}{MONTH}\s+{YEAR}",  # в октябре 1927 года
    # 3/X 1927 г.; 15/11/24; 16.10
    (r"(?<![\d./])\d{1,2}[./](?:[IVXХУП1]{1,4}|\d{1,2})"
    r"(?:\s?[./–-]\s?\d{2,4}|\s\d{4})?(?:\s?г(?:ода|\.))?(?![\d/%])"),
    rf"\b{SEASON}1[789]\d\d(?:\s?[-–]\s?\d{{2,4}})?(?:-?(?:го|м))?(?:\s?(?:год[ауе]?\b|гг?\.|г\b))?",  # осенью 1925 г.
    r"(?<!\d)\d{2}(?:-?(?:й|го|м))?\s?(?:год[ауе]?\b|г\.)",  # 27-го года
    rf"\b{MONTH}(?!\w)",  # в апреле
    r"\b(?:понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресенье)\b",  # в среду
)  # fmt: skip
DATES = re.compile("|".join(DATE_FORMS), re.IGNORECASE)

NUMERAL = (
    r"(?:дв(?:а|е|ух|ум|умя)|об[ае]|обоих|тр(?:и|ех|ем|емя)|четыр(?:е|ех|ем|ьмя)|"
    r"пят(?:ь|и|ью)|шест(?:ь|и|ью)|сем(?:ь|и|ью)|восем(?:ь|ью)|восьми|девят(?:ь|и|ью)|десят(?:ь|и|ью|ок|ка|ки|ков)|"
    r"\w{2,6}надцат(?:ь|и|ью)|двадцат(?:ь|и)|тридцат(?:ь|и)|сорока?|(?:пять|шесть|семь|восемь|пяти|шести|семи|восьми)десяти?|"
    r"девяност[оа]|ст[оа]|двести|двухсот|триста|трехсот|четыреста|(?:пят|шест|сем|восем|девят|четыре)\w?сот|сот(?:ни|ня|ен|ню)|"
    r"тысяч[аиу]?|миллион(?:а|ов)?|миллиард(?:а|ов)?|полтор[аы]|пол(?:овин[аыу]|миллион\w*)|треть|четверть|двое|трое|четверо|пятеро|дюжин\w)"
)
FIGURE = r"(?:\d+(?:[\s.,]\d{3})+|\d+(?:\s\d)?/\d+|\d+)(?:[.,]\d+)?"
UNIT = r"(?:%|(?:млн|мил|тыс|руб|коп|проц|чел|экз|мин|час|фр|шт|р)(?:\.|(?![а-яё.])))"
NUMBERS = re.compile(
    rf"№\s?[\w/–-]+"
    rf"|(?<![\w./№-])(?:{FIGURE}(?:-?(?:ти|ми|х|ю)\b)?(?![\w)]|-\w|\.\s[А-ЯЁ])|{NUMERAL}\b)(?:\s?[-–]\s?(?:{FIGURE}|{NUMERAL}\b))?"
    rf"(?:\s(?:{NUMERAL}\b|{FIGURE}))*(?:\s?{UNIT})*",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\s([а-яё-]{3,})")
MOST_COUNTED = 2
"""Words after a number that belong to it: «50 рабочих листовок»."""

TOWN = re.compile(
    rf"(?:\b(?:гор|г|д|дер|с|ст|пос|ул|пер|о-в)\.\s?){CAPITALISED}(?:[\s-]{CAPITALISED})?"  # г. Барнаул
    rf"|\b{CAPITALISED}(?=\s(?:област|губерн|кра[йяе]|уезд|район|округ|республик|улиц|переул|вокзал|станци))"
)
WORD = re.compile(rf"(?<![\w.-]){CAPITALISED}(?![\w-])")
QUOTED = re.compile(r"«[^«»]{2,120}»|\"[^\"]{2,120}\"|“[^”]{2,120}”")

Finder = Callable[[str, Register], Iterator[Span]]


def _dates(text: str, register: Register) -> Iterator[Span]:
    """«22 сентября 1927 г.», «3/X 1927 г.», «в 1921 году»."""
    return (found.span() for found in DATES.finditer(text))


def _numbers(text: str, register: Register) -> Iterator[Span]:
    """«87 заключенных», «50 копеек», «до семисот человек»; a number within a date is none."""
    taken = {at for start, end in _dates(text, register) for at in range(start, end)}
    for found in NUMBERS.finditer(text):
        if found.start() not in taken:
            yield found.start(), _counted(text, found.end())


def _counted(text: str, end: int) -> int:
    """Where the words that a number counts end: adjectives and one noun in a case that follows numbers."""
    at = end
    for _ in range(MOST_COUNTED):
        word = COUNTED.match(text, at)
        part = _part_of_speech(word[1]) if word else ""
        if word is None or part not in {"ADJF", "PRTF", "NOUN"}:
            break
        at = word.end()
        if part != "ADJF":  # «87 заключенных» are counted by a participle
            end = at
        if part == "NOUN":
            break
    return end


@remembered(20_000)
def _part_of_speech(word: str) -> str:
    return str(dictionary().parse(word)[0].tag.POS)


def _people(text: str, register: Register) -> Iterator[Span]:
    """«Л. Д. Троцкого», «Менжинский»: with initials or a first name, or a bare surname of the register."""
    end = 0
    named = {name.start: name.end for name in written_names(text)}
    for word in WORD.finditer(text):
        at = next((start for start, stop in named.items() if start <= word.start() < stop), None)
        start, stop = (at, named[at]) if at is not None else word.span()
        if start >= end and (at is not None or register.knows(word[0]) or is_certain(word[0].lower())):
            yield start, stop
            end = stop


def _places(text: str, register: Register) -> Iterator[Span]:
    """«Барнаул» is one in the dictionary, and nobody's name; «г. Мокров», «Нарымский край» are said to be."""
    end = 0
    towns = {found.start(): found.end() for found in TOWN.finditer(text)}
    for at in sorted(towns.keys() | {word.start() for word in WORD.finditer(text)}):
        if at < end:
            continue
        word = WORD.match(text, at)
        if at in towns:
            end = _counted(text, towns[at]) if text[towns[at] : towns[at] + 1] == " " else towns[at]
            yield at, end
        elif word and is_place(word[0].lower()) and not register.knows(word[0]):
            end = word.end()
            yield at, end


def _names(text: str, register: Register) -> Iterator[Span]:
    """«Против течения», in its quotation marks."""
    return (found.span() for found in QUOTED.finditer(text))


FINDERS: Mapping[Wanted, Finder] = {
    Wanted.DATE: _dates,
    Wanted.DATING: _dates,
    Wanted.NUMBER: _numbers,
    Wanted.PERSON: _people,
    Wanted.AUTHOR: _people,
    Wanted.ADDRESSEE: _people,
    Wanted.PLACE: _places,
    Wanted.NAME: _names,
}


def entities(text: str, wanted: Wanted, register: Register) -> list[Span]:
    """Where `text` says something of the kind that is wanted, in order; nothing where that kind has no form."""
    finder = FINDERS.get(wanted)
    return list(finder(text, register)) if finder else []
