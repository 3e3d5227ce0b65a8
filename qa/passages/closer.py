"""A closer look at the first passages found: the reader reads them, which is too slow for more than a few.

It reads of each the sentences about the quote; what it thinks of them puts these few passages in order, points at the
words that answer, and is a sign of whether any does. docs/reader.md says what that is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.reader import Opinion, Piece, Reader
from index.records import Document, Passage, Span
from qa.passages.window import Window
from qa.retrieve import Scores

READ = 4
"""So many of the first passages are read."""
LONGEST = 600
"""Characters read of each."""
READER = 0.2
"""What odds that are e times as good add to a score."""

Quote = Callable[[Window], Span]
"""The words of a window that are to be among those read."""


class Closer:
    """Looks at the first passages with a reader; leaves them as they are where there is none."""

    def __init__(self, reader: Reader | None, documents: Iterable[Document]) -> None:
        self._reader = reader
        self._titles = {document.number: document.title for document in documents}

    def look(self, question: str, windows: Sequence[Window], quote: Quote, scores: Scores) -> list[Window]:
        """The windows with the reader's opinion of the first few, which are put in order anew.

        `scores` are those of all passages. The one of the few that answers least keeps its
        score and the others gain, so that none falls behind those that were not read.
        """
        if self._reader is None:
            return list(windows)
        few = windows[:READ]
        read = [surroundings(window.passage, quote(window)) for window in few]
        opinions = self._reader.read(question, [self._piece(*told) for told in zip(few, read, strict=True)])
        least = min((opinion.odds for opinion in opinions), default=0.0)
        seen = [
            replace(window, opinion=_shifted(opinion, start), added=READER * (opinion.odds - least))
            for window, opinion, (start, _) in zip(few, opinions, read, strict=True)
        ]
        seen.sort(key=lambda window: -(scores[window.row] + window.added))
        return [*seen, *windows[READ:]]

    def _piece(self, window: Window, read: Span) -> Piece:
        return Piece(self._titles[window.passage.document], window.passage.text[slice(*read)])


def surroundings(passage: Passage, quote: Span) -> Span:
    """The sentences of a quote with as many after and before it, in turn, as there is room for.

    Of a sentence that is too long by itself, the words about the quote.
    """
    touched = [at for at, (start, end) in enumerate(passage.sentences) if start < quote[1] and quote[0] < end]
    start, end = (passage.sentences[touched[0]][0], passage.sentences[touched[-1]][1]) if touched else quote
    if end - start > LONGEST:
        return clipped((start, end), quote)
    return _grown(passage.sentences, touched[0], touched[-1]) if touched else quote


def clipped(run: Span, about: Span) -> Span:
    """Of a run that is too long, the part about a piece of it; all of that piece, be it longer itself."""
    start = max(run[0], min(about[0], sum(about) // 2 - LONGEST // 2))
    return start, min(run[1], max(about[1], start + LONGEST))


def _grown(sentences: Sequence[Span], first: int, last: int) -> Span:
    """The run of sentences from `first` to `last` with others about it, as long as may be."""
    grows = True
    while grows:
        grows = False
        if last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= LONGEST:
            last, grows = last + 1, True
        if first > 0 and sentences[last][1] - sentences[first - 1][0] <= LONGEST:
            first, grows = first - 1, True
    return sentences[first][0], sentences[last][1]


def _shifted(opinion: Opinion, by: int) -> Opinion:
    """The opinion with its words placed in the passage's text."""
    start, end = opinion.span
    return opinion._replace(span=(start + by, end + by))
