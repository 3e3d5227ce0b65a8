"""The marks of footnotes, put back into the text that they were printed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from index.records import Document

Insert = tuple[int, str]
"""What is put in, and the position in the text before which it goes."""

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def text_marks(document: Document, write: Callable[[int], str]) -> list[Insert]:
    """What `write` makes of each footnote, by its index, where its mark stood in the text."""
    return [(note.at, write(index)) for index, note in enumerate(document.footnotes) if note.at is not None]


def title_marks(document: Document, write: Callable[[int], str]) -> list[Insert]:
    """The same for the marks of the title."""
    return [(note.title_at, write(index)) for index, note in enumerate(document.footnotes) if note.title_at is not None]


def with_marks(text: str, start: int, marks: Sequence[Insert], write: Callable[[str, int], str]) -> str:
    """`text`, which begins at position `start`, with those of `marks` that fall into it.

    `write` makes what is shown of a piece between two marks; it is given the position of the piece, too.
    """
    end = start + len(text)
    own = sorted(mark for mark in marks if start < mark[0] <= end)
    cuts = [start, *(at for at, _ in own), end]
    pieces = [write(text[first - start : last - start], first) for first, last in pairwise(cuts)]
    return "".join(piece + mark for piece, (_, mark) in zip(pieces, [*own, (end, "")], strict=True))
