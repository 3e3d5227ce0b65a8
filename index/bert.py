"""The network of the bundled model in numpy, for questions: they are short, and need no library that loads for seconds.

BERT as published (Devlin et al. 2019), one text at a time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.subwords import WORDS, Subwords

Rows = NDArray[np.float32]

# Abramowitz and Stegun 1964, 7.1.26: the error function to 1.5e-7, which numpy does not have.
_ERF = np.array([1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592], dtype=np.float32)
_ERF_STEP = np.float32(0.3275911)


class Bert:
    """What the network makes of the tokens of a text; safe to use from several threads."""

    def __init__(self, folder: Path, subwords: Subwords) -> None:
        """Read the network from a folder that index/rebuild.py wrote, with the `subwords` of that folder."""
        from safetensors import safe_open

        _one_core_each()
        measures = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._layers = int(measures["num_hidden_layers"])
        self._heads = int(measures["num_attention_heads"])
        self._epsilon = np.float32(measures["layer_norm_eps"])
        with safe_open(folder / "model.safetensors", framework="np") as stored:
            small = [name for name in stored.keys() if name != WORDS]  # noqa: SIM118
            self._weights = {name: _laid_out(name, stored.get_tensor(name)) for name in small}
        self._subwords = subwords

    def last_layers(self, tokens: Sequence[int]) -> tuple[Rows, Rows]:
        """What the layer before the last and the last one make of each token; shape (tokens, width) each."""
        positions = self._weights["embeddings.position_embeddings.weight"][: len(tokens)]
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        last = self._normed(self._subwords.vectors(tokens) + positions + kind, "embeddings.LayerNorm")
        before = last
        for layer in range(self._layers):
            before, last = last, self._layer(last, f"encoder.layer.{layer}")
        return before, last

    def _layer(self, rows: Rows, name: str) -> Rows:
        attended = self._linear(self._attention(rows, f"{name}.attention.self"), f"{name}.attention.output.dense")
        rows = self._normed(rows + attended, f"{name}.attention.output.LayerNorm")
        inner = _gelu(self._linear(rows, f"{name}.intermediate.dense"))
        return self._normed(rows + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _attention(self, rows: Rows, name: str) -> Rows:
        query, key, value = (self._by_head(self._linear(rows, f"{name}.{part}")) for part in ("query", "key", "value"))
        shares = query @ key.transpose(0, 2, 1) / np.float32(query.shape[2] ** 0.5)
        shares = np.exp(shares - shares.max(axis=2, keepdims=True))
        shares /= shares.sum(axis=2, keepdims=True)
        attended: Rows = (shares @ value).transpose(1, 0, 2).reshape(rows.shape)
        return attended

    def _by_head(self, rows: Rows) -> Rows:
        return rows.reshape(len(rows), self._heads, -1).transpose(1, 0, 2)

    def _linear(self, rows: Rows, name: str) -> Rows:
        product: Rows = rows @ self._weights[f"{name}.weight"]
        product += self._weights[f"{name}.bias"]
        return product

    def _normed(self, rows: Rows, name: str) -> Rows:
        rows = rows - rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt((rows * rows).mean(axis=1, keepdims=True) + self._epsilon)
        normed: Rows = rows * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return normed


def _laid_out(name: str, weights: NDArray[np.float16]) -> Rows:
    """The weights as they are multiplied: a matrix that lies (in, out) is a third quicker than one turned each time."""
    turned = weights.T if name.startswith("encoder.") else weights
    return np.ascontiguousarray(turned, dtype=np.float32)


def _one_core_each() -> None:
    """Have numpy multiply each question's matrices on one core: two visitors then do not wait for one another.

    Its threads wait by spinning. On two cores that had other work too a question took 135 ms
    with one of them, 450 ms with two.
    """
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")


def _gelu(rows: Rows) -> Rows:
    """The Gaussian error linear unit (Hendrycks and Gimpel 2016), exact, not by the hyperbolic tangent."""
    scaled = np.abs(rows) * np.float32(0.5**0.5)
    step = 1 / (1 + _ERF_STEP * scaled)
    polynomial = np.zeros_like(rows)
    for coefficient in _ERF:
        polynomial += coefficient
        polynomial *= step
    error = 1 - polynomial * np.exp(-scaled * scaled)
    activated: Rows = rows * (1 + np.copysign(error, rows)) / 2
    return activated
