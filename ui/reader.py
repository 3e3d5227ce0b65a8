"""The reader: a whole document as HTML, by paragraphs, with a quote marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from index.records import Document
from ui import caption
from ui.caption import Speech
from ui.highlight import Span, highlighted


def reader(document: Document, quote: Span, speech: Speech, *, arrive: str = "") -> str:
    """The document with its caption and with `quote`, a piece of its text, marked.

    `arrive` names this opening of it, so that the page scrolls to the mark once.
    """
    texts = speech.texts
    paragraphs = "".join(_paragraphs(document, quote))
    return (
        f'<article class="document" tabindex="-1" aria-label="{escape(texts.reader)}"'
        f' data-arrive="{escape(arrive)}">'
        f"<header>{_caption(document, speech)}"
        f'<button type="button" class="close" data-act="close">{escape(texts.close)}</button></header>'
        f'<div class="body" tabindex="0" lang="{escape(speech.original)}">{paragraphs}</div>'
        "</article>"
    )


def _caption(document: Document, speech: Speech) -> str:
    return (
        '<div class="caption">'
        f'<p class="facts">{caption.facts(document.number, document.date, document.kind, speech)}</p>'
        f"<h2>{caption.title(document.title, speech)}</h2>"
        f'<p class="reference">{caption.reference(document.reference, speech)}</p>'
        f'<p class="place">{caption.place(document.place, speech)}</p></div>'
    )


def _paragraphs(document: Document, quote: Span) -> Iterator[str]:
    """One `<p>` a line of the text; a quote over several paragraphs is marked in each."""
    start = 0
    legend = document.legend or (-1, -1)
    for paragraph in document.text.content.split("\n"):
        shifted = (quote[0] - start, quote[1] - start)
        style = ' class="legend"' if start == legend[0] else ""
        yield f"<p{style}>{highlighted(paragraph, shifted)}</p>"
        start += len(paragraph) + 1
