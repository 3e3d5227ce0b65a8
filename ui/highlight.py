"""Marks a piece of a text as HTML, with everything else escaped."""

from __future__ import annotations

from html import escape

Span = tuple[int, int]


def highlighted(text: str, span: Span) -> str:
    """`text` as HTML with `text[start:end]` inside `<mark>`, nothing marked where that is empty."""
    start, end = (min(max(at, 0), len(text)) for at in span)
    if start >= end:
        return escape(text)
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"
