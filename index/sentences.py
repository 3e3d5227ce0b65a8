"""The vectors of the sentences of every passage, by which the words of the answer are found in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


class SentenceVectors:
    """Unit vectors of sentences, kept in half precision: their differences are far above its error of 0.0005."""

    def __init__(self, vectors: NDArray[np.float16], starts: NDArray[np.int64]) -> None:
        self._vectors = vectors
        self._starts = starts

    @classmethod
    def of(cls, vectors: NDArray[np.float32], counts: Sequence[int]) -> SentenceVectors:
        """The rows of `vectors`, passage by passage; `counts` holds the number of sentences of each."""
        return cls(vectors.astype(np.float16), np.cumsum([0, *counts]))

    @classmethod
    def load(cls, path: Path) -> SentenceVectors:
        """The vectors that `save` wrote to `path`."""
        with np.load(path) as stored:
            return cls(stored["vectors"], stored["starts"])

    def save(self, path: Path) -> None:
        """Write the vectors to the file `path`."""
        with path.open("wb") as file:
            np.savez(file, vectors=self._vectors, starts=self._starts)

    def scores(self, passage: int, question: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of `question` with each sentence of the passage, in their order."""
        rows = self._vectors[self._starts[passage] : self._starts[passage + 1]]
        return rows.astype(np.float32) @ question
