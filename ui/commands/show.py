"""`legenda show`: one document, readable in a terminal."""

from __future__ import annotations

import argparse
import sys
import textwrap

from ui.dates import readable
from ui.texts import RUSSIAN

NAME = "show"
HELP = "show one document"
WIDTH = 96


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("number", help="the document's number in the volume; 0 is the preface")


def run(options: argparse.Namespace) -> int:
    """Print heading, title, what is known of it, and the text by paragraphs."""
    from qa.archive import Archive

    document = Archive.open(options.index).document(options.number)
    place = document.place
    lines = RUSSIAN.lines.format(first=place.lines[0], last=place.lines[1])
    facts = f"{readable(document.date, RUSSIAN)} · {document.kind} · {RUSSIAN.page.format(page=place.page)}, {lines}"
    heading = RUSSIAN.document.format(number=document.number)
    paragraphs = [heading, document.title or RUSSIAN.untitled, facts, "", *document.text.content.split("\n")]
    for paragraph in paragraphs:
        sys.stdout.write(textwrap.fill(paragraph, WIDTH, break_on_hyphens=False) + "\n")
    return 0
