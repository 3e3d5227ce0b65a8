"""The documents' own sentences that stand alone: what the kiosk shows while nobody touches it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, zip_longest
from typing import NamedTuple

from index.records import Document, Role
from index.sentence_spans import sentences
from ui.kiosk.quotable import quotable
from ui.kiosk.sentence import Sentence
from ui.kiosk.telling import telling, touches

MOST = 40
LEAST_TELLING = 1.6
"""A sentence that says less of anybody stays off the attract screen, however few its year has."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence of a document: `text` is `content[start:end]` of the text of the document of this number."""

    text: str
    document: str
    start: int
    end: int


def voices(documents: Sequence[Document]) -> tuple[Voice, ...]:
    """The sentences for the attract screen: one of a dated document, spread over the years, the years mixed."""
    by_year: defaultdict[str, list[_Heard]] = defaultdict(list)
    for document in documents:
        touching = [heard for heard in _heard(document) if heard.touching and heard.score >= LEAST_TELLING]
        if document.date and touching:
            by_year[document.date[:4]].append(touching[0])
    rows = [_ranked(by_year[year]) for year in _mixed(sorted(by_year))]
    turns = chain.from_iterable(zip_longest(*rows))
    return tuple(voice for voice in turns if voice)[:MOST]


def voices_of(documents: Iterable[Document]) -> tuple[Voice, ...]:
    """The best sentence of each of these documents that has one, the most telling first."""
    return tuple(_ranked(heard for document in documents for heard in _heard(document)[:1]))


class _Heard(NamedTuple):
    """A voice with what it is ranked by."""

    voice: Voice
    score: float
    touching: bool


def _ranked(heard: Iterable[_Heard]) -> list[Voice]:
    return [each.voice for each in sorted(heard, key=lambda each: -each.score)]


def _mixed(years: Sequence[str]) -> list[str]:
    """The years so that neighbours on the screen lie apart: 1923, 1928, 1924, 1929, ..."""
    half = (len(years) + 1) // 2
    pairs = zip_longest(years[:half], years[half:])
    return [year for pair in pairs for year in pair if year]


@lru_cache(maxsize=10_000)
def _heard(document: Document) -> list[_Heard]:
    """The document's sentences that stand alone, the most telling first."""
    heard = [
        _Heard(Voice(each.text, document.number, each.start, each.end), telling(each), touches(each))
        for each in _spoken(document)
        if quotable(each)
    ]
    return sorted(heard, key=lambda each: -each.score)


def _spoken(document: Document) -> Iterator[Sentence]:
    """The sentences of the body: what is enclosed is another's voice, of another day."""
    content = document.text.content
    for part in document.parts:
        if part.role is Role.BODY:
            for start, end in sentences(content, part.start, part.end):
                yield Sentence(content[start:end], start, end)
