"""The trained map of late interaction: a vector of few dimensions for each token that says something.

What the model makes of a token in its last two layers goes through one linear map, which training/token_map.py
learned from questions and the passages that answer them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.records import Span
from index.unit import unit

SHIPPED = Path(__file__).parent / "data" / "token_map.safetensors"
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


@dataclass(frozen=True, slots=True)
class TokenMap:
    """A map for the tokens of one model, and no other: `encoder` is the name of that model.

    `matrix` (width of the model, dimension) gives a token's vector, `accent` (width,) the
    logarithm of its emphasis.
    """

    encoder: str
    matrix: NDArray[np.float32]
    accent: NDArray[np.float32]

    @classmethod
    def untrained(cls, encoder: str, width: int) -> TokenMap:
        """The map that leaves everything as the model made it."""
        return cls(encoder, np.eye(width, dtype=np.float32), np.zeros(width, np.float32))

    @classmethod
    def load(cls, path: Path) -> TokenMap:
        """The map that `save` wrote to `path`."""
        from safetensors import safe_open

        with safe_open(path, framework="np") as stored:
            return cls(stored.metadata()["encoder"], stored.get_tensor("matrix"), stored.get_tensor("accent"))

    def save(self, path: Path) -> None:
        """Write the map to the file `path`."""
        from safetensors.numpy import save

        tensors = {"matrix": np.ascontiguousarray(self.matrix), "accent": self.accent}
        path.write_bytes(save(tensors, metadata={"encoder": self.encoder}))

    @property
    def digest(self) -> str:
        """What tells this map from every other."""
        parts = [json.dumps(self.encoder).encode(), self.matrix.tobytes(), self.accent.tobytes()]
        return hashlib.sha256(b"".join(parts)).hexdigest()[:8]

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
