"""An encoder without a model: words that begin alike stand at one place of a short vector."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embed import Encoded, EncodedQuestion, no_report
from index.records import Span
from index.unit import unit

WORD = re.compile(r"\w+")
STEM = 5
"""Letters of a word that count, so that «Троцкого» is near «Троцкий»."""


@dataclass(frozen=True)
class FakeEncoder:
    """Gives the same vectors on every machine, and tells of progress after every text."""

    name: str = "fake"
    dimension: int = 64

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Return the vectors of the texts, and of the `parts` of each, in the order given."""
        vectors: list[NDArray[np.float32]] = []
        part_vectors: list[NDArray[np.float32]] = []
        for text, spans in zip(texts, parts, strict=True):
            vectors.append(self._vector(text))
            part_vectors.extend(self._vector(text[start:end]) for start, end in spans)
            on_progress(len(text))
        return Encoded(self._rows(vectors), self._rows(part_vectors))

    def encode_question(self, text: str) -> EncodedQuestion:
        """Return the vector of a question."""
        return EncodedQuestion(unit(self._vector(text)))

    def _vector(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in WORD.findall(text.lower()):
            vector[zlib.crc32(word[:STEM].encode()) % self.dimension] += 1
        return vector

    def _rows(self, vectors: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        return unit(np.reshape(vectors, (len(vectors), self.dimension)))
