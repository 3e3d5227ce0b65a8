"""Says of every written line of a source what it is: nothing may be left out, nothing counted twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from index.records import Document, Part, Role
from index.source import Source


class Thing(StrEnum):
    """What a line may be, besides a part of a document's text."""

    SECTION = "section heading"
    HEADING = "heading"
    TITLE = "title"
    PAGE_NUMBER = "page number"


def accounted(source: Source, documents: Sequence[Document]) -> Mapping[int, list[Thing | Role]]:
    """What each written line of `source`, by its number, was taken for: one thing where all is well."""
    found: defaultdict[int, list[Thing | Role]] = defaultdict(list)
    for number, thing in _taken(source, documents):
        found[number].append(thing)
    return {line.number: found[line.number] for line in source.lines if line.text}


def _taken(source: Source, documents: Sequence[Document]) -> Iterator[tuple[int, Thing | Role]]:
    for line in source.lines:
        if line.page_number:
            yield line.number, Thing.PAGE_NUMBER
    yield from ((number, Thing.SECTION) for number in _sections(source, documents))
    for document in documents:
        yield from _headed(source, document)
        for part in document.parts:
            if part.role is not Role.FOOTNOTE:
                yield from ((number, part.role) for number in _lines(source, document, part))
        for note in document.footnotes:
            if note.place:
                yield from ((number, Role.FOOTNOTE) for number in _written(source, note.place.lines))


def _headed(source: Source, document: Document) -> Iterator[tuple[int, Thing | Role]]:
    """Its title, and the heading above it."""
    if document.title_lines is None:
        return
    yield from ((number, Thing.TITLE) for number in _written(source, document.title_lines))
    if document.place.lines[0] < document.title_lines[0]:
        yield document.place.lines[0], Thing.HEADING


def _sections(source: Source, documents: Sequence[Document]) -> Iterator[int]:
    """Lines in capitals outside all documents: «ДОКУМЕНТЫ»."""
    inside = {
        number for document in documents for number in range(document.place.lines[0], document.place.lines[1] + 1)
    }
    return (line.number for line in source.lines if line.text.isupper() and line.number not in inside)


def _written(source: Source, lines: tuple[int, int]) -> Iterator[int]:
    return (line.number for line in source.lines[lines[0] - 1 : lines[1]] if line.text and not line.page_number)


def _lines(source: Source, document: Document, part: Part) -> Iterator[int]:
    """The lines whose first character stands in `part`."""
    for run, stop in document.text.stretches():
        start, end = max(run.text, part.start), min(stop, part.end)
        if start < end:
            offset = run.source - run.text
            yield from (line.number for line in source.within(start + offset, end + offset) if line.text)
