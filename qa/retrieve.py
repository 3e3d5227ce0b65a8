"""Scores every passage for a question by the two searches: by meaning and by words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embed import Encoder
from index.folder import LEXICAL, NAMES, SENTENCES, VECTORS
from index.lexical import LexicalIndex, terms
from index.names import NameIndex
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from index.stores.store import VectorStore
from qa.question import Question

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the searches read it: its vector, and its terms with those of names in Latin letters."""

    vector: NDArray[np.float32]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """What each search says of every passage, in the order of the index; shape (passages,) each.

    `dense` is the cosine of question and passage, `lexical` the BM25 score.
    """

    dense: Scores
    lexical: Scores


@dataclass(frozen=True, slots=True)
class Searches:
    """The searches of an index."""

    encoder: Encoder
    vectors: VectorStore
    sentences: SentenceVectors
    lexical: LexicalIndex
    names: NameIndex

    @classmethod
    def open(cls, generation: Path, encoder: Encoder) -> Searches:
        """The searches over the files of a generation of the index."""
        return cls(
            encoder,
            FlatStore.load(generation / VECTORS),
            SentenceVectors.load(generation / SENTENCES),
            LexicalIndex.load(generation / LEXICAL),
            NameIndex.load(generation / NAMES),
        )

    def query(self, question: Question) -> Query:
        """The question made ready for both searches."""
        words = (*terms(question.text), *self.names.terms(question.text))
        return Query(self.encoder.encode_question(question.text), words)

    def signals(self, query: Query) -> Signals:
        """Both searches' scores of every passage."""
        return Signals(self.vectors.scores(query.vector), self.lexical.scores(query.words))

    def coverage(self, query: Query, text: str) -> float:
        """How much of what the question's words say stands in `text`, from 0 to 1."""
        return self.lexical.coverage(query.words, terms(text))
