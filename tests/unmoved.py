"""A passage where it was cut, as a window."""

from __future__ import annotations

from index.records import Passage
from qa.passages.heard import Heard
from qa.passages.window import Window
from qa.retrieve import Query, Searches


def unmoved(passage: Passage, row: int, query: Query, searches: Searches) -> Window:
    """The window of a passage that stays where it is."""
    heard = Heard.of(passage, row, query, searches)
    return Window(row, passage, heard.meaning, heard.cosines, heard.ends)
