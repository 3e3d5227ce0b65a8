"""What a vector store must do."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray


class VectorStore(Protocol):
    """Unit vectors in the order of their passages, searched by inner product."""

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> Self:
        """A store of the rows of `vectors`, shape (passages, dimension)."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """The store that `save` wrote to `path`."""

    def save(self, path: Path) -> None:
        """Write the store to the file `path`."""

    def scores(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The inner product of `vector` with every row, in their order; shape (passages,)."""
