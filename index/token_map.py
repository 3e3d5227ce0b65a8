"""The trained map of late interaction: a vector of few dimensions for each token that says something.

What the model makes of a token in its last two layers goes through one linear map, which was learned from questions and
the passages that answer them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.records import Span
from index.unit import unit

SAYS_SOMETHING = re.compile(r"[^\W_]")


class Tokens(NamedTuple):
    """The tokens of a text: their numbers in the vocabulary, unit vectors, and how much each counts in a question.

    Shapes (tokens,), (tokens, dimension) and (tokens,). `ends` (tokens,) says before which
    character of the text each of them ends.
    """

    pieces: NDArray[np.int32]
    vectors: NDArray[np.float32]
    emphasis: NDArray[np.float32]
    ends: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class TokenMap:
    """A map for the tokens of one model.

    `matrix` (width of the model, dimension) gives a token's vector, `accent` (width,) the
    logarithm of its emphasis.
    """

    matrix: NDArray[np.float32]
    accent: NDArray[np.float32]

    @classmethod
    def untrained(cls, width: int) -> TokenMap:
        """The map that leaves everything as the model made it."""
        return cls(np.eye(width, dtype=np.float32), np.zeros(width, np.float32))

    def tokens(self, pieces: NDArray[np.int32], states: NDArray[np.float32], ends: NDArray[np.int32]) -> Tokens:
        """The tokens of these numbers and ends, which the model saw as `states`, shape (tokens, width)."""
        return Tokens(pieces, unit(states @ self.matrix), np.exp(states @ self.accent), ends)


def blended(before: NDArray[np.float32], last: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the map reads of each token: the mean direction of the layer before the last and the last one."""
    return unit(unit(before) + unit(last))


def speaking(words: Sequence[str], places: Sequence[Span]) -> NDArray[np.bool_]:
    """Which tokens take part: those of the text, which begins at 0 after its prompt, with a letter or a digit.

    >>> speaking(["<s>", "▁query", ":", "▁Кто", "?"], [(-7, -7), (-7, -2), (-2, -1), (-1, 3), (3, 4)]).tolist()
    [False, False, False, True, False]
    """
    told = [end > 0 and bool(SAYS_SOMETHING.search(word)) for word, (_, end) in zip(words, places, strict=True)]
    return np.array(told, dtype=np.bool_)
