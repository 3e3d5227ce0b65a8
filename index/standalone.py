"""Tells the lines that are a paragraph of their own, however full the line before them: signatures, dates, headings."""

from __future__ import annotations

import re

from index.datelines import line_date
from index.endings import CLOSING, DATE, MANY, NAME, NAMES, OFFICE, TWO_INITIALS, WORD
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
    # «В. Эльцин. 4.1.28 г.», «Е.А. Преображенский 29 декабря 1927 года.»
    Shape.of(rf"^{NAME}\.?\s{DATE}(?:\s{WORD})?$", LONGEST),
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
    if ANY_END.search(before) and any(shape.fits(text) for shape in (ANNOUNCED, ADDRESS)):
        return True
    if SENTENCE_END.search(before):
        shaped = any(shape.fits(text) for shape in SHAPES) or (CAPITALS.fits(text) and not CAPITALS.fits(before))
        return shaped or is_known(text) or (text[0] != "о" and line_date(text) != "")
    return _signs_without_stop(text, before)


def _signs_without_stop(text: str, before: str) -> bool:
    """«... не возражаю, разумеется|Л. Троцкий»: no sentence ends so without a stop."""
    found = re.fullmatch(rf"{NAME}", text)
    return bool(found) and re.search(r"[а-яё]{4}$", before) is not None and is_known(re.split(r"[. ]", text)[-1])


def ends_a_paragraph(text: str) -> bool:
    """Whether nothing follows the line `text` in its paragraph: «ЧЛЕНАМ ЦК: тт. Бубнову, ... т. Менжинскому.»."""
    return ADDRESS.fits(text) and text.endswith(".")
