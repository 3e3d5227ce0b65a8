"""Learns the map of tokens with which tuning begins, over the model as it came.

The passages that answer are to score above the nearest that do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import normalize

from index.token_map import TokenMap, Tokens
from index.tokens import TokenVectors
from training.lessons import Course, Lesson

DIMENSION = 96
"""128 gives no more (docs/retrieval.md)."""
RIGHT, WRONG = 2, 16
"""So many passages of each kind at most stand in one comparison."""
BATCH = 4
RATE = 1e-3
WARMING = 30
"""Steps until the full rate; from there it falls to 0."""
ACCENT = 4
"""The accent is learned as a quarter of itself, so that one rate does for it and the matrix."""
SHARPNESS = 30.0
"""To begin with: cosines times this are the logits."""
SAMPLED = 60_000
"""Tokens of which the first matrix, their principal axes, is made."""


class Learned(NamedTuple):
    """What is adjusted."""

    matrix: Tensor
    accent: Tensor
    sharpness: Tensor


def learned(course: Course, lessons: Sequence[Lesson], seed: int) -> TokenMap:
    """The map that one reading of `lessons` gives; the same for the same seed on the same kind of machine."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    model = _beginning(course.passages, chance)
    optimizer = torch.optim.AdamW(
        [{"params": [model.matrix, model.accent], "lr": RATE}, {"params": [model.sharpness], "lr": 10 * RATE}],
        weight_decay=0.0,
    )
    steps = len(lessons) // BATCH
    falling = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / WARMING, 1 - step / steps))
    rarity = TokenVectors.of([_thin(tokens) for tokens in course.passages])
    for batch in chance.permutation(len(lessons))[: steps * BATCH].reshape(steps, BATCH):
        losses = [_loss(model, course.passages, lessons[row], rarity, chance) for row in batch]
        optimizer.zero_grad()
        (sum(losses, torch.zeros(())) / BATCH).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        falling.step()
    matrix, accent = (part.detach().numpy().astype(np.float32) for part in (model.matrix, ACCENT * model.accent))
    return TokenMap(matrix, accent)


def _beginning(passages: Sequence[Tokens], chance: np.random.Generator) -> Learned:
    """The principal axes of the passages' tokens, and no accent."""
    every = np.concatenate([tokens.vectors for tokens in passages])
    sample = torch.from_numpy(every[chance.permutation(len(every))[:SAMPLED]])
    _, _, axes = torch.pca_lowrank(sample, q=DIMENSION, center=False)
    accent, sharpness = torch.zeros(axes.shape[0]), torch.tensor(np.log(SHARPNESS), dtype=torch.float32)
    return Learned(*(part.clone().requires_grad_() for part in (axes, accent, sharpness)))


def _thin(tokens: Tokens) -> Tokens:
    """The tokens without their vectors: only what is told of rarity is wanted of them."""
    return tokens._replace(vectors=tokens.vectors[:, :1])


def _loss(
    model: Learned, passages: Sequence[Tokens], lesson: Lesson, rarity: TokenVectors, chance: np.random.Generator
) -> Tensor:
    """Minus the logarithm of the probability that one of the right passages is chosen."""
    right = lesson.right[:RIGHT]
    wrong = chance.choice(lesson.wrong, min(WRONG, len(lesson.wrong)), replace=False)
    compared = [passages[row].vectors for row in (*right, *wrong)]
    asked = torch.from_numpy(lesson.tokens.vectors)
    accented = torch.from_numpy(rarity.weights(lesson.tokens)) * torch.exp(ACCENT * (asked @ model.accent))
    tokens = normalize(torch.from_numpy(np.concatenate(compared)) @ model.matrix, dim=1)
    cosines = normalize(asked @ model.matrix, dim=1) @ tokens.T
    nearest = [part.max(dim=1).values for part in torch.split(cosines, [len(part) for part in compared], dim=1)]
    scores = torch.stack(nearest) @ (accented / accented.sum())
    return -torch.log_softmax(scores * model.sharpness.exp(), dim=0)[: len(right)].logsumexp(dim=0)
