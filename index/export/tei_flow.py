"""Reads the text of a document out of TEI: what stands where in it is counted anew."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from index.export.markup import AGAIN, XML_ID, MarkupError, attribute, children, local, number
from index.export.tei_text import OFFSET
from index.records import Part, Role, Run, Span, Text


class Flow:
    """A text being read from its beginning to its end."""

    def __init__(self) -> None:
        self.title = ""
        self.length = 0
        self.notes: list[tuple[Element, Span]] = []
        """The footnotes, and where the words of each stand."""
        self.marks: dict[str, int] = {}
        """Where the mark of a footnote stands in the text, by what it points to."""
        self.title_marks: dict[str, int] = {}
        self.divisions: dict[str, Span] = {}
        """Where a part stands, without the line end after it, by its xml:id."""
        self._starts: list[int] = []
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._parts: list[Part] = []

    @classmethod
    def of(cls, body: Element) -> Flow:
        """What `body` holds; raises MarkupError."""
        flow = cls()
        for child in children(body):
            flow._take(child)
        if flow.length and (not flow._runs or flow._runs[0].text):
            raise MarkupError(
                f"its text does not begin with a milestone that says where in the source it stands; {AGAIN}"
            )
        return flow

    def text(self) -> Text:
        """The text with its way back to the source."""
        return Text("".join(self._pieces), tuple(self._runs))

    def parts(self) -> tuple[Part, ...]:
        """The parts; each goes up to the next."""
        ends = [*(part.start for part in self._parts[1:]), self.length]
        return tuple(replace(part, end=end) for part, end in zip(self._parts, ends, strict=False))

    def _take(self, child: Element) -> None:
        match local(child):
            case "head":
                self.title = self._title(child)
            case "div":
                self._division(child)
            case "note":
                self._note(child)
            case "p":
                self._paragraph(child)
            case other:
                raise MarkupError(f"<{other}> stands where a paragraph should; {AGAIN}")

    def _title(self, head: Element) -> str:
        title = head.text or ""
        for mark in map(_empty, head):
            self.title_marks[attribute(mark, "target")] = len(title)
            title += mark.tail or ""
        return title

    def _division(self, div: Element) -> None:
        span = self._held(div)
        if span is None:
            raise MarkupError(f"a division has no paragraph; {AGAIN}")
        self._parts.append(Part(_role(div), *span, _lines(div)))
        self.divisions[attribute(div, XML_ID)] = span

    def _note(self, note: Element) -> None:
        self.notes.append((note, self._held(note) or (self.length, self.length)))

    def _held(self, parent: Element) -> Span | None:
        """Where the paragraphs of `parent` begin and end, if it has any."""
        first = len(self._starts)
        for child in children(parent):
            self._take(child)
        return (self._starts[first], self.length) if self._starts[first:] else None

    def _paragraph(self, one: Element) -> None:
        if self._starts and one.get("part") is None:
            self._add("\n")
        self._starts.append(self.length)
        self._add(one.text)
        for point in map(_empty, one):
            self._point(point)
            self._add(point.tail)

    def _point(self, point: Element) -> None:
        if local(point) == "ptr":
            self.marks[attribute(point, "target")] = self.length
        elif point.get("unit") == OFFSET:
            self._runs.append(Run(self.length, number(point, "n")))

    def _add(self, piece: str | None) -> None:
        self._pieces.append(piece or "")
        self.length += len(piece or "")


def _empty(point: Element) -> Element:
    if len(point) or point.text:
        raise MarkupError(f"<{local(point)}> with words of its own stands inside a paragraph; {AGAIN}")
    return point


def _role(div: Element) -> Role:
    named = attribute(div, "type")
    if named not in set(Role):
        raise MarkupError(f"a division is of the type «{named}», known are {', '.join(Role)}; {AGAIN}")
    return Role(named)


def _lines(div: Element) -> Span:
    found = re.fullmatch(r"(\d+)-(\d+)", attribute(div, "n"))
    if not found:
        raise MarkupError(f"a division stands on the lines «{attribute(div, 'n')}»; {AGAIN}")
    return int(found[1]), int(found[2])
