"""Practice: the network reads lessons, once each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from index.bundled import model_folder
from index.reader import OUTSIDE, joined
from index.records import Span
from index.subwords import subwords
from training.bert import PADDING
from training.descent import descended
from training.network import Network
from training.reading import Lesson

HEADS = 5
"""The two layers on top begin from nothing, and learn so many times as fast."""
TOKENS = 4500
"""Tokens of a batch, those that fill up its shorter texts among them."""
POOL = 400
"""Out of so many lessons batches of like length are made."""
KEPT = 0.99
"""In the end the weights are a running mean, in which each step leaves so much of those before it."""
ANSWERS, ENDS = 0.7, 0.5
"""How much it counts whether a piece answers, and with which words, beside which of the pieces is the right one."""


class Example(NamedTuple):
    """A question and a piece as tokens, and the first and last of those that answer; None where none do."""

    ids: list[int]
    answer: Span | None


def learned(network: Network, lessons: Sequence[Lesson], rate: float, chance: Random, *, left: float = 0.05) -> None:
    """Have the network read each lesson once; in the end `left` is left of the rate."""
    batches = list(_batches(lessons, chance))
    heads = [*network.answers.parameters(), *network.ends.parameters()]
    layers = [weights for weights in network.layers.parameters() if weights.requires_grad]
    groups = [{"params": layers, "lr": rate}, {"params": heads, "lr": HEADS * rate}]
    descended(network, groups, batches, partial(_loss, network), left=left, kept=KEPT)


def _batches(lessons: Sequence[Lesson], chance: Random) -> Iterator[list[list[Example]]]:
    """The lessons as tokens, by the batch; in a batch they are of like length."""
    read = [examples for lesson in lessons if (examples := _examples(lesson))]
    chance.shuffle(read)
    for first in range(0, len(read), POOL):
        pool = sorted(read[first : first + POOL], key=_longest)
        made: list[list[list[Example]]] = [[]]
        for examples in pool:
            if made[-1] and _longest(examples) * sum(map(len, [*made[-1], examples])) > TOKENS:
                made.append([])
            made[-1].append(examples)
        chance.shuffle(made)
        yield from made


def _longest(examples: Sequence[Example]) -> int:
    return max(len(example.ids) for example in examples)


def _examples(lesson: Lesson) -> list[Example]:
    """The right piece first; nothing where its words are cut off."""
    words = subwords(model_folder())
    found: list[Example] = []
    if lesson.right:
        ids, places = joined(words, lesson.question, lesson.right[0])
        start, end = lesson.right[1]
        told = [at for at, place in enumerate(places) if place != OUTSIDE and place[0] < end and start < place[1]]
        if not told:
            return []
        found = [Example(ids, (told[0], told[-1]))]
    return found + [Example(joined(words, lesson.question, piece).ids, None) for piece in lesson.wrong]


def _loss(network: Network, batch: Sequence[Sequence[Example]]) -> Tensor:
    every = [example for examples in batch for example in examples]
    ids = torch.full((len(every), _longest(every)), PADDING)
    for row, example in zip(ids, every, strict=True):
        row[: len(example.ids)] = torch.tensor(example.ids)
    mask = (ids != PADDING).long()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        odds, ends = network(network.words[ids].float(), mask)
    answering = [at for at, example in enumerate(every) if example.answer]
    loss: Tensor = _which(odds, batch)
    answer = torch.tensor([float(bool(example.answer)) for example in every])
    loss = loss + ANSWERS * binary_cross_entropy_with_logits(odds, answer)
    if answering:
        told = torch.tensor([every[at].answer for at in answering])
        chosen = ends.masked_fill(mask[..., None] == 0, -1e4)[answering].transpose(1, 2)
        loss = loss + ENDS * cross_entropy(chosen.flatten(0, 1), told.flatten())
    return loss


def _which(odds: Tensor, batch: Sequence[Sequence[Example]]) -> Tensor:
    """Minus the logarithm of the probability that the right piece is chosen, the mean over lessons with both kinds."""
    losses = [
        -torch.log_softmax(part, 0)[0]
        for part, examples in zip(torch.split(odds, [len(one) for one in batch]), batch, strict=True)
        if len(examples) > 1 and examples[0].answer
    ]
    return torch.stack(losses).mean() if losses else torch.zeros(())
