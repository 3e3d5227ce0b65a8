"""The text of a document as TEI: a division for each part, with its way back to the source as milestones."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from index.export.markup import add, element
from index.paragraphs import Paragraph, paragraphs
from index.records import Document, Footnote, Part, Role, Span
from index.source import Source

OFFSET = "offset"
"""The unit of a milestone: from here on, each character stands in the source at the next offset from @n."""
UNSURE = "medium"
"""The @cert of what was inferred."""

Point = tuple[int, Element]
"""A position in a text, and the empty element that stands there."""


def sure(*, unless: bool) -> str | None:
    """The @cert of something that is inferred, or not."""
    return UNSURE if unless else None


def lines_of(lines: Span) -> str:
    """The @n of a part: its first and last line in the source.

    >>> lines_of((43599, 43611))
    '43599-43611'
    """
    return "-".join(map(str, lines))


def part_id(document: Document, index: int) -> str:
    """The xml:id of a part."""
    return f"d{document.number}-{index}"


def note_id(document: Document, index: int) -> str:
    """The xml:id of a footnote."""
    return f"d{document.number}-n{index}"


def body(document: Document, source: Source) -> Element:
    """The title, the parts and the footnotes of `document`; `source` is what it was read from."""
    text = _Text(document, source)
    made = element("body")
    if document.title:
        add(made, text.title())
    for index, part in enumerate(document.parts):
        add(made, text.division(index, part))
    if not document.parts:
        for one in text.paragraphs(0, len(document.text.content)):
            add(made, one)
    for note in text.footnotes(len(document.footnotes)):
        add(made, note)
    return made


class _Text:
    """A text being written from its beginning to its end: `points` and `notes` are those that are still to come."""

    def __init__(self, document: Document, source: Source) -> None:
        self.document = document
        self.content = document.text.content
        self.points = _in_order(_points(document, source))
        self.notes = deque(enumerate(document.footnotes))

    def title(self) -> Element:
        notes = enumerate(self.document.footnotes)
        marks = ((note.title_at, _mark(self.document, i)) for i, note in notes if note.title_at is not None)
        return _mixed(element("head"), Paragraph(0, self.document.title), _in_order(marks))

    def division(self, index: int, part: Part) -> Element:
        made = element("div", type=part.role.value, n=lines_of(part.lines), xml_id=part_id(self.document, index))
        noted = part.role is Role.FOOTNOTE
        for piece in self.footnotes(self._last_in(part)) if noted else self.paragraphs(part.start, part.end):
            add(made, piece)
        return made

    def paragraphs(self, start: int, end: int) -> Iterator[Element]:
        """A `<p>` for each paragraph; the one that goes on in the line of another part says so."""
        closed = end < len(self.content) and self.content[end - 1] == "\n"
        goes_on = start > 0 and self.content[start - 1] != "\n"
        for one in paragraphs(self.content, start, end - closed):
            yield _mixed(element("p", part="F" if goes_on else None), one, self.points)
            goes_on = False

    def footnotes(self, last: int) -> Iterator[Element]:
        """The notes that are still to come, up to that of the index `last`."""
        while self.notes and self.notes[0][0] <= last:
            yield self._footnote(*self.notes.popleft())

    def _last_in(self, part: Part) -> int:
        """The index of the last note with words in `part`."""
        spans = ((i, note.span) for i, note in self.notes)
        return max((i for i, (start, end) in spans if part.start <= start < end <= part.end), default=-1)

    def _footnote(self, index: int, note: Footnote) -> Element:
        start, end = note.span
        words = self.paragraphs(start, end) if start < end else ()
        identity = note_id(self.document, index)
        return element("note", *words, n=note.mark, place="bottom", cert=sure(unless=note.inferred), xml_id=identity)


def _in_order(points: Iterable[Point]) -> deque[Point]:
    return deque(sorted(points, key=lambda point: point[0]))


def _mixed(made: Element, one: Paragraph, points: deque[Point]) -> Element:
    """`made` with the paragraph's text in it, and those of `points` that stand there."""
    done = 0
    while points and points[0][0] <= one.end:
        position, point = points.popleft()
        add(made, one.text[done : position - one.start])
        add(made, point)
        done = position - one.start
    add(made, one.text[done:])
    return made


def _points(document: Document, source: Source) -> Iterator[Point]:
    """The marks of the footnotes, and where runs and pages begin."""
    for index, note in enumerate(document.footnotes):
        if note.at is not None:
            yield note.at, _mark(document, index)
    yield from _pages(document, source)
    for run in document.text.runs:
        yield run.text, element("milestone", unit=OFFSET, n=str(run.source))


def _mark(document: Document, index: int) -> Element:
    return element("ptr", type="note", target=f"#{note_id(document, index)}")


def _pages(document: Document, source: Source) -> Iterator[Point]:
    """A page begins where a run does; the footnotes are apart, since they are gathered from pages all over."""
    notes = [part.start for part in document.parts if part.role is Role.FOOTNOTE]
    page = document.place.page
    for run in document.text.runs:
        here = source.place(run.source, run.source + 1).page
        if here != page and run.text < min(notes, default=len(document.text.content)):
            page = here
            yield run.text, element("pb", n=str(page))
