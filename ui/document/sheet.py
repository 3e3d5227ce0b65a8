"""A document's title, contents and text as HTML: the same in the panel and on the document's own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import attrgetter

from index.paragraphs import Paragraph, paragraphs
from index.records import Document, Enclosure, Footnote, Role, Span
from ui import caption
from ui.caption import Speech
from ui.dates import readable
from ui.document.address import paragraph_id
from ui.document.printed import Printed, lines, number_at, printed
from ui.highlight import highlighted
from ui.marks import Insert, text_marks, title_marks, with_marks

LONGEST_ENTRY = 120
"""Characters that stand in the contents for an enclosure without a heading."""
LONGEST_SHORT = 40
"""Characters of a line that is set close to the next such line: letterheads, lists, tables printed one cell a line."""
NOTES = "notes"
"""The name of the footnotes on the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with `quote`, a piece of its text, marked; its headings are of `level`.

    `home`, the address of the document's own page, gives each paragraph a link to itself.
    """

    document: Document
    quote: Span
    speech: Speech
    level: int = 3
    home: str = ""

    def title(self) -> str:
        """The title with the marks of its footnotes."""
        title, speech = self.document.title, self.speech
        marks = title_marks(self.document, self._mark)
        if not marks:
            return caption.title(title, speech)
        return with_marks(title, 0, marks, lambda piece, _: caption.quotation(piece, speech) if piece else "")

    def contents(self) -> str:
        """Links to the enclosures and the footnotes; "" for a document without enclosures."""
        if not self.document.enclosures:
            return ""
        words, among = self.speech.texts, printed(self.document)
        entries = [self._entry(one, number_at(self._begins(one), among)) for one in self.document.enclosures]
        if self.document.footnotes:
            entries.append(f'<li><a href="#{NOTES}">{escape(words.footnotes)}</a></li>')
        label = escape(words.reading.contents)
        return f'<nav class="contents" aria-label="{label}"><p>{label}</p><ol>{"".join(entries)}</ol></nav>'

    def text(self) -> str:
        """Everything but title and footnotes: each part with a label that says what it is, each line a paragraph."""
        parts = groupby(printed(self.document), key=attrgetter("part"))
        return "".join(self._part(part.role, among) for part, among in parts)

    def footnotes(self) -> str:
        """The footnotes, linked to their marks; "" where there are none."""
        if not self.document.footnotes:
            return ""
        notes = "".join(self._footnote(note, index) for index, note in enumerate(self.document.footnotes))
        heading = self._heading(escape(self.speech.texts.footnotes))
        return f'<section class="footnotes" id="{NOTES}">{heading}<div{self._original}>{notes}</div></section>'

    @property
    def _original(self) -> str:
        """The attribute that says in which language the document is."""
        return f' lang="{escape(self.speech.original)}"'

    def _entry(self, enclosure: Enclosure, number: int) -> str:
        day = f" <span>{escape(readable(enclosure.date, self.speech.texts))}</span>" if enclosure.date else ""
        named = f"<span{self._original}>{escape(self._named(enclosure))}</span>"
        return f'<li><a href="#{paragraph_id(number)}">{named}{day}</a></li>'

    def _named(self, enclosure: Enclosure) -> str:
        """The heading of an enclosure; its first words where it has none."""
        if enclosure.heading:
            return enclosure.heading
        first = paragraphs(self.document.text.content, *enclosure.span)[0].text
        if len(first) <= LONGEST_ENTRY:
            return first
        return first[:LONGEST_ENTRY].rsplit(maxsplit=1)[0].rstrip(" ,;:.–—-") + "…"

    def _begins(self, enclosure: Enclosure) -> int:
        """Where the heading stands in the text; the first words of an enclosure without one."""
        start = enclosure.span[0]
        return self.document.text.content.find(enclosure.heading, start) if enclosure.heading else start

    def _part(self, role: Role, among: Iterable[Printed]) -> str:
        """Lines of the body as they are; any other part under a label in the language of the page."""
        text = f"<div{self._original}>{''.join(self._lines(among))}</div>"
        if role is Role.BODY:
            return text
        label = getattr(self.speech.texts.reading, role.value)
        return f'<section class="{role}"><p class="label">{escape(label)}</p>{text}</section>'

    def _lines(self, among: Iterable[Printed]) -> Iterator[str]:
        headings = {self._begins(one) for one in self.document.enclosures if one.heading}
        marks = text_marks(self.document, self._mark)
        for number, _, one in among:
            yield self._paragraph(one, number, marks, heading=one.start in headings)

    def _paragraph(self, one: Paragraph, number: int, marks: list[Insert], *, heading: bool) -> str:
        words, name = with_marks(one.text, one.start, marks, self._quoted) + self._link(number), paragraph_id(number)
        if heading:
            return self._heading(words, f' id="{name}"')
        style = ' class="short"' if len(one.text) <= LONGEST_SHORT else ""
        return f'<p id="{name}"{style}>{words}</p>'

    def _heading(self, words: str, attributes: str = "") -> str:
        return f"<h{self.level}{attributes}>{words}</h{self.level}>"

    def _link(self, number: int) -> str:
        """A paragraph's link to itself, which is copied when it is pressed."""
        if not self.home:
            return ""
        label = escape(self.speech.texts.reading.paragraph.format(number=number))
        language = self.speech.language
        return (
            f'<a class="permanent" href="{escape(self.home)}#{paragraph_id(number)}" data-copy'
            f' lang="{language}" title="{label}" aria-label="{label}">¶</a>'
        )

    def _footnote(self, note: Footnote, index: int) -> str:
        """The note with a link back to its mark; that it was not printed where there is none."""
        start, end = self.document.words(note)
        said = lines(self.document.text.content, start, end) if start < end else []
        words = "<br>".join(self._quoted(one.text, one.start) for one in said)
        missing = f'<i lang="{self.speech.language}">{escape(self.speech.texts.wordless)}</i>'
        marked = note.at is not None or note.title_at is not None
        mark = f'<a href="#mark-{index}">{escape(note.mark)}</a>' if marked else escape(note.mark)
        return f'<p id="note-{index}" class="footnote"><sup>{mark}</sup> {words or missing}</p>'

    def _mark(self, index: int) -> str:
        mark = escape(self.document.footnotes[index].mark)
        return f'<sup><a id="mark-{index}" href="#note-{index}">{mark}</a></sup>'

    def _quoted(self, piece: str, start: int) -> str:
        return highlighted(piece, (self.quote[0] - start, self.quote[1] - start))
