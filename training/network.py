"""The reader's network while it learns: the layers of the bundled model, with two more on top of the last."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from index.bundled import weights_name
from training.bert import bundled

FROZEN = 2
"""So many of the lowest layers stay as they are; vectors of words do too."""


class Network(nn.Module):
    """Vectors of words to the log odds that the piece answers, and to logits of its first and last word."""

    def __init__(self) -> None:
        super().__init__()
        self.layers, self.words = bundled()
        width = self.words.shape[1]
        self.answers, self.ends = nn.Linear(width, 1), nn.Linear(width, 2)
        for head in (self.answers, self.ends):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)
        for frozen in (self.layers.embeddings, *self.layers.encoder.layer[:FROZEN]):
            frozen.requires_grad_(requires_grad=False)

    def forward(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Of vectors (texts, tokens, width) the log odds, shape (texts,), and the logits, shape (texts, tokens, 2)."""
        seen = self.layers(inputs_embeds=words, attention_mask=mask).last_hidden_state.float()
        return self.answers(seen[:, 0]).squeeze(-1), self.ends(seen)


def export(network: Network, file: Path) -> None:
    """Write the network for index/reader.py: matrices as whole numbers of 8 bits, activations made so as they come."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    network.layers.set_attn_implementation("eager")
    shapes = {name: {0: "texts", 1: "tokens"} for name in ("words", "mask", "ends")} | {"odds": {0: "texts"}}
    sample = torch.zeros(2, 8, network.words.shape[1]), torch.ones(2, 8, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            network,
            sample,
            str(exact),
            input_names=["words", "mask"],
            output_names=["odds", "ends"],
            dynamic_axes=shapes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(exact, file, weight_type=QuantType.QInt8, per_channel=True)
    model = onnx.load(file)
    onnx.helper.set_model_props(model, {"encoder": weights_name()})
    onnx.save(model, file)
