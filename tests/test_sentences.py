"""The vectors of sentences: each passage scores its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.sentences import SentenceVectors
from index.unit import unit

ROWS = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0], [0.8, -0.6]], dtype=np.float32)
COUNTS = [2, 0, 1, 2]
"""Sentences of four passages; the second has none."""
QUESTION = np.array([0.6, 0.8], dtype=np.float32)


@pytest.mark.parametrize(("passage", "cosines"), [(0, [0.6, 0.8]), (1, []), (2, [1.0]), (3, [-0.6, 0.0])])
def test_a_passage_scores_its_own_sentences_in_their_order(passage: int, cosines: list[float]) -> None:
    scores = SentenceVectors.of(ROWS, COUNTS).scores(passage, QUESTION)
    np.testing.assert_allclose(scores, cosines, atol=5e-4)
    assert scores.dtype == np.float32


def test_half_precision_is_as_exact_as_it_says() -> None:
    rows = unit(np.random.default_rng(1927).normal(size=(3000, 384)))
    question = unit(np.random.default_rng(1928).normal(size=384))
    scores = SentenceVectors.of(rows, [3000]).scores(0, question)
    assert float(np.abs(scores - rows @ question).max()) < 5e-4


def test_sentences_score_the_same_after_they_were_saved(tmp_path: Path) -> None:
    sentences = SentenceVectors.of(ROWS, COUNTS)
    sentences.save(tmp_path / "sentences.npz")
    loaded = SentenceVectors.load(tmp_path / "sentences.npz")
    for passage in range(len(COUNTS)):
        np.testing.assert_array_equal(loaded.scores(passage, QUESTION), sentences.scores(passage, QUESTION))


def test_the_same_vectors_make_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "other"):
        SentenceVectors.of(ROWS, COUNTS).save(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
