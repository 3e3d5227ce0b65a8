"""A document for a standing reader: the whole of it in large type, with a quote marked; as escaped HTML."""

from __future__ import annotations

from html import escape

from index.records import Document, Span
from ui import caption
from ui.dates import readable
from ui.document.sheet import Sheet
from ui.kiosk.parts import View, bar, screen


def paper(document: Document, quote: Span, view: View) -> str:
    """The document with `quote`, a piece of its text, marked."""
    speech, texts = view.speech, view.speech.texts
    sheet = Sheet(document, quote, speech, level=2)
    kind = texts.kinds.get(document.kind, document.kind)
    head = (
        f'<header class="paper"><p class="date">{escape(readable(document.date, texts))}</p>'
        f'<p class="title">{sheet.title()}</p><p class="reference">{escape(kind)} · '
        f"{caption.reference(document.reference, speech)}</p></header>"
    )
    return screen(
        "document",
        view,
        caption.name(document.number, speech),
        f'<div class="results document" tabindex="0" role="group" aria-labelledby="heading">{head}'
        f'<div class="body">{sheet.contents()}{sheet.text()}{sheet.footnotes()}</div></div>',
        bar(view),
    )
