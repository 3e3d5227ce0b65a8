"""Ranked passages as cards: what a card says and how it opens its document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from index.records import Document
from qa.contract import RankedPassage
from ui import caption
from ui.caption import Speech
from ui.document.address import MARKED, address
from ui.highlight import highlighted
from ui.page.around import around


@dataclass(frozen=True, slots=True)
class Aids:
    """What a card offers beside its passage, "" or nothing where that is not to be had.

    `turn` is which answer of the visit the card belongs to; `citing` gives the HTML that says how to cite the
    document at a position of its text; with `judging` a visitor may say whether an answer is right.
    """

    turn: int = 0
    document: Callable[[str], Document] | None = None
    citing: Callable[[Document, int], str] | None = None
    judging: bool = False


UNAIDED = Aids()


def cards(passages: Sequence[RankedPassage], speech: Speech, aids: Aids = UNAIDED) -> str:
    """The passages in their order as an HTML list."""
    items = "".join(f"<li>{card(passage, speech, aids)}</li>" for passage in passages)
    return f'<ol class="cards">{items}</ol>'


def card(ranked: RankedPassage, speech: Speech, aids: Aids = UNAIDED) -> str:
    """One passage with its quote marked, what document it is from and where that is kept."""
    passage = ranked.passage
    facts = caption.facts(passage.document, ranked.date, ranked.kind, speech)
    return (
        '<article class="card">'
        f'<p class="facts"><span class="rank">{ranked.rank}.</span> {facts}</p>'
        f"<h4>{caption.title(ranked.title, speech)}</h4>"
        f"{_text(ranked, speech, aids)}"
        f'<p class="reference">{caption.reference(passage.reference, speech)}</p>'
        f'<p class="place">{caption.place(passage.place, speech)}</p>'
        f"{_acts(ranked, speech, aids)}"
        "</article>"
    )


def opener(ranked: RankedPassage, speech: Speech, turn: int = 0) -> str:
    """The button that opens the document at the quote; its data say which document and where in its text."""
    (start, end), number = _piece(ranked), ranked.passage.document
    return (
        f'<button type="button" class="open" data-act="open" data-document="{escape(number)}"'
        f' data-start="{start}" data-end="{end}" data-turn="{turn}" data-rank="{ranked.rank}">'
        f'{escape(speech.texts.open)}<span class="unseen">: {caption.name(number, speech)}</span></button>'
    )


def permanent(ranked: RankedPassage, speech: Speech) -> str:
    """A link to the quote on its document's own page, for keeping or sending."""
    home = address(ranked.passage.document, piece=_piece(ranked), language=speech.language)
    words, name = escape(speech.texts.talk.permanent), caption.name(ranked.passage.document, speech)
    return (
        f'<a class="permalink" href="{escape(home)}#{MARKED}" target="_blank" rel="noopener">'
        f'{words}<span class="unseen">: {name}</span></a>'
    )


def _piece(ranked: RankedPassage) -> tuple[int, int]:
    """The quote as a piece of the document's text."""
    return ranked.passage.start + ranked.quote[0], ranked.passage.start + ranked.quote[1]


def _text(ranked: RankedPassage, speech: Speech, aids: Aids) -> str:
    """The passage between the words around it, which are hidden until they are wished for."""
    passage, original = ranked.passage, escape(speech.original)
    marked = highlighted(passage.text, ranked.quote, ranked.heard)
    before, after = _around(ranked, aids)
    return f'{_hidden(before, original)}<p class="text" lang="{original}">{marked}</p>{_hidden(after, original)}'


def _hidden(words: str, original: str) -> str:
    return f'<p class="around" lang="{original}" hidden>{escape(words)}</p>' if words else ""


def _around(ranked: RankedPassage, aids: Aids) -> tuple[str, str]:
    if not aids.document:
        return "", ""
    passage = ranked.passage
    return around(aids.document(passage.document), (passage.start, passage.end))


def _acts(ranked: RankedPassage, speech: Speech, aids: Aids) -> str:
    """What can be done with the passage, the document first."""
    return (
        f'<div class="acts">{opener(ranked, speech, aids.turn)}{_unfolding(ranked, speech, aids)}'
        f"{permanent(ranked, speech)}{cite(ranked, aids)}</div>"
    )


def _unfolding(ranked: RankedPassage, speech: Speech, aids: Aids) -> str:
    """The button that shows and hides the words around the passage."""
    if not any(_around(ranked, aids)):
        return ""
    words = speech.texts.talk
    return (
        f'<button type="button" data-act="around" aria-expanded="false" data-fold="{escape(words.fold)}"'
        f' data-unfold="{escape(words.around)}">{escape(words.around)}</button>'
    )


def cite(ranked: RankedPassage, aids: Aids) -> str:
    """How to cite the document at the quote; "" where that is not offered."""
    if not (aids.citing and aids.document):
        return ""
    return aids.citing(aids.document(ranked.passage.document), _piece(ranked)[0])
