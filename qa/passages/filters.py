"""Leaves only the passages of the papers that a question names beyond doubt: by shelf mark or by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.records import Passage
from qa.reading import SHELF, Reading

Mask = NDArray[np.bool_]
GIVEN_UP = (*reversed(SHELF), "documents")
"""The filters in the order in which they are given up: the narrowest part of a shelf mark first."""
SHEETS = re.compile(r"(\d+)(?:\D*?[-–—]\s?(\d+))?")


class Allowed(NamedTuple):
    """Which passages may be shown, shape (passages,), and the filters that had to be given up."""

    passages: Mask
    relaxed: tuple[str, ...] = ()


class Filters:
    """The passages of a collection by where they are kept."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages

    def allowed(self, reading: Reading) -> Allowed:
        """The passages that agree with the shelf mark and the numbers read out of a question.

        What no passage agrees with is given up, and of what only agrees one by one, the narrowest first.
        """
        masks = {name: self._mask(name, reading) for name in GIVEN_UP if getattr(reading, name)}
        kept = {name: mask for name, mask in masks.items() if mask.any()}
        while not _all(kept, len(self._passages)).any() and kept:
            kept.pop(next(iter(kept)))
        return Allowed(_all(kept, len(self._passages)), tuple(name for name in masks if name not in kept))

    def _mask(self, name: str, reading: Reading) -> Mask:
        if name == "documents":
            return np.array([passage.document in reading.documents for passage in self._passages])
        asked = getattr(reading, name)
        held = [getattr(passage.reference, name, "") for passage in self._passages]
        if name == "listy":
            wanted = sheets(asked)
            return np.array([bool(wanted & sheets(listy)) for listy in held])
        return np.array([value.lower() == asked.lower() for value in held])


def _all(masks: dict[str, Mask], count: int) -> Mask:
    both: Mask = np.logical_and.reduce([np.ones(count, np.bool_), *masks.values()])
    return both


def sheets(listy: str) -> set[int]:
    """The numbers of the sheets, without regard to their backs.

    >>> sheets("146–148, 150(об)") == {146, 147, 148, 150}
    True
    """
    spans = ((int(first), int(last or first)) for first, last in SHEETS.findall(listy))
    return {sheet for first, last in spans for sheet in range(first, last + 1)}
