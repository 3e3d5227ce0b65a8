"""What a conversation is about: the people and documents of the question before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from qa.retrieve import Scores
from qa.spoken import Spoken

LENT = 0.8
"""Share of the best score that a document had for the earlier question which its passages are lent for the next one."""
KEPT = 0.4
"""Share of a passage's own score for the earlier question that it keeps: «И что решило Политбюро?» says too little."""
REMEMBERED = 256
"""Questions whose focus is kept."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What an answered question leaves for the next one.

    `spoken` are its words and those before it with the people they name, the latest first;
    `about` is the latest question that says what it is about; `title` is that of the document
    which answered, "" where none did; `standing` is the best score among the passages of
    each document, shape (documents,); `scores` are those of `about` alone, shape (passages,).
    """

    spoken: tuple[Spoken, ...]
    about: str
    title: str
    standing: Scores
    scores: Scores


@dataclass(frozen=True, slots=True)
class Found:
    """The scores of the passages for a question: `alone` by its own words, `leaning` to what it goes on about."""

    alone: Scores
    leaning: Scores
    document: NDArray[np.intp]
    """The row of the document of each passage."""

    @property
    def standing(self) -> Scores:
        """The best score of each document."""
        best = np.full(self.document.max() + 1, -np.inf, np.float32)
        np.maximum.at(best, self.document, self.leaning)
        return best


def found(scores: Scores, document: NDArray[np.intp], focus: Focus | None) -> Found:
    """The `scores` of the passages, those higher that stood high for the earlier question, or whose documents did.

    So the answer is looked for in the same document first, and next in others on the same affair.
    """
    if focus is None:
        return Found(scores, scores, document)
    return Found(scores, scores + KEPT * focus.scores + LENT * focus.standing[document], document)


class Foci:
    """What the latest questions were about; safe to use from several threads."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Focus] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Focus | None:
        """The focus of this conversation, if it is remembered."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, focus: Focus) -> None:
        """Remember a focus, and forget the one that was not needed for longest where there are too many."""
        with self._lock:
            self._kept[key] = focus
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
