"""Writes titles, dates and shelf marks as a citation prints them; nothing of their words is changed."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.dates import NAMES
from index.doubts import UNFINISHED

NBSP = "\N{NO-BREAK SPACE}"
_MONTH = "|".join(NAMES)


class Rule(NamedTuple):
    """What is replaced by what, with an example: as printed, and as cited («~» is a non-breaking space)."""

    pattern: re.Pattern[str]
    form: str
    printed: str
    cited: str


RULES = (
    Rule(re.compile(r'"([^"]+)"'), r"«\1»", 'в газету "Правда"', "в газету «Правда»"),
    Rule(re.compile(r"(?<=»)(?=[а-яё])"), " ", "«Рейнской газете»от", "«Рейнской газете» от"),
    Rule(re.compile(r"(?<=[а-яё])(?=\d{4}\s*г\.)"), " ", "октября1923 г.", "октября 1923~г."),
    Rule(re.compile(rf"(\d)\s?-\s?(\d{{1,2}}\s(?:{_MONTH}))"), r"\1–\2", "от 9-10 января", "от 9–10~января"),
    Rule(re.compile(r"(\d{4})\s?-\s?(\d{4})"), r"\1–\2", "1923-1932", "1923–1932"),
    Rule(re.compile(r"(\d{4}–\d{4})\s*г\.\s*г\."), r"\1 гг.", "1923–1932 г.г.", "1923–1932~гг."),
    Rule(re.compile(r"(\d{4})\s*г\.\s*г\."), r"\1 г.", "апреля 1926 г.г.", "апреля 1926~г."),
    Rule(re.compile(r"(?<=\d)\s*(?=гг?\.|год)"), NBSP, "17 февраля 1926г., 1923 года", "17~февраля 1926~г., 1923~года"),
    Rule(re.compile(rf"(?<=\d)\s+(?=(?:{_MONTH})\b)", re.IGNORECASE), NBSP, "1 мая, 9 Января", "1~мая, 9~Января"),
    Rule(
        re.compile(r"(?<!\w)([А-ЯЁA-Z]\.)\s*(?=[А-ЯЁA-Z](?:\.|[а-яёa-z]))"),
        rf"\1{NBSP}",
        "Н.И.Бухарина и Л. Д.Троцкого",
        "Н.~И.~Бухарина и Л.~Д.~Троцкого",
    ),
    Rule(re.compile(r"(?<!\w)(?<!\d\s)((?:г|гор|ст|тов)\.)\s*(?=[А-ЯЁ])"), rf"\1{NBSP}", "в г. Москве", "в г.~Москве"),
    Rule(re.compile(r"№\s*"), f"№{NBSP}", "протокола №6", "протокола №~6"),
    Rule(
        re.compile(r"(?<!\w)((?:Ф|Оп|Д|Л|[Сс])\.)\s*(?=(?:[А-ЯЁ]-)?\d)"), rf"\1{NBSP}", "Ф. 558. Л.29", "Ф.~558. Л.~29"
    ),
    Rule(re.compile(r"(?<=\d)\s?(?:\(об\.?\)|об\.)"), f"{NBSP}об.", "Л. 29–29(об)", "Л.~29–29~об."),
    Rule(re.compile(r"(?<!\.)\.\.(?!\.)"), ".", "Л. 29 об.. Копия", "Л.~29~об. Копия"),
)
"""In their order; each is applied to the whole citation."""

ABBREVIATED = re.compile(r"(?:(?<!\w)(?:[А-ЯЁA-Zа-яё]|гг|др|пр|см|об|руб|тыс))\.$")
"""A stop at the end that is no full stop: «1925 г.», «и др.», «И. Т.»."""


def written(text: str) -> str:
    """`text` by the RULES.

    >>> written("Письмо И.В. Сталина от 3 февраля 1923г.").replace(NBSP, "~")
    'Письмо И.~В.~Сталина от 3~февраля 1923~г.'
    """
    text = " ".join(text.split())
    for rule in RULES:
        text = rule.pattern.sub(rule.form, text)
    return text


def ended(title: str) -> str:
    """The title without its full stop; «…» shows that it breaks off.

    >>> ended("Сводка откликов."), ended("Письмо от 2 мая 1925 г."), ended("Письмо от 24 апреля 1930 г. с")
    ('Сводка откликов', 'Письмо от 2 мая 1925 г.', 'Письмо от 24 апреля 1930 г. с …')
    """
    title = title.strip()
    if UNFINISHED.search(title):
        return f"{title} …"
    return title if ABBREVIATED.search(title) or title.endswith("..") else title.removesuffix(".")


def plain(text: str) -> str:
    """`text` by the RULES with ordinary spaces, as programs that keep citations want it."""
    return written(text).replace(NBSP, " ")
