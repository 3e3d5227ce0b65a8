"""A visit: what one visitor has asked and opened so far. It lives in the browser session and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from index.collection import Language
from qa.contract import Answer
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


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, None while that is being looked for."""

    question: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A document opened at a piece of its text; `count` tells one opening of a place from the next."""

    document: str
    quote: tuple[int, int]
    count: int


@dataclass(frozen=True, slots=True)
class Visit:
    """All that the page shows to one visitor."""

    language: Language = "ru"
    turns: tuple[Turn, ...] = ()
    notice: Notice | None = None
    opening: Opening | None = None
    openings: int = 0

    @property
    def history(self) -> tuple[str, ...]:
        """The questions answered so far, for understanding the next one."""
        return tuple(turn.question for turn in self.turns if turn.answer)

    def asking(self, question: str) -> Visit:
        """The visit with a question that waits for its answer."""
        kept = tuple(turn for turn in self.turns if turn.answer)[1 - LONGEST_VISIT :]
        return replace(self, turns=(*kept, Turn(question)), notice=None)

    def answered(self, answer: Answer) -> Visit:
        """The visit with the answer to the question that waits."""
        return replace(self, turns=(*self.turns[:-1], Turn(self.turns[-1].question, answer)), notice=None)

    def noticed(self, notice: Notice) -> Visit:
        """The visit with a notice in place of the question that waits, if one does."""
        return replace(self, turns=tuple(turn for turn in self.turns if turn.answer), notice=notice)

    def renewed(self) -> Visit:
        """The visit from its beginning, in the same language."""
        return Visit(language=self.language, openings=self.openings)

    def opened(self, document: str, quote: tuple[int, int]) -> Visit:
        """The visit with a document open at `quote`."""
        count = self.openings + 1
        return replace(self, opening=Opening(document, quote, count), openings=count, notice=None)

    def closed(self) -> Visit:
        """The visit with no document open."""
        return replace(self, opening=None)

    def speaking(self, language: Language) -> Visit:
        """The visit in another language of the page."""
        return replace(self, language=language)
