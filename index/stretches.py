"""Divides a document's text into the stretches that are each cut into passages by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from index.records import Document, Part, Role
from index.sentence_spans import sentences

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
            yield Stretch(_last_lines(document, parts[0].start), parts[-1].end, closing=True)
        else:
            yield from (Stretch(part.start, part.end) for part in parts)
            if role is not Role.FOOTNOTE and not closed:
                yield Stretch(_last_lines(document, parts[-1].end), parts[-1].end, closing=True)


def _grouped(part: Part) -> Role:
    if part.role in CLOSING:
        return Role.LEGEND
    return Role.FOOTNOTE if part.role is Role.FOOTNOTE else Role.BODY


def _last_lines(document: Document, end: int) -> int:
    """Where the lines before `end` begin that go with it: whole sentences, as long together as an overlap."""
    if end == 0 or document.reference_at(end - 1) != document.reference_at(min(end, len(document.text.content) - 1)):
        return end
    before = sentences(document.text.content, document.part_at(end - 1).start, end)
    return next((start for start, _ in before if before[-1][1] - start <= OVERLAP), end)
