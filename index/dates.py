"""Reads the date of a document out of its title, as precise as the title is."""

from __future__ import annotations

import re

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
    rf"(?P<month>\b(?:{_MONTH}))(?:\s?[-–]\s?(?P<last_month>{_MONTH}))?\s*(?P<year>\d{{4}})\s?г",
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
    >>> date_in("Предисловие")
    ''
    """
    dates = list(DATE.finditer(title))
    after_word = [date for date in dates if date["word"]]
    return _iso((after_word or dates)[0]) if dates else ""


def _iso(date: re.Match[str]) -> str:
    first = _month(date, "month") + _day(date["day"])
    if date["last_month"]:
        return f"{first}/{_month(date, 'last_month')}"
    if date["last_day"]:
        return f"{first}/{_month(date, 'month')}{_day(date['last_day'])}"
    return first


def _month(date: re.Match[str], name: str) -> str:
    return f"{date['year']}-{MONTHS[date[name].lower()]:02}"


def _day(day: str | None) -> str:
    return f"-{int(day):02}" if day else ""
