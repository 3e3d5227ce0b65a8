"""Puts the passages in order: one score out of all searches, and of how well each document agrees with the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.people import Person
from index.records import Document, Passage
from qa.follow_up.focus import Focus, lent
from qa.passages.agreement import Agreements
from qa.passages.choices import Choices
from qa.passages.closings import Closings
from qa.passages.filters import Filters
from qa.question import Question
from qa.reading import Reading
from qa.retrieve import Query, Scores, Searches, Signals
from qa.selection import EVERYTHING, Limits, Selection

DENSE = 0.75
"""Share of the search by meaning; the rest is the search by words."""
LATE = 0.7
"""Share of late interaction; the rest is both of these together. Chosen by training/trunk.py."""
DATE = 1.0
PEOPLE = 0.5
"""What full agreement of a document with the dates and the people of a question adds; chosen by training/trunk.py
too. Agreement in kind gave nothing."""


class Sought(NamedTuple):
    """A reading of a question, made ready for the searches as `query`, and its share among the readings."""

    share: float
    question: Question
    query: Query


class Parts(NamedTuple):
    """What each search, each agreement and an earlier question add to the score of a passage.

    Shape (passages,) each.
    """

    meaning: Scores
    words: Scores
    late: Scores
    closing: Scores
    date: Scores
    people: Scores
    focus: Scores

    @property
    def scores(self) -> Scores:
        """The scores of the passages."""
        total: Scores = np.sum(self, axis=0, dtype=np.float32)
        return total

    def of(self, row: int) -> dict[str, float]:
        """The parts of the score of one passage, by their names."""
        return {name: float(scores[row]) for name, scores in self._asdict().items()}


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """What came of a search: the question as it was searched, what each search says, and what makes each score.

    Of several readings, `query` and `signals` are the first one's. `order` holds the rows of
    all passages that may be shown, best first; `relaxed` names the filters that were given up.
    """

    query: Query
    signals: Signals
    parts: Parts
    order: Sequence[int]
    relaxed: tuple[str, ...] = ()

    @property
    def scores(self) -> Scores:
        """The scores of the passages."""
        return self.parts.scores


class Ranker:
    """Ranks the passages of an index."""

    def __init__(
        self,
        documents: Sequence[Document],
        passages: Sequence[Passage],
        searches: Searches,
        persons: Sequence[Person] = (),
    ) -> None:
        self._searches = searches
        self._closings = Closings.of(passages)
        self._filters = Filters(passages)
        self._choices = Choices(documents, passages, persons)
        self._agreements = Agreements(documents, persons)
        rows = {document.number: row for row, document in enumerate(documents)}
        self.documents = np.array([rows[passage.document] for passage in passages], np.intp)
        """By the passage: the row of its document."""

    def check(self, limits: Limits) -> None:
        """Raise CallError where the limits of a question make no sense in this collection."""
        self._choices.check(limits)

    def ranking(
        self,
        sought: Sequence[Sought],
        asked: Reading,
        focus: Focus | None = None,
        only: Selection = EVERYTHING,
    ) -> Ranking:
        """The passages for a question in its readings.

        What was `asked` alone filters them, among those that were chosen as the `only` ones;
        `focus` is what an earlier question was about.
        """
        signals = [self._searches.signals(one.query) for one in sought]
        read = [self._parts(*pair) for pair in zip(sought, signals, strict=True)]
        parts = _added(read)._replace(focus=lent(self.documents, focus))
        allowed = self._filters.allowed(asked, self._choices.agreeing(only))
        order = [row for row in first(parts.scores, len(self.documents)) if allowed.passages[row]]
        return Ranking(sought[0].query, signals[0], parts, order, allowed.relaxed)

    def _parts(self, sought: Sought, signals: Signals) -> Parts:
        share, question, query = sought
        searched = by_search(signals)
        found: Scores = np.sum(searched, axis=0, dtype=np.float32)
        agreement = self._agreements.agreements(question.reading)
        parts = Parts(
            *searched,
            closing=self._closings.raised(found, query.words) - found,
            date=DATE * agreement.date[self.documents],
            people=PEOPLE * agreement.people[self.documents],
            focus=np.zeros_like(found),
        )
        return Parts(*(share * part for part in parts))


def _added(read: Sequence[Parts]) -> Parts:
    """The parts of several readings together."""
    together: list[Scores] = [sum(rest, start=one) for one, *rest in zip(*read, strict=True)]
    return Parts(*together)


def by_search(signals: Signals) -> tuple[Scores, Scores, Scores]:
    """What meaning, words and late interaction add to the score of each passage.

    The scores of each search are standardised over all passages of the question, so that
    a cosine and a BM25 score can be added.
    """
    meaning, words = DENSE * standardised(signals.dense), (1 - DENSE) * standardised(signals.lexical)
    if signals.late is None:
        return meaning, words, np.zeros_like(meaning)
    share = (1 - LATE) / (float((meaning + words).std()) or 1)
    return share * meaning, share * words, LATE * standardised(signals.late)


def fused(signals: Signals) -> Scores:
    """One score for each passage, out of the searches alone."""
    found: Scores = np.sum(by_search(signals), axis=0, dtype=np.float32)
    return found


def with_late(late: Scores, both: Scores, share: float) -> Scores:
    """Late interaction, and what meaning and words say together, each standardised; `share` is that of the first."""
    return share * standardised(late) + (1 - share) * standardised(both)


def standardised(scores: Scores) -> Scores:
    """Scores with mean 0 and standard deviation 1; all 0 where they do not differ."""
    differ = scores.min() < scores.max()  # the standard deviation of equal ones need not come out as exactly 0
    return (scores - scores.mean()) / scores.std() if differ else np.zeros_like(scores)


def first(scores: Scores, count: int) -> list[int]:
    """The rows of the `count` highest scores, highest first; equal ones in the order of the collection."""
    return [int(row) for row in np.argsort(-scores, kind="stable")[:count]]
