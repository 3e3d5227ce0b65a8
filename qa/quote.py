"""Finds the words of a passage that answer: the sentence, or the few in a row, most likely to hold the answer.

Each sentence is scored by four signs, and the scores become probabilities (softmax). The weights of the signs were
fitted on 985 training questions, cross-validated over documents (5 parts): the best sentence alone overlaps the
evidence in 0.65 of them, and in 0.49 by meaning and words, as it was chosen before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.lexical import terms
from index.records import Passage, Span
from qa.passages.window import Window
from qa.rank import standardised
from qa.retrieve import Query, Scores, Searches
from qa.words.entities import entities
from qa.words.register import NOBODY, Register
from qa.words.wanted import LEGEND as OF_THE_LEGEND
from qa.words.wanted import Wanted, wanted

MEANING = 0.45
"""Weight of the cosine of question and sentence, standardised over the passage."""
SHARE = 0.95
"""Weight of the sentence's share in what the question's tokens find in the passage, standardised."""
KIND = 1.7
"""Weight of holding something of the kind that is wanted which the question does not say itself."""
LEGEND = 1.2
"""Weight of being the legend where the question asks for it."""
POINTED = 0.5
"""Weight of holding words that the reader would answer with."""
SHARPNESS = 0.05
"""How much nearer a token must be found in one sentence than in another to be mostly the first one's."""
EXPLAINED = 1.2
"""A token of the question that the title explains with cosine 1 counts 0.2, one that it does not at all 1.2."""
LONGEST = 350
"""Characters of a quote of several sentences, and of one that is cut out of a longer sentence."""
LONGEST_ACCOUNT = 450
"""The same where a reason or a description is wanted, which takes more words than a name or a number."""
PRICE = 0.0003
"""What a character more must bring in probability."""
CLAUSE = re.compile(r"(?<=[;:,])\s+|\s+(?=[–—(])")
"""Where a sentence may be cut."""
NOWHERE = (0, 0)
REFERENCE = re.compile(r"Ф\.\s?\d+\.?\s*Оп\.")

Sentence = tuple[str, int]
"""A document's number, and where in its text the sentence begins."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for in a passage: the query, the kind of answer, the question's own words, who has which name."""

    query: Query
    wanted: Wanted = Wanted.ANYTHING
    words: frozenset[str] = frozenset()
    register: Register = NOBODY

    @classmethod
    def of(cls, question: str, query: Query, register: Register = NOBODY) -> Asked:
        """What `question` looks for."""
        return cls(query, wanted(question), frozenset(query.words), register)

    def answers(self, text: str) -> list[Span]:
        """Where `text` says something of the kind that is wanted, and not only what the question says."""
        found = entities(text, self.wanted, self.register)
        return [(start, end) for start, end in found if not self.words.issuperset(self._telling(text[start:end]))]

    def _telling(self, words: str) -> list[str]:
        """What of `words` must not all stand in the question: of «34 180 членов» the number, of a name no initials."""
        if self.wanted is Wanted.NUMBER and (figures := re.findall(r"\d+", words)):
            return figures
        return [term for term in terms(words) if len(term) > 1] or terms(words)


def quote(window: Window, asked: Asked, searches: Searches, said: Collection[Sentence] = frozenset()) -> Span:
    """The piece of the passage's text that answers best.

    It is a sentence or a few in a row, at most 350 characters; of a sentence longer than that,
    the clauses that answer. What was `said`, quoted from an overlapping passage, is not said
    again where the passage has more to say.
    """
    longest, passage = _longest(asked), window.passage
    units = list(_units(passage, longest))
    scores = _scores(window, units, asked, searches)
    new = np.array([(passage.document, passage.start + unit.sentence[0]) not in said for unit in units])
    return _best(units, _likely(np.where(new, scores, -np.inf) if new.any() else scores), longest)


def chances(window: Window, asked: Asked, searches: Searches) -> dict[Span, float]:
    """How likely each sentence of the passage, or clause of a long one, holds the answer; 1 in all."""
    units = list(_units(window.passage, _longest(asked)))
    likely = _likely(_scores(window, units, asked, searches))
    return {(unit.start, unit.end): float(chance) for unit, chance in zip(units, likely, strict=True)}


def _longest(asked: Asked) -> int:
    return LONGEST_ACCOUNT if asked.wanted is Wanted.ANYTHING else LONGEST


def _likely(scores: Scores) -> Scores:
    exponents = np.exp(scores - scores.max())
    likely: Scores = exponents / exponents.sum()
    return likely


def quoted(passage: Passage, span: Span) -> set[Sentence]:
    """The sentences of the passage of which a quote holds something."""
    return {(passage.document, passage.start + at) for at, end in passage.sentences if at < span[1] and span[0] < end}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or a clause of one that is too long to be quoted; `number` is that of the sentence."""

    start: int
    end: int
    number: int
    sentence: Span

    @property
    def whole(self) -> bool:
        return (self.start, self.end) == self.sentence


def _units(passage: Passage, longest: int) -> Iterator[_Unit]:
    for number, (start, end) in enumerate(passage.sentences):
        cuts = [start]
        if end - start > longest:
            cuts += [cut.end() for cut in CLAUSE.finditer(passage.text, start, end)]
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            trimmed = first + len(passage.text[first:last].rstrip(None if last == end else " \n,;:"))
            if trimmed > first:
                yield _Unit(first, trimmed, number, (start, end))


def _scores(window: Window, units: Sequence[_Unit], asked: Asked, searches: Searches) -> Scores:
    texts = [window.passage.text[unit.start : unit.end] for unit in units]
    cosines = window.meaning[[unit.number for unit in units]]
    kind = np.array([bool(asked.answers(text)) for text in texts], np.float32)
    legend = np.array([bool(REFERENCE.search(text)) for text in texts], np.float32)
    if asked.wanted not in OF_THE_LEGEND:
        legend[:] = 0
    share = _share(window, units, texts, asked.query, searches)
    scores: Scores = MEANING * standardised(cosines) + SHARE * standardised(share) + KIND * kind + LEGEND * legend
    return scores + POINTED * _pointed(window, units)


def _pointed(window: Window, units: Sequence[_Unit]) -> Scores:
    """1 for the units that hold something of what the reader would answer with, 0 for all others."""
    start, end = window.opinion.span if window.opinion else NOWHERE
    return np.array([unit.start < end and start < unit.end for unit in units], np.float32)


def _share(window: Window, units: Sequence[_Unit], texts: Sequence[str], query: Query, searches: Searches) -> Scores:
    """How much of what the question says each unit holds rather than the others."""
    if searches.tokens is None or query.tokens is None or not len(query.tokens.pieces):
        return np.array([searches.coverage(query, text) for text in texts], np.float32)
    cosines, ends = window.cosines, window.ends
    inside = [(ends > unit.start) & (ends <= unit.end) for unit in units]
    found = np.stack([cosines[:, chosen].max(axis=1, initial=0) for chosen in inside], axis=1)
    weights = searches.tokens.weights(query.tokens) * (EXPLAINED - cosines[:, ends <= 0].max(axis=1, initial=0))
    shares = np.exp((found - found.max(axis=1, keepdims=True)) / SHARPNESS)
    return np.asarray((weights / weights.sum()) @ (shares / shares.sum(axis=1, keepdims=True)), np.float32)


def _best(units: Sequence[_Unit], likely: Scores, longest: int) -> Span:
    """The run of units that most likely holds the answer for its length."""
    runs: dict[Span, float] = {}
    for at, first in enumerate(units):
        held = 0.0
        for last, chance in zip(units[at:], likely[at:], strict=True):
            if last is not first and not _go_together(first, last, longest):
                break
            held += float(chance)
            runs[first.start, last.end] = held - PRICE * (last.end - first.start)
    return max(runs, key=runs.__getitem__)


def _go_together(first: _Unit, last: _Unit, longest: int) -> bool:
    """A quote of several units is short; clauses go only with those of their own sentence."""
    within = first.number == last.number or (first.whole and last.whole)
    return within and last.end - first.start <= longest
