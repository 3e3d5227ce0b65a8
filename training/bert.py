"""The bundled model as it came, in torch, to be taught: its vectors of words apart, for they stay as they are."""

from __future__ import annotations

import json

from safetensors.torch import load_file
from torch import Tensor
from transformers import BertConfig, BertModel

from index.bundled import untuned_folder
from index.subwords import WORDS

PADDING = 1
"""The token that fills up the shorter texts of a batch."""
_OF_FILES = {"architectures", "dtype", "model_type"}


def bundled() -> tuple[BertModel, Tensor]:
    """The layers, and the vectors of words, shape (vocabulary, width)."""
    folder = untuned_folder()
    measures = json.loads((folder / "config.json").read_text("utf-8"))
    config = BertConfig(**{name: value for name, value in measures.items() if name not in _OF_FILES})
    stored = load_file(folder / "model.safetensors")
    words = stored.pop(WORDS)
    config.vocab_size = PADDING + 1  # words come as vectors; the number of the padding is wanted all the same
    layers = BertModel(config, add_pooling_layer=False)
    layers.load_state_dict({name: tensor.float() for name, tensor in stored.items()}, strict=False)
    return layers, words
