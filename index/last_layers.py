"""A step in a sentence-transformers model that keeps what its layer before the last makes of each token."""

from typing import Any

import torch
from sentence_transformers import SentenceTransformer

from index.seen import BEFORE_LAST


class LastLayers(torch.nn.Module):
    """Stands right behind the transformer."""

    def forward(self, features: dict[str, Any]) -> dict[str, Any]:
        """Put the layer in a place of its own, text by text like all else, and drop the layers below it."""
        features[BEFORE_LAST] = features.pop("all_layer_embeddings")[-2]
        return features


def keep_last_layers(model: SentenceTransformer) -> None:
    """Have `model` give the layer before the last too, as BEFORE_LAST."""
    transformer: Any = model[0]
    transformer.auto_model.config.output_hidden_states = True
    model.insert(1, LastLayers())
