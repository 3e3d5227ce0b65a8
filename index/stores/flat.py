"""Exact inner product by FAISS (IndexFlatIP): no approximation, and quick enough for a hundred volumes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray


class FlatStore:
    """A VectorStore over a FAISS index that compares a question with every passage."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> FlatStore:
        """A store of the rows of `vectors`, shape (passages, dimension)."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> FlatStore:
        """The store that `save` wrote to `path`."""
        return cls(faiss.deserialize_index(np.frombuffer(path.read_bytes(), dtype=np.uint8)))

    def save(self, path: Path) -> None:
        """Write the store to the file `path`."""
        path.write_bytes(faiss.serialize_index(self._index).tobytes())

    def scores(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The inner product of `vector` with every row, in their order; shape (passages,)."""
        products, rows = self._index.search(vector[np.newaxis], self._index.ntotal)
        scores = np.empty(self._index.ntotal, dtype=np.float32)
        scores[rows[0]] = products[0]
        return scores
