"""The vocabulary of everything: frozen records that pass between the rooms."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
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

    def after(self, source: int) -> int | None:
        """The position that follows the character just before the offset `source`; None if that is left out."""
        for run, end in self.stretches():
            if run.source < source <= run.source + end - run.text:
                return source - run.source + run.text
        return None

    def stretches(self) -> list[tuple[Run, int]]:
        """Each run with the position where it ends."""
        ends = [*(run.text for run in self.runs[1:]), len(self.content)]
        return list(zip(self.runs, ends, strict=False))

    def followed_by(self, other: Text) -> Text:
        """Both texts, on lines of their own; the source has white space before `other`."""
        if not self.content or not other.content:
            return self if self.content else other
        shift = len(self.content) + 1
        first, *rest = other.runs
        begun = Run(shift - 1, first.source - 1)
        runs = (*self.runs, begun, *(Run(run.text + shift, run.source) for run in rest))
        return Text(f"{self.content}\n{other.content}", runs)


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


class Role(StrEnum):
    """What a part of a document's text is."""

    BODY = "body"
    ENCLOSURE = "enclosure"
    LEGEND = "legend"
    PUBLICATION = "publication"
    """Where the document was printed before: «Опубликовано: ...»."""
    ANNOTATION = "annotation"
    """What was written on the paper by hand: «На первом листе рукописная помета: ...»."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document's text that is one thing; the line end after it belongs to it.

    `lines` are its first and last line in the source.
    """

    role: Role
    start: int
    end: int
    lines: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note of the editors: its `mark` as printed, with its words as a `span` of the document's text.

    `at` is the position in the text, `title_at` the one in the title, right after which the
    mark was printed; both are None where no mark was found. `place` holds the note with its
    number, and lies outside the document where the page so willed; None, with an empty
    span, where a mark was printed and no note. `inferred`: the note was printed without its number.
    """

    mark: str
    span: Span
    at: int | None
    title_at: int | None
    place: Place | None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A text attached to a document: its own heading, and its date (ISO), author and reference so far as it gives them.

    `author` stands as it is signed, «Г. Зиновьев, А. Петерсон»; `lines` are its first and last line in the
    source. `inferred`: no heading «Приложение» says that it begins here.
    """

    heading: str
    span: Span
    date: str = ""
    author: str = ""
    reference: Reference | None = None
    inferred: bool = False
    lines: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Document:
    """One published archival document.

    `text` is everything that belongs to it but heading and title: the body with its
    enclosures, the legend and what stands under it, in the order of print, and the
    footnotes last, wherever they were printed. `parts` divide it without gap. `date` is
    ISO 8601 as precise as the title is (day, month, year, or an interval "from/to"), ""
    where it names none. `authors` and `addressees` are people in the nominative,
    «Орджоникидзе Г. К.»; `from_body` names the fields that the text gives because the
    title does not: "date", "authors", ... `reference` is that of its first legend. `place` and
    `title_lines` are where document and title stand in the source. A document whose
    heading was lost has `heading_inferred` and an empty title.
    """

    number: str
    title: str
    date: str
    kind: str
    reference: Reference | None
    text: Text
    place: Place
    parts: tuple[Part, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    title_lines: Span | None = None
    secrecy: tuple[str, ...] = ()
    office_number: str = ""
    heading_inferred: bool = False
    authors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    from_body: tuple[str, ...] = ()

    @property
    def legend(self) -> Span | None:
        """Where the first legend stands in the text; None where the document has none."""
        return next(iter(self.legends), None)

    @property
    def legends(self) -> list[Span]:
        """Where the legends stand in the text; more than one is a doubt."""
        return [self._printed(part) for part in self.parts if part.role is Role.LEGEND]

    def _printed(self, part: Part) -> Span:
        return part.start, part.start + len(self.text.content[part.start : part.end].rstrip())

    def part_at(self, position: int) -> Part:
        """The part that holds `position` of the text; raises IndexError."""
        if not 0 <= position < len(self.text.content):
            raise IndexError(f"document {self.number} has no position {position}")
        return next(part for part in self.parts if part.start <= position < part.end)

    def words(self, note: Footnote) -> Span:
        """Where the words of one of the footnotes stand in the text, without its mark; empty where it has none."""
        start, end = note.span
        printed = self.text.content[start:end]
        unmarked = printed if note.inferred else printed.removeprefix(note.mark).lstrip()
        return end - len(unmarked), end

    def reference_at(self, position: int) -> Reference | None:
        """The reference of the enclosure that holds `position` if it has its own, else the document's."""
        if not 0 <= position < len(self.text.content):
            raise IndexError(f"document {self.number} has no position {position}")
        enclosed = self.enclosure_at(position)
        return (enclosed.reference if enclosed else None) or self.reference

    def enclosure_at(self, position: int) -> Enclosure | None:
        """The enclosure that holds `position` of the text; None outside of them."""
        return next((one for one in self.enclosures if one.span[0] <= position < one.span[1]), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is searched and cited: a piece of one document, at most 1,200 characters.

    `text` is the document's `text.content[start:end]`, `sentences` are half-open spans in it.
    A `closing` passage ends the document and speaks of it as a whole: last lines, legend, annotations.
    """

    document: str
    start: int
    end: int
    text: str
    sentences: tuple[Span, ...]
    place: Place
    reference: Reference | None
    closing: bool = False
