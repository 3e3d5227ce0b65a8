"""Texts to vectors: what an encoder is, and the encoder of any sentence-transformers model."""

import hashlib
import os
import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import LegendaError
from index.records import Span
from index.seen import Seen, seen
from index.token_map import TokenMap, Tokens
from index.unit import unit

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = "bundled"
RECIPE = 1  # raise it when the same model comes to give other vectors: an older index is then built anew
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
# A thread that waits by spinning keeps a core from the one it waits for: with other work on two cores
# a batch took two to three times as long. Torch reads this once, while it is loaded.
PATIENT_THREADS = {"OMP_WAIT_POLICY": "PASSIVE"}
QUERY, PASSAGE = "query: ", "passage: "
"""What the bundled model, an E5, was taught to see before texts of either kind."""
_PREFIXES_OF_E5 = {"query": QUERY, "document": PASSAGE}


class ModelError(LegendaError):
    """A model cannot be had; the message says in one line what is wrong and what to do."""


def no_report(_finished: int) -> None:
    """Do nothing: nobody asked for progress."""


class Encoded(NamedTuple):
    """Unit vectors of texts, shape (texts, dimension), and of their parts, shape (parts, dimension).

    A part's vector is the mean of its tokens as the model saw them within the whole text
    (Günther et al. 2024, "Late Chunking"), so it costs nothing more. Parts stand text by text.
    `tokens` holds those of each text for late interaction; None of a model that no map was trained for.
    """

    texts: NDArray[np.float32]
    parts: NDArray[np.float32]
    tokens: Sequence[Tokens] | None = None


class EncodedQuestion(NamedTuple):
    """The unit vector of a question, shape (dimension,), and its tokens; None where the passages have none."""

    vector: NDArray[np.float32]
    tokens: Tokens | None = None


class Encoder(Protocol):
    """Turns texts into vectors whose dot product tells how near two texts are in meaning."""

    @property
    def name(self) -> str:
        """What tells this model from every other: vectors of two names do not mix."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Return the vectors of the texts, of the `parts` of each (half-open spans) and of tokens, in the order given.

        `on_progress` is called after each batch with the number of characters finished since the last
        call; what it raises comes out of here.
        """

    def encode_question(self, text: str) -> EncodedQuestion:
        """Return the vector of a question and of its tokens."""


def encoder(model: str | None = None) -> Encoder:
    """Return the encoder of a model: a name in the local cache, a folder, or None for the bundled one.

    Raises ModelError if there is no such model on this computer; nothing is ever downloaded.
    """
    if model is None or model == BUNDLED:
        # Imported here because the bundled encoder is itself built on this module.
        from index.bundled import BundledEncoder

        return BundledEncoder()
    folder = Path(model).expanduser()
    return SentenceTransformerEncoder(model, name=_named(folder) if folder.is_dir() else model)


def _named(folder: Path) -> str:
    """The name of a model in a folder, with a digest of its files' sizes and times: a retrained one is another."""
    files = [(path.relative_to(folder).as_posix(), path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    seen = repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in files])
    return f"{folder.name}:{hashlib.sha256(seen.encode()).hexdigest()[:8]}"


class SentenceTransformerEncoder:
    """Any sentence-transformers model on this computer, with the prompts it brings for both kinds of text.

    It gives token vectors only with a map that was trained for it, which is the bundled
    model's alone: of every other model the questions are answered by the two other searches.
    """

    def __init__(self, model: str, *, name: str | None = None, token_map: TokenMap | None = None) -> None:
        """Load the model from a folder, or by its name from the local cache.

        Raises ModelError if there is no such model, or it cannot be loaded.
        """
        self.name = name or model
        self._model = _load(model)
        self._map = token_map
        if token_map:
            _keep_last_layers(self._model)
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        # A processor is quickest with few texts at a time, which stay in its cache; a GPU needs many.
        self._batch = 4 if self._model.device.type == "cpu" else 64
        # The tokenizer of one model must not be used by two threads at a time.
        self._turn = threading.Lock()

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Return the vectors of the texts, and of the `parts` of each, in the order given."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        starts = np.cumsum([0, *map(len, parts)])
        part_vectors = np.empty((int(starts[-1]), self.dimension), dtype=np.float32)
        tokens: dict[int, Tokens] = {}
        # Neighbours of one length waste no work on padding; the longest come first, as they need most memory.
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]), reverse=True)
        for start in range(0, len(order), self._batch):
            rows = order[start : start + self._batch]
            batch = [texts[row] for row in rows]
            with self._turn:
                for row, read in zip(rows, self._read(batch), strict=True):
                    vectors[row] = read.text
                    part_vectors[starts[row] : starts[row + 1]] = read.means(parts[row])
                    if self._map:
                        tokens[row] = read.tokens(self._map)
            on_progress(sum(map(len, batch)))
        by_text = [tokens[row] for row in range(len(texts))] if self._map else None
        return Encoded(unit(vectors), unit(part_vectors), by_text)

    def encode_question(self, text: str) -> EncodedQuestion:
        """Return the vector of a question; its tokens are not asked of this model."""
        with self._turn:
            return EncodedQuestion(unit(self._model.encode_query([text], show_progress_bar=False)).reshape(-1))

    def _read(self, texts: list[str]) -> list[Seen]:
        """What the model makes of each text and its tokens."""
        prompt = self._model.prompts.get("document") or self._model.prompts.get("passage") or ""
        features = self._model.encode_document(
            texts,
            prompt=prompt,
            batch_size=len(texts),
            show_progress_bar=False,
            output_value=None,
            convert_to_numpy=False,
        )
        encodings = self._model.tokenizer(
            [prompt + text for text in texts], truncation=True, max_length=self._model.max_seq_length
        ).encodings
        return [seen(one, encoding, len(prompt)) for one, encoding in zip(features, encodings, strict=True)]


def _keep_last_layers(model: "SentenceTransformer") -> None:
    # Imported here because the step that keeps them is one of torch's modules.
    from index.last_layers import keep_last_layers

    keep_last_layers(model)


def _load(model: str) -> "SentenceTransformer":
    folder = Path(model).expanduser()
    if folder.exists() and not any((folder / file).is_file() for file in ("modules.json", "config.json")):
        raise ModelError(
            f'"{model}" is not the folder of a sentence-transformers model (no modules.json in it): '
            f'give the folder of one, or "{BUNDLED}"'
        )
    os.environ.update(_OFFLINE)
    for variable, value in PATIENT_THREADS.items():
        os.environ.setdefault(variable, value)
    try:
        loaded = _load_offline(str(folder) if folder.is_dir() else model)
        if not loaded.tokenizer.is_fast:
            raise ValueError("its tokenizer does not say where its tokens stand")  # noqa: TRY301
    except Exception as error:  # the libraries below raise a dozen kinds; a caller needs one
        raise ModelError(_explain(model, folder, error)) from error
    return loaded


def _load_offline(model: str) -> "SentenceTransformer":
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    dtype = torch.bfloat16 if _has_fast_bfloat16() else torch.float32
    loaded = SentenceTransformer(model, local_files_only=True, model_kwargs={"dtype": dtype})
    if _is_bare_e5(model) and not any(loaded.prompts.values()):
        loaded.prompts.update(_PREFIXES_OF_E5)
    return loaded


def _has_fast_bfloat16() -> bool:
    """Return whether the processor multiplies bfloat16 itself; one that does not only loses time with it.

    Measured with the bundled model on 2 cores of an AMD EPYC (Zen 4): 49 ms for a passage of 233 tokens
    in bfloat16, 84 ms in float32, cosine between the two above 0.9999.
    """
    import torch

    if torch.cuda.is_available():
        return False
    capabilities = torch.cpu.get_capabilities()
    return any(bool(capabilities.get(name)) for name in ("avx512_bf16", "amx_bf16"))


def _is_bare_e5(model: str) -> bool:
    """Return whether this is an E5 as published: it needs its two prefixes and its files do not say so."""
    return re.search(r"(^|[-_])e5[-_](?!.*instruct)", Path(model).name.lower()) is not None


def _explain(model: str, folder: Path, error: Exception) -> str:
    if not folder.exists() and isinstance(error, OSError):
        return (
            f'the model "{model}" is not on this computer (no such folder, and not in the cache of models): '
            f'give the folder of a sentence-transformers model, or "{BUNDLED}"'
        )
    reason = (str(error).strip() or type(error).__name__).splitlines()[0]
    return f'the model "{model}" cannot be loaded ({reason}): give another model, or "{BUNDLED}"'
