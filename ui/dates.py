"""Dates of documents as a reader writes them."""

from __future__ import annotations

from ui.texts import Texts


def readable(date: str, texts: Texts) -> str:
    """An ISO day, month, year or interval "from/to" in words.

    That there is no date for "", and what is not a date as it stands.
    """
    if not date:
        return texts.undated
    try:
        return _words([_numbers(part) for part in date.split("/")], texts)
    except (ValueError, IndexError):
        return date


def _numbers(part: str) -> tuple[int, ...]:
    """Year, month and day, as many as `part` gives."""
    return tuple(int(number) for number in part.split("-"))


def _words(parts: list[tuple[int, ...]], texts: Texts) -> str:
    if len(parts) == 1 or parts[0] == parts[-1]:
        return _whole(parts[0], texts)
    first, last = parts
    if len(first) == len(last) == 3 and first[:2] == last[:2]:
        return _whole(last, texts, day=f"{first[2]}–{last[2]}")  # 25–27 октября 1923 г.
    if len(first) == len(last) == 2 and first[0] == last[0]:
        return _whole(last, texts, month=f"{_month(first, texts)} — {_month(last, texts)}")
    return f"{_whole(first, texts)} — {_whole(last, texts)}"


def _whole(part: tuple[int, ...], texts: Texts, *, day: str = "", month: str = "") -> str:
    pattern = (texts.date_year, texts.date_month, texts.date_day)[len(part) - 1]
    return pattern.format(
        year=part[0],
        month=month or (_month(part, texts) if len(part) > 1 else ""),
        day=day or part[-1],
    )


def _month(part: tuple[int, ...], texts: Texts) -> str:
    """The month's name, in the case that its date asks for."""
    names = texts.months_of if len(part) == 3 else texts.months
    if not 1 <= part[1] <= len(names):
        raise ValueError(f"no month {part[1]}")
    return names[part[1] - 1]
