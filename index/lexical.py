"""Lexical search: Russian words by their lemmas (pymorphy3), ranked by BM25 (bm25s)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from bm25s.stopwords import STOPWORDS_EN_PLUS
from numpy.typing import NDArray

from index.dictionary import dictionary
from index.garbled import mended
from index.remembered import remembered

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
NUMERAL = re.compile(r"[VX][IVX]*|I[IVX]+")
"""A Roman number; «I» is most likely English."""
FAMILY = 6
"""Letters of a lemma that are compared, so that «троцкист», «троцкистский» and «троцкизм» find one another.

Measured on 1,890 questions about the volume: recall@10 0.671 with 6 letters, 0.666 with whole lemmas.
"""
K1 = 0.9
B = 0.4
"""BM25's saturation and length normalisation as in Anserini (Yang, Fang and Lin 2017): passages are alike in length."""
FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "INTJ"})
"""Parts of speech that say nothing of the matter: «в», «и», «не», «ах»."""
ENGLISH_FUNCTION_WORDS = frozenset(STOPWORDS_EN_PLUS)
"""Without them the «in» of an English question would find the Latin «est modus in rebus»."""


def _is_known(word: str) -> bool:
    return bool(dictionary().word_is_known(word))


@remembered(200_000)
def lemma(word: str) -> str:
    """The dictionary form of a word in small letters, «е» for «ё»; "" for a function word.

    >>> lemma("Троцкого"), lemma("высланы"), lemma("ещё"), lemma("в"), lemma("in")
    ('троцкий', 'выслать', 'еще', '', '')
    """
    small = word.lower()
    if NUMERAL.fullmatch(word):
        return small
    if small in ENGLISH_FUNCTION_WORDS:
        return ""
    parse = dictionary().parse(small)[0]
    return "" if parse.tag.POS in FUNCTION_WORDS else parse.normal_form.replace("ё", "е")


def terms(text: str) -> list[str]:
    """What is compared of the words of `text`, in order: the beginnings of their lemmas; numbers stay whole.

    >>> terms("За что исключили троцкистов? Приказ № 1234567")
    ['исключ', 'троцки', 'приказ', '1234567']
    >>> terms("на 1У Конгрессе"), terms("IV конгресс")
    (['iv', 'конгре'], ['iv', 'конгре'])
    """
    return [term(found) for word in WORD.findall(mended(text, _is_known)) if (found := lemma(word))]


def term(lemma: str) -> str:
    """The part of a lemma by which it finds its family.

    >>> term("троцкист"), term("троцкизм"), term("ссылка")
    ('троцки', 'троцки', 'ссылка')
    """
    return lemma if lemma.isdigit() else lemma[:FAMILY]


class LexicalIndex:
    """BM25 over the terms of the passages."""

    def __init__(self, bm25: Any) -> None:
        self._bm25 = bm25

    @classmethod
    def of(cls, texts: Sequence[str]) -> LexicalIndex:
        """Index `texts`; their order gives the columns of `scores`."""
        bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
        bm25.index([terms(text) for text in texts], show_progress=False)
        return cls(bm25)

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """The index that `save` wrote to `folder`."""
        return cls(bm25s.BM25.load(folder, mmap=False))

    def save(self, folder: Path) -> None:
        """Write the index into `folder`."""
        self._bm25.save(folder, show_progress=False)

    def scores(self, words: Sequence[str]) -> NDArray[np.float32]:
        """One BM25 score for each text, 0 where it holds none of the terms `words`; shape (texts,)."""
        known = [word for word in words if word in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._bm25.scores["num_docs"], dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def rarity(self, word: str) -> float:
        """How much a term says: ln(1 + texts / (1 + texts with it)), highest for one that no text has."""
        return math.log1p(self._bm25.scores["num_docs"] / (1 + self._holding(word)))

    def share(self, word: str) -> float:
        """The share of the texts that hold a term, from 0 to 1."""
        return float(self._holding(word) / self._bm25.scores["num_docs"])

    def _holding(self, word: str) -> int:
        """How many texts hold a term."""
        starts, column = self._bm25.scores["indptr"], self._bm25.vocab_dict.get(word)
        return 0 if column is None else int(starts[column + 1] - starts[column])

    def known(self, words: Collection[str]) -> float:
        """How much of what the terms `words` say is in the collection at all: their rarity, as a share from 0 to 1."""
        return self.coverage(words, self._bm25.vocab_dict)

    def kindred(self, word: str) -> bool:
        """Whether some text has a term that begins as `word` does, but for its last letter: «эссен» and «эссенс»."""
        return word[: FAMILY - 1] in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:length] for word in self._bm25.vocab_dict for length in range(1, FAMILY))

    def coverage(self, asked: Collection[str], found: Collection[str]) -> float:
        """How much of what the terms `asked` say is among `found`: their rarity, as a share from 0 to 1."""
        weights = {word: self.rarity(word) for word in asked}
        return sum(weights[word] for word in weights.keys() & set(found)) / (sum(weights.values()) or 1)
