"""Divides a text into its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from razdel import sentenize

from index.legend import LEGEND
from index.paragraphs import paragraphs
from index.records import Span

LONGEST = 1200
"""Characters of a passage, and so of a sentence; the bound of the contract."""

ABBREVIATIONS = (
    # razdel ends a sentence after these, and none of them ever ends one
    "тт пред сек нач през",  # тт. Троцкому и Радеку; Зам. Пред. ОГПУ; Пом. сек. ЦК; члены През. ЦКК
    "пост прот вып изд ст",  # пост. ПБ; прот. 30; вып. 8 стр. 26; изд. ЦК ВЛКСМ
    "исх вх подп прим",  # Исх. № 533/с; Вх. № 2460; подп. Н. Седова; прим. Ред.
    "кв ква служ прож",  # 9, ква. 3; служ. 5-70-71; прож. Газетный пер.
    "отд окр кр сев моск сиб",  # 5 отд. СО ОГПУ; Окр. Отд.; «Кр. Алтай»; на Сев. Кавказ; бюро Моск. К-та
    "сов раб рев воен комс комм ком соц нац",  # Рев. Воен. Совета; «Раб. Правды»; «Комс. Правда»
    "студ мед уг эконом лен вр",  # студ. Ломоносов. И-та; Мед. Академии; Уг. Кодекса; Вр. Правительства
    "ем ив",  # Ем. Ярославский; Ив. Никитича
    "янв февр авг сент окт нояб дек апр",  # до 1 янв. 1928 г.
)

ABBREVIATED = re.compile(rf"(?:^|[\s(«\"/])(?:{'|'.join(' '.join(ABBREVIATIONS).split())})\.$", re.IGNORECASE)

ITEM_NUMBER = re.compile(r"(?:^|[:;,]\s)\d{1,3}\.$")
"""The number of an item, cut off from it: «Слушали: 1.| Письмо»."""


def sentences(content: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Half-open spans of the sentences of `content[start:end]`, none across a paragraph or over 1,200 characters."""
    spans: list[Span] = []
    for at, paragraph in paragraphs(content, start, end):
        for span in _joined(paragraph, [(part.start, part.stop) for part in sentenize(paragraph)]):
            spans.extend((at + first, at + last) for first, last in _split(paragraph, span) if first < last)
    return spans


def _joined(paragraph: str, spans: list[Span]) -> list[Span]:
    """Sentences put together again where razdel took the stop of an abbreviation or a legend for an end."""
    legends = [found.span() for found in LEGEND.finditer(paragraph)]
    joined: list[Span] = []
    for start, end in spans:
        within_legend = any(first < start < last for first, last in legends)
        if joined and (within_legend or _goes_on(paragraph[slice(*joined[-1])], paragraph[start:end])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(sentence: str, following: str) -> bool:
    """«Приложение: экз.| № 31» and «помета: «Старый болван.| И. Сталин»» are one sentence each."""
    if sentence.count("«") > sentence.count("»") and following.count("»") > following.count("«"):
        return True
    return following.startswith("№") or any(end.search(sentence) for end in (ABBREVIATED, ITEM_NUMBER))


def _split(paragraph: str, span: Span) -> Iterator[Span]:
    """A sentence too long for a passage in pieces, each cut at the last space that fits."""
    start, end = span
    while end - start > LONGEST:
        cut_at = paragraph.rfind(" ", start, start + LONGEST)
        stop = cut_at if cut_at > start else start + LONGEST
        yield start, stop
        start = stop + (cut_at > start)
    yield start, end
