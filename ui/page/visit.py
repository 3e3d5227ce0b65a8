"""A visit: what one visitor has asked, chosen and opened so far. It lives in the browser session and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from index.collection import Language
from qa.contract import Answer, RankedPassage
from qa.selection import EVERYTHING, Selection
from ui.notice import LONGEST_VISIT, Notice


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, None while that is being looked for.

    It is asked of the documents in `only`; `dropped` are filters that were read out of the question before, by
    name, and that the visitor does not want.
    """

    question: str
    answer: Answer | None = None
    only: Selection = EVERYTHING
    dropped: Mapping[str, str] = field(default_factory=dict)

    def without(self, names: tuple[str, ...]) -> Turn:
        """The same question, to be asked again without the filters of these names."""
        read = self.answer.filters if self.answer else {}
        unwanted = {name: read[name] for name in names if name in read}
        return replace(self, answer=None, dropped={**self.dropped, **unwanted})


@dataclass(frozen=True, slots=True)
class Opening:
    """A document opened at a piece of its text; `count` tells one opening of a place from the next.

    `hits` are the passages of the answer that it was opened from, and `at` is which of them; none where it was
    opened from elsewhere.
    """

    document: str
    quote: tuple[int, int]
    count: int
    hits: tuple[RankedPassage, ...] = ()
    at: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """All that the page shows to one visitor; `choices` tells one choice of documents from the next."""

    language: Language = "ru"
    turns: tuple[Turn, ...] = ()
    notice: Notice | None = None
    opening: Opening | None = None
    openings: int = 0
    only: Selection = EVERYTHING
    choices: int = 0

    @property
    def history(self) -> tuple[str, ...]:
        """The questions answered so far, for understanding the next one."""
        return tuple(turn.question for turn in self.turns if turn.answer)

    @property
    def awaited(self) -> Turn | None:
        """The question that waits for its answer; None where none does."""
        return self.turns[-1] if self.turns and not self.turns[-1].answer else None

    @property
    def stale(self) -> bool:
        """Whether the last question was asked of other documents than are chosen now."""
        return bool(self.turns and self.turns[-1].answer and self.turns[-1].only != self.only)

    def asking(self, question: str) -> Visit:
        """The visit with a question that waits for its answer."""
        kept = tuple(turn for turn in self.turns if turn.answer)[1 - LONGEST_VISIT :]
        return replace(self, turns=(*kept, Turn(question, only=self.only)), notice=None)

    def asking_again(self, turn: Turn) -> Visit:
        """The visit with `turn`, which has no answer yet, in place of its last one."""
        return replace(self, turns=(*self.turns[:-1], turn), notice=None)

    def answered(self, answer: Answer) -> Visit:
        """The visit with the answer to the question that waits."""
        return replace(self, turns=(*self.turns[:-1], replace(self.turns[-1], answer=answer)), notice=None)

    def noticed(self, notice: Notice) -> Visit:
        """The visit with a notice in place of the question that waits, if one does."""
        return replace(self, turns=tuple(turn for turn in self.turns if turn.answer), notice=notice)

    def choosing(self, only: Selection) -> Visit:
        """The visit with the next questions limited to the documents in `only`."""
        return replace(self, only=only, choices=self.choices + 1)

    def renewed(self) -> Visit:
        """The visit from its beginning, in the same language."""
        return Visit(language=self.language, openings=self.openings, choices=self.choices + 1)

    def opened(self, document: str, quote: tuple[int, int]) -> Visit:
        """The visit with a document open at `quote`."""
        return self._with(Opening(document, quote, self.openings + 1))

    def opened_at(self, hits: tuple[RankedPassage, ...], at: int) -> Visit:
        """The visit with one of the passages of an answer open in its document."""
        passage = hits[at].passage
        start, end = hits[at].quote
        quote = passage.start + start, passage.start + end
        return self._with(Opening(passage.document, quote, self.openings + 1, hits, at))

    def _with(self, opening: Opening) -> Visit:
        return replace(self, opening=opening, openings=opening.count, notice=None)

    def closed(self) -> Visit:
        """The visit with no document open."""
        return replace(self, opening=None)

    def speaking(self, language: Language) -> Visit:
        """The visit in another language of the page."""
        return replace(self, language=language)
