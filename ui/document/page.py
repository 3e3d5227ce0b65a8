"""A document's page of its own: whole HTML from the server, readable without any script."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from index.collection import Language, Manifest
from index.records import Document, Span
from qa.cite import Citation
from ui import caption
from ui.caption import Speech
from ui.citing.menu import cite_menu
from ui.document.address import MARKED, address, paragraph_id
from ui.document.sheet import Sheet
from ui.texts import TEXTS

SHEETS = ("scale", "document", "document_page")
HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="/ui/favicon.png"><script src="/ui/copy.js" defer></script>'
) + "".join(f'<link rel="stylesheet" href="/ui/{name}.css">' for name in SHEETS)
NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for: a document, a `piece` of its text to be marked, and `chosen`, a language."""

    number: str
    piece: Span | None = None
    chosen: Language | None = None

    def of(self, number: str) -> str:
        """The address of a document as a whole, in the language that was chosen if one was."""
        return address(number, language=self.chosen)


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a collection that shows what is `wanted`, with the documents before and after it."""

    manifest: Manifest
    speech: Speech
    wanted: Wanted
    before: Document | None = None
    after: Document | None = None

    def shown(self, document: Document, citation: Citation) -> str:
        """The page with `document`, which offers its `citation` and prints it."""
        speech, wanted = self.speech, self.wanted
        sheet = Sheet(document, wanted.piece or NOWHERE, speech, level=2, home=wanted.of(document.number))
        printed = f'<p class="printed">{caption.quotation(citation.gost(), speech)}</p>'
        name = caption.name(document.number, speech)
        skip = f'<a class="skip" href="#{paragraph_id(1)}">{escape(speech.texts.reading.skip)}</a>'
        return self._page(
            f"{escape(document.title)} · {name}" if document.title else name,
            f'<main><article class="sheet" data-copied="{escape(speech.texts.reading.copied)}">'
            f'<header>{_caption(sheet)}{self._tools(citation)}</header><div class="body">{sheet.contents()}'
            f"{_arriving(sheet.text() + sheet.footnotes())}</div>{printed}</article></main>{self._below()}",
            skip,
        )

    def lost(self, words: str, *, known: bool) -> str:
        """The page that says in `words` why there is nothing to show, with a way back; `known`: the document is."""
        reading = self.speech.texts.reading
        ways = f'<a href="/">{escape(reading.back)}</a>'
        if known:
            ways = f'<a href="{escape(self.wanted.of(self.wanted.number))}">{escape(reading.whole)}</a>{ways}'
        said = f'<header><h1>{escape(words)}</h1></header><p class="tools">{ways}</p>'
        return self._page(escape(words), f'<main><article class="sheet">{said}</article></main>')

    def _page(self, title: str, content: str, skip: str = "") -> str:
        near = (("prev", self.before), ("next", self.after))
        links = "".join(f'<link rel="{rel}" href="{escape(self.wanted.of(one.number))}">' for rel, one in near if one)
        return (
            f'<!doctype html><html lang="{self.speech.language}"><head>{HEAD}{links}<title>{title}</title></head>'
            f'<body class="reading">{skip}{self._above()}{content}</body></html>'
        )

    def _above(self) -> str:
        """The collection's title, which leads to the questions, the documents next to this one, and the languages."""
        words, title = self.speech.texts.reading, self.manifest.title[self.speech.language]
        turning = self._near("prev", self.before, words.before) + self._near("next", self.after, words.after)
        nav = f'<nav class="turning" aria-label="{escape(words.neighbours)}">{turning}</nav>' if turning else ""
        return f'<header class="above"><a class="home" href="/">{escape(title)}</a>{nav}{self._languages()}</header>'

    def _near(self, rel: str, document: Document | None, label: str) -> str:
        if document is None:
            return ""
        named = f"{escape(label)}: {caption.name(document.number, self.speech)}"
        shown = f"← {escape(document.number)}" if rel == "prev" else f"{escape(document.number)} →"
        home = escape(self.wanted.of(document.number))
        return f'<a rel="{rel}" href="{home}" title="{named}" aria-label="{named}">{shown}</a>'

    def _languages(self) -> str:
        links = "".join(self._language(language, texts.language) for language, texts in TEXTS.items())
        return f'<nav class="languages" aria-label="{escape(self.speech.texts.switch)}">{links}</nav>'

    def _language(self, language: Language, name: str) -> str:
        home = escape(address(self.wanted.number, piece=self.wanted.piece, language=language))
        current = ' aria-current="true"' if language == self.speech.language else ""
        return f'<a href="{home}" lang="{language}" hreflang="{language}"{current}>{escape(name)}</a>'

    def _tools(self, citation: Citation) -> str:
        """How to cite the document, the address of what is shown, the way to the marked words, and the questions."""
        words, wanted = self.speech.texts.reading, self.wanted
        home = escape(address(wanted.number, piece=wanted.piece, language=wanted.chosen))
        here = f'<a href="{home}" data-copy>{escape(words.address)}</a>'
        marked = f'<a href="#{MARKED}">{escape(words.marked)}</a>' if wanted.piece else ""
        ask = f'<a href="/">{escape(words.ask)}</a>'
        return f'<div class="tools">{cite_menu(citation, self.speech)}{marked}{here}{ask}</div>'

    def _below(self) -> str:
        """The documents before and after once more, with their titles, where the reader has come to the end."""
        words = self.speech.texts.reading
        near = self._following("prev", self.before, words.before) + self._following("next", self.after, words.after)
        return f'<nav class="below" aria-label="{escape(words.onward)}">{near}</nav>' if near else ""

    def _following(self, rel: str, document: Document | None, label: str) -> str:
        if document is None:
            return ""
        return (
            f'<a rel="{rel}" href="{escape(self.wanted.of(document.number))}"><span>{escape(label)}</span>'
            f'<span class="facts">{caption.facts(document.number, document.date, document.kind, self.speech)}</span>'
            f'<span class="title">{caption.title(document.title, self.speech)}</span></a>'
        )


def _caption(sheet: Sheet) -> str:
    document, speech = sheet.document, sheet.speech
    return (
        f'<p class="facts">{caption.facts(document.number, document.date, document.kind, speech)}</p>'
        f"<h1>{sheet.title()}</h1>"
        f'<p class="reference">{caption.reference(document.reference, speech)}</p>'
        f'<p class="place">{caption.place(document.place, speech)}</p>'
    )


def _arriving(text: str) -> str:
    """The text with its first marked words named and brought into view when the page is opened."""
    return text.replace("<mark>", f'<mark id="{MARKED}" tabindex="-1" autofocus>', 1)
