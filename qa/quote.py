"""Finds the words of a passage that answer: its best sentence, by meaning and by words."""

from __future__ import annotations

import numpy as np

from index.records import Passage, Span
from qa.rank import standardised
from qa.retrieve import Query, Scores, Searches

SHORTEST = 60
"""Characters; a shorter sentence («Сталин», «3/II-1923 г.») is quoted with its better neighbour."""


def quote(passage: Passage, row: int, query: Query, searches: Searches) -> Span:
    """The piece of the passage's text, a sentence or two, that answers best; `row` is the passage's row."""
    by_meaning = searches.sentences.scores(row, query.vector)
    sentences = (passage.text[slice(*span)] for span in passage.sentences)
    by_words = np.array([searches.coverage(query, sentence) for sentence in sentences], np.float32)
    scores = standardised(by_meaning) + standardised(by_words)
    best = int(scores.argmax())
    start, end = passage.sentences[best]
    return (start, end) if end - start >= SHORTEST else _with_neighbour(passage, scores, best)


def _with_neighbour(passage: Passage, scores: Scores, best: int) -> Span:
    beside = [at for at in (best - 1, best + 1) if 0 <= at < len(scores)]
    better = max(beside, key=lambda at: float(scores[at]), default=best)
    first, last = sorted((best, better))
    return passage.sentences[first][0], passage.sentences[last][1]
