"""Finds the notes of the editors among the lines, and the mark that each belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.legend import is_legend
from index.marks import footnote_marks, star_marks
from index.records import Span
from index.source import FOOTNOTE_NUMBER, Line, Source

STAR_NOTE = re.compile(r"(\*{1,3})\s+(?=[А-ЯЁA-Z«])")
"""«* Тема о перманентной революции требует особого анализа»; «* * *» parts two sections."""
RULE = re.compile(r"_{10,}")
"""The rule that parts a note of the document's own author from its text."""
FURTHEST_STAR = 200
"""Lines between an asterisk and its note."""
FURTHEST_PAGE = 1
"""Pages between a mark and a note that has lost its number."""


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note as it stands on its page: the lines it takes up, and those of its mark and words, if it has words.

    One that is not under a rule is `sure` to be a note only where its mark is found; `inferred`: it has no number.
    """

    mark: str
    lines: tuple[Line, ...]
    words: tuple[Line, ...]
    sure: bool = True
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class LinkedNote:
    """A note and the source offsets of its mark; one of the two may be missing."""

    mark: str
    note: PrintedNote | None
    at: Span | None


def linked_notes(source: Source) -> tuple[LinkedNote, ...]:
    """Every note and every mark of `source`, each note with its mark where both were printed."""
    printed = list(_printed(source.lines))
    lowest = min((int(note.mark) for note in printed if note.mark.isdigit() and note.sure), default=1)
    marks = footnote_marks(source.text, lowest)
    notes = _named(source, printed, marks)
    numbered = {source.text[start:end]: (start, end) for start, end in marks}
    stars = star_marks(source.text)
    linked = []
    for note in notes:
        at = _star_before(note, stars, source) if note.mark.startswith("*") else numbered.get(note.mark)
        if not (at or note.sure):
            continue
        numbered.pop(note.mark, None)
        stars = [star for star in stars if star != at]
        linked.append(LinkedNote(note.mark, note, at))
    return (*linked, *(LinkedNote(mark, None, at) for mark, at in numbered.items()))


def _star_before(note: PrintedNote, stars: Sequence[Span], source: Source) -> Span | None:
    """The last asterisk before the note that no other note took."""
    first = note.lines[0]
    furthest = source.lines[max(first.number - FURTHEST_STAR, 0)].start
    return next((star for star in reversed(stars) if furthest <= star[0] < first.start), None)


def _named(source: Source, notes: list[PrintedNote], marks: Sequence[Span]) -> Iterator[PrintedNote]:
    """The notes, one that lost its number under the nearest mark before it whose number is printed nowhere."""
    printed = {note.mark for note in notes}
    missing = [mark for mark in marks if source.text[slice(*mark)] not in printed]
    for note in notes:
        first = note.lines[0]
        before = [mark for mark in missing if mark[0] < first.start]
        near = before and first.page - source.place(*before[-1]).page <= FURTHEST_PAGE
        if note.inferred and near:
            yield replace(note, mark=source.text[slice(*before[-1])])
        else:
            yield note


def _printed(lines: Sequence[Line]) -> Iterator[PrintedNote]:
    written = [line for line in lines if line.text and not line.page_number]
    at = 0
    while at < len(written):
        found = next((note for rule in RULES if (note := rule(written, at))), None)
        if found:
            yield found
        at += len(found.lines) if found else 1


def _under_the_rule(lines: Sequence[Line], at: int) -> PrintedNote | None:
    """«24» above « Конец декабря 1924 г.», under the rule at the foot of a page or under such a note."""
    number = lines[at]
    unruled = at and lines[at - 1].tight and at + 1 < len(lines) and lines[at + 1].indented and number.tight
    if not FOOTNOTE_NUMBER.fullmatch(number.text) or not (number.footnote or unruled):
        return None
    if number.footnote:
        end = _end(lines, at + 1, lambda line: line.footnote and not FOOTNOTE_NUMBER.fullmatch(line.text))
    else:
        end = at + 2
    words = tuple(lines[at:end]) if end > at + 1 else ()
    return PrintedNote(number.text, tuple(lines[at:end]), words, sure=number.footnote)


def _without_number(lines: Sequence[Line], at: int) -> PrintedNote | None:
    """«  без даты» between the last line of a page and the first of the next: the number is lost."""
    line = lines[at]
    if at + 1 == len(lines) or not (line.indented and line.tight) or line.footnote:
        return None
    below = lines[at + 1]
    ends_page = below.tight and (below.indented or FOOTNOTE_NUMBER.fullmatch(below.text))
    return PrintedNote("", (line,), (line,), sure=False, inferred=True) if ends_page else None


def _starred(lines: Sequence[Line], at: int) -> PrintedNote | None:
    """«* Кстати, необходимо упомянуть о некоторых фактах», with the rule above it if there is one."""
    rule = bool(RULE.fullmatch(lines[at].text))
    if at + rule == len(lines) or not (found := STAR_NOTE.match(lines[at + rule].text)):
        return None
    end = _end(
        lines, at + rule + 1, lambda line: not line.after_gap and not _next_page(line) and not is_legend(line.text)
    )
    return PrintedNote(found[1], tuple(lines[at:end]), tuple(lines[at + rule : end]), sure=False)


def _next_page(line: Line) -> bool:
    return line.indented and line.tight


def _end(lines: Sequence[Line], first: int, belongs: Callable[[Line], bool]) -> int:
    return next((at for at in range(first, len(lines)) if not belongs(lines[at])), len(lines))


RULES = (_under_the_rule, _without_number, _starred)
"""What a note looks like; the first rule that finds one at a line decides."""
