"""The reader: a whole document in a panel beside the conversation, a quote of it marked."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from index.records import Document, Span
from ui import caption
from ui.caption import Speech
from ui.document.address import MARKED, address
from ui.document.neighbours import Neighbours
from ui.document.sheet import Sheet

ALONE = Neighbours()


@dataclass(frozen=True, slots=True)
class Hits:
    """Which of an answer's passages is open: `current` from 1, of `count`."""

    current: int
    count: int


def reader(  # noqa: PLR0913
    document: Document,
    quote: Span,
    speech: Speech,
    *,
    arrive: str = "",
    hits: Hits | None = None,
    neighbours: Neighbours = ALONE,
    citing: str = "",
) -> str:
    """The document with its caption and with `quote`, a piece of its text, marked.

    `arrive` names this opening of it, so that the page scrolls to the mark once. `neighbours` and `hits`
    are offered in the head of the panel, and so is `citing`, HTML that says how to cite the document.
    """
    sheet = Sheet(document, quote, speech)
    tools = f"{_turning(neighbours, speech)}{_hits(hits, speech)}{_separately(document, quote, speech)}{citing}"
    return (
        f'<article class="document" tabindex="-1" aria-label="{escape(speech.texts.reader)}"'
        f' data-arrive="{escape(arrive)}"><header>{_caption(sheet)}'
        f'<button type="button" class="close" data-act="close">{escape(speech.texts.close)}</button>'
        f'<div class="tools">{tools}</div></header>'
        f'<div class="body" tabindex="0">{sheet.contents()}{sheet.text()}{sheet.footnotes()}</div></article>'
    )


def _caption(sheet: Sheet) -> str:
    document, speech = sheet.document, sheet.speech
    return (
        '<div class="caption">'
        f'<p class="facts">{caption.facts(document.number, document.date, document.kind, speech)}</p>'
        f"<h2>{sheet.title()}</h2>"
        f'<p class="reference">{caption.reference(document.reference, speech)}</p>'
        f'<p class="place">{caption.place(document.place, speech)}</p></div>'
    )


def _turning(neighbours: Neighbours, speech: Speech) -> str:
    """Buttons to the documents before and after, each with its number; none at the ends of the collection."""
    words = speech.texts.reading
    before = _opener(neighbours.before, words.before, "← {}", speech)
    after = _opener(neighbours.after, words.after, "{} →", speech)
    return f'<div class="turning" role="group" aria-label="{escape(words.neighbours)}">{before}{after}</div>'


def _opener(number: str | None, label: str, shown: str, speech: Speech) -> str:
    if number is None:
        return ""
    named = f"{escape(label)}: {caption.name(number, speech)}"
    return (
        f'<button type="button" data-act="open" data-document="{escape(number)}" title="{named}"'
        f' aria-label="{named}">{escape(shown.format(number))}</button>'
    )


def _hits(hits: Hits | None, speech: Speech) -> str:
    """«Место 2 из 10» between the buttons that open the one before and the one after."""
    if hits is None:
        return ""
    words = speech.texts.reading
    said = escape(words.hit.format(current=hits.current, count=hits.count))
    before = _step(-1, "‹", words.hit_before, possible=hits.current > 1)
    after = _step(1, "›", words.hit_after, possible=hits.current < hits.count)
    return f'<div class="hits" role="group" aria-label="{said}">{before}<span>{said}</span>{after}</div>'


def _step(step: int, shown: str, label: str, *, possible: bool) -> str:
    disabled = "" if possible else " disabled"
    return (
        f'<button type="button" data-act="hit" data-step="{step}" title="{escape(label)}"'
        f' aria-label="{escape(label)}"{disabled}>{shown}</button>'
    )


def _separately(document: Document, quote: Span, speech: Speech) -> str:
    """A link to the document's own page in a window of its own, since the conversation would be lost in this one."""
    piece = quote if 0 <= quote[0] < quote[1] else None
    home = address(document.number, piece=piece, language=speech.language) + (f"#{MARKED}" if piece else "")
    words = escape(speech.texts.reading.separately)
    return f'<a class="separately" href="{escape(home)}" target="_blank" rel="noopener">{words}</a>'
