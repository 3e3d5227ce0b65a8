"""What visitors say of answers, kept as lines of a file on this computer; nothing about the visitors themselves."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from io import RawIOBase
from pathlib import Path

from filelock import FileLock

from index.errors import CallError, LegendaError
from index.records import Document

LARGEST = 50_000_000
"""Bytes: nobody reads more, and a kiosk's disk is small."""
LONGEST_QUOTE = 1200
"""Characters, as a passage has at most."""
PATIENCE = 5
"""Seconds to wait until others have added theirs."""
OWN = 0o600
"""Questions of visitors are the curator's to read and nobody else's."""


class FeedbackFull(LegendaError):
    """No more is kept."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a visitor says of one answer, as a line of the file.

    `start` and `end` are offsets of the quote in the source; `standalone` is the question as it was
    understood, `day` the day it was asked on: no hour, so that nobody can be found by it.
    """

    question: str
    standalone: str
    document: str
    start: int
    end: int
    quote: str
    right: bool
    day: str

    @property
    def line(self) -> str:
        """The judgement as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"


class Feedback:
    """The file that judgements are added to, by several threads and several programs at once."""

    def __init__(self, path: Path, *, today: Callable[[], date] = date.today) -> None:
        """Raises CallError where the file cannot be written."""
        self._path = path
        self._today = today
        self._beside = path.with_name(f".{path.name}.lock")
        try:
            os.close(self._opened())
        except OSError as error:
            raise CallError(
                f"{path} cannot be written ({error.strerror}); give --feedback a file in a folder of yours"
            ) from error

    def add(self, question: str, standalone: str, document: Document, quote: tuple[int, int], *, right: bool) -> None:
        """Keep that the `quote`, a piece of the text of `document`, was said to answer, or not to.

        Raises IndexError where the document has no such piece, FeedbackFull and OSError where nothing can be kept.
        """
        start, end = quote
        content = document.text.content
        if not 0 <= start < end <= len(content) or end - start > LONGEST_QUOTE:
            raise IndexError(f"document {document.number} has no quote from {start} to {end}")
        source = document.text.span(start, end)
        day = self._today().isoformat()
        said = Judgement(question, standalone, document.number, *source, content[start:end], right, day)
        self._append(said.line.encode("utf-8", "replace"))

    def _append(self, line: bytes) -> None:
        """At one stroke; what a power cut has broken off is ended first, what does not fit is taken back."""
        lock = FileLock(self._beside, timeout=PATIENCE, preserve_lock_file=True)
        with lock, os.fdopen(self._opened(), "rb+", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            if size + len(line) > LARGEST:
                raise FeedbackFull(f"{self._path} has {size} bytes; move it away")
            whole = line if _ended(file, size) else b"\n" + line
            if file.write(whole) != len(whole):
                file.truncate(size)
                raise FeedbackFull(f"{self._path} does not fit on the disk; make room")

    def _opened(self) -> int:
        return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, OWN)


def _ended(file: RawIOBase, size: int) -> bool:
    """Whether the last line is whole."""
    if not size:
        return True
    file.seek(size - 1)
    return file.read(1) == b"\n"
