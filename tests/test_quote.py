"""The words that answer: the best sentence of a passage, in real pieces of the volume under vectors made by hand."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pytest

from index.lexical import LexicalIndex, terms
from index.names import NameIndex
from index.records import Passage, Place, Span
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from qa.quote import SHORTEST, quote
from qa.quote import quoted as quoted_sentences
from qa.retrieve import Query, Searches
from tests.fake_encoder import FakeEncoder

LETTER = (
    "Секретно",
    "Я был введен в комиссию не с самого начала, а когда она уже проделала известную работу.",
    "Затем я захворал.",
    "Прошу поэтому освободить меня от работы в комиссии, так как это для меня физически не выполнимо.",
    "Л. Троцкий",
)
"""Sentences of document 14: long ones, and such as say little alone."""
NOTHING = "погода"
"""A word that the letter does not hold."""
ASKED = np.array([1, 0], np.float32)


def passage_of(sentences: tuple[str, ...]) -> Passage:
    ends = accumulate(len(sentence) + 1 for sentence in sentences)
    spans = tuple((end - 1 - len(sentence), end - 1) for sentence, end in zip(sentences, ends, strict=True))
    text = " ".join(sentences)
    return Passage("14", 0, len(text), text, spans, Place(0, len(text), (1, 2), 1), None)


def searches_over(sentences: tuple[str, ...], cosines: tuple[float, ...]) -> Searches:
    """Searches in which the sentences have these cosines with the question."""
    vectors = np.array([(cosine, (1 - cosine**2) ** 0.5) for cosine in cosines], np.float32)
    return Searches(
        FakeEncoder(),
        FlatStore.of(vectors[:1]),
        SentenceVectors.of(vectors, [len(sentences)]),
        LexicalIndex.of([" ".join(sentences)]),
        NameIndex.of(()),
    )


def quoted(question: str, cosines: tuple[float, ...], sentences: tuple[str, ...] = LETTER) -> str:
    passage = passage_of(sentences)
    query = Query(ASKED, tuple(terms(question)))
    span: Span = quote(passage, 0, query, searches_over(sentences, cosines))
    return passage.text[slice(*span)]


@pytest.mark.parametrize(
    ("question", "cosines", "expected"),
    [
        # by meaning, where no word of the question stands in the passage
        (NOTHING, (0.1, 0.9, 0.1, 0.2, 0.1), LETTER[1]),
        (NOTHING, (0.1, 0.2, 0.1, 0.9, 0.1), LETTER[3]),
        # by words, where all sentences mean the same
        ("Когда он введен в комиссию?", (0.5,) * 5, LETTER[1]),
        ("Почему просил освободить?", (0.5,) * 5, LETTER[3]),
        # by both: the words decide between two near meanings
        ("Почему просил освободить?", (0.1, 0.82, 0.1, 0.8, 0.1), LETTER[3]),
        # equal: the first
        (NOTHING, (0.1, 0.9, 0.1, 0.9, 0.1), LETTER[1]),
    ],
)
def test_the_best_sentence_is_quoted(question: str, cosines: tuple[float, ...], expected: str) -> None:
    assert quoted(question, cosines) == expected


@pytest.mark.parametrize(
    ("cosines", "expected"),
    [
        ((0.1, 0.5, 0.9, 0.3, 0.1), f"{LETTER[1]} {LETTER[2]}"),  # the better neighbour stands before
        ((0.1, 0.3, 0.9, 0.5, 0.1), f"{LETTER[2]} {LETTER[3]}"),  # after
        ((0.9, 0.3, 0.5, 0.5, 0.5), f"{LETTER[0]} {LETTER[1]}"),  # the first sentence has only one
        ((0.1, 0.3, 0.5, 0.2, 0.9), f"{LETTER[3]} {LETTER[4]}"),  # and the last
    ],
)
def test_a_short_sentence_is_quoted_with_its_better_neighbour(cosines: tuple[float, ...], expected: str) -> None:
    assert quoted(NOTHING, cosines) == expected


@pytest.mark.parametrize(("length", "alone"), [(SHORTEST, True), (SHORTEST - 1, False)])
def test_a_sentence_of_60_characters_stands_alone(length: int, alone: bool) -> None:
    best = f"{'а' * (length - 1)}."
    assert quoted(NOTHING, (0.9, 0.1), (best, LETTER[1])) == (best if alone else f"{best} {LETTER[1]}")


def test_a_passage_of_one_short_sentence_is_quoted_whole() -> None:
    assert quoted(NOTHING, (0.9,), ("Л. Троцкий",)) == "Л. Троцкий"


def test_what_was_quoted_before_is_not_quoted_again() -> None:
    passage = passage_of(LETTER)
    searches = searches_over(LETTER, (0.1, 0.9, 0.1, 0.8, 0.1))
    query = Query(ASKED, tuple(terms(NOTHING)))
    first = quote(passage, 0, query, searches)
    second = quote(passage, 0, query, searches, quoted_sentences(passage, first))
    assert [passage.text[slice(*span)] for span in (first, second)] == [LETTER[1], LETTER[3]]


def test_a_passage_without_anything_new_repeats_its_best_sentence() -> None:
    passage = passage_of(LETTER)
    query = Query(ASKED, tuple(terms(NOTHING)))
    all_said = quoted_sentences(passage, (0, len(passage.text)))
    assert len(all_said) == len(LETTER)
    span = quote(passage, 0, query, searches_over(LETTER, (0.1, 0.9, 0.1, 0.8, 0.1)), all_said)
    assert passage.text[slice(*span)] == LETTER[1]
