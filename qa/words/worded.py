"""How the words that answer are said in the answer: people and places in the nominative, in English also in Latin."""

from __future__ import annotations

import re

from index.collection import Language
from index.dates import NAMES
from index.dictionary import dictionary
from qa.asked.calendar_forms import ENGLISH_NAMES
from qa.words.entities import entities
from qa.words.register import Register
from qa.words.roman import romanised
from qa.words.wanted import Wanted

IN_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:-?(?:го|е))?\W{0,4})?(?P<month>[а-я]{3,8})(?:\s+(?P<year>\d{4}).*)?", re.IGNORECASE
)
IN_FIGURES = re.compile(r"(?P<day>\d{1,2})\s?[./]\s?(?P<month>[IVXХ]{1,4}|\d{1,2})[./–-]?\s?(?P<year>\d{4})\D*")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
YEAR = re.compile(r"(?P<year>\d{4})\D*")
INITIAL = re.compile(r"\b[А-ЯЁ]\.|\b[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+")
"""«Л. Троцкому» or «Льва Седова»: the name is written with more than the surname."""


def worded(words: str, wanted: Wanted, language: Language, register: Register, document: str) -> str:
    """`words` of a document as an answer: «Менжинскому» is «Менжинский», in English «Менжинский (Menzhinsky)»."""
    if wanted in {Wanted.DATE, Wanted.DATING}:
        return _english_date(words) if language == "en" else words
    if wanted in {Wanted.PERSON, Wanted.AUTHOR, Wanted.ADDRESSEE}:
        people = (words[start:end] for start, end in entities(words, Wanted.PERSON, register))
        return _with_latin(", ".join(person(one, register, document) for one in people) or words, language)
    if wanted is Wanted.PLACE:
        return _with_latin(_place(words), language)
    return _with_latin(words, language) if wanted is Wanted.NAME else words


def _with_latin(words: str, language: Language) -> str:
    return f"{words} ({romanised(words).strip('«»')})" if language == "en" and re.search("[а-яё]", words) else words


def person(form: str, register: Register, document: str) -> str:
    """Who is written as `form` in a document: «В. Р. Менжинский», and as a bare surname «Менжинский»."""
    known = register.person(form, document)
    if known is None:
        return form
    surname, _, initials = known.name.partition(" ")
    return f"{initials} {surname}".strip() if INITIAL.search(form) else surname


def _place(words: str) -> str:
    """«Барнауле» is «Барнаул»; several words stay as they are."""
    known = [parse for parse in dictionary().parse(words) if "Geox" in parse.tag] if words.isalpha() else []
    return known[0].normal_form.capitalize() if known else words


def _english_date(words: str) -> str:
    """«22 сентября 1927 г.» is "22 September 1927"; what does not read as a date stays as it is."""
    straight = " ".join(words.strip("«").replace("»", "").split())
    found = next((match for form in (IN_FIGURES, IN_WORDS, YEAR) if (match := form.fullmatch(straight))), None)
    if found is None:
        return words
    parts = found.groupdict()
    month = _month(parts.get("month") or "")
    if parts.get("month") and not month:
        return words
    return " ".join(part for part in (parts.get("day"), month, parts.get("year")) if part)


def _month(written: str) -> str:
    """The English name of a month written in words, in Roman or in Arabic figures; "" where it is none."""
    roman = written.upper().replace("Х", "X")
    if roman in ROMAN_MONTHS:
        return ENGLISH_NAMES[ROMAN_MONTHS.index(roman)]
    if written.isdigit():
        return ENGLISH_NAMES[int(written) - 1] if 1 <= int(written) <= 12 else ""
    named = (at for at, name in enumerate(NAMES) if written.lower().startswith(name[:3].removesuffix("я")))
    return ENGLISH_NAMES[at] if (at := next(named, None)) is not None else ""
