"""Reads the date of a document out of its title, as precise as the title is."""

from __future__ import annotations

import re
from calendar import monthrange

NAMES = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
MONTHS = {name: number for number, name in enumerate(NAMES, 1)}
_MONTH = "|".join(NAMES)

DATE = re.compile(
    rf"(?P<word>\bот\s+)?(?:(?P<day>\d{{1,2}})(?:\s?[-–]\s?(?P<last_day>\d{{1,2}}))?\s*)?"
    rf"(?P<month>\b(?:{_MONTH}))"
    rf"(?:\s*(?P<first_year>\d{{4}})\s?г?\.?(?=\s?[-–]))?"
    rf"(?:\s?[-–]\s?(?:(?P<end_day>\d{{1,2}})\s*)?(?P<last_month>{_MONTH}))?\s*(?P<year>\d{{4}})\s?г",
    re.IGNORECASE,
)


def date_in(title: str) -> str:
    """The date of `title` in ISO 8601: the first after «от», else the first of all; "" where it has none.

    >>> date_in("Выписка из протокола заседания Политбюро ЦК от 11 октября1923 г.")
    '1923-10-11'
    >>> date_in("Письмо в Секретариат от 20 марта 1926 г. о рассылке заявления от 11 марта 1926 г.")
    '1926-03-20'
    >>> date_in("Письмо Л. З. Мехлиса членам и кандидатам ЦК и ЦКК от апреля 1925 г.")
    '1925-04'
    >>> date_in("Сообщения информационных агентств от 9-10 января 1928 г.")
    '1928-01-09/1928-01-10'
    >>> date_in("Переписка в отношении выезда в Стамбул З. Л. Бронштейн от октября-ноября 1930 г.")
    '1930-10/1930-11'
    >>> date_in("Резолюция Президиума ЦКК, принятая 15 октября 1923 г.")
    '1923-10-15'
    >>> date_in("Переписка от 30 декабря 1927 г. – 2 января 1928 г.")
    '1927-12-30/1928-01-02'
    >>> date_in("Письмо от 45 мая 1928 г."), date_in("Письма от 25-31 июня 1928 г.")
    ('1928-05', '1928-06')
    >>> date_in("О стачечном движении по данным на 1 сентября 1923 года"), date_in("Предисловие")
    ('', '')
    """
    dates = [found for found in DATE.finditer(title) if not OF_DATA.search(title, 0, found.start())]
    after_word = [date for date in dates if date["word"]]
    return _iso((after_word or dates)[0]) if dates else ""


OF_DATA = re.compile(r"\bпо (?:данным|состоянию) на\s*$", re.IGNORECASE)
"""«по данным на 1 сентября 1923 года»: of that day is what a paper tells, not the paper."""


def date_of_data(title: str) -> str:
    """The date of what `title` tells, in ISO 8601; "" where it has none.

    >>> date_of_data("О стачечном движении по данным на 1 сентября 1923 года")
    '1923-09-01'
    """
    found = (found for found in DATE.finditer(title) if OF_DATA.search(title, 0, found.start()))
    return next(map(_iso, found), "")


LINE_END = re.compile(r"(?:ода|\.)?\s*(?:г\.?|\.)?")
"""What may follow «1928 г» in a line that is a date: «.», «ода», «.г.»."""
TOWN = re.compile(r"(?:г\.\s?)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?,\s")
NUMERIC = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>19\d\d|\d\d)\s?г?\.?")


def date_of_body(body: str) -> str:
    r"""The date of a text that holds one line with a date and nothing else, or with the town; "" where it is in doubt.

    >>> date_of_body("Такого содержания письма разосланы\n26 июня 1928 г.")
    '1928-06-26'
    >>> date_of_body("Москва, 6 января 1928 г.\nС большевистским приветом"), date_of_body("26.VI.28 г. получено")
    ('1928-01-06', '')
    >>> date_of_body("17 января 1928 г.\nДорогой товарищ\n6 января 1928 г.")
    ''
    """
    dates = {date for line in body.split("\n") if (date := _date_line(line.strip()))}
    return dates.pop() if len(dates) == 1 else ""


def _date_line(line: str) -> str:
    line = TOWN.sub("", line, count=1)
    found = DATE.match(line)
    if found and found["day"] and LINE_END.fullmatch(line[found.end() :]):
        return _iso(found)
    numeric = NUMERIC.fullmatch(line)
    if not numeric:
        return ""
    year = int(numeric["year"]) + (0 if len(numeric["year"]) == 4 else 1900)
    return _day(year, int(numeric["month"]), numeric["day"]) if 1 <= int(numeric["month"]) <= 12 else ""


def _iso(date: re.Match[str]) -> str:
    """The date in ISO 8601; a day that its month does not have is left out."""
    year, month = int(date["year"]), MONTHS[date["month"].lower()]
    first = _day(int(date["first_year"] or year), month, date["day"])
    if date["last_month"]:
        last = _day(year, MONTHS[date["last_month"].lower()], date["end_day"])
    else:
        last = _day(year, month, date["last_day"] or date["day"])
    precise = len(first) == len(last)
    return first if first == last else f"{first}/{last}" if precise else f"{year}-{month:02}"


def _day(year: int, month: int, day: str | None) -> str:
    possible = day and 1 <= int(day) <= monthrange(year, month)[1]
    return f"{year}-{month:02}-{int(day):02}" if day and possible else f"{year}-{month:02}"
