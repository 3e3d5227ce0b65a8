"""Scores every passage for a question by each search: by meaning, by words, and by late interaction of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embed import Encoder
from index.folder import LEXICAL, NAMES, SENTENCES, TOKENS, VECTORS
from index.lexical import LexicalIndex, terms
from index.names import NameIndex
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from index.stores.store import VectorStore
from index.token_map import Tokens
from index.tokens import TokenVectors
from qa.question import Question

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the searches read it: its vector, its terms with those of names in Latin letters, its tokens."""

    vector: NDArray[np.float32]
    words: tuple[str, ...]
    tokens: Tokens | None = None


@dataclass(frozen=True, slots=True)
class Signals:
    """What each search says of every passage, in the order of the index; shape (passages,) each.

    `dense` is the cosine of question and passage, `lexical` the BM25 score, `late` how near
    the tokens of the question find theirs in the passage; None where there are no token vectors.
    """

    dense: Scores
    lexical: Scores
    late: Scores | None = None


@dataclass(frozen=True, slots=True)
class Searches:
    """The searches of an index."""

    encoder: Encoder
    vectors: VectorStore
    sentences: SentenceVectors
    lexical: LexicalIndex
    names: NameIndex
    tokens: TokenVectors | None = None

    @classmethod
    def open(cls, generation: Path, encoder: Encoder) -> Searches:
        """The searches over the files of a generation of the index."""
        return cls(
            encoder,
            FlatStore.load(generation / VECTORS),
            SentenceVectors.load(generation / SENTENCES),
            LexicalIndex.load(generation / LEXICAL),
            NameIndex.load(generation / NAMES),
            TokenVectors.load(generation / TOKENS) if (generation / TOKENS).is_dir() else None,
        )

    def query(self, question: Question) -> Query:
        """The question made ready for every search."""
        words = (*terms(question.text), *self.names.terms(question.text))
        encoded = self.encoder.encode_question(question.text)
        return Query(encoded.vector, words, encoded.tokens)

    def signals(self, query: Query) -> Signals:
        """Each search's scores of every passage."""
        tokens = query.tokens
        late = self.tokens.scores(tokens) if self.tokens and tokens and len(tokens.pieces) else None
        return Signals(self.vectors.scores(query.vector), self.lexical.scores(query.words), late)

    def coverage(self, query: Query, text: str) -> float:
        """How much of what the question's words say stands in `text`, from 0 to 1."""
        return self.lexical.coverage(query.words, terms(text))
