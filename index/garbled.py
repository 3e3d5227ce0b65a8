"""Mends, for searching only, what the print garbled: «25.УП.28», «1У Конгрессе», «Си6ири», «Стали7н»."""

from __future__ import annotations

import re
from collections.abc import Callable

Known = Callable[[str], bool]
"""Whether a word stands in the dictionary."""

LOOK_LIKE = str.maketrans("6037", "бозн")
"""Digits that stand for letters: «Си6ири», «малолет7ие»."""
DIGIT_WITHIN = re.compile(r"\b[а-яё]+\d[а-яё]+\b", re.IGNORECASE)

TO_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
MIXED = re.compile(r"\b(?=\w*[а-яё])(?=\w*[aceopxyABCEHKMOPTX])[а-яёaceopxyABCEHKMOPTX]+\b", re.IGNORECASE)

TO_ROMAN = str.maketrans({"У": "V", "П": "II", "Ш": "III", "Х": "X", "1": "I", "l": "I"})
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
"""Up to thirty-nine: there were no more congresses, months or points."""
GARBLED_ROMAN = re.compile(r"(?<!№ )(?<!№)\b(?=[1l]*[IVXУПШХ])[IVXУПШХ1l]{2,6}\b")
LONE_TEN = re.compile(r"\bХ\b")
LONE_LETTER = re.compile(
    r"\b[УПШ]\b(?=\s(?i:съезд|конгресс|пленум|конференци|интернационал))"  # «У Конгресс»
    r"|(?<=\d[./])[УПШ](?=[./–-]\d)"  # «17.П.1925»
)
YEAR = re.compile(r"\bI(?=9\d\d\b)")
ORDINAL = re.compile(r"\b([IVX]+)-(?:ы?й|о?й|о?го|о?му|о?м|а?я|о?е)\b")
GLUED = re.compile(r"\b([IVX]{2,6})(?=[а-яё]{3})")
COMMITTEE = re.compile(
    r"\bУК(?=\s(?:ВКП|РКП|КП|и ЦКК))"  # «УК ВКП(б)», «объединенных Пленумов УК и ЦКК»
    r"|(?<=\bЦО и )УК\b"  # «всего ЦО и УК»
)


def _digit_within(text: str, known: Known) -> str:
    """«Стали7н» is «Сталин», «Си6ири» is «Сибири»: whichever the dictionary knows."""

    def word(found: re.Match[str]) -> str:
        forms = (re.sub(r"\d", "", found[0]), found[0].translate(LOOK_LIKE))
        return next((form for form in forms if known(form.lower())), found[0])

    return DIGIT_WITHIN.sub(word, text)


def _latin_within(text: str, known: Known) -> str:
    """«paз», «статьe» and «Baш» hold Latin letters."""

    def word(found: re.Match[str]) -> str:
        form = found[0].translate(TO_CYRILLIC)
        return form if known(form.lower()) else found[0]

    return MIXED.sub(word, text)


def _roman(text: str, known: Known) -> str:
    """«Х1У съезде», «1У Конгрессе», «УШ съезд», «22.УП.29»; «ПП ОГПУ» is no number."""

    def numeral(found: re.Match[str]) -> str:
        form = found[0].translate(TO_ROMAN)
        return form if ROMAN.fullmatch(form) else found[0]

    return GARBLED_ROMAN.sub(numeral, LONE_TEN.sub("X", text))


def _lone_letter(text: str, known: Known) -> str:
    """«У Конгресс», «17.П.1925»; «У нас» is none."""
    return LONE_LETTER.sub(lambda found: found[0].translate(TO_ROMAN), text)


def _year(text: str, known: Known) -> str:
    """«3/II-I923 г.»."""
    return YEAR.sub("1", text)


def _ordinal(text: str, known: Known) -> str:
    """«V-му съезду» is found by «V съезд»."""
    return ORDINAL.sub(r"\1", text)


def _glued(text: str, known: Known) -> str:
    """«XVсъезда»."""
    return GLUED.sub(r"\1 ", text)


def _committee(text: str, known: Known) -> str:
    """«УК ВКП(б)» is the Central Committee; «58 ст. УК» is the penal code."""
    return COMMITTEE.sub("ЦК", text)


RULES = (_digit_within, _latin_within, _lone_letter, _roman, _year, _ordinal, _glued, _committee)
"""Each rule is given what the one before it made."""


def mended(text: str, known: Known) -> str:
    """`text` as it is searched; `known` tells the words of the dictionary."""
    for rule in RULES:
        text = rule(text, known)
    return text
