"""Says how a question was understood: as what it was read, what was taken into account, what was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qa.contract import Answer
from qa.passages.agreement import days
from qa.reading import BETWEEN
from ui.dates import readable
from ui.texts import Texts

SHELF = (("archive", "{}"), ("fond", "Ф. {}"), ("opis", "Оп. {}"), ("delo", "Д. {}"), ("listy", "Л. {}"))
"""The parts of a shelf mark as Russian archives write them."""
SHORT = (4, 7)
"""Characters of an ISO date without month and day, and without day."""


class Filter(NamedTuple):
    """What an answer is limited to, in words, and the names under which the answer has it."""

    words: str
    names: tuple[str, ...]


def understood(answer: Answer, texts: Texts) -> tuple[str, ...]:
    """The lines that say how the question was understood; none where it was taken as it stands."""
    kept = BETWEEN.join(filters(heeded(answer), texts))
    return (
        *reworded(answer, texts),
        *((texts.noticed.format(filters=kept),) if kept else ()),
        *unheeded(answer, texts),
    )


def reworded(answer: Answer, texts: Texts) -> tuple[str, ...]:
    """As what the question was read, where that is not as it was asked."""
    if answer.standalone.split() == answer.question.split():
        return ()
    return (texts.understood.format(question=answer.standalone),)


def heeded(answer: Answer) -> Mapping[str, str]:
    """The filters that the answer keeps to, as the answer has them."""
    return {name: value for name, value in answer.filters.items() if name not in answer.relaxed}


def unheeded(answer: Answer, texts: Texts) -> Iterator[str]:
    """The lines that say what was read out of the question and could not be kept to."""
    given_up = {name: answer.filters[name] for name in answer.filters if name in answer.relaxed}
    if given_up:
        yield texts.relaxed.format(filters=BETWEEN.join(filters(given_up, texts)))
    if answer.beyond:
        yield texts.beyond.format(words=BETWEEN.join(f"«{words}»" for words in answer.beyond))


def filters(asked: Mapping[str, str], texts: Texts) -> list[str]:
    """The filters of an answer in words, as in «октябрь 1927 г.», «письмо», «РГАНИ. Ф. 3»."""
    return [found.words for found in named(asked, texts)]


def named(asked: Mapping[str, str], texts: Texts) -> list[Filter]:
    """The filters of an answer, those that are one thing to a reader together: both ends of a time, a shelf mark."""
    kinds = asked.get("kinds", "").split(BETWEEN)
    mark = [pattern.format(asked[name]) for name, pattern in SHELF if name in asked]
    documents = [number for number in asked.get("documents", "").split(BETWEEN) if number]
    said = [
        Filter(_time(asked.get("date_from", ""), asked.get("date_to", ""), texts), ("date_from", "date_to")),
        Filter(_day(asked.get("day", ""), texts), ("day",)),
        Filter(BETWEEN.join(texts.kinds.get(kind, kind) for kind in kinds), ("kinds",)),
        Filter(asked.get("people", ""), ("people",)),
        Filter(". ".join(mark), tuple(name for name, _ in SHELF)),
        Filter(BETWEEN.join(texts.document.format(number=number) for number in documents), ("documents",)),
    ]
    return [Filter(words, tuple(name for name in names if name in asked)) for words, names in said if words]


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
