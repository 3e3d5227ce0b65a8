"""What a question finds in one passage as it was read while building: by sentence and by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.records import Passage
from qa.retrieve import Query, Scores, Searches

CONTEXT = -1
"""The number of a sentence for what stands before the passage's own text."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """Cosines with the question.

    `meaning` (sentences,) are those of sentences, `cosines` (question's tokens, tokens) those
    of tokens; `ends` (tokens,) says before which character of the passage's text each token
    ends, `numbers` (tokens,) which sentence it is of, -1 for the words before the text.
    `nearest` (sentences and the words before the text, question's tokens) is the best that
    each token of the question finds there, 0 where there is none. Without token vectors
    there are no tokens.
    """

    meaning: Scores
    cosines: NDArray[np.float32]
    ends: NDArray[np.int32]
    numbers: NDArray[np.intp]
    nearest: Sequence[Scores]

    @classmethod
    def of(cls, passage: Passage, row: int, query: Query, searches: Searches) -> Self:
        """What the question finds in the passage of this row."""
        meaning = searches.sentences.scores(row, query.vector)
        if searches.tokens is None or query.tokens is None or not len(query.tokens.pieces):
            return cls(meaning, np.zeros((0, 0), np.float32), np.zeros(0, np.int32), np.zeros(0, np.intp), ())
        cosines, ends = searches.tokens.cosines(query.tokens, row), searches.tokens.ends(row).astype(np.int32)
        last = len(passage.sentences) - 1
        numbers = np.searchsorted([end for _, end in passage.sentences], ends)
        numbers = np.where(ends > 0, np.minimum(numbers, last), CONTEXT)
        places = (*range(last + 1), CONTEXT)
        nearest = tuple(cosines[:, numbers == place].max(axis=1, initial=0) for place in places)
        return cls(meaning, cosines, ends, numbers, nearest)
