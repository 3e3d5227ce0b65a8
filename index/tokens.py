"""The token vectors of every passage, and late interaction over them.

Each token of a question looks for the token of a passage that is nearest to it (MaxSim, Khattab and Zaharia 2020,
"ColBERT"); the passage's score is the mean of what they find, weighted by rarity and emphasis.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.token_map import Tokens

SCALE = 127
"""Vectors are kept as whole numbers from -127 to 127; measured, it costs nothing."""
CORES = os.cpu_count() or 1
BLOCK = 16
"""Passages at a time: their tokens then stay in the processor's cache."""


class TokenVectors:
    """The token vectors of the passages, read from the disk as they are needed."""

    def __init__(
        self,
        codes: NDArray[np.int8],
        starts: NDArray[np.int64],
        holding: NDArray[np.int32],
        ends: NDArray[np.int16],
    ) -> None:
        self._codes = codes
        self._starts = starts
        self._holding = holding
        """By a token's number: how many passages hold it."""
        self._ends = ends

    @classmethod
    def of(cls, passages: Sequence[Tokens], contexts: Sequence[int] | None = None) -> TokenVectors:
        """The tokens of each passage, in order; one that has none gets one that is near to nothing.

        `contexts` says how many characters stand before each passage's own text.
        """
        codes = [_coded(tokens.vectors) for tokens in passages]
        starts = np.cumsum([0, *map(len, codes)], dtype=np.int64)
        pieces = [np.unique(tokens.pieces) for tokens in passages]
        before = contexts or [0] * len(passages)
        ends = [_own_ends(tokens, context) for tokens, context in zip(passages, before, strict=True)]
        holding = np.bincount(np.concatenate(pieces)).astype(np.int32)
        return cls(np.concatenate(codes), starts, holding, np.concatenate(ends))

    @classmethod
    def load(cls, folder: Path) -> TokenVectors:
        """The vectors that `save` wrote to `folder`."""
        codes = np.load(folder / "codes.npy", mmap_mode="r")
        return cls(codes, *(np.load(folder / f"{name}.npy") for name in ("starts", "holding", "ends")))

    def save(self, folder: Path) -> None:
        """Write the vectors into the new folder `folder`."""
        folder.mkdir()
        np.save(folder / "codes.npy", self._codes)
        np.save(folder / "starts.npy", self._starts)
        np.save(folder / "holding.npy", self._holding)
        np.save(folder / "ends.npy", self._ends)

    def scores(self, asked: Tokens) -> NDArray[np.float32]:
        """The weighted mean of the cosines that the tokens of a question find in each passage; shape (passages,)."""
        passages = len(self._starts) - 1
        nearest = np.empty((passages, len(asked.pieces)), dtype=np.float32)
        with ThreadPoolExecutor(CORES) as threads:
            list(threads.map(partial(self._look, asked.vectors, nearest), range(0, passages, BLOCK)))
        found: NDArray[np.float32] = nearest @ self.weights(asked)
        return found / np.float32(SCALE)

    def _look(self, asked: NDArray[np.float32], nearest: NDArray[np.float32], first: int) -> None:
        """Fill in what each token of a question finds nearest in the block of passages that begins at `first`."""
        starts = self._starts[first : first + BLOCK + 1]
        block = self._codes[starts[0] : starts[-1]].astype(np.float32)
        nearest[first : first + BLOCK] = np.maximum.reduceat(block @ asked.T, starts[:-1] - starts[0], axis=0)

    def cosines(self, asked: Tokens, row: int) -> NDArray[np.float32]:
        """How near each token of a question is to each of the passage `row`; shape (question's tokens, passage's)."""
        codes = self._codes[self._starts[row] : self._starts[row + 1]]
        return asked.vectors @ codes.astype(np.float32).T / np.float32(SCALE)

    def ends(self, row: int) -> NDArray[np.int16]:
        """Before which character of the passage's text each of its tokens ends; not above 0 for those before it."""
        return self._ends[self._starts[row] : self._starts[row + 1]]

    def weights(self, asked: Tokens) -> NDArray[np.float32]:
        """How much each token of a question counts, 1 in all: rarity in the collection times emphasis."""
        weights: NDArray[np.float32] = self.rarity(asked.pieces) * asked.emphasis
        weights /= weights.sum()
        return weights

    def rarity(self, pieces: NDArray[np.int32]) -> NDArray[np.float32]:
        """Of tokens by their numbers ln(1 + passages / (1 + passages with it)), as lexical search has it of terms."""
        known = pieces < len(self._holding)
        holding = np.where(known, self._holding[np.where(known, pieces, 0)], 0)
        return np.log1p((len(self._starts) - 1) / (1 + holding)).astype(np.float32)


def _coded(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    whole = np.rint(vectors * SCALE).astype(np.int8)
    return whole if len(whole) else np.zeros((1, vectors.shape[1]), np.int8)


def _own_ends(tokens: Tokens, context: int) -> NDArray[np.int16]:
    own = (tokens.ends - context).astype(np.int16)
    return own if len(own) else np.zeros(1, np.int16)
