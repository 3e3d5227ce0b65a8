"""Marks pieces of a text as HTML, with everything else escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Span = tuple[int, int]


def highlighted(text: str, span: Span, heard: Sequence[Span] = ()) -> str:
    """`text` as HTML with `text[start:end]` inside `<mark>`, nothing marked where that is empty.

    The pieces `heard` are marked faintly, except within the mark, which is strong enough.
    """
    start, end = (min(max(at, 0), len(text)) for at in span)
    if start >= end:
        return _faint(text, 0, len(text), heard)
    strong = f"<mark>{escape(text[start:end])}</mark>"
    return f"{_faint(text, 0, start, heard)}{strong}{_faint(text, end, len(text), heard)}"


def _faint(text: str, start: int, end: int, heard: Sequence[Span]) -> str:
    """`text[start:end]` with those of the pieces `heard` that lie in it, or the part of them that does."""
    shown, at = [], start
    for first, last in sorted(heard):
        begun, ended = max(first, at), min(last, end)
        if begun < ended:
            shown.append(f'{escape(text[at:begun])}<span class="heard">{escape(text[begun:ended])}</span>')
            at = ended
    return "".join(shown) + escape(text[at:end])
