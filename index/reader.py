"""The reader: a question and a piece of a document go through one network together, which none of the searches does.

Out come the odds that the piece answers, and the words of it that would. The network is that of the bundled model, each
layer tuned by training/reader.py; vectors of words are the bundled model's own, so the file holds the layers alone, as
whole numbers of 8 bits. docs/reader.md says what it is worth.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.bundled import model_folder, weights_name
from index.embed import PASSAGE, QUERY, ModelError
from index.records import Span
from index.subwords import Subwords, subwords

log = logging.getLogger(__name__)

SHIPPED = Path(__file__).parent / "data" / "reader.onnx"
BEGIN, END = 0, 2
"""Tokens of the vocabulary that mark where a text begins and ends."""
CORES = os.cpu_count() or 1
LONGEST_QUESTION = 64
LONGEST = 256
"""Tokens of the question, and of question and piece together; what is beyond is not read."""
LONGEST_TITLE = 100
"""Characters of a title."""
LONGEST_SPAN = 40
"""Tokens of the words that would answer."""
BEGINNINGS = 12
"""So many of the likeliest tokens are tried as the first of these words."""
OUTSIDE = (0, 0)


class Piece(NamedTuple):
    """A piece of a document, and the document's title."""

    title: str
    text: str


class Opinion(NamedTuple):
    """What the reader makes of a piece: the logarithm of the odds that it answers, and where in its text it does."""

    odds: float
    span: Span


class Joined(NamedTuple):
    """Question and piece as tokens; `places` says where in the piece's text each stands, OUTSIDE for the others."""

    ids: list[int]
    places: list[Span]


class Reader:
    """Reads pieces for a question; safe to use from several threads."""

    def __init__(self, file: Path) -> None:
        """Load the network.

        Raises ModelError if its file is missing, damaged or made for another bundled model, or nothing can run it.
        """
        digest = _checked(file)
        self._session = _session(file)
        made_for = self._session.get_modelmeta().custom_metadata_map.get("encoder")
        if made_for != weights_name():
            raise ModelError(f"the reader {file} was trained on the model {made_for}, not {weights_name()}")
        self._subwords = subwords(model_folder())
        self.name = f"{file.stem}:{digest[:8]}"

    def read(self, question: str, pieces: Sequence[Piece]) -> list[Opinion]:
        """The opinion on each of `pieces`, in their order; it is the same whatever is read beside it."""
        with ThreadPoolExecutor(CORES) as threads:
            return list(threads.map(partial(self._opinion, question), pieces))

    def _opinion(self, question: str, piece: Piece) -> Opinion:
        ids, places = joined(self._subwords, question, piece)
        words = self._subwords.vectors(ids)[None]
        (odds,), (ends,) = self._session.run(None, {"words": words, "mask": np.ones((1, len(ids)), np.int64)})
        return Opinion(float(odds), _trimmed(piece.text, _span(ends, places)))


def shipped() -> Reader | None:
    """The reader that comes with the package; None, with a line in the log, where it cannot be loaded."""
    try:
        return Reader(SHIPPED)
    except ModelError as error:
        log.warning("answers come without the reader: %s", error)
        return None


def joined(subwords: Subwords, question: str, piece: Piece) -> Joined:
    """Question and piece as the network reads them; what is too long is cut off at its end."""
    head = f"{PASSAGE}{piece.title[:LONGEST_TITLE]}\n"
    before = len(head)
    asked = subwords.read(QUERY + question, bare=True).ids[:LONGEST_QUESTION]
    read = subwords.read(head + piece.text, bare=True)
    room = LONGEST - len(asked) - 4
    told = [(max(start - before, 0), end - before) if end > before else OUTSIDE for start, end in read.offsets]
    first = [BEGIN, *asked, END, END]
    return Joined([*first, *read.ids[:room], END], [OUTSIDE] * len(first) + told[:room] + [OUTSIDE])


def _span(ends: NDArray[np.float32], places: Sequence[Span]) -> Span:
    """The words whose first and last token are together the likeliest, as in SQuAD (Devlin et al. 2019)."""
    inside = np.array([place != OUTSIDE for place in places])
    first, last = np.where(inside[:, None], ends[: len(places)], -np.inf).T
    best, found = -np.inf, OUTSIDE
    for start in np.argsort(-first)[:BEGINNINGS]:
        end = start + int(np.argmax(last[start : start + LONGEST_SPAN]))
        if first[start] + last[end] > best:
            best, found = first[start] + last[end], (places[start][0], places[end][1])
    return found


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space about it."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _checked(file: Path) -> str:
    """The digest of the network's file, which is to be the one that stands beside it."""
    try:
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        digest = file.with_suffix(".sha256").read_text("ascii").split()[0]
    except (OSError, ValueError, IndexError) as error:
        raise ModelError(f"the reader {file} is missing: install Legenda anew") from error
    if found != digest:
        raise ModelError(f"the reader {file} is damaged: install Legenda anew")
    return digest


def _session(file: Path) -> Any:
    """The network ready to run. A piece is read by one core, and the pieces by all: no core waits for another."""
    try:
        from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
    except ImportError as error:
        raise ModelError("the package onnxruntime is not installed: run `pip install onnxruntime`") from error
    disable_telemetry_events()  # it has some on Windows
    options = SessionOptions()
    options.log_severity_level = 4  # what is wrong is said by what it raises
    options.intra_op_num_threads = 1
    try:
        return InferenceSession(str(file), options, ["CPUExecutionProvider"])
    except Exception as error:  # the library has many errors of its own
        raise ModelError(f"the reader {file} is damaged: install Legenda anew") from error
