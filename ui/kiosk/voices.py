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
        best = next(iter(_heard(document)), None)
        if document.date and best and best.touching and best.score >= LEAST_TELLING:
            by_year[document.date[:4]].append(best)
    rows = [_ranked(by_year[year]) for year in _mixed(sorted(by_year))]
    turns = chain.from_iterable(zip_longest(*rows))
    return tuple(voice for voice in turns if voice)[:MOST]


def voices_of(documents: Iterable[Document]) -> tuple[Voice, ...]:
    """The best sentence of each of these documents in which somebody is heard, the most telling first."""
    best = (heard for document in documents for heard in _heard(document)[:1])
    return tuple(_ranked(heard for heard in best if heard.score > 0))


class _Heard(NamedTuple):
    """A voice with what it is ranked by."""

    touching: bool
    score: float
    voice: Voice


def _ranked(heard: Iterable[_Heard]) -> list[Voice]:
    return [each.voice for each in sorted(heard, key=_most_telling)]


def _most_telling(heard: _Heard) -> tuple[bool, float]:
    return not heard.touching, -heard.score


def _mixed(years: Sequence[str]) -> list[str]:
    """The years so that neighbours on the screen lie apart: 1923, 1928, 1924, 1929, ..."""
    half = (len(years) + 1) // 2
    pairs = zip_longest(years[:half], years[half:])
    return [year for pair in pairs for year in pair if year]


@lru_cache(maxsize=10_000)
def _heard(document: Document) -> list[_Heard]:
    """The document's sentences that stand alone, the most telling first."""
    heard = [
        _Heard(touches(each), telling(each), Voice(each.text, document.number, each.start, each.end))
        for each in _spoken(document)
        if quotable(each)
    ]
    return sorted(heard, key=_most_telling)


def _spoken(document: Document) -> Iterator[Sentence]:
    """The sentences of the body: what is enclosed or quoted is another's voice, often of another day."""
    content = document.text.content
    for part in document.parts:
        if part.role is Role.BODY:
            for start, end in sentences(content, part.start, part.end):
                if not _is_quoted(content, start):
                    yield Sentence(content[start:end], start, end)


def _is_quoted(content: str, at: int) -> bool:
    """Whether a quotation is open at `at`: «Снесись с Абрамовым. | Думаю, что работу нельзя свертывать.»."""
    before = content[content.rfind("\n", 0, at) + 1 : at]
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1
