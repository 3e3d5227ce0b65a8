"""Tuning the trunk: it begins as the bundled model reads, and comes to choose the passages that answer."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch

from index.bundled import BundledEncoder, weights_name
from index.embed import PASSAGE, QUERY
from index.token_map import TokenMap
from index.trunk import Trunk, save
from training.tuning import PASSAGES, Drill, companies, tuned
from training.upper import LOWER, Upper

TEXTS = [
    "Выслать Троцкого за границу за антисоветскую работу.",
    "Слушали: о болезни т. Зиновьева. Постановили: предоставить отпуск на два месяца.",
    "В типографии найдено шрифта четыре пуда и печатный станок.",
    "Раковский сообщает из Астрахани о положении ссыльных.",
]
ASKED = ["куда отправили опального вождя", "сколько отдыхал больной", "что взяли у печатников", "кто писал с Волги"]


@pytest.fixture
def upper() -> Upper:
    axes = np.linalg.qr(np.random.default_rng(1).normal(size=(384, 96)))[0]
    return Upper(TokenMap(axes.astype(np.float32), np.zeros(384, np.float32)))


def _drills(upper: Upper) -> list[Drill]:
    below = upper.below(ASKED, QUERY)
    others = [tuple(row for row in range(len(TEXTS)) if row != right) for right in range(len(TEXTS))]
    return [
        Drill(asked, torch.ones(len(asked.pieces)), frozenset({right}), others[right])
        for right, asked in enumerate(below)
    ]


def test_it_begins_as_the_bundled_model_reads(upper: Upper) -> None:
    """Tokens, emphasis and vectors of whole texts are those of the encoder with the same map."""
    layers, token_map = upper.taught()
    encoder = BundledEncoder(Trunk.untuned(weights_name(), token_map))
    expected = encoder.encode_passages(TEXTS, [()] * len(TEXTS))
    upper.eval()
    with torch.no_grad():
        below = upper.below(TEXTS, PASSAGE)
        read, wholes = upper(below)
    assert expected.tokens
    for vectors, one, told in zip(read, below, expected.tokens, strict=True):
        assert one.pieces.tolist() == told.pieces.tolist()
        assert (vectors.tokens.numpy() * told.vectors).sum(axis=1).min() >= 0.998
        np.testing.assert_allclose(vectors.emphasis.numpy(), told.emphasis, rtol=0.02)
    assert (wholes.numpy() * expected.texts).sum(axis=1).min() >= 0.998
    assert {int(name.split(".")[2]) for name in layers} == set(range(LOWER, 12))


def test_questions_come_to_choose_what_answers_them(upper: Upper) -> None:
    drills = _drills(upper)
    before = {name: weights.clone() for name, weights in upper.state_dict().items()}
    surer = _chosen(upper, drills)
    for seed in range(6):
        tuned(upper, upper.below(TEXTS, PASSAGE), drills, seed)
    assert (_chosen(upper, drills) > surer).all()
    assert all(not torch.equal(weights, before[name]) for name, weights in upper.state_dict().items())


def test_what_was_taught_is_what_the_encoder_reads(
    upper: Upper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written, loaded and rebuilt, it gives the vectors of whole texts that it gave while it was taught."""
    tuned(upper, upper.below(TEXTS, PASSAGE), _drills(upper), 0)
    with torch.no_grad():
        _, wholes = upper(upper.below(ASKED, QUERY))
    file = tmp_path / "trunk.safetensors"
    save(file, weights_name(), *upper.taught())
    monkeypatch.setenv("LEGENDA_CACHE", str(tmp_path))  # the model that is rebuilt is of no use to anybody else
    encoder = BundledEncoder(Trunk.load(file))
    read = np.stack([encoder.encode_question(asked).vector for asked in ASKED])
    assert (wholes.numpy() * read).sum(axis=1).min() >= 0.998


def test_passages_that_compete_are_read_together() -> None:
    """Every passage that answers is read once; those that questions find together stand in one batch."""
    below = torch.zeros(1, 384)
    drills = [
        Drill((below, below, np.zeros(1, np.int32)), torch.ones(1), frozenset({row}), (row ^ 1,))  # type: ignore[arg-type]
        for row in range(4 * PASSAGES)
    ]
    batches = companies(drills, Random(3))
    assert sorted(row for batch in batches for row in batch) == list(range(4 * PASSAGES))
    assert all(len(batch) == PASSAGES and {row ^ 1 for row in batch} == set(batch) for batch in batches)


@torch.no_grad()
def _chosen(upper: Upper, drills: list[Drill]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """How much nearer, by its tokens, each question is to its own passage than to the nearest other."""
    upper.eval()
    read, _ = upper(upper.below(TEXTS, PASSAGE))
    asked, _ = upper([drill.asked for drill in drills])
    scores = np.array(
        [[float((one.tokens @ text.tokens.T).amax(dim=1).mean()) for text in read] for one in asked], np.float32
    )
    own = scores.diagonal().copy()
    np.fill_diagonal(scores, -1)
    found: np.ndarray[tuple[int], np.dtype[np.float32]] = own - scores.max(axis=1)
    return found
