"""The dictionary of Russian words and their forms (pymorphy3), opened at the first word: it takes a while."""

from __future__ import annotations

from functools import cache

from pymorphy3 import MorphAnalyzer


@cache
def dictionary() -> MorphAnalyzer:
    """The dictionary."""
    return MorphAnalyzer()
