"""Raises the closing of a matching document where the question is about the paper itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.lexical import terms
from index.records import Passage
from qa.retrieve import Scores

LENT = 0.6
"""Share of its document's lead that a closing is lent.

A resolution, a signature, a legend say little themselves: what the question tells of the paper
is in its other passages. On the 120 training questions about marks and legends recall@5 is
0.808 without, 0.825 with any share from 0.45 to 0.6.
"""
ABOUT_THE_PAPER = (
    "подпись подписать подписаться расписаться завизировать",  # Чья подпись стоит под запиской?
    "автор написать адресовать адресат",  # Кто написал предисловие? Кому адресовано возражение?
    "помета пометка пометить приписка приписать надпись резолюция",  # Какую помету оставил Сталин на сообщении?
    "собственноручно рукописный рукопись машинопись",  # Что он собственноручно приписал? Рукопись это?
    "архив архивный шифр реквизит фонд опись дело лист",  # В каком архивном деле и на каких листах письмо?
    "храниться хранение лежать находиться отложиться",  # Где хранится записка Менжинского?
    "подлинник подлинный оригинал копия",  # Подлинник это или копия?
    "датировать датировка гриф исходящий",  # Каким числом датировано письмо? Какой на нем гриф?
    "signed signature wrote addressed",  # Who signed the report?
    "handwritten handwriting margin marginal inscription resolution",  # What did Stalin write in the margin?
    "archive archival shelf mark fond file sheet kept stored",  # Where is the letter kept?
    "original copy dated",  # Is it the original or a copy?
)
"""Words of questions about a paper itself, not about what it tells."""
ASKED = frozenset(terms(" ".join(ABOUT_THE_PAPER)))


@dataclass(frozen=True, slots=True)
class Closings:
    """Which passages are closings, shape (passages,), and the row of the document of each, shape (passages,)."""

    closing: NDArray[np.bool_]
    document: NDArray[np.intp]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Self:
        """The closings among `passages`."""
        rows: dict[str, int] = {}
        documents = [rows.setdefault(passage.document, len(rows)) for passage in passages]
        return cls(np.array([passage.closing for passage in passages]), np.array(documents))

    def raised(self, scores: Scores, words: Collection[str]) -> Scores:
        """The `scores` of the passages; where one of the terms `words` asks about the paper, closings stand higher."""
        return self._raised(scores) if ASKED.intersection(words) else scores

    def _raised(self, scores: Scores) -> Scores:
        """A closing comes nearer to the best passage of its document, where that is higher."""
        best = np.full(self.document.max() + 1, -np.inf, np.float32)
        np.maximum.at(best, self.document[~self.closing], scores[~self.closing])
        lead = np.maximum(best[self.document] - scores, 0)
        return np.where(self.closing, scores + LENT * lead, scores)
