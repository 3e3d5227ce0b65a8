"""Lexical search: words by their families, BM25 as Lucene counts it, how much a word says."""

from __future__ import annotations

from fractions import Fraction
from math import log
from pathlib import Path

import numpy as np
import pytest

from index.lexical import LexicalIndex, lemma, terms

# a piece of the volume or a question; its terms
TERMS = [
    ("За что исключили Смилгу?", ["исключ", "смилга"]),
    ("Слушали: О книге Троцкого.", ["слушат", "книга", "троцки"]),
    ("Выслать за границу за антисоветскую работу.", ["выслат", "границ", "антисо", "работа"]),
    ("фонд 17, опись 171, дело 159, листы 8–9", ["фонд", "17", "опись", "171", "дело", "159", "лист", "8", "9"]),
    ("№ П59/17-рс", ["п59", "17-рс"]),
    ("еще ещё ЕЩЁ", ["еще", "еще", "еще"]),
    ("What did Lenin write in June?", ["lenin", "write", "june"]),
    ("1234567", ["1234567"]),
    ("и в на не —", []),
    ("", []),
]

# words of one family
FAMILIES = [
    "троцкист троцкизм троцкистская троцкистов Троцкий Троцкого",
    "исключили исключён исключение исключенных",
    "ссылка ссылке ссылку ссылки",
    "оппозиция оппозиционеры оппозиционный",
    "Зиновьев Зиновьева зиновьевцы",
    "Каменев Каменева Каменевым",
]

CORPUS = ["Письмо Троцкого", "Троцкий пишет Троцкому", "приказ"]
"""Terms: письмо троцки | троцки писать троцки | приказ; two to a text."""
SATURATION, NORMALISATION, LENGTH = Fraction(9, 10), Fraction(4, 10), Fraction(2)


def lucene(texts_with: int, times: int, length: int) -> float:
    """BM25 of one word as Lucene counts it, in a corpus of three texts."""
    rarity = 1 + (3 - texts_with + Fraction(1, 2)) / (texts_with + Fraction(1, 2))
    damped = SATURATION * (1 - NORMALISATION + NORMALISATION * length / LENGTH)
    return log(rarity) * float(times / (times + damped))


@pytest.fixture(scope="module")
def index() -> LexicalIndex:
    return LexicalIndex.of(CORPUS)


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_text_becomes_its_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize("family", FAMILIES)
def test_the_words_of_a_family_find_one_another(family: str) -> None:
    assert len(set(terms(family))) == 1
    assert len(terms(family)) == len(family.split())


@pytest.mark.parametrize(
    ("word", "form"),
    [("Троцкого", "троцкий"), ("высланы", "выслать"), ("ещё", "еще"), ("в", ""), ("не", ""), ("letters", "letters")],
)
def test_a_word_becomes_its_dictionary_form(word: str, form: str) -> None:
    assert lemma(word) == form


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["троцки"], [lucene(2, 1, 2), lucene(2, 2, 3), 0]),
        (["приказ"], [0, 0, lucene(1, 1, 1)]),
        (["письмо", "троцки"], [lucene(1, 1, 2) + lucene(2, 1, 2), lucene(2, 2, 3), 0]),
        (["троцки", "троцки"], [2 * lucene(2, 1, 2), 2 * lucene(2, 2, 3), 0]),
        (["погода", "троцки"], [lucene(2, 1, 2), lucene(2, 2, 3), 0]),
        (["погода"], [0, 0, 0]),
        ([], [0, 0, 0]),
    ],
)
def test_scores_are_bm25_as_lucene_counts_it(index: LexicalIndex, asked: list[str], expected: list[float]) -> None:
    scores = index.scores(asked)
    np.testing.assert_allclose(scores, expected, rtol=1e-6)
    assert scores.dtype == np.float32


@pytest.mark.parametrize(
    ("word", "texts_over_those_with_it"), [("троцки", 3 / 3), ("письмо", 3 / 2), ("погода", 3 / 1)]
)
def test_a_rare_word_says_more(index: LexicalIndex, word: str, texts_over_those_with_it: float) -> None:
    assert index.rarity(word) == pytest.approx(log(1 + texts_over_those_with_it))


@pytest.mark.parametrize(
    ("asked", "found", "share"),
    [
        # rarities: троцки ln 2, письмо ln 5/2, погода ln 4; together ln 20
        (["троцки", "письмо", "погода"], ["троцки", "приказ"], log(2) / log(20)),
        (["троцки", "письмо", "погода"], ["погода", "письмо"], log(10) / log(20)),
        (["троцки", "троцки", "погода"], ["троцки"], log(2) / log(8)),
        (["троцки"], ["троцки", "троцки"], 1),
        (["погода"], ["троцки"], 0),
        ([], ["троцки"], 0),
    ],
)
def test_coverage_is_the_share_of_what_was_asked(
    index: LexicalIndex, asked: list[str], found: list[str], share: float
) -> None:
    assert index.coverage(asked, found) == pytest.approx(share)


def test_an_index_scores_the_same_after_it_was_saved(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "lexical")
    loaded = LexicalIndex.load(tmp_path / "lexical")
    for asked in (["троцки"], ["письмо", "троцки"], ["погода"]):
        np.testing.assert_array_equal(loaded.scores(asked), index.scores(asked))
        assert loaded.rarity(asked[0]) == index.rarity(asked[0])
