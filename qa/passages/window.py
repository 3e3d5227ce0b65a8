"""Moves a passage that was found to where most of what is asked stands together.

A collection is cut into passages before anybody asks, and an answer may stand just beyond the cut. So each passage
gives way to the run of whole sentences, as long as a passage may be and holding most of it, in which the tokens of
the question find the most. docs/retrieval.md says what that gave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from index.places import Places
from index.reader import Opinion
from index.records import Document, Passage, Span
from qa.passages.heard import CONTEXT, Heard
from qa.passages.spread import Spread
from qa.retrieve import Query, Scores, Searches

KEPT = 2 / 3
"""The share of a passage that its window holds; a closing is kept whole, lest its last line, the legend, be lost."""
SAME = 0.8
"""Two windows that have so much of the shorter one in common are one."""

Hearing = Callable[[int], Heard]
"""What a question finds in the passage of a row."""


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A passage moved, the `row` it was found by, and what each of its sentences and tokens has of the question.

    `meaning` (sentences,) are cosines with the question, `cosines` (question's tokens, tokens)
    those of tokens; `ends` (tokens,) says before which character of the passage's text each
    ends, not above 0 for the words before it. Without token vectors there are 0 of them.
    `opinion` is the reader's where it has read the window, and `added` what that adds to the score.
    """

    row: int
    passage: Passage
    meaning: Scores
    cosines: NDArray[np.float32]
    ends: NDArray[np.int32]
    opinion: Opinion | None = None
    added: float = 0.0


class Windows:
    """The windows over the passages of an index."""

    def __init__(
        self, documents: Sequence[Document], passages: Sequence[Passage], searches: Searches, places: Places
    ) -> None:
        self._documents = {document.number: document for document in documents}
        self._passages = passages
        self._searches = searches
        self._places = places
        groups = groupby(range(len(passages)), key=lambda row: passages[row].document)
        self._rows = {number: list(rows) for number, rows in groups}
        self._spread = cache(self._spread_out)

    def found(self, rows: Iterable[int], query: Query) -> Iterator[Window]:
        """The window of each of the passages in `rows`; one that says the same as an earlier one is left out."""
        hearing: Hearing = cache(partial(self._heard, query))
        told = self._weights(query)
        given: list[Passage] = []
        for row in rows:
            window = self._moved(row, hearing, told)
            if not any(_same(window.passage, other) for other in given):
                given.append(window.passage)
                yield window

    def _heard(self, query: Query, row: int) -> Heard:
        return Heard.of(self._passages[row], row, query, self._searches)

    def _weights(self, query: Query) -> Scores:
        """How much each token of the question counts; none without token vectors."""
        asked, tokens = query.tokens, self._searches.tokens
        return tokens.weights(asked) if tokens and asked and len(asked.pieces) else np.zeros(0, np.float32)

    def _spread_out(self, number: str) -> Spread:
        return Spread.of(self._documents[number], {row: self._passages[row] for row in self._rows[number]})

    def _moved(self, row: int, hearing: Hearing, weights: Scores) -> Window:
        passage = self._passages[row]
        spread = self._spread(passage.document)
        own = spread.run(row)
        kept = 1.0 if passage.closing else KEPT
        around = spread.around(own, kept) if len(weights) else []
        told = partial(_told, row=row, spread=spread, hearing=hearing, weights=weights)
        return self._window(row, spread, max(around, key=told, default=own), hearing)

    def _window(self, row: int, spread: Spread, run: Span, hearing: Hearing) -> Window:
        passage = self._cut(row, spread, run)
        context = hearing(row)
        meaning, cosines, ends = (
            [],
            [context.cosines[:, context.numbers == CONTEXT]],
            [context.ends[context.numbers == CONTEXT]],
        )
        for number in range(run[0], run[1] + 1):
            home = spread.home(number, row)
            heard = hearing(home.row)
            chosen = heard.numbers == home.number
            meaning.append(heard.meaning[home.number])
            cosines.append(heard.cosines[:, chosen])
            ends.append(heard.ends[chosen] + self._passages[home.row].start - passage.start)
        return Window(
            row, passage, np.array(meaning, np.float32), np.concatenate(cosines, axis=1), np.concatenate(ends)
        )

    def _cut(self, row: int, spread: Spread, run: Span) -> Passage:
        """The run of sentences as a passage."""
        passage = self._passages[row]
        document = self._documents[passage.document]
        start, end = spread.piece(run)
        return replace(
            passage,
            start=start,
            end=end,
            text=document.text.content[start:end],
            sentences=tuple((first - start, last - start) for first, last in spread.sentences[run[0] : run[1] + 1]),
            place=self._places.place(*document.text.span(start, end)),
            reference=document.reference_at(start),
        )


def _told(run: Span, *, row: int, spread: Spread, hearing: Hearing, weights: Scores) -> float:
    """What the question's tokens find in a run of sentences, or in the words above the passage of this row."""
    homes = (spread.home(number, row) for number in range(run[0], run[1] + 1))
    nearest = [hearing(home.row).nearest[home.number] for home in homes]
    return float(weights @ np.maximum.reduce([hearing(row).nearest[CONTEXT], *nearest]))


def _same(one: Passage, other: Passage) -> bool:
    """Whether two passages are one piece of one document, but for a little."""
    common = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return one.document == other.document and common > SAME * shorter
