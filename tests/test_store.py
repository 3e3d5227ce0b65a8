"""The vector store: exact, in the order of the passages, and the same after it was saved."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.stores.flat import FlatStore
from index.stores.store import VectorStore
from index.unit import unit

STORES: list[type[VectorStore]] = [FlatStore]
AXES = [[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [1, 0, 0], [-1, 0, 0]]


@pytest.fixture(scope="module")
def vectors() -> NDArray[np.float32]:
    """As many vectors, and as long, as the volume has."""
    return unit(np.random.default_rng(1927).normal(size=(2000, 384)))


@pytest.mark.parametrize("store", STORES)
def test_scores_are_the_inner_products_in_the_order_of_the_rows(store: type[VectorStore]) -> None:
    scores = store.of(np.array(AXES, dtype=np.float32)).scores(np.array([0.8, 0.6, 0], dtype=np.float32))
    np.testing.assert_allclose(scores, [0.8, 0.6, 0.96, 0.8, -0.8], rtol=1e-6)
    assert scores.dtype == np.float32


@pytest.mark.parametrize("store", STORES)
def test_scores_equal_brute_force(store: type[VectorStore], vectors: NDArray[np.float32]) -> None:
    filled = store.of(vectors)
    for question in unit(np.random.default_rng(1928).normal(size=(5, 384))):
        np.testing.assert_allclose(filled.scores(question), vectors @ question, atol=1e-6)


@pytest.mark.parametrize("store", STORES)
def test_a_store_scores_the_same_after_it_was_saved(
    store: type[VectorStore], vectors: NDArray[np.float32], tmp_path: Path
) -> None:
    filled = store.of(vectors)
    filled.save(tmp_path / "vectors")
    loaded = store.load(tmp_path / "vectors")
    np.testing.assert_array_equal(loaded.scores(vectors[7]), filled.scores(vectors[7]))
    assert int(loaded.scores(vectors[7]).argmax()) == 7


@pytest.mark.parametrize("store", STORES)
def test_the_rows_may_lie_in_memory_as_they_like(store: type[VectorStore]) -> None:
    columns = np.asfortranarray(np.array(AXES, dtype=np.float32))
    np.testing.assert_allclose(store.of(columns).scores(np.array([0, 1, 0], dtype=np.float32)), columns[:, 1])


@pytest.mark.parametrize("store", STORES)
def test_a_store_of_one_row(store: type[VectorStore]) -> None:
    row = np.array([[0, 1]], dtype=np.float32)
    assert store.of(row).scores(row[0]).tolist() == [1]
