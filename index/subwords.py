"""The subwords of the bundled model: the tokens of a text, and the vector of each before the network has seen it."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST = 512
"""Tokens of one text; what comes after them is not read."""
WORDS = "embeddings.word_embeddings.weight"
_LONGEST_PIECE = 16  # characters: no piece of the vocabulary is longer


class Subwords:
    """Tokens and their vectors, out of a folder that index/rebuild.py wrote; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Read the tokenizer; the vectors stay on the disk until needed."""
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.model._resize_cache(0)  # noqa: SLF001 - it would remember the words of visitors
        self._vectors = _on_disk(folder / "model.safetensors", WORDS)

    def read(self, text: str, *, bare: bool = False) -> Any:
        """The tokens of a text as the tokenizers package has them; `bare` ones without those that begin and end it."""
        readable = text[: LONGEST * _LONGEST_PIECE].encode("utf-8", "replace").decode("utf-8")
        return self._tokenizer.encode(readable, add_special_tokens=not bare)

    def vectors(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of tokens by their numbers; shape (tokens, width)."""
        return self._vectors[list(ids)].astype(np.float32)


@functools.cache
def subwords(folder: Path) -> Subwords:
    """The subwords of the model in a folder: it takes half a second and 100 MB, and is there once for all."""
    return Subwords(folder)


def _on_disk(file: Path, name: str) -> NDArray[np.float16]:
    """A tensor of a safetensors file, mapped and not read: 8 bytes of length, the places as JSON, the data."""
    with file.open("rb") as stored:
        length = int.from_bytes(stored.read(8), "little")
        place = json.loads(stored.read(length))[name]
    start, _ = place["data_offsets"]
    return np.memmap(file, np.float16, "r", 8 + length + start, tuple(place["shape"]))
