"""Vectors of length one, whose dot product is their cosine."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def unit(vectors: Any) -> NDArray[np.float32]:
    """Return a vector, or each row of a matrix, scaled to length one, in float32; zeros stay zeros."""
    rows: NDArray[np.float32] = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    scaled: NDArray[np.float32] = rows / np.maximum(lengths, np.finfo(np.float32).tiny)
    return scaled
