"""The words around a document's text: its name, title, date, kind, reference and place, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from index.collection import Language
from index.records import Place, Reference
from index.volume import PREFACE
from ui.dates import readable
from ui.texts import TEXTS, Texts


@dataclass(frozen=True, slots=True)
class Speech:
    """The page's words, and `original`, the language code of the documents that it quotes."""

    texts: Texts
    original: str

    @property
    def language(self) -> Language:
        """The language code of the page's words."""
        return next(language for language, texts in TEXTS.items() if texts is self.texts)


def name(number: str, speech: Speech) -> str:
    """«Документ № 88», or what the preface is called."""
    texts = speech.texts
    return escape(texts.preface if number == PREFACE else texts.document.format(number=number))


def title(words: str, speech: Speech) -> str:
    """The title as the document has it, or that there is none."""
    return quotation(words, speech) if words else f"<i>{escape(speech.texts.untitled)}</i>"


def facts(number: str, date: str, kind: str, speech: Speech) -> str:
    """Number, date and kind in one line; a kind that the page has no word for stays as it is.

    The preface to a volume has no need of a date or a kind.
    """
    undated_preface = number == PREFACE and not date
    shown = [
        f"<b>{name(number, speech)}</b>",
        "" if undated_preface else escape(readable(date, speech.texts)),
        "" if undated_preface else escape(speech.texts.kinds.get(kind, kind)),
    ]
    return " · ".join(part for part in shown if part)


def reference(found: Reference | None, speech: Speech) -> str:
    """The archival reference in one line, or that there is none."""
    return quotation(found.text, speech) if found else escape(speech.texts.unreferenced)


def place(where: Place, speech: Speech) -> str:
    """Page and lines of the volume."""
    first, last = where.lines
    lines = speech.texts.lines.format(first=first, last=last)
    return escape(f"{speech.texts.page.format(page=where.page)}, {lines}")


def quotation(words: str, speech: Speech) -> str:
    """Words of the collection, marked with their language so that they are read aloud rightly."""
    return f'<span lang="{escape(speech.original)}">{escape(words)}</span>'
