"""A source file as numbered lines on pages, and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from index.records import Place

FOOTNOTE_NUMBER = re.compile(r"\d{1,3}|\*{1,3}")
ROW = re.compile(r"\d{1,3}\. ")
"""The beginning of a row of a list."""
PAGE_NUMBER = re.compile(r"\d{1,3}")
SHORTEST_PAGE = 5
"""Written lines; an indented line met earlier on a page is a paragraph, not a new page."""
FOOTNOTE_RULE = 40
"""Spaces; of the rule above the footnotes of a page the text keeps a line of so many, or more."""
FURTHEST_NUMBER = 10
"""A printed page number may be this much ahead of the pages counted: covers and breaks that do not show."""
UNPRINTED = "\r\f\ufeff"
"""Line ends of Windows, form feeds and the byte order mark, which may stand around a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source: `text` without the white space around it, `start` its offset."""

    number: int
    start: int
    text: str
    page: int
    indented: bool
    tight: bool
    """No blank line stands between this line and the one before."""
    after_gap: bool
    """An empty paragraph, printed as a line of spaces, stands between this line and the one before."""
    footnote: bool
    """The line stands under the rule that parts the footnotes of a page from its text."""
    page_number: bool
    """The line is the printed number of the page that ends with it."""

    @property
    def end(self) -> int:
        """The offset just after the last character of `text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """A text file and its lines; blank lines are kept, with empty text."""

    text: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, text: str) -> Source:
        """Number the lines of `text`, and its pages by the breaks that show and the page numbers printed."""
        return cls(text, tuple(_as_printed(_numbered(text))))

    def place(self, start: int, end: int) -> Place:
        """The place of the non-empty piece `text[start:end]`; its page is where it begins."""
        first, last = self._line_at(start), self._line_at(end - 1)
        return Place(start, end, (first.number, last.number), first.page)

    def within(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines whose first character stands in `text[start:end]`."""
        first, last = (bisect_left(self.lines, offset, key=lambda line: line.start) for offset in (start, end))
        return self.lines[first:last]

    def _line_at(self, offset: int) -> Line:
        at = bisect_right(self.lines, offset, key=lambda line: line.start) - 1
        return self.lines[max(at, 0)]


def _numbered(text: str) -> list[Line]:
    lines: list[Line] = []
    offset, page, written = 0, 1, 0
    above, before, gap, notes, turned = "", "", False, False, False
    for number, (raw, below) in enumerate(pairwise([*text.split("\n"), ""]), 1):
        padded = raw.strip(UNPRINTED)
        stripped = padded.strip()
        indented = padded[:1] == " " and bool(stripped)
        if "\f" in raw or (indented and _breaks_page(before, stripped, written)):
            page, written, notes = page + 1, 0, False
        notes = _in_footnotes(notes, padded, before)
        ends_page = not above and not below.strip() and _is_page_number(stripped, page)
        notes = notes and not ends_page
        start = offset + (raw.index(stripped[0]) if stripped else 0)
        lines.append(Line(number, start, stripped, page, indented, bool(before), gap, notes, ends_page))
        page, written = (page + 1, 0) if ends_page else (page, written + bool(stripped))
        offset += len(raw) + 1
        turned = ends_page or (turned and not stripped)
        above, before, gap = padded, stripped, not stripped and not turned and (gap or bool(padded))
    return lines


def _breaks_page(line_before: str, line: str, written: int) -> bool:
    """An indented line right under a written one begins a page, unless a footnote begins there.

    Under the number of a footnote a row, «230. ВОЛКОВ Д.», is none: the words of the footnote are lost.
    Where a volume is set with an empty line after each line of text, only at the meeting
    of two pages does a line follow at once, and it then begins with a space.
    """
    begins_note = FOOTNOTE_NUMBER.fullmatch(line_before) and not ROW.match(line)
    return bool(line_before) and written >= SHORTEST_PAGE and not begins_note


def _in_footnotes(notes: bool, line: str, before: str) -> bool:
    """Whether `line` stands among footnotes: from their rule to an empty paragraph or to text running on."""
    if line.isspace():
        return len(line) >= FOOTNOTE_RULE
    runs_on = before and line[:1] not in ("", " ") and not FOOTNOTE_NUMBER.fullmatch(line.strip())
    return notes and not runs_on


def _is_page_number(line: str, page: int) -> bool:
    """«37» in a paragraph of its own, on what was counted as the 34th page."""
    return bool(PAGE_NUMBER.fullmatch(line)) and page <= int(line) <= page + FURTHEST_NUMBER


def _as_printed(lines: list[Line]) -> list[Line]:
    """`lines` with their pages as numbered in print, so far as a page number shows up at or after them."""
    ahead = [(line.number, int(line.text) - line.page) for line in lines if line.page_number]
    if not ahead:
        return lines
    nearest = (min(bisect_left(ahead, (line.number, 0)), len(ahead) - 1) for line in lines)
    return [replace(line, page=line.page + ahead[at][1]) for line, at in zip(lines, nearest, strict=True)]
