"""The upper layers of the bundled model and the map of its tokens while both are taught; the lower ones stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import normalize
from transformers.models.bert.modeling_bert import BertOutput, BertSelfOutput

from index.bundled import untuned_folder
from index.subwords import subwords
from index.token_map import TokenMap, speaking
from index.trunk import Layers
from training.bert import PADDING, bundled
from training.learn import ACCENT

LOWER = 6
"""So many layers stay as they are: what they make of a text is worked out once."""
DROPPED = 0.1
"""Share of what each layer adds that is left out at random while it learns."""
TOGETHER = 8
"""Texts of like length that go through the layers at a time."""


class Below(NamedTuple):
    """A text as the lower layers leave it, shape (tokens, width); which of its tokens take part, and their numbers."""

    states: Tensor
    speaking: Tensor
    pieces: NDArray[np.int32]


class Vectors(NamedTuple):
    """Of a text's tokens that take part the unit vectors, shape (tokens, dimension), and the emphasis, (tokens,)."""

    tokens: Tensor
    emphasis: Tensor


class Upper(nn.Module):
    """What is taught: six layers, the map, and how sharply tokens and whole texts tell."""

    def __init__(self, token_map: TokenMap) -> None:
        super().__init__()
        bert, words = bundled()
        self.layers = bert.encoder.layer[LOWER:]
        for part in self.layers.modules():
            if isinstance(part, BertOutput | BertSelfOutput):
                part.dropout.p = DROPPED
        self.matrix = nn.Parameter(torch.tensor(token_map.matrix))
        self.accent = nn.Parameter(torch.tensor(token_map.accent) / ACCENT)
        self.sharpness = nn.Parameter(torch.tensor([30.0, 40.0]).log())
        """The logarithms of what makes logits of cosines: of tokens, and of whole texts."""
        # In a list they are no part of what is taught.
        self._lower: list[Any] = [bert.embeddings, bert.encoder.layer[:LOWER], words]

    @torch.no_grad()
    def below(self, texts: Sequence[str], prompt: str) -> list[Below]:
        """The texts as the lower layers leave them."""
        embeddings, layers, words = self._lower
        read = [subwords(untuned_folder()).read(prompt + text) for text in texts]
        states: dict[int, Tensor] = {}
        for rows in _alike([len(one.ids) for one in read]):
            ids, mask = _padded([torch.tensor(read[row].ids)[:, None] for row in rows], PADDING)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                seen = embeddings(inputs_embeds=words[ids.squeeze(-1)].float())
                for layer in layers:
                    seen = _output(layer(seen, _bias(mask)))
            states |= {row: seen[at, mask[at]].bfloat16() for at, row in enumerate(rows)}
        return [Below(states[row], *_told(one, len(prompt))) for row, one in enumerate(read)]

    def forward(self, texts: Sequence[Below]) -> tuple[list[Vectors], Tensor]:
        """The vectors of each text's tokens, and of the texts, shape (texts, width)."""
        tokens: dict[int, Vectors] = {}
        wholes: dict[int, Tensor] = {}
        for rows in _alike([len(text.states) for text in texts]):
            blended, mean = self._seen([texts[row].states for row in rows])
            wholes |= dict(zip(rows, mean, strict=True))
            for row, states in zip(rows, blended, strict=True):
                told = states[: len(texts[row].states)][texts[row].speaking]
                tokens[row] = Vectors(normalize(told @ self.matrix, dim=-1), torch.exp(ACCENT * (told @ self.accent)))
        return [tokens[row] for row in range(len(texts))], torch.stack([wholes[row] for row in range(len(texts))])

    def _seen(self, states: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
        """What index/token_map.py reads of each token, and the unit mean of the last layer."""
        last, mask = _padded(states, 0)
        before = last
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                before, last = last, _output(layer(last, _bias(mask)))
        before, last = before.float(), last.float()
        blended = normalize(normalize(before, dim=-1) + normalize(last, dim=-1), dim=-1)
        return blended, normalize((last * mask[..., None]).sum(dim=1), dim=-1)

    def taught(self) -> tuple[Layers, TokenMap]:
        """The layers by the names of the whole model, and the map."""
        layers = {
            f"encoder.layer.{int(number) + LOWER}.{name}": weights.detach().numpy()
            for full, weights in self.layers.named_parameters()
            for number, name in [full.split(".", 1)]
        }
        matrix, accent = self.matrix.detach().numpy(), (ACCENT * self.accent).detach().numpy()
        return layers, TokenMap(matrix, accent)


def _alike(lengths: Sequence[int]) -> list[list[int]]:
    """Texts by the batch, those of like length together."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    return [order[first : first + TOGETHER] for first in range(0, len(order), TOGETHER)]


def _padded(rows: Sequence[Tensor], filling: int) -> tuple[Tensor, Tensor]:
    longest = max(map(len, rows))
    together = torch.full((len(rows), longest, rows[0].shape[1]), filling, dtype=rows[0].dtype)
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    for at, row in enumerate(rows):
        together[at, : len(row)], mask[at, : len(row)] = row, True
    return together, mask


def _bias(mask: Tensor) -> Tensor:
    """Added to what decides where a token looks: nothing for tokens, much below 0 for what fills up."""
    return torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None].bfloat16()


def _output(layer: Tensor | tuple[Tensor, ...]) -> Tensor:
    return layer[0] if isinstance(layer, tuple) else layer


def _told(encoding: Any, prompt: int) -> tuple[Tensor, NDArray[np.int32]]:
    """Which tokens take part, and the numbers of those."""
    places = [(start - prompt, end - prompt) for start, end in encoding.offsets]
    chosen = speaking(encoding.tokens, places)
    return torch.from_numpy(chosen), np.array(encoding.ids, np.int32)[chosen]
