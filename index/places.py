"""Where the lines and pages of a source begin: enough to say of any piece on which lines and page it stands."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.records import Place
from index.source import Source


class Places:
    """The places of a source, without its text."""

    def __init__(self, starts: NDArray[np.int64], pages: NDArray[np.int32]) -> None:
        self._starts = starts
        """By the line: the offset of its first letter."""
        self._pages = pages

    @classmethod
    def of(cls, source: Source) -> Places:
        """The places of `source`."""
        return cls(
            np.array([line.start for line in source.lines], np.int64),
            np.array([line.page for line in source.lines], np.int32),
        )

    @classmethod
    def load(cls, path: Path) -> Places:
        """The places that `save` wrote to `path`."""
        with np.load(path) as stored:
            return cls(stored["starts"], stored["pages"])

    def save(self, path: Path) -> None:
        """Write the places to the file `path`."""
        with path.open("wb") as file:
            np.savez(file, starts=self._starts, pages=self._pages)

    def place(self, start: int, end: int) -> Place:
        """The place of the non-empty piece from `start` to `end`, as Source.place gives it."""
        first, last = self._line_at(start), self._line_at(end - 1)
        return Place(start, end, (first + 1, last + 1), int(self._pages[first]))

    def _line_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)
