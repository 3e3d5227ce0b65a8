"""A document's title, contents and text as HTML: the same in the panel and on the document's own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from index.paragraphs import Paragraph, paragraph_number, paragraphs
from index.records import Document, Enclosure, Footnote, Part, Role, Span
from ui import caption
from ui.address import paragraph_id
from ui.caption import Speech
from ui.highlight import highlighted
from ui.marks import Insert, text_marks, title_marks, with_marks

LONGEST_ENTRY = 80
"""Characters that stand in the contents for an enclosure without a heading."""
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
        words, entries = self.speech.texts, [self._entry(one) for one in self.document.enclosures]
        if self.document.footnotes:
            entries.append(f'<li><a href="#{NOTES}">{escape(words.footnotes)}</a></li>')
        label = escape(words.reading.contents)
        return f'<nav class="contents" aria-label="{label}"><p>{label}</p><ol>{"".join(entries)}</ol></nav>'

    def text(self) -> str:
        """Everything but title and footnotes: each part with a label that says what it is, each line a paragraph."""
        return "".join(self._part(part) for part in self._parts() if part.role is not Role.FOOTNOTE)

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

    def _parts(self) -> tuple[Part, ...]:
        return self.document.parts or (Part(Role.BODY, 0, len(self.document.text.content)),)

    def _entry(self, enclosure: Enclosure) -> str:
        place = paragraph_id(paragraph_number(self.document.text.content, self._begins(enclosure)))
        return f'<li><a href="#{place}"{self._original}>{escape(self._named(enclosure))}</a></li>'

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

    def _part(self, part: Part) -> str:
        """Lines of the body as they are; any other part under a label in the language of the page."""
        lines = f"<div{self._original}>{''.join(self._lines(part))}</div>"
        if part.role is Role.BODY:
            return lines
        label = getattr(self.speech.texts.reading, part.role.value)
        return f'<section class="{part.role}"><p class="label">{escape(label)}</p>{lines}</section>'

    def _lines(self, part: Part) -> Iterator[str]:
        content = self.document.text.content
        headings = {self._begins(one) for one in self.document.enclosures if one.heading}
        marks = text_marks(self.document, self._mark)
        first = paragraph_number(content, part.start)
        for number, one in enumerate(_lines(content, part.start, part.end), first):
            yield self._paragraph(one, number, marks, heading=one.start in headings)

    def _paragraph(self, one: Paragraph, number: int, marks: list[Insert], *, heading: bool) -> str:
        words, name = with_marks(one.text, one.start, marks, self._quoted) + self._link(number), paragraph_id(number)
        return self._heading(words, f' id="{name}"') if heading else f'<p id="{name}">{words}</p>'

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
        lines = _lines(self.document.text.content, start, end) if start < end else []
        words = "<br>".join(self._quoted(one.text, one.start) for one in lines)
        missing = f'<i lang="{self.speech.language}">{escape(self.speech.texts.wordless)}</i>'
        marked = note.at is not None or note.title_at is not None
        mark = f'<a href="#mark-{index}">{escape(note.mark)}</a>' if marked else escape(note.mark)
        return f'<p id="note-{index}" class="footnote"><sup>{mark}</sup> {words or missing}</p>'

    def _mark(self, index: int) -> str:
        mark = escape(self.document.footnotes[index].mark)
        return f'<sup><a id="mark-{index}" href="#note-{index}">{mark}</a></sup>'

    def _quoted(self, piece: str, start: int) -> str:
        return highlighted(piece, (self.quote[0] - start, self.quote[1] - start))


def _lines(content: str, start: int, end: int) -> list[Paragraph]:
    """The paragraphs of a piece of the text; the line end that closes it begins none."""
    last = end - (content[end - 1 : end] == "\n")
    return paragraphs(content, start, last)
