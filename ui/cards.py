"""Ranked passages as cards: what a card says and how it opens its document."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qa.contract import RankedPassage
from ui import caption
from ui.caption import Speech
from ui.highlight import highlighted


def cards(passages: Sequence[RankedPassage], speech: Speech) -> str:
    """The passages in their order as an HTML list."""
    items = "".join(f"<li>{card(passage, speech)}</li>" for passage in passages)
    return f'<ol class="cards">{items}</ol>'


def card(ranked: RankedPassage, speech: Speech) -> str:
    """One passage with its quote marked, what document it is from and where that is kept."""
    passage = ranked.passage
    facts = caption.facts(passage.document, ranked.date, ranked.kind, speech)
    return (
        '<article class="card">'
        f'<p class="facts"><span class="rank">{ranked.rank}.</span> {facts}</p>'
        f"<h4>{caption.title(ranked.title, speech)}</h4>"
        f'<p class="text" lang="{escape(speech.original)}">{highlighted(passage.text, ranked.quote)}</p>'
        f'<p class="reference">{caption.reference(passage.reference, speech)}</p>'
        f'<p class="place">{caption.place(passage.place, speech)}</p>'
        f"{opener(ranked, speech)}"
        "</article>"
    )


def opener(ranked: RankedPassage, speech: Speech) -> str:
    """The button that opens the document at the quote; its data say which document and where in its text."""
    passage = ranked.passage
    start, end = (passage.start + offset for offset in ranked.quote)
    return (
        f'<button type="button" class="open" data-act="open" data-document="{escape(passage.document)}"'
        f' data-start="{start}" data-end="{end}">{escape(speech.texts.open)}'
        f'<span class="unseen">: {caption.name(passage.document, speech)}</span></button>'
    )
