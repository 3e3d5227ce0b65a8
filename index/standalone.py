"""Tells the lines that are a paragraph of their own, however full the line before them: signatures, dates, headings."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.datelines import line_date
from index.endings import CLOSING, DATE, DATED_NAME, MANY, NAME, NAMES, OFFICE, TWO_INITIALS, WORD
from index.shape import Shape
from index.surnames import is_known

LONGEST = 60
"""Characters; a longer line may as well be the last of a paragraph."""

SENTENCE_END = re.compile(r"(?:[!?»\")…]|(?<!\bт)(?<!\bтт)(?<!\bтов)(?<!\bгр)(?<!\b[А-ЯЁ])\.)$")
"""«... по Иностранным Делам тов.|Чичериным.» and «... телеграммы Л.|Троцкий» are one sentence."""
ANY_END = re.compile(r"[.!?»\")…]$")

CAPITALS = Shape.of(r"^[^а-яё]*[А-ЯЁ]{5}[^а-яё]*(?<!\.)$")
"""«СЕКРЕТАРЬ ЦК», «ДРАМАТИЧЕСКИЙ РАССКАЗ», «ПЕТРУ»."""
ADDRESS = Shape.of(r"^[А-ЯЁ]{4,}(?: [А-ЯЁ]+)+: тт?\. ")
"""«ЧЛЕНАМ ЦК: тт. Бубнову, Косиору Ст., Кубяку»."""
CAPTION = Shape.of(rf"^(?:(?:[А-ЯЁ][а-яё]+ая т|Т)елеграмма|Выписка из протокола) .*\sот\s?{DATE}$")
"""«Срочная телеграмма Шеффера в «Гординер Тагеблатт» от 4 января 1928 г.»."""
ANNOUNCED = Shape.of(r"^Приложени[ея]\d{0,2}:")
"""«Приложение: Упомянутое.», with a footnote mark «Приложение55: 1 экземпляр прокламации.»."""

SHAPES = (
    ANNOUNCED,
    ADDRESS,
    # «Пом. Секретаря ЦК», «Генсекретарь ЦК РКП (б) И. Сталин», «П/п Секретарь Сибкрайкома ВКП(б) Сырцов»
    Shape.of(rf"^(?:П/п )?{OFFICE}[^!?]*[^!?.]$", LONGEST),
    # «Секретарь Джетгубкома ВКП(б) (Мильчаков).»
    Shape.of(rf"^{OFFICE}.*[(/][А-ЯЁ][^()/]*[)/]\.$", LONGEST),
    # «Г.З. Зиновьев.», «И. Сталин», «Б.З.Я.»
    Shape.of(rf"^(?:{NAMES}\.?|{TWO_INITIALS})$", LONGEST),
    Shape.of(DATED_NAME, LONGEST),
    # «С ком. пр.», «С приветом Х. Раковский 28/XII-1927 г.», «Целую Е. Преображенский.»
    Shape.of(rf"^(?:С (?:ком|тов)\. пр\.|{CLOSING}(?: {NAME}\.?| {WORD})?(?:\s{DATE})?)$", LONGEST),
    # «Пленум ЦК РКП (б)», «Большевики-ленинцы, вперед!»
    Shape.of(rf"^(?=[А-ЯЁ]){MANY}\b[^.?]*$", LONGEST),
)


def stands_alone(text: str, before: str) -> bool:
    """Whether the line `text` begins a paragraph, though the line `before` is full.

    >>> stands_alone("СЕКРЕТАРЬ ЦК", "доклад на следующем Пленуме ЦК."), stands_alone("ЦКК.", "Пленума ЦК и Пленума")
    (True, False)
    >>> stands_alone("Бухарин", "включить тов. Сталина."), stands_alone("Чичериным.", "по Иностранным Делам тов.")
    (True, False)
    """
    return any(rule(text, before) for rule in RULES)


def ends_a_paragraph(text: str) -> bool:
    """Whether nothing follows the line `text` in its paragraph: «ЧЛЕНАМ ЦК: тт. Бубнову, ... т. Менжинскому.»."""
    return CAPTION.fits(text) or (ADDRESS.fits(text) and text.endswith("."))


Rule = Callable[[str, str], bool]
"""Given a line and the one before it."""


def _of_a_shape(text: str, before: str) -> bool:
    """«... на следующем Пленуме ЦК.|СЕКРЕТАРЬ ЦК», «... Преображенский Е.А.|Приложение: Упомянутое.»."""
    end = ANY_END if ANNOUNCED.fits(text) else SENTENCE_END
    return end.search(before) is not None and any(shape.fits(text) for shape in SHAPES)


def _in_capitals(text: str, before: str) -> bool:
    """«... развернутся будущие события».|ДРАМАТИЧЕСКИЙ РАССКАЗ», where the text itself is in small letters."""
    return SENTENCE_END.search(before) is not None and CAPITALS.fits(text) and not CAPITALS.fits(before)


def _surname(text: str, before: str) -> bool:
    """«... включить тов. Сталина.|Бухарин», «... всем членам ЦК и ЦКК.|Томский»: no sentence is one surname."""
    return SENTENCE_END.search(before) is not None and _is_surname(text)


def _date(text: str, before: str) -> bool:
    """«... Рыковского-Сталинского руководства.|15-го октября 1928 г.»."""
    return SENTENCE_END.search(before) is not None and not text[0].islower() and line_date(text) != ""


def _name_without_stop(text: str, before: str) -> bool:
    """«... не возражаю, разумеется|Л. Троцкий»: here no sentence ends without a stop."""
    named = re.fullmatch(NAME, text) is not None and _is_surname(re.split(r"[. ]", text)[-1])
    return named and re.search(r"[а-яё]{4}$", before) is not None


RULES: tuple[Rule, ...] = (_of_a_shape, _in_capitals, _surname, _date, _name_without_stop)


def _is_surname(word: str) -> bool:
    """Whether `word` is a surname in the nominative; «Томский» is to the dictionary an adjective only."""
    return re.fullmatch(WORD, word) is not None and (is_known(word) or word.endswith(("ский", "цкий")))
