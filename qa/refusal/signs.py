"""What speaks for and against the first passage: a few numbers out of the searches and the question's words."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.lexical import LexicalIndex, lemma, term
from index.records import Passage, Span
from qa.rank import Ranking, standardised
from qa.refusal.expected import misses
from qa.retrieve import Query

CROWD = 10
"""The lead of the first passage is taken over the one of this rank."""
MOST_LEAD = 2.0
"""A larger lead says no more: a single rare word, «борщ», can give any."""
NAME = re.compile(r"(?<!^)(?<![.!?…]\s)\b[А-ЯЁ][а-яё]{2,}")
"""A capitalised word that does not begin a sentence."""


class Signs(NamedTuple):
    """What speaks for the first passage."""

    cosine: float
    """Between question and passage."""
    late: float
    """How near the tokens of the question find theirs in it; 0 where there are no token vectors."""
    lead: float
    """Its score less that of the tenth passage, at most 2."""
    by_meaning: float
    """Its cosine in standard deviations above the mean of all passages."""
    by_words: float
    """Its BM25 score, likewise."""
    known: float
    """How much of what the question's words say stands anywhere in the collection."""


class Lacks(NamedTuple):
    """What the question needs and is not there: each alone is enough not to answer."""

    name: bool
    """It names somebody or something that the collection nowhere names."""
    kind: bool
    """It asks for a sum, a span of time, a number or a name, and there is none about the quote."""


def signs(ranking: Ranking, lexical: LexicalIndex) -> Signs:
    """The signs for the first passage of a ranking; `lexical` knows the words of the collection."""
    query, signals, scores, order = ranking.query, ranking.signals, ranking.scores, ranking.order
    first, tenth = order[0], order[min(CROWD, len(order)) - 1]
    return Signs(
        cosine=float(signals.dense[first]),
        late=0.0 if signals.late is None else float(signals.late[first]),
        lead=min(float(scores[first] - scores[tenth]), MOST_LEAD),
        by_meaning=float(standardised(signals.dense)[first]),
        by_words=float(standardised(signals.lexical)[first]),
        known=lexical.known(query.words),
    )


def lacks(question: str, query: Query, passage: Passage, quote: Span, lexical: LexicalIndex) -> Lacks:
    """What `question` needs that neither the collection nor the words about the quote have."""
    return Lacks(
        name=any(strange(name, lexical) for name in NAME.findall(question)),
        kind=misses(question, query.words, about(passage, quote)),
    )


def strange(name: str, lexical: LexicalIndex) -> bool:
    """Whether no text has a word akin to a name; a name of two letters, or one that is a function word, may be met."""
    found = lemma(name)
    return bool(found) and not lexical.kindred(term(found))


def about(passage: Passage, quote: Span) -> str:
    """The words of a quote with the sentence before it and the one after it."""
    within = [at for at, (start, end) in enumerate(passage.sentences) if start < quote[1] and quote[0] < end]
    if not within:
        return passage.text[slice(*quote)]
    first, last = max(within[0] - 1, 0), min(within[-1] + 1, len(passage.sentences) - 1)
    return passage.text[passage.sentences[first][0] : passage.sentences[last][1]]
