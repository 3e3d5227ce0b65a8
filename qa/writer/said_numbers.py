"""The numbers that a text speaks of: in digits, in Roman numerals, in Russian and English words."""

from __future__ import annotations

import re

from index.dictionary import dictionary
from index.garbled import mended
from index.lexical import lemma

WORDS = {
    # the Russian number and ordinal and the collective, as lemmas, and English; «один» and «первый» count nothing
    "два второй двое two second": 2,
    "три третий трое three third": 3,
    "четыре четвертый четверо four fourth": 4,
    "пять пятый пятеро five fifth": 5,
    "шесть шестой шестеро six sixth": 6,
    "семь седьмой семеро seven seventh": 7,
    "восемь восьмой восьмеро eight eighth": 8,
    "девять девятый девятеро nine ninth": 9,
    "десять десятый десятеро десяток ten tenth": 10,
    "одиннадцать одиннадцатый eleven eleventh": 11,
    "двенадцать двенадцатый дюжина twelve twelfth dozen": 12,
    "тринадцать тринадцатый thirteen thirteenth": 13,
    "четырнадцать четырнадцатый fourteen fourteenth": 14,
    "пятнадцать пятнадцатый fifteen fifteenth": 15,
    "шестнадцать шестнадцатый sixteen sixteenth": 16,
    "семнадцать семнадцатый seventeen seventeenth": 17,
    "восемнадцать восемнадцатый eighteen eighteenth": 18,
    "девятнадцать девятнадцатый nineteen nineteenth": 19,
    "двадцать двадцатый twenty twentieth": 20,
    "тридцать тридцатый thirty thirtieth": 30,
    "сорок сороковой forty fortieth": 40,
    "пятьдесят пятидесятый fifty fiftieth": 50,
    "шестьдесят шестидесятый sixty sixtieth": 60,
    "семьдесят семидесятый seventy seventieth": 70,
    "восемьдесят восьмидесятый eighty eightieth": 80,
    "девяносто девяностый ninety ninetieth": 90,
    "сто сотый сотня hundred": 100,
    "двести": 200,
    "триста": 300,
    "четыреста": 400,
    "пятьсот": 500,
    "шестьсот": 600,
    "семьсот": 700,
    "восемьсот": 800,
    "девятьсот": 900,
    "тысяча тысячный тыс thousand": 1_000,
    "миллион млн милл мил million": 1_000_000,
    "миллиард млрд billion": 1_000_000_000,
}
VALUES = {word: value for words, value in WORDS.items() for word in words.split()}
DIGITS = re.compile(r"(?<!\d)\d{1,3}(?:[ ,.\u00a0]\d{3})+(?!\d)|\d+")
"""«5 000», «5,000» and «5.000» are one number each."""
ROMAN = re.compile(r"\b(?:[VX][IVX]*|I[IVX]+)\b(?!\.)")
"""«V. I. Lenin» has no five in it."""
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
WORD = re.compile(r"[^\W\d_]+")


def said_numbers(text: str) -> frozenset[int]:
    """The numbers in `text`.

    >>> sorted(said_numbers("на XV съезде двадцать пять человек, 5 000 рублей, трое"))
    [3, 15, 25, 5000]
    >>> sorted(said_numbers("Two of the twenty-five members wrote to V. I. Lenin 12 times"))
    [2, 12, 25]
    """
    repaired = mended(text, lambda word: bool(dictionary().word_is_known(word)))
    digits = {int(re.sub(r"\D", "", found)) for found in DIGITS.findall(repaired)}
    romans = {_roman(found) for found in ROMAN.findall(repaired)}
    return frozenset(digits | romans | set(_in_words(repaired)))


def _in_words(text: str) -> list[int]:
    """The numbers written in words; «двадцать пять» and «twenty-five» are one each."""
    numbers: list[int] = []
    before = 0
    for word in WORD.findall(text):
        value = VALUES.get(word.lower()) or VALUES.get(lemma(word), 0)
        if _goes_on(before, value):
            numbers[-1] += value
        elif value:
            numbers.append(value)
        before = numbers[-1] if value else 0
    return numbers


def _goes_on(before: int, value: int) -> bool:
    """Whether a number that ends in «двадцать» goes on with «пять», or one in «сто» with «двадцать»."""
    tens = before % 10 == 0 and before % 100 >= 20 and 0 < value < 10
    hundreds = before % 100 == 0 and 100 <= before < 1_000 and 0 < value < 100
    return tens or hundreds


def _roman(written: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in written]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
