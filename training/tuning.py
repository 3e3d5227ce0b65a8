"""Tunes the trunk: in a batch, passages that compete for the same questions, and each question is to choose its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor

from training.descent import descended
from training.upper import Below, Upper, Vectors

EPOCHS = 3
"""So often each passage that answers is read."""
PASSAGES, ASKED = 32, 80
"""Of a batch: so many passages, and at most so many questions, chosen among those that these answer."""
BESIDE = 64
"""So many other passages that the questions of a batch find stand beside, by vectors that no longer learn."""
RATE, MAP_RATE, SHARPNESS_RATE = 1e-4, 5e-4, 25e-4
LEFT = 0.02
"""What is left of the rate in the end."""
MEANING = 0.2
"""How much the choice by whole texts counts beside the one by tokens."""
KEPT = 0.98
"""In the end the weights are a running mean, in which each step leaves so much of those before it."""
RIVALS, WANTED = 20, 15
"""Of what a question finds wrongly, so many passages compete with the right one, and so many are wanted beside."""


class Drill(NamedTuple):
    """A question below the layers that learn, the rarity of its tokens, what answers it, and the nearest others."""

    asked: Below
    rarity: Tensor
    right: frozenset[int]
    near: tuple[int, ...]


def tuned(upper: Upper, passages: Sequence[Below], drills: Sequence[Drill], seed: int) -> Upper:
    """The trunk after EPOCHS readings of the passages that answer; the same for the same seed on the same machine."""
    torch.manual_seed(seed)
    chance = Random(seed)
    batches = [batch for _ in range(EPOCHS) for batch in companies(drills, chance)]
    groups = [
        {"params": [upper.matrix, upper.accent], "lr": MAP_RATE},
        {"params": [upper.sharpness], "lr": SHARPNESS_RATE},
        {"params": list(upper.layers.parameters()), "lr": RATE},
    ]
    shelf = _shelf(upper, passages)
    answered = _answered(drills)

    def loss_of(batch: Sequence[int]) -> Tensor:
        asked = list({drill: None for row in batch for drill in answered[row]})
        few = [drills[at] for at in (chance.sample(asked, ASKED) if len(asked) > ASKED else asked)]
        loss, read = _loss(upper, [passages[row] for row in batch], batch, few, shelf)
        for row, vectors in zip(batch, read, strict=True):
            shelf[row] = vectors.tokens.detach()
        return loss

    descended(upper, groups, batches, loss_of, left=LEFT, kept=KEPT)
    return upper.eval()


def companies(drills: Sequence[Drill], chance: Random) -> list[list[int]]:
    """All passages that answer, each once, in batches of those that questions find together."""
    rivals: dict[int, Counter[int]] = defaultdict(Counter)
    for drill in drills:
        for right in drill.right:
            for place, near in enumerate(drill.near[:RIVALS]):
                rivals[right][near] += 1 / (3 + place)  # type: ignore[assignment]
                rivals[near][right] += 1 / (3 + place)  # type: ignore[assignment]
    waiting = sorted({row for drill in drills for row in drill.right})
    chance.shuffle(waiting)
    left, made = set(waiting), list[list[int]]()
    while left:
        batch: list[int] = []
        found: Counter[int] = Counter()
        while left and len(batch) < PASSAGES:
            competing = [(weight * chance.random(), row) for row, weight in found.items() if row in left]
            row = max(competing)[1] if competing else next(row for row in waiting if row in left)
            batch.append(row)
            left.remove(row)
            found.update(rivals[row])
        made.append(batch)
    chance.shuffle(made)
    return made


def _answered(drills: Sequence[Drill]) -> dict[int, list[int]]:
    """By the passage: the drills that it answers."""
    answered: dict[int, list[int]] = defaultdict(list)
    for at, drill in enumerate(drills):
        for row in drill.right:
            answered[row].append(at)
    return answered


@torch.no_grad()
def _shelf(upper: Upper, passages: Sequence[Below]) -> list[Tensor]:
    """The token vectors of all passages, as they are before the first step."""
    upper.eval()
    return [vectors.tokens for vectors in upper(passages)[0]]


def _loss(
    upper: Upper, passages: Sequence[Below], rows: Sequence[int], drills: Sequence[Drill], shelf: Sequence[Tensor]
) -> tuple[Tensor, list[Vectors]]:
    """Minus the logarithm of the probability that a question chooses a passage that answers it; and the passages read.

    By tokens it chooses among the passages and those that stand beside, by whole texts among the passages.
    """
    read, wholes = upper(passages)
    asked, questions = upper([drill.asked for drill in drills])
    wanted = Counter(row for drill in drills for row in drill.near[:WANTED] if row not in rows)
    beside = [row for row, _ in wanted.most_common(BESIDE)]
    every = torch.cat([vectors.tokens for vectors in asked])
    compared = [*(vectors.tokens for vectors in read), *(shelf[row] for row in beside)]
    nearest = torch.stack([(tokens @ every.T).amax(dim=0) for tokens in compared])
    by_tokens, by_whole = upper.sharpness.exp()
    pieces = torch.split(nearest, [len(vectors.tokens) for vectors in asked], dim=1)
    chosen = []
    for at, (drill, vectors, found) in enumerate(zip(drills, asked, pieces, strict=True)):
        counts = drill.rarity * vectors.emphasis
        right = torch.tensor([row in drill.right for row in (*rows, *beside)])
        tokens = torch.log_softmax(by_tokens * (found @ (counts / counts.sum())), dim=0)
        whole = torch.log_softmax(by_whole * (wholes @ questions[at]), dim=0)
        chosen.append(tokens[right].logsumexp(dim=0) + MEANING * whole[right[: len(rows)]].logsumexp(dim=0))
    return -torch.stack(chosen).mean(), read
