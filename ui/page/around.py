"""The text around a passage: what stands before and after it in its document."""

from __future__ import annotations

from typing import NamedTuple

from index.paragraphs import paragraphs
from index.records import Document, Role, Span

LONGEST = 1_500
"""Characters to each side; of a longer paragraph the nearest words are shown."""


class Around(NamedTuple):
    """The words before and after, "" at the ends of the document."""

    before: str
    after: str


def around(document: Document, passage: Span) -> Around:
    """What is left of the paragraphs that the passage begins and ends in, and the one before and the one after."""
    start, end = passage
    notes = (part.start for part in document.parts if part.role is Role.FOOTNOTE)
    flow = document.text.content[: next(notes, None)]
    printed = [one for one in paragraphs(flow) if one.text.strip()]
    first = next((one.start for one in reversed(printed) if one.end < start), 0)
    last = next((one.end for one in printed if one.start > end), len(flow))
    return Around(_ending(flow[first:start].strip()), _beginning(flow[end:last].strip()))


def _ending(words: str) -> str:
    return words if len(words) <= LONGEST else f"…{words[-LONGEST:].partition(' ')[2]}"


def _beginning(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]}…"
