"""Reads a published volume of documents: each under a heading «№ 12» and a title, closed by a legend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.assembly import Draft, Volume, assembled
from index.errors import LegendaError
from index.kinds import UNNAMED, kind_of
from index.legend import is_legend
from index.records import Document
from index.secrecy import SECRECY
from index.source import Line, Source

HEADING = re.compile(r"№\s*(\d+)")
LONGEST_TITLE = 8
"""Written lines; titles of more than five have not been met."""
PREFACE = "0"
"""The number that the preface goes by."""


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
    volume = Volume.of(source)
    first = blocks[0].lines[0].number - 1
    preface = [_preface(volume, source.lines[:first])] if first else []
    documents = [_document(volume, block) for block in blocks]
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


def is_number(line: Line, below: Line) -> bool:
    """Whether `line` looks like the heading of a document: a number with a title of some kind right under it."""
    return HEADING.fullmatch(line.text) is not None and bool(below.text) and kind_of(below.text) != UNNAMED


def _lost_starts(lines: Sequence[Line], offset: int, count: int) -> list[int]:
    """Line indices where `count` documents without a heading begin: right after a legend."""
    legends = [index for index, line in enumerate(lines) if _closes(line)]
    return [offset + index + 1 for index in legends[:-1][:count]]


def _closes(line: Line) -> bool:
    """Whether `line` is the legend of a document; an indented one is a footnote."""
    return is_legend(line.text) and not line.indented


def _preface(volume: Volume, lines: Sequence[Line]) -> Document | None:
    """What stands before the first heading, under its own first line as the title."""
    written = [line for line in lines if line.text]
    if written and written[-1].text.isupper():
        written.pop()  # «ДОКУМЕНТЫ», the heading of the part that follows
    if len(written) < 2:
        return None
    preface = assembled(volume, Draft(PREFACE, written, headed=False, titled=1))
    return replace(preface, title=preface.title.capitalize())


def _document(volume: Volume, block: _Block) -> Document:
    titled = _title_length(block.lines) if block.headed else 0
    written = [line for line in block.lines if line.text]
    return assembled(volume, Draft(str(block.number), written, headed=block.headed, titled=titled))


def _title_length(lines: Sequence[Line]) -> int:
    """How many written lines after the heading are the title: up to a gap or a mark of secrecy."""
    below = [line for line in lines[1:] if line.text][:LONGEST_TITLE]
    for length, line in enumerate(below):
        if length and (line.after_gap or SECRECY.match(line.text)):
            return length
    return 1
