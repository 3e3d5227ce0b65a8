"""Late interaction: the token vectors of passages and the score they give a question."""

from __future__ import annotations

from math import log
from pathlib import Path

import numpy as np
import pytest

from index.token_map import TokenMap, Tokens, blended
from index.tokens import BLOCK, TokenVectors
from index.unit import unit

AXES = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0]], dtype=np.float32)


def tokens(pieces: list[int], rows: list[int] | None = None, emphasis: list[float] | None = None) -> Tokens:
    """Tokens of these numbers along the rows of AXES."""
    vectors = AXES[rows if rows is not None else pieces]
    counts = np.array(emphasis or [1.0] * len(pieces), np.float32)
    ends = np.arange(3, 3 * len(pieces) + 1, 3, dtype=np.int32)
    return Tokens(np.array(pieces, np.int32), np.reshape(vectors, (-1, 2)), counts, ends)


PASSAGES = [tokens([0, 1]), tokens([1, 3]), tokens([2])]
"""Token 1 stands in two of three passages, the others in one."""


def test_a_token_looks_for_its_nearest_in_each_passage() -> None:
    scores = TokenVectors.of(PASSAGES).scores(tokens([0]))
    np.testing.assert_allclose(scores, [1, 0, 0.6], atol=0.005)
    assert scores.dtype == np.float32


@pytest.mark.parametrize(
    ("asked", "weights"),
    [
        (tokens([0, 1]), (log(1 + 3 / 2), log(1 + 3 / 3))),  # in one and in two of three passages
        (tokens([0, 9], [0, 1]), (log(1 + 3 / 2), log(1 + 3))),  # one in none, beyond all numbers known
        (tokens([0, 3], [0, 1], [1, 2]), (1, 2)),  # as rare, but twice the emphasis
    ],
)
def test_tokens_count_by_rarity_and_emphasis(asked: Tokens, weights: tuple[float, float]) -> None:
    filled = TokenVectors.of(PASSAGES)
    shares = np.array(weights) / sum(weights)
    np.testing.assert_allclose(filled.weights(asked), shares, rtol=1e-6)
    np.testing.assert_allclose(filled.scores(asked), shares @ [[1, 0, 0.6], [1, 1, 0.8]], atol=0.005)


def test_a_token_found_twice_in_a_passage_makes_it_no_rarer() -> None:
    once, twice = TokenVectors.of([tokens([0]), tokens([1])]), TokenVectors.of([tokens([0, 0]), tokens([1])])
    np.testing.assert_array_equal(once.weights(tokens([0, 1])), twice.weights(tokens([0, 1])))


def test_a_passage_without_tokens_is_near_to_nothing() -> None:
    scores = TokenVectors.of([tokens([0]), tokens([]), tokens([3])]).scores(tokens([0]))
    np.testing.assert_allclose(scores, [1, 0, -1], atol=0.005)


def test_each_token_of_a_question_is_compared_with_each_of_a_passage() -> None:
    cosines = TokenVectors.of(PASSAGES).cosines(tokens([0, 1]), 1)
    np.testing.assert_allclose(cosines, [[0, -1], [1, 0]], atol=0.005)


def test_tokens_end_in_the_passage_s_own_text_after_what_stands_before_it() -> None:
    filled = TokenVectors.of([*PASSAGES, tokens([])], [0, 3, 2, 0])
    assert [filled.ends(row).tolist() for row in range(4)] == [[3, 6], [0, 3], [1], [0]]


@pytest.fixture(scope="module")
def many() -> list[Tokens]:
    """More passages than are scored at a time, of 1 to 40 tokens each."""
    chance = np.random.default_rng(1927)
    lengths = chance.integers(1, 41, 2 * BLOCK + 5)
    return [_made_up(chance, length) for length in lengths]


def _made_up(chance: np.random.Generator, length: int) -> Tokens:
    vectors = unit(chance.normal(size=(length, 96)))
    pieces = chance.integers(0, 50, length).astype(np.int32)
    return Tokens(pieces, vectors, chance.random(length).astype(np.float32), np.arange(1, length + 1, dtype=np.int32))


def test_scores_equal_brute_force(many: list[Tokens]) -> None:
    asked = _made_up(np.random.default_rng(1928), 7)
    holding = [sum(piece in other.pieces for other in many) for piece in asked.pieces]
    rarities = [log(1 + len(many) / (1 + count)) for count in holding]
    weights = [rarity * emphasis for rarity, emphasis in zip(rarities, asked.emphasis.tolist(), strict=True)]
    nearest = [[max(float(vector @ other) for other in one.vectors) for vector in asked.vectors] for one in many]
    expected = [sum(w * n for w, n in zip(weights, found, strict=True)) / sum(weights) for found in nearest]
    np.testing.assert_allclose(TokenVectors.of(many).scores(asked), np.array(expected, np.float32), atol=0.01)
    assert int(np.argmax(TokenVectors.of(many).scores(many[BLOCK]))) == BLOCK


def test_vectors_score_the_same_after_they_were_saved(many: list[Tokens], tmp_path: Path) -> None:
    filled = TokenVectors.of(many)
    filled.save(tmp_path / "tokens")
    loaded = TokenVectors.load(tmp_path / "tokens")
    np.testing.assert_array_equal(loaded.scores(many[3]), filled.scores(many[3]))
    np.testing.assert_array_equal(loaded.ends(3), many[3].ends)
    assert isinstance(loaded._codes, np.memmap)
    assert (tmp_path / "tokens" / "codes.npy").stat().st_size == 128 + 96 * sum(len(one.pieces) for one in many)


def test_the_map_projects_scales_and_tells_the_emphasis() -> None:
    trained = TokenMap(np.array([[3, 0], [4, 0], [0, 2]], np.float32), np.array([0, 0, log(2)], np.float32))
    states = np.array([[1, 1, 0], [0.75, 0, 1]], np.float32)
    mapped = trained.tokens(np.array([7, 8], np.int32), states, np.array([3, 6], np.int32))
    np.testing.assert_allclose(mapped.vectors, [[1.0, 0.0], [2.25 / 3.010399, 2 / 3.010399]], rtol=1e-5)
    np.testing.assert_allclose(mapped.emphasis, [1, 2], rtol=1e-6)
    assert (mapped.pieces.tolist(), mapped.ends.tolist()) == ([7, 8], [3, 6])


def test_both_layers_count_alike_whatever_their_length() -> None:
    states = blended(np.array([[10, 0]], np.float32), np.array([[0, 0.1]], np.float32))
    np.testing.assert_allclose(states, [[0.5**0.5, 0.5**0.5]], rtol=1e-6)
