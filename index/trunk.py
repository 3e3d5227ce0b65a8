"""The tuned trunk: the upper layers of the bundled model and the map of its tokens.

training/trunk.py taught them together, so that questions and the passages that answer them lie near each other. The
file keeps a matrix of a layer as whole numbers of 8 bits with one scale a row, everything else as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.token_map import TokenMap

SHIPPED = Path(__file__).parent / "data" / "trunk.safetensors"
MATRIX, ACCENT = "map.matrix", "map.accent"
SCALE = ".scale"
"""By its name with this at the end stand the scales of a matrix."""
MOST = 127

Layers = Mapping[str, NDArray[Any]]
"""Weights by BertModel's names."""


@dataclass(frozen=True, slots=True, eq=False)
class Trunk:
    """A trunk for one model, and no other: `encoder` is the name of that model, `digest` tells it from other trunks.

    `file` is where its layers are; None of a model that is left as it came.
    """

    encoder: str
    digest: str
    token_map: TokenMap
    file: Path | None = None

    @classmethod
    def untuned(cls, encoder: str, token_map: TokenMap) -> Trunk:
        """The model as it came, with a map of its tokens."""
        return cls(encoder, _digest(encoder, {MATRIX: token_map.matrix, ACCENT: token_map.accent}), token_map)

    @classmethod
    def load(cls, file: Path) -> Trunk:
        """The trunk that `save` wrote to `file`; its layers stay there until they are asked for.

        Raises ValueError if it is not as it was written, OSError and the errors of safetensors if it cannot be read.
        """
        from safetensors import safe_open

        with safe_open(file, framework="np") as stored:
            kept = {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118
            told = stored.metadata()
        digest = _digest(told["encoder"], kept)
        if digest != told["digest"]:
            raise ValueError(f"{file} is damaged")
        return cls(told["encoder"], digest, TokenMap(kept[MATRIX], kept[ACCENT]), file)

    def layers(self) -> Layers:
        """The tuned weights, matrices in float16; nothing where there are none."""
        from safetensors.numpy import load_file

        kept = load_file(self.file) if self.file else {}
        return {name: _exact(kept, name) for name in kept if name not in {MATRIX, ACCENT} and not name.endswith(SCALE)}


def save(file: Path, encoder: str, layers: Layers, token_map: TokenMap) -> None:
    """Write a trunk to `file`."""
    from safetensors.numpy import save as packed

    kept = {MATRIX: np.ascontiguousarray(token_map.matrix), ACCENT: token_map.accent}
    for name, weights in layers.items():
        if weights.ndim == 1:
            kept[name] = weights.astype(np.float32)
        else:
            scale = np.abs(weights).max(axis=1, keepdims=True).astype(np.float32) / MOST
            kept |= {name: np.rint(weights / scale).astype(np.int8), name + SCALE: scale}
    file.write_bytes(packed(kept, metadata={"encoder": encoder, "digest": _digest(encoder, kept)}))


def _exact(kept: Layers, name: str) -> NDArray[Any]:
    scale = kept.get(name + SCALE)
    return kept[name] if scale is None else (kept[name] * scale).astype(np.float16)


def _digest(encoder: str, kept: Layers) -> str:
    found = hashlib.sha256(encoder.encode())
    for name in sorted(kept):
        found.update(f" {name} {kept[name].shape} ".encode() + kept[name].tobytes())
    return found.hexdigest()[:8]
