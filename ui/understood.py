"""Says how a question was understood: as what it was read, what was taken into account, what was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qa.contract import Answer
from qa.passages.agreement import days
from qa.reading import BETWEEN
from ui.dates import readable
from ui.texts import Texts

SHELF = (("archive", "{}"), ("fond", "Ф. {}"), ("opis", "Оп. {}"), ("delo", "Д. {}"), ("listy", "Л. {}"))
"""The parts of a shelf mark as Russian archives write them."""
SHORT = (4, 7)
"""Characters of an ISO date without month and day, and without day."""


def understood(answer: Answer, texts: Texts) -> tuple[str, ...]:
    """The lines that say how the question was understood; none where it was taken as it stands."""
    return tuple(_lines(answer, texts))


def _lines(answer: Answer, texts: Texts) -> Iterator[str]:
    if answer.standalone.split() != answer.question.split():
        yield texts.understood.format(question=answer.standalone)
    kept = {name: value for name, value in answer.filters.items() if name not in answer.relaxed}
    if kept:
        yield texts.noticed.format(filters=BETWEEN.join(filters(kept, texts)))
    given_up = {name: answer.filters[name] for name in answer.filters if name in answer.relaxed}
    if given_up:
        yield texts.relaxed.format(filters=BETWEEN.join(filters(given_up, texts)))
    if answer.beyond:
        yield texts.beyond.format(words=BETWEEN.join(f"«{words}»" for words in answer.beyond))


def filters(asked: Mapping[str, str], texts: Texts) -> list[str]:
    """The filters of an answer in words, as in «октябрь 1927 г.», «письмо», «РГАНИ. Ф. 3»."""
    kinds = asked.get("kinds", "").split(BETWEEN)
    mark = [pattern.format(asked[name]) for name, pattern in SHELF if name in asked]
    said = [
        _time(asked.get("date_from", ""), asked.get("date_to", ""), texts),
        _day(asked.get("day", ""), texts),
        BETWEEN.join(texts.kinds.get(kind, kind) for kind in kinds),
        asked.get("people", ""),
        ". ".join(mark),
        *(texts.document.format(number=number) for number in asked.get("documents", "").split(BETWEEN) if number),
    ]
    return [words for words in said if words]


def _time(date_from: str, date_to: str, texts: Texts) -> str:
    if date_from and date_to:
        return readable(_shortest(date_from, date_to), texts)
    if date_from:
        return texts.since.format(date=readable(date_from, texts))
    return texts.until.format(date=readable(date_to, texts)) if date_to else ""


def _shortest(date_from: str, date_to: str) -> str:
    """The shortest ISO date that is the same span: "1927-10" for all of October."""
    whole = days(f"{date_from}/{date_to}")
    spans = (f"{date_from[:length]}/{date_to[:length]}" for length in SHORT)
    return next((span for span in spans if days(span) == whole), f"{date_from}/{date_to}")


def _day(day: str, texts: Texts) -> str:
    numbers: Sequence[int] = [int(number) for number in day.split("-") if number]
    if len(numbers) < 2:
        return texts.months[numbers[0] - 1] if numbers else ""
    return f"{numbers[1]} {texts.months_of[numbers[0] - 1]}"
