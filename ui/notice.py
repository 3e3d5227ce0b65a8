"""What is said to a visitor instead of an answer, and how long questions and visits may be."""

from __future__ import annotations

from enum import Enum

from ui.texts import Texts

LONGEST_QUESTION = 10_000
"""Characters."""
LONGEST_VISIT = 20
"""Turns that are kept; with more the earliest are dropped, so that a page left open stays small and quick."""


class Notice(Enum):
    """Something to be said to the visitor instead of an answer."""

    EMPTY = "empty_question"
    LONG = "long_question"
    UNKNOWN = "unknown_document"
    FAILED = "failed"

    def words(self, texts: Texts) -> str:
        """The notice in the language of `texts`."""
        words: str = getattr(texts, self.value)
        return words.format(limit=LONGEST_QUESTION)
