"""The vocabulary of everything: frozen records that pass between the rooms."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end of a piece of text: half-open, from 0."""


class Run(NamedTuple):
    """From here on, text and source advance together, one character each."""

    text: int
    source: int


@dataclass(frozen=True, slots=True)
class Text:
    """Text repaired for reading, with the way back to the source it came from.

    `content` equals the source character for character along each run, but for one
    repair: white space of the source stands as a single space or line end.
    """

    content: str
    runs: tuple[Run, ...]

    def origin(self, position: int) -> int:
        """The source offset of the character at `position`."""
        run = self.runs[bisect_right(self.runs, position, key=lambda run: run.text) - 1]
        return run.source + position - run.text

    def span(self, start: int, end: int) -> Span:
        """The half-open source offsets of the non-empty piece `content[start:end]`."""
        return self.origin(start), self.origin(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands in the source: half-open offsets, 1-based lines and page."""

    start: int
    end: int
    lines: tuple[int, int]
    page: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A parsed legend: where the paper is kept, and what kind of paper it is."""

    archive: str
    fond: str
    opis: str
    delo: str
    listy: str
    authenticity: str = ""
    technique: str = ""

    @property
    def text(self) -> str:
        """The reference in one line, as Russian archives write it."""
        return f"{self.archive}. Ф. {self.fond}. Оп. {self.opis}. Д. {self.delo}. Л. {self.listy}"


@dataclass(frozen=True, slots=True)
class Document:
    """One published archival document.

    `text` is everything printed between its title and the next heading, in order: the
    body, the legend and the marks after it; `legend` is the piece of `text` that holds
    the legend, None where the document has none. `date` is ISO 8601 as precise as the
    title is (day, month, year, or an interval "from/to"), "" where it names none.
    `authors` and `addressees` are people in the nominative, «Орджоникидзе Г. К.»; `from_body`
    names the fields that the text gives because the title does not: "date", "authors", ...
    A document whose heading was lost has `heading_inferred` and an empty title.
    """

    number: str
    title: str
    date: str
    kind: str
    reference: Reference | None
    text: Text
    place: Place
    legend: Span | None = None
    heading_inferred: bool = False
    authors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    from_body: tuple[str, ...] = ()

    def reference_at(self, position: int) -> Reference | None:
        """The reference of the part of the document that holds `position` of its text."""
        if not 0 <= position < len(self.text.content):
            raise IndexError(f"document {self.number} has no position {position}")
        return self.reference


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is searched and cited: a piece of one document, at most 1,200 characters.

    `text` is the document's `text.content[start:end]`, `sentences` are half-open spans in it.
    """

    document: str
    start: int
    end: int
    text: str
    sentences: tuple[Span, ...]
    place: Place
    reference: Reference | None
