"""The reader: a whole document as HTML, by paragraphs, with a quote marked and footnotes linked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from index.paragraphs import Paragraph, paragraphs
from index.records import Document, Footnote, Part, Role
from ui import caption
from ui.caption import Speech
from ui.highlight import Span, highlighted
from ui.marks import text_marks, title_marks, with_marks

STYLED = {Role.LEGEND: "legend", Role.ANNOTATION: "annotation", Role.PUBLICATION: "publication"}
"""The class of the paragraphs of a part; those of body and enclosures are plain."""


def reader(document: Document, quote: Span, speech: Speech, *, arrive: str = "") -> str:
    """The document with its caption and with `quote`, a piece of its text, marked.

    `arrive` names this opening of it, so that the page scrolls to the mark once.
    """
    texts = speech.texts
    return (
        f'<article class="document" tabindex="-1" aria-label="{escape(texts.reader)}"'
        f' data-arrive="{escape(arrive)}">'
        f"<header>{_caption(document, speech)}"
        f'<button type="button" class="close" data-act="close">{escape(texts.close)}</button></header>'
        f'<div class="body" tabindex="0"><div lang="{escape(speech.original)}">{"".join(_parts(document, quote))}</div>'
        f"{_footnotes(document, quote, speech)}</div></article>"
    )


def _caption(document: Document, speech: Speech) -> str:
    return (
        '<div class="caption">'
        f'<p class="facts">{caption.facts(document.number, document.date, document.kind, speech)}</p>'
        f"<h2>{_title(document, speech)}</h2>"
        f'<p class="reference">{caption.reference(document.reference, speech)}</p>'
        f'<p class="place">{caption.place(document.place, speech)}</p></div>'
    )


def _title(document: Document, speech: Speech) -> str:
    marks = title_marks(document, lambda index: _mark(document.footnotes[index], index))
    if not marks:
        return caption.title(document.title, speech)
    return with_marks(document.title, 0, marks, lambda piece, _: caption.quotation(piece, speech) if piece else "")


def _parts(document: Document, quote: Span) -> Iterator[str]:
    """Everything but the footnotes: one `<p>` a line of the text, one `<h3>` for the heading of an enclosure."""
    marks = text_marks(document, lambda index: _mark(document.footnotes[index], index))
    headings = {document.text.content.find(one.heading, one.span[0]) for one in document.enclosures if one.heading}
    whole = Part(Role.BODY, 0, len(document.text.content))
    for part in document.parts or (whole,):
        if part.role is Role.FOOTNOTE:
            continue
        style = f' class="{STYLED[part.role]}"' if part.role in STYLED else ""
        for one in _lines(document, part.start, part.end):
            words = with_marks(one.text, one.start, marks, lambda piece, at: _quoted(piece, at, quote))
            yield f'<h3 class="enclosure">{words}</h3>' if one.start in headings else f"<p{style}>{words}</p>"


def _footnotes(document: Document, quote: Span, speech: Speech) -> str:
    if not document.footnotes:
        return ""
    notes = "".join(_footnote(document, index, quote, speech) for index in range(len(document.footnotes)))
    heading = f"<h3>{escape(speech.texts.footnotes)}</h3>"
    return f'<section class="footnotes">{heading}<div lang="{escape(speech.original)}">{notes}</div></section>'


def _footnote(document: Document, index: int, quote: Span, speech: Speech) -> str:
    """The note with a link back to its mark; that it was not printed where there is none."""
    note = document.footnotes[index]
    start, end = document.words(note)
    lines = _lines(document, start, end) if start < end else []
    words = "<br>".join(_quoted(one.text, one.start, quote) for one in lines)
    missing = f"<i>{escape(speech.texts.wordless)}</i>"
    marked = note.at is not None or note.title_at is not None
    mark = f'<a href="#mark-{index}">{escape(note.mark)}</a>' if marked else escape(note.mark)
    return f'<p id="note-{index}" class="footnote"><sup>{mark}</sup> {words or missing}</p>'


def _mark(note: Footnote, index: int) -> str:
    return f'<sup><a id="mark-{index}" href="#note-{index}">{escape(note.mark)}</a></sup>'


def _quoted(piece: str, start: int, quote: Span) -> str:
    return highlighted(piece, (quote[0] - start, quote[1] - start))


def _lines(document: Document, start: int, end: int) -> list[Paragraph]:
    """The paragraphs of a piece of the text; the line end that closes it begins none."""
    last = end - (document.text.content[end - 1 : end] == "\n")
    return paragraphs(document.text.content, start, last)
