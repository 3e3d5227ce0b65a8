"""Puts a document together: its title, its text in one flow, its footnotes, and the parts of it all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.description import describe
from index.footnotes import LinkedNote, linked_notes
from index.kinds import EXTRACT
from index.paragraphs import Paragraph, paragraphs
from index.parts import divided
from index.records import Document, Footnote, Part, Role, Span, Text
from index.repair import repair
from index.secrecy import office_number, secrecy_marks
from index.source import Line, Source

NEXT_LINE = 2
"""Lines from one note to the next under it, with a blank one between them."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A source with its footnotes, and what of it is not part of any text: their lines and marks."""

    source: Source
    notes: tuple[LinkedNote, ...]
    note_lines: frozenset[int]
    marks: tuple[Span, ...]

    @classmethod
    def of(cls, source: Source) -> Volume:
        """`source` with its footnotes found."""
        notes = linked_notes(source)
        lines = frozenset(line.number for linked in notes if linked.note for line in linked.note.lines)
        return cls(source, notes, lines, tuple(sorted(linked.at for linked in notes if linked.at)))

    def flow(self, lines: Sequence[Line]) -> list[Line]:
        """`lines` without those of footnotes."""
        return [line for line in lines if line.number not in self.note_lines]

    def notes_of(self, start: int, end: int) -> Iterator[LinkedNote]:
        """The notes whose mark, or failing that whose words, stand in `source.text[start:end]`."""
        for linked in self.notes:
            at = linked.at[0] if linked.at else linked.note.lines[0].start if linked.note else -1
            if start <= at < end:
                yield linked


@dataclass(frozen=True, slots=True)
class Draft:
    """The written lines of a document; `titled` lines under its heading are its title."""

    number: str
    lines: Sequence[Line]
    headed: bool
    titled: int


def assembled(volume: Volume, draft: Draft) -> Document:
    """The document that `draft` makes, with the footnotes that belong to it."""
    flow = volume.flow(draft.lines)
    first = 1 if draft.headed else 0
    titled = flow[first : first + draft.titled]
    printed_title = repair(titled, volume.marks)
    text = repair(flow[first + draft.titled :], volume.marks)
    body = paragraphs(text.content)
    division = divided(text.content, _gaps(flow, text, body))
    title = _in_one_line(printed_title.content)
    said = describe(title, text.content[: _body_end(division.parts)])
    own = [one for one in body if one.text and one.start < _own_end(division.parts)]
    start, end = draft.lines[0].start, draft.lines[-1].end
    whole, footnotes = _footnoted(volume, list(volume.notes_of(start, end)), text, printed_title)
    return Document(
        number=draft.number,
        title=title,
        date=said.date,
        kind=said.kind,
        reference=division.reference,
        text=whole,
        place=volume.source.place(start, end),
        parts=_parts(volume.source, division.parts, footnotes, whole),
        enclosures=tuple(replace(one, lines=_lines(volume.source, whole, *one.span)) for one in division.enclosures),
        footnotes=footnotes,
        title_lines=(titled[0].number, titled[-1].number) if titled else None,
        secrecy=secrecy_marks(own),
        office_number=office_number(own, of_protocol=said.kind == EXTRACT),
        heading_inferred=not draft.headed and draft.titled == 0,
        authors=said.authors,
        addressees=said.addressees,
        from_body=said.from_body,
    )


def _gaps(lines: Sequence[Line], text: Text, body: Sequence[Paragraph]) -> frozenset[int]:
    """The positions of the paragraphs before which an empty one is printed."""
    after_gap = {line.start for line in lines if line.after_gap}
    return frozenset(one.start for one in body if one.text and text.origin(one.start) in after_gap)


def _body_end(parts: Sequence[Part]) -> int | None:
    """Where the legend begins; None where there is none."""
    return next((part.start for part in parts if part.role is Role.LEGEND), None)


def _own_end(parts: Sequence[Part]) -> int:
    """Where the first thing that is not the document's own body begins."""
    return next((part.start for part in parts if part.role is not Role.BODY), parts[-1].end if parts else 0)


def _footnoted(volume: Volume, notes: list[LinkedNote], text: Text, title: Text) -> tuple[Text, tuple[Footnote, ...]]:
    """`text` with the words of `notes` after it, and the footnotes in the order of their marks."""
    whole, footnotes = text, []
    for linked in sorted(notes, key=_order):
        words = repair(linked.note.words if linked.note else (), ())
        whole = whole.followed_by(words)
        span = (len(whole.content) - len(words.content), len(whole.content))
        footnotes.append(_footnote(volume, linked, span, text, title))
    return whole, tuple(footnotes)


def _in_one_line(title: str) -> str:
    """«Е. М.  Ярославского»: the spaces of a justified line are one."""
    return re.sub(r"\s+", " ", title)


def _title_place(title: Text, at: int) -> int | None:
    """Where in the title, set in one line, a mark was printed."""
    place = title.after(at)
    return None if place is None else len(_in_one_line(title.content[:place]))


def _order(linked: LinkedNote) -> int:
    """By the mark; a note without one where it is printed."""
    return linked.at[0] if linked.at else linked.note.lines[0].start if linked.note else 0


def _footnote(volume: Volume, linked: LinkedNote, span: Span, flow: Text, title: Text) -> Footnote:
    note = linked.note
    return Footnote(
        mark=linked.mark,
        span=span,
        at=flow.after(linked.at[0]) if linked.at else None,
        title_at=_title_place(title, linked.at[0]) if linked.at else None,
        place=volume.source.place(note.lines[0].start, note.lines[-1].end) if note else None,
        inferred=bool(note and note.inferred),
    )


def _parts(source: Source, parts: Sequence[Part], footnotes: Sequence[Footnote], whole: Text) -> tuple[Part, ...]:
    """The parts of the flow, then the footnotes; every part takes the line end after it."""
    starts = [(part.start, part.role) for part in parts]
    starts += [(note.span[0], Role.FOOTNOTE) for note in _first_of_groups(footnotes)]
    cuts = pairwise([*starts, (len(whole.content), Role.FOOTNOTE)])
    return tuple(Part(role, start, end, _lines(source, whole, start, end)) for (start, role), (end, _) in cuts)


def _lines(source: Source, text: Text, start: int, end: int) -> Span:
    """The first and the last line of the source that `text.content[start:end]` is printed on."""
    written = text.content[start:end].rstrip()
    return source.place(*text.span(start, start + max(len(written), 1))).lines


def _first_of_groups(footnotes: Sequence[Footnote]) -> Iterator[Footnote]:
    """The first of each group of notes printed one under the other: such a group is one part."""
    last = 0
    for note in footnotes:
        if note.place and note.span[0] < note.span[1]:
            if not last < note.place.lines[0] <= last + NEXT_LINE:
                yield note
            last = note.place.lines[1]
