"""The permanent address of a document, and of a paragraph or a piece of its text."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from index.collection import Language
from index.records import Span

AT = "/document"
MARKED = "marked"
"""The name of the first marked words on a document's page."""


def address(
    number: str, *, piece: Span | None = None, paragraph: int | None = None, language: Language | None = None
) -> str:
    """The address of a document on this server, e.g. /document/88?from=10&to=25.

    `piece` is marked there, `paragraph` (from 1, in the order of print) scrolled to; without `language`
    it is opened in the language of the browser.
    """
    asked = {"from": piece[0], "to": piece[1]} if piece else {}
    query = urlencode(asked | ({"language": language} if language else {}))
    place = f"#{paragraph_id(paragraph)}" if paragraph else ""
    return f"{AT}/{quote(number, safe='')}{'?' if query else ''}{query}{place}"


def paragraph_id(paragraph: int) -> str:
    """The name of a paragraph on the page of its document."""
    return f"p{paragraph}"
