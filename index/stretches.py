"""Divides a document's text into the stretches that are each cut into passages by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from index.paragraphs import paragraphs
from index.records import Document, Part, Role
from index.rows import inside, rows
from index.sentence_spans import LONGEST, sentences

OVERLAP = 200
"""Characters a passage may repeat of the one before, whole sentences only."""
CLOSING = frozenset({Role.LEGEND, Role.PUBLICATION, Role.ANNOTATION})
"""What stands at the end of a paper and speaks of it as a whole."""


class Stretch(NamedTuple):
    """A piece of a document's text, and whether it is the closing: it then speaks of the document as a whole."""

    start: int
    end: int
    closing: bool = False


def stretches(document: Document) -> Iterator[Stretch]:
    """The stretches of `document` in order: the body, each enclosure, the closing, each footnote.

    The closing is a legend with all that stands under it and the lines right over it: date,
    place and signature, which «where» and «when» ask for together. Without a legend it is
    the last lines alone.
    """
    closed = any(part.role in CLOSING for part in document.parts)
    for role, group in groupby(document.parts, _grouped):
        parts = list(group)
        if role is Role.LEGEND:
            yield _closing(document, parts[0].start, parts[-1].end)
        else:
            yield from (Stretch(part.start, part.end) for part in parts)
            if role is not Role.FOOTNOTE and not closed:
                yield _closing(document, parts[-1].end, parts[-1].end)


def _grouped(part: Part) -> Role:
    if part.role in CLOSING:
        return Role.LEGEND
    return Role.FOOTNOTE if part.role is Role.FOOTNOTE else Role.BODY


def _closing(document: Document, start: int, end: int) -> Stretch:
    """The closing from `start` to `end`, and what stands over it: the whole of it where that fits into one passage."""
    if start == 0 or document.reference_at(start - 1) != document.reference_at(end - 1):
        return Stretch(start, end, closing=True)
    begun = document.part_at(start - 1).start
    whole = end - begun <= LONGEST
    return Stretch(begun if whole else _last_lines(document.text.content, begun, start), end, closing=True)


def _last_lines(content: str, begun: int, end: int) -> int:
    """Where the last sentences of `content[begun:end]` begin, as long together as an overlap."""
    before = sentences(content, begun, end)
    kept = inside(rows(paragraphs(content, begun, end)), [start for start, _ in before])
    return next((start for start, _ in before if before[-1][1] - start <= OVERLAP and start not in kept), end)
