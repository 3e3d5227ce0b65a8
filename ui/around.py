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
    edges = [edge for one in paragraphs(flow) if one.text.strip() for edge in (one.start, one.end)]
    starts, ends = edges[::2], edges[1::2]
    first = max([at for at, last in zip(starts, ends, strict=True) if last < start], default=_within(starts, start))
    last = min([at for begun, at in zip(starts, ends, strict=True) if begun > end], default=max([end, *ends]))
    return Around(_nearest(flow[first:start].strip(), last=True), _nearest(flow[end:last].strip(), last=False))


def _within(starts: list[int], at: int) -> int:
    return min([at, *starts])


def _nearest(words: str, *, last: bool) -> str:
    """The end or the beginning of words that are too many, cut between two of them."""
    if len(words) <= LONGEST:
        return words
    return f"…{words[-LONGEST:].partition(' ')[2]}" if last else f"{words[:LONGEST].rpartition(' ')[0]}…"
