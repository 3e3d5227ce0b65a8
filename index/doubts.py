"""What an editor should look at: every irregularity met in reading a volume, with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from index.accounting import accounted
from index.contradictions import contradictions
from index.legend import is_legend, spelled
from index.paragraphs import Paragraph, paragraphs
from index.records import Document, Footnote, Role
from index.source import Source
from index.volume import PREFACE, is_number


class Kind(StrEnum):
    """What is doubtful, in the order of a report."""

    HEADING_INFERRED = "heading inferred"
    NUMBER_MISSING = "number missing"
    NUMBER_REPEATED = "number repeated"
    TITLE_BROKEN = "title broken"
    LEGEND_MISSING = "legend missing"
    LEGEND_UNREAD = "legend unread"
    LEGEND_ODD = "legend odd"
    LEGENDS_SEVERAL = "legends several"
    MARK_ALONE = "mark alone"
    NOTE_ALONE = "note alone"
    NOTE_WORDLESS = "note wordless"
    NOTE_UNNUMBERED = "note unnumbered"
    NOTE_MOVED = "note moved"
    ENCLOSURE_INFERRED = "enclosure inferred"
    DATES_DIFFER = "dates differ"
    TEXT_TWICE = "text twice"
    LINE_LOST = "line lost"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One irregularity: the document it concerns, the line of the source, and the words or number in question."""

    kind: Kind
    document: str
    line: int
    detail: str


UNFINISHED = re.compile(r"\b(?:[сксвоуи]|на|от|по|из|об|за|для|при|и|или)$")
"""«Письмо С. М. Кирова И. П. Товстухе от 24 апреля 1930 г. с» breaks off."""
LEGEND_LIKE = re.compile(r"[А-ЯЁ]{3,}\.?\s*Ф\.\s*\d+")
LONG, ENOUGH = 200, 80
"""Letters from which a paragraph met twice is no formula, and how many of them are compared."""


def doubts(source: Source, documents: Sequence[Document]) -> list[Doubt]:
    """Every doubt about `documents`, as read from `source`, in the order of kinds and then of lines."""
    order = list(Kind)
    found = [doubt for rule in RULES for doubt in rule(source, documents)]
    return sorted(found, key=lambda doubt: (order.index(doubt.kind), doubt.line))


def _headings(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """A document without a heading; a title that ends with «с»."""
    for document in documents:
        line = document.place.lines[0]
        if document.heading_inferred:
            yield Doubt(Kind.HEADING_INFERRED, document.number, line, source.lines[line - 1].text)
        if UNFINISHED.search(document.title):
            yield Doubt(Kind.TITLE_BROKEN, document.number, line, document.title)


def _numbers(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """Numbers left out between two documents, and headings that do not go on counting."""
    for before, document in pairwise(documents):
        for number in range(int(before.number) + 1, int(document.number)):
            yield Doubt(Kind.NUMBER_MISSING, document.number, document.place.lines[0], str(number))
    begun = {document.place.lines[0] for document in documents}
    for document in documents:
        for line, below in pairwise(source.lines[document.place.lines[0] - 1 : document.place.lines[1]]):
            if line.number not in begun and line.after_gap and is_number(line, below):
                yield Doubt(Kind.NUMBER_REPEATED, document.number, line.number, line.text)


def _legends(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """A document without a legend or with several, and a legend not spelled as the others are."""
    for document in documents:
        spans = document.legends
        if not spans and document.number != PREFACE:
            yield Doubt(Kind.LEGEND_MISSING, document.number, document.place.lines[1], "")
        for at, (start, end) in enumerate(spans):
            line = _line(source, document, start)
            printed = document.text.content[start:end]
            if at:
                yield Doubt(Kind.LEGENDS_SEVERAL, document.number, line, printed)
            if printed.rstrip(".") != spelled(printed):
                yield Doubt(Kind.LEGEND_ODD, document.number, line, printed)


def _unread(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """«РГАСПИ Ф. 17 Оп.» begins like a legend and cannot be read."""
    for document in documents:
        for one in _paragraphs(document, Role.BODY, Role.ENCLOSURE, Role.ANNOTATION):
            if LEGEND_LIKE.match(one.text) and not is_legend(one.text):
                yield Doubt(Kind.LEGEND_UNREAD, document.number, _line(source, document, one.start), one.text)


def _footnotes(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """A mark or a note that lacks the other, its words or its number, or that was printed elsewhere."""
    for document in documents:
        for note in document.footnotes:
            words = document.text.content[slice(*document.words(note))]
            for kind in _of_note(document, note):
                yield Doubt(kind, document.number, _note_line(source, document, note), f"{note.mark} {words}".strip())


def _of_note(document: Document, note: Footnote) -> Iterator[Kind]:
    if note.place is None:
        yield Kind.MARK_ALONE
        return
    if note.at is None and note.title_at is None:
        yield Kind.NOTE_ALONE
    if note.span[0] == note.span[1]:
        yield Kind.NOTE_WORDLESS
    if note.inferred:
        yield Kind.NOTE_UNNUMBERED
    if not document.place.start <= note.place.start < document.place.end:
        yield Kind.NOTE_MOVED


def _note_line(source: Source, document: Document, note: Footnote) -> int:
    if note.place:
        return note.place.lines[0]
    return _line(source, document, note.at - 1) if note.at else document.place.lines[0]


def _enclosures(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """An enclosure that is not headed «Приложение»."""
    for document in documents:
        for one in document.enclosures:
            if one.inferred:
                line = _line(source, document, one.span[0])
                yield Doubt(Kind.ENCLOSURE_INFERRED, document.number, line, one.heading)


def _dates(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """The body is dated otherwise than the title, by a slip, or speaks of days long after it."""
    for document in documents:
        for one in contradictions(document):
            yield Doubt(Kind.DATES_DIFFER, document.number, _line(source, document, one.span[0]), one.written)


def _twice(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """A long paragraph that another document has already; each pair of documents once."""
    first: dict[str, Document] = {}
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    for document in documents:
        for one in _paragraphs(document, Role.BODY, Role.ENCLOSURE):
            letters = re.sub(r"\W", "", one.text.lower())
            before = first.setdefault(letters[:ENOUGH], document) if len(letters) >= LONG else document
            seen[before.number, document.number] += before is not document
            if seen[before.number, document.number] == 1 and before is not document:
                yield Doubt(Kind.TEXT_TWICE, document.number, _line(source, document, one.start), before.number)


def _lines(source: Source, documents: Sequence[Document]) -> Iterator[Doubt]:
    """A written line that is nothing, or two things at once: a fault of the reader."""
    for number, things in accounted(source, documents).items():
        if len(things) != 1:
            yield Doubt(Kind.LINE_LOST, "", number, source.lines[number - 1].text)


RULES: tuple[Callable[[Source, Sequence[Document]], Iterator[Doubt]], ...] = (
    _headings,
    _numbers,
    _legends,
    _unread,
    _footnotes,
    _enclosures,
    _dates,
    _twice,
    _lines,
)


def _paragraphs(document: Document, *roles: Role) -> list[Paragraph]:
    content = document.text.content
    parts = (part for part in document.parts if part.role in roles)
    return [one for part in parts for one in paragraphs(content, part.start, part.end) if one.text]


def _line(source: Source, document: Document, position: int) -> int:
    return source.place(*document.text.span(position, position + 1)).lines[0]
