"""The sentences of a document in order, and the windows over them that a passage may be moved to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from index.records import Document, Passage, Role, Span
from index.sentence_spans import LONGEST

OF_ONE_PAPER = frozenset({Role.BODY, Role.ENCLOSURE})
"""What a legend, an annotation or a footnote stands with is a matter of what is near, not of whose they are."""


class Home(NamedTuple):
    """A passage, by its row, and the number of a sentence in it."""

    row: int
    number: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The `sentences` of a document as spans of its text, and the homes of each: the passages it was read in.

    `windows` are runs of sentences, by the number of the first and the last, as long as a
    passage may be; none goes from one paper on to another that is attached to it.
    """

    sentences: tuple[Span, ...]
    homes: tuple[tuple[Home, ...], ...]
    windows: tuple[Span, ...]

    @classmethod
    def of(cls, document: Document, passages: Mapping[int, Passage]) -> Self:
        """The spread of `document`, whose passages stand in these rows."""
        homes: dict[Span, list[Home]] = {}
        for row, passage in passages.items():
            for number, (start, end) in enumerate(passage.sentences):
                homes.setdefault((passage.start + start, passage.start + end), []).append(Home(row, number))
        ordered = tuple(sorted(homes))
        papers = [_paper(document, start) for start, _ in ordered]
        return cls(ordered, tuple(tuple(homes[span]) for span in ordered), tuple(_windows(ordered, papers)))

    def run(self, row: int) -> Span:
        """The first and the last sentence of the passage in this row."""
        read = [number for number, homes in enumerate(self.homes) if any(home.row == row for home in homes)]
        return read[0], read[-1]

    def home(self, sentence: int, row: int) -> Home:
        """Where the sentence was read: in the passage of this row, if it has it."""
        homes = self.homes[sentence]
        return next((home for home in homes if home.row == row), homes[0])

    def around(self, run: Span, kept: float) -> list[Span]:
        """The windows that hold at least the share `kept` of a run of sentences, in characters."""
        start, end = self.piece(run)
        return [window for window in self.windows if self._common(window, start, end) >= kept * (end - start)]

    def piece(self, run: Span) -> Span:
        """The piece of the document's text that a run of sentences takes."""
        first, last = run
        return self.sentences[first][0], self.sentences[last][1]

    def _common(self, window: Span, start: int, end: int) -> int:
        first, last = self.piece(window)
        return min(last, end) - max(first, start)


def _paper(document: Document, at: int) -> int | None:
    """Where the paper begins that holds the position; None for what may stand with any."""
    if document.part_at(at).role not in OF_ONE_PAPER:
        return None
    enclosed = document.enclosure_at(at)
    return enclosed.span[0] if enclosed else 0


def _windows(sentences: Sequence[Span], papers: Sequence[int | None]) -> Iterator[Span]:
    """The longest window from each sentence on; one that the window before it holds is left out."""
    reached = -1
    for first in range(len(sentences)):
        last = _last(sentences, papers, first)
        if last > reached:
            yield first, last
        reached = max(reached, last)


def _last(sentences: Sequence[Span], papers: Sequence[int | None], first: int) -> int:
    paper, last = papers[first], first
    for at in range(first + 1, len(sentences)):
        goes_on = paper is None or papers[at] is None or papers[at] == paper
        if not goes_on or sentences[at][1] - sentences[first][0] > LONGEST:
            break
        paper, last = papers[at] if papers[at] is not None else paper, at
    return last
