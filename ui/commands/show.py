"""`legenda show`: one document, readable in a terminal."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator

from index.paragraphs import paragraphs
from index.records import Document, Footnote, Role
from ui.dates import readable
from ui.marks import SUPERSCRIPT, text_marks, title_marks, with_marks
from ui.texts import RUSSIAN

NAME = "show"
HELP = "show one document"
WIDTH = 96


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("number", help="the document's number in the volume; 0 is the preface")


def run(options: argparse.Namespace) -> int:
    """Print heading, title, what is known of it, the text by paragraphs, and the footnotes last."""
    from qa.archive import Archive

    document = Archive.open(options.index).document(options.number)
    for paragraph in paragraphs_of(document):
        sys.stdout.write(textwrap.fill(paragraph, WIDTH, break_on_hyphens=False) + "\n")
    return 0


def paragraphs_of(document: Document) -> list[str]:
    """What is shown of `document`, a paragraph each."""
    return [*_head(document), "", *_text(document), *_footnotes(document)]


def _head(document: Document) -> list[str]:
    place = document.place
    lines = RUSSIAN.lines.format(first=place.lines[0], last=place.lines[1])
    facts = f"{readable(document.date, RUSSIAN)} · {document.kind} · {RUSSIAN.page.format(page=place.page)}, {lines}"
    marks = title_marks(document, lambda index: _mark(document.footnotes[index]))
    title = with_marks(document.title, 0, marks, lambda piece, _: piece)
    return [RUSSIAN.document.format(number=document.number), title or RUSSIAN.untitled, facts]


def _text(document: Document) -> Iterator[str]:
    """Every line but those of the footnotes; an enclosure stands apart from what comes before it."""
    marks = text_marks(document, lambda index: _mark(document.footnotes[index]))
    for part in document.parts:
        if part.role is Role.ENCLOSURE:
            yield ""
        if part.role is not Role.FOOTNOTE:
            lines = paragraphs(document.text.content[: part.end].removesuffix("\n"), part.start)
            yield from (with_marks(one.text, one.start, marks, lambda piece, _: piece) for one in lines)


def _footnotes(document: Document) -> Iterator[str]:
    if document.footnotes:
        yield from ("", RUSSIAN.footnotes)
    for note in document.footnotes:
        words = document.text.content[slice(*document.words(note))] or f"[{RUSSIAN.wordless}]"
        yield f"{_mark(note)} {words}"


def _mark(note: Footnote) -> str:
    return note.mark.translate(SUPERSCRIPT)
