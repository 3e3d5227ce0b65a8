"""The words that answer: the best run of sentences of a passage, in real pieces of the volume under hand-made vectors."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import numpy as np
import pytest

from index.lexical import LexicalIndex, terms
from index.names import NameIndex
from index.reader import Opinion
from index.records import Passage, Place
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from index.token_map import Tokens
from index.tokens import TokenVectors
from qa.quote import LONGEST, Asked, chances, quote
from qa.quote import quoted as quoted_sentences
from qa.retrieve import Query, Searches
from qa.words.wanted import Wanted
from tests.fake_encoder import FakeEncoder
from tests.unmoved import unmoved

LETTER = (
    "Дорогой Лев Давидович.",
    "Я пишу, чтобы рассказать Вам, что приблизительно за месяц до смерти, просматривая Вашу книжку, Владимир Ильич остановился на том месте, где Вы даете характеристику Маркса и Ленина, и просил меня прочесть ему это место, слушал очень внимательно, потом еще раз просматривал сам.",
    "И еще вот что хочу сказать: то отношение, которое сложилось у В.И. к Вам тогда, когда Вы приехали к нам в Лондон из Сибири, не изменилось у него до самой смерти.",
    "Я желаю Вам, Лев Давидович, сил и здоровья и крепко обнимаю.",
    "Н. Крупская",
    "15/11/24",
)
"""Sentences of document 6, of 22, 276, 161, 60, 11 and 8 characters; those from the third on fit one quote."""
ASKED = np.array([1, 0], np.float32)


def passage_of(sentences: tuple[str, ...]) -> Passage:
    ends = accumulate(len(sentence) + 1 for sentence in sentences)
    spans = tuple((end - 1 - len(sentence), end - 1) for sentence, end in zip(sentences, ends, strict=True))
    text = " ".join(sentences)
    return Passage("6", 0, len(text), text, spans, Place(0, len(text), (1, 2), 1), None)


def searches_over(
    sentences: tuple[str, ...], cosines: tuple[float, ...], tokens: TokenVectors | None = None
) -> Searches:
    """Searches in which the sentences have these cosines with the question."""
    vectors = np.array([(cosine, (1 - cosine**2) ** 0.5) for cosine in cosines], np.float32)
    return Searches(
        FakeEncoder(),
        FlatStore.of(vectors[:1]),
        SentenceVectors.of(vectors, [len(sentences)]),
        LexicalIndex.of([" ".join(sentences)]),
        NameIndex.of(()),
        tokens,
    )


def quoted(question: str, cosines: tuple[float, ...], sentences: tuple[str, ...] = LETTER) -> str:
    passage = passage_of(sentences)
    asked = Asked.of(question, Query(ASKED, tuple(terms(question))))
    searches = searches_over(sentences, cosines)
    return passage.text[slice(*quote(unmoved(passage, 0, asked.query, searches), asked, searches))]


@pytest.mark.parametrize(
    ("question", "cosines", "expected"),
    [
        # by meaning, where no word of the question stands in the passage
        ("погода", (0.1, 0.9, 0.1, 0.1, 0.1, 0.1), LETTER[:2]),
        ("погода", (0.1, 0.1, 0.9, 0.3, 0.1, 0.1), LETTER[2:]),
        # by words, where all sentences mean the same
        ("Какую характеристику Маркса читал Ильич?", (0.5,) * 6, LETTER[:2]),
        ("Почему отношение не изменилось после Лондона?", (0.5,) * 6, LETTER[2:]),
        # by the kind of answer: a date that the question does not say
        ("Когда это было?", (0.5, 0.6, 0.5, 0.5, 0.5, 0.5), LETTER[2:]),
        # a greeting alone is not the answer, and takes its place only where there is one
        ("погода", (0.9, 0.1, 0.1, 0.1, 0.1, 0.1), LETTER[:2]),
    ],
)
def test_the_sentences_most_likely_to_answer_are_quoted(
    question: str, cosines: tuple[float, ...], expected: tuple[str, ...]
) -> None:
    assert quoted(question, cosines) == " ".join(expected)


def test_what_costs_more_than_it_brings_is_left_out() -> None:
    sure = "15 ноября 1924 г. Крупская писала Троцкому об отношении Ленина."
    other = "Дорогой Лев Давидович, сил и здоровья желаю Вам."
    assert (
        quoted("Когда Крупская писала об отношении Ленина?", (0.9, 0.1, 0.1, 0.1, 0.1, 0.1), (sure, *[other] * 5))
        == sure
    )


def test_the_legend_is_quoted_where_the_question_asks_for_it() -> None:
    legend = "РГАНИ. Ф. 3. Оп. 62. Д. 178. Л. 24. Копия. Машинопись"
    sentences = (LETTER[1], LETTER[2], legend)
    assert quoted("Назовите архивный шифр письма.", (0.6, 0.5, 0.5), sentences).endswith(legend)
    assert quoted("Сколько месяцев прошло?", (0.6, 0.5, 0.5), sentences) == LETTER[1]


def test_a_sentence_too_long_to_be_quoted_is_cut_into_clauses() -> None:
    clauses = [f"в {number}-м пункте записки сказано о выборах ячеек одно и то же;" for number in range(1, 9)]
    sentence = " ".join([*clauses, "просили освободить Троцкого от комиссии."])
    found = quoted("Почему Троцкого просили освободить от комиссии?", (0.5,), (sentence,))
    assert len(sentence) > 450 >= len(found)
    assert found in sentence and found.endswith("просили освободить Троцкого от комиссии.")


def test_tokens_tell_sentences_apart_where_words_and_vectors_do_not() -> None:
    passage, sentences = passage_of(LETTER[1:3]), LETTER[1:3]
    ends = np.array([-5, 20, passage.sentences[1][0] + 10], np.int32)
    vectors = np.array([(0, 1), (0.6, 0.8), (1, 0)], np.float32)
    tokens = TokenVectors.of([Tokens(np.array([1, 2, 3], np.int32), vectors, np.ones(3, np.float32), ends)])
    asked = Tokens(
        np.array([7], np.int32), np.array([(1, 0)], np.float32), np.ones(1, np.float32), np.ones(1, np.int32)
    )
    searches = searches_over(sentences, (0.5, 0.5), tokens)
    looked_for = Asked(Query(ASKED, (), asked), Wanted.NUMBER)
    assert (
        passage.text[slice(*quote(unmoved(passage, 0, looked_for.query, searches), looked_for, searches))] == LETTER[2]
    )
    # shares of nearly 0 and 1 are -1 and 1 once standardised, times the weight of 0.95
    assert list(
        chances(unmoved(passage, 0, looked_for.query, searches), looked_for, searches).values()
    ) == pytest.approx([1 / (1 + np.exp(1.9)), 1 / (1 + np.exp(-1.9))])


def test_what_only_repeats_the_question_is_no_answer() -> None:
    asked = Asked(Query(ASKED, ()), Wanted.NUMBER, frozenset({"34", "180"}))
    text = "из 34 180 членов партии за оппозицию голосовало всего 325 человек"
    assert [text[slice(*span)] for span in asked.answers(text)] == ["325 человек"]


def test_what_was_quoted_before_is_not_quoted_again() -> None:
    passage = passage_of(LETTER)
    searches = searches_over(LETTER, (0.1, 0.9, 0.1, 0.1, 0.1, 0.1))
    asked = Asked(Query(ASKED, ()))
    window = unmoved(passage, 0, asked.query, searches)
    first = quote(window, asked, searches)
    second = quote(window, asked, searches, quoted_sentences(passage, first))
    assert passage.text[slice(*first)] == " ".join(LETTER[:2])
    assert passage.text[slice(*second)] == " ".join(LETTER[2:])


def test_a_passage_without_anything_new_repeats_its_best_sentences() -> None:
    passage = passage_of(LETTER)
    all_said = quoted_sentences(passage, (0, len(passage.text)))
    assert len(all_said) == len(LETTER)
    asked, searches = Asked(Query(ASKED, ())), searches_over(LETTER, (0.1, 0.9, 0.1, 0.1, 0.1, 0.1))
    span = quote(unmoved(passage, 0, asked.query, searches), asked, searches, all_said)
    assert passage.text[slice(*span)] == " ".join(LETTER[:2])


def test_a_passage_of_one_short_sentence_is_quoted_whole() -> None:
    assert quoted("погода", (0.9,), ("Л. Троцкий",)) == "Л. Троцкий"
    assert len(LETTER[1]) + len(LETTER[2]) > LONGEST


def test_the_words_that_the_reader_points_at_speak_for_their_sentence() -> None:
    passage = passage_of(LETTER)
    asked = Asked.of("погода", Query(ASKED, ("погода",)))
    searches = searches_over(LETTER, (0.5,) * 6)
    window = unmoved(passage, 0, asked.query, searches)
    plain, pointed = (
        chances(one, asked, searches) for one in (window, replace(window, opinion=Opinion(1.0, passage.sentences[1])))
    )
    likelier = [pointed[span] > plain[span] for span in passage.sentences]
    assert likelier == [False, True, False, False, False, False]
