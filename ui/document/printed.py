"""The paragraphs of a document in the order of print, each with the number that its permanent address gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from index.paragraphs import Paragraph, paragraphs
from index.records import Document, Part, Role


class Printed(NamedTuple):
    """One paragraph, `number` from 1, and the part of the document that it belongs to."""

    number: int
    part: Part
    paragraph: Paragraph


def printed(document: Document) -> list[Printed]:
    """All paragraphs but the footnotes, which have marks of their own; a line of two parts is two paragraphs."""
    numbers = count(1)
    return [Printed(next(numbers), part, one) for part, one in _divided(document)]


def number_at(position: int, among: Sequence[Printed]) -> int:
    """The number of the paragraph that holds `position` of the text."""
    return max((one.number for one in among if one.paragraph.start <= position), default=1)


def lines(content: str, start: int, end: int) -> list[Paragraph]:
    """The paragraphs of a piece of a text; the line end that closes it begins none."""
    last = end - (content[end - 1 : end] == "\n")
    return paragraphs(content, start, last)


def _divided(document: Document) -> Iterator[tuple[Part, Paragraph]]:
    content = document.text.content
    for part in document.parts or (Part(Role.BODY, 0, len(content)),):
        if part.role is not Role.FOOTNOTE:
            yield from ((part, one) for one in lines(content, part.start, part.end))
