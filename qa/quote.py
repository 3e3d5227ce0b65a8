"""Finds the words of a passage that answer: its best sentence, by meaning and by words."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from index.records import Passage, Span
from qa.rank import standardised
from qa.retrieve import Query, Scores, Searches

Sentence = tuple[str, int]
"""A document's number, and where in its text the sentence begins."""
SHORTEST = 60
"""Characters; a shorter sentence («Сталин», «3/II-1923 г.») is quoted with its better neighbour."""


def quote(
    passage: Passage, row: int, query: Query, searches: Searches, said: Collection[Sentence] = frozenset()
) -> Span:
    """The piece of the passage's text, a sentence or two, that answers best; `row` is the passage's row.

    What was `said`, quoted from an overlapping passage, is not said again where the passage has more to say.
    """
    by_meaning = searches.sentences.scores(row, query.vector)
    sentences = (passage.text[slice(*span)] for span in passage.sentences)
    by_words = np.array([searches.coverage(query, sentence) for sentence in sentences], np.float32)
    scores = standardised(by_meaning) + standardised(by_words)
    new = np.array([sentence not in said for sentence in _numbered(passage)])
    scores = np.where(new, scores, -np.inf) if new.any() else scores
    best = int(scores.argmax())
    start, end = passage.sentences[best]
    return (start, end) if end - start >= SHORTEST else _with_neighbour(passage, scores, best)


def quoted(passage: Passage, span: Span) -> set[Sentence]:
    """The sentences of the passage that a quote of it holds."""
    spans = zip(_numbered(passage), passage.sentences, strict=True)
    return {sentence for sentence, (start, end) in spans if span[0] <= start and end <= span[1]}


def _numbered(passage: Passage) -> list[Sentence]:
    return [(passage.document, passage.start + start) for start, _ in passage.sentences]


def _with_neighbour(passage: Passage, scores: Scores, best: int) -> Span:
    beside = [at for at in (best - 1, best + 1) if 0 <= at < len(scores)]
    better = max(beside, key=lambda at: float(scores[at]), default=best)
    first, last = sorted((best, better))
    return passage.sentences[first][0], passage.sentences[last][1]
