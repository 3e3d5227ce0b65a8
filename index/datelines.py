"""Reads the dates that are written in a text: «6.12.23 г.», «13 сентября 1927 г.», «16/Х-27»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.dates import MONTHS
from index.garbled import TO_ROMAN

NUMERIC = re.compile(r"(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2}|[IVXХУПШ1]{1,4})[./–-](?P<year>\d{2}|\d{4})\s?г?\.?")
IN_WORDS = re.compile(
    rf"(?:от\s)?«?(?P<day>\d{{1,2}})»?(?:-го)?\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>\d{{4}})\s?(?:г|года)?\.?",
    re.IGNORECASE,
)
SHORT_YEAR = re.compile(IN_WORDS.pattern.replace(r"\d{4}", r"\d{2}"), re.IGNORECASE)
"""«17 ноября 30»: only a line of its own can be told from «17 ноября 30 человек»."""
ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
CENTURY = 1900
"""Years of two digits are of the twentieth century."""


def dateline(line: str) -> str:
    """The ISO date that `line` consists of; "" where it says anything else.

    >>> dateline("6.12.23 г."), dateline("16/Х-27"), dateline("13 сентября 1927 г.")
    ('1923-12-06', '1927-10-16', '1927-09-13')
    >>> dateline("17 ноября 30"), dateline("22.УП.29"), dateline("31.2.27"), dateline("№ 425")
    ('1930-11-17', '1929-07-22', '', '')
    """
    patterns = (NUMERIC, IN_WORDS, SHORT_YEAR)
    found = next((found for pattern in patterns if (found := pattern.fullmatch(line.strip()))), None)
    return _iso(found) if found else ""


BEFORE = re.compile(r"(?:От |П/шт\. )?(?:(?:г\. ?)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*,?\s)?")
"""«От» an outgoing number, the postmark, the town may stand before a date."""


def line_date(line: str) -> str:
    """The ISO date of a line that holds nothing else but the town; "" where it says anything else.

    >>> line_date("Москва, 7 ноября 1928 г."), line_date("(Алма-Ата 4 сентября 1928 года)"), line_date("от 5 мая")
    ('1928-11-07', '1928-09-04', '')
    """
    bare = line.strip(" ,").removeprefix("(").removesuffix(")")
    return dateline(bare) or dateline(BEFORE.sub("", bare, count=1))


def dates_within(text: str) -> Iterator[tuple[str, str]]:
    """Every whole date in `text`, in ISO and as written.

    >>> list(dates_within("копию письма, полученного 2 января 1926 г.; ответ от 10/V–29 г."))
    [('1926-01-02', '2 января 1926 г.'), ('1929-05-10', '10/V–29 г.')]
    """
    for pattern in (IN_WORDS, NUMERIC):
        for found in re.finditer(rf"(?<![\w./])(?:{pattern.pattern})(?!\w)", text, re.IGNORECASE):
            if iso := _iso(found):
                yield iso, found[0].strip()


def _iso(found: re.Match[str]) -> str:
    year = int(found["year"])
    try:
        return date(year if year > 99 else CENTURY + year, _month(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return ""


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return MONTHS.get(written.lower()) or ROMAN.get(written.translate(TO_ROMAN), 0)
