"""Reads a published volume of documents: each under a heading «№ 12» and a title, closed by a legend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.description import describe
from index.errors import LegendaError
from index.kinds import UNNAMED, kind_of
from index.legend import is_legend, read_legend
from index.marks import footnote_marks
from index.records import Document, Span
from index.repair import repair
from index.source import Line, Source

HEADING = re.compile(r"№\s*(\d+)")
SECRECY = re.compile(r"(?:строго|совершенно|сов\.)?\s*секретно", re.IGNORECASE)
"""A mark that may follow the title without a gap: «Строго секретно»."""
LONGEST_TITLE = 8
"""Written lines; titles of more than five have not been met."""
PREFACE = "0"


class VolumeError(LegendaError):
    """The source is not a volume of documents; the message says what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one document, its heading first unless that is lost."""

    number: int
    lines: Sequence[Line]
    headed: bool


def read_volume(source: Source) -> tuple[Document, ...]:
    """The documents of a volume in their order, the preface first as document "0".

    Raises VolumeError where `source` has no heading at all.
    """
    blocks = list(_blocks(source.lines))
    if not blocks:
        raise VolumeError(
            "no document heading found; a volume needs lines «№ 1», «№ 2», ... each with a title on the next line"
        )
    marks = footnote_marks(source.text)
    first = blocks[0].lines[0].number - 1
    preface = [_preface(source, source.lines[:first], marks)] if first else []
    documents = [_document(source, block, marks) for block in blocks]
    return tuple(document for document in [*preface, *documents] if document)


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    starts = [*_headings(lines), (0, len(lines))]
    for (number, start), (following, end) in pairwise(starts):
        lost = range(number + 1, following)
        cuts = [start, *_lost_starts(lines[start:end], start, len(lost)), end]
        for step, (first, last) in enumerate(pairwise(cuts)):
            yield _Block(number + step, lines[first:last], headed=step == 0)


def _headings(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Number and line index of each heading.

    A bare number with a title right under it is a heading only when it continues the
    count: by one, or, where headings were lost, by as many legends as went by. So the
    office number «№ 365» and the minutes' «№ 40» are none. Where the count itself jumps,
    the title after a legend has to name a kind of document.
    """
    last, legends = 0, 0
    for index, (line, below) in enumerate(pairwise(lines)):
        legends += _closes(line)
        found = HEADING.fullmatch(line.text)
        if not found or not below.text or int(found[1]) <= last:
            continue
        jumps = legends and kind_of(below.text) != UNNAMED
        if jumps or int(found[1]) <= last + max(1, legends):
            last, legends = int(found[1]), 0
            yield last, index


def _lost_starts(lines: Sequence[Line], offset: int, count: int) -> list[int]:
    """Line indices where `count` documents without a heading begin: right after a legend."""
    legends = [index for index, line in enumerate(lines) if _closes(line)]
    return [offset + index + 1 for index in legends[:-1][:count]]


def _closes(line: Line) -> bool:
    """Whether `line` is the legend of a document; an indented one is a footnote."""
    return is_legend(line.text) and not line.indented


def _preface(source: Source, lines: Sequence[Line], marks: Sequence[Span]) -> Document | None:
    """What stands before the first heading, under its own first line as the title."""
    written = [line for line in lines if line.text]
    if written and written[-1].text.isupper():
        written.pop()  # «ДОКУМЕНТЫ», the heading of the part that follows
    if len(written) < 2:
        return None
    title = written[0].text.capitalize()
    text = repair(written[1:], marks)
    place = source.place(written[0].start, written[-1].end)
    said = describe(title, text.content)
    document = Document(PREFACE, title, said.date, said.kind, None, text, place)
    return replace(document, authors=said.authors, addressees=said.addressees, from_body=said.from_body)


def _document(source: Source, block: _Block, marks: Sequence[Span]) -> Document:
    heading, titled = (1, _title_length(block.lines)) if block.headed else (0, 0)
    written = [line for line in block.lines if line.text]
    title = repair(written[heading : heading + titled], marks).content.replace("\n", " ")
    text = repair(written[heading + titled :], marks)
    legend = _legend(text.content)
    said = describe(title, text.content[: legend[0] if legend else None])
    return Document(
        number=str(block.number),
        title=title,
        date=said.date,
        kind=said.kind,
        reference=read_legend(text.content[slice(*legend)]) if legend else None,
        text=text,
        place=source.place(written[0].start, written[-1].end),
        legend=legend,
        heading_inferred=not block.headed,
        authors=said.authors,
        addressees=said.addressees,
        from_body=said.from_body,
    )


def _title_length(lines: Sequence[Line]) -> int:
    """How many written lines after the heading are the title: up to a gap or a mark of secrecy."""
    below = [line for line in lines[1:] if line.text][:LONGEST_TITLE]
    for length, line in enumerate(below):
        if length and (line.after_gap or SECRECY.match(line.text)):
            return length
    return 1


def _legend(content: str) -> Span | None:
    """Where the last legend of a document stands in its text."""
    start, found = 0, None
    for paragraph in content.split("\n"):
        if is_legend(paragraph):
            found = (start, start + len(paragraph))
        start += len(paragraph) + 1
    return found
