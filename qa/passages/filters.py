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
SHEETS = re.compile(r"(?<!\d)(\d{1,9})(?!\d)(?:\D*?[-–—]\s?(\d{1,9})(?!\d))?")
"""One sheet or several in a row; a longer number is that of no sheet."""


class Allowed(NamedTuple):
    """Which passages may be shown, shape (passages,), and the filters that had to be given up."""

    passages: Mask
    relaxed: tuple[str, ...] = ()


class Filters:
    """The passages of a collection by where they are kept."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages

    def allowed(self, reading: Reading, within: Mask | None = None) -> Allowed:
        """The passages `within` those that may be shown at all that agree with shelf mark and numbers of a question.

        What no passage agrees with is given up, and of what only agrees one by one, the narrowest first.
        """
        shown = np.ones(len(self._passages), np.bool_) if within is None else within
        if not shown.any():
            return Allowed(shown)
        masks = {name: shown & self._mask(name, reading) for name in GIVEN_UP if getattr(reading, name)}
        kept = {name: mask for name, mask in masks.items() if mask.any()}
        while not _all(shown, kept).any():
            kept.pop(next(iter(kept)))
        return Allowed(_all(shown, kept), tuple(name for name in masks if name not in kept))

    def _mask(self, name: str, reading: Reading) -> Mask:
        if name == "documents":
            return np.array([passage.document in reading.documents for passage in self._passages])
        asked = getattr(reading, name)
        held = [getattr(passage.reference, name, "") for passage in self._passages]
        if name == "listy":
            wanted = sheets(asked)
            return np.array([_share(wanted, sheets(listy)) for listy in held])
        return np.array([value.lower() == asked.lower() for value in held])


def _all(shown: Mask, masks: dict[str, Mask]) -> Mask:
    both: Mask = np.logical_and.reduce([shown, *masks.values()])
    return both


def sheets(listy: str) -> list[range]:
    """The numbers of the sheets, without regard to their backs.

    >>> sheets("146–148, 150(об)")
    [range(146, 149), range(150, 151)]
    """
    return [range(int(first), int(last or first) + 1) for first, last in SHEETS.findall(listy)]


def _share(some: list[range], others: list[range]) -> bool:
    """Whether a sheet is among both."""
    return any(max(one.start, other.start) < min(one.stop, other.stop) for one in some for other in others)
