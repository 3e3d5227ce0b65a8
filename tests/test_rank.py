"""The order of the passages: out of the searches and what agrees with the question, one score of several parts."""

from __future__ import annotations

import numpy as np
import pytest

from index.lexical import LexicalIndex, terms
from index.names import NameIndex
from index.records import Document, Passage, Place, Reference, Text
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from qa.follow_up.focus import Focus
from qa.question import Question
from qa.rank import Parts, Ranker, Sought, by_search, first, fused, standardised
from qa.reading import NOTHING_READ, Reading
from qa.retrieve import Scores, Searches, Signals
from tests.fake_encoder import FakeEncoder


def scores(*values: float) -> Scores:
    return np.array(values, dtype=np.float32)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((0, 2), (-1, 1)),
        ((1, 2, 3, 4, 5), (-(2**0.5), -(0.5**0.5), 0, 0.5**0.5, 2**0.5)),  # deviation √2
        ((0, 0, 0, 4), (-(3**-0.5),) * 3 + (3**0.5,)),  # mean 1, deviation √3
        ((-7, -9), (1, -1)),
    ],
)
def test_standardised_scores_have_mean_0_and_deviation_1(given: tuple[float, ...], expected: tuple[float, ...]) -> None:
    np.testing.assert_allclose(standardised(scores(*given)), expected, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 11, 2129])
def test_scores_that_do_not_differ_say_nothing(count: int) -> None:
    """The standard deviation of 0.1, seven times in float32, is not 0."""
    assert standardised(np.full(count, 0.1, np.float32)).tolist() == [0.0] * count


def test_meaning_counts_three_times_as_much_as_words() -> None:
    """Standardised, the cosines are 1, -1 and the BM25 scores -1, 1."""
    combined = fused(Signals(dense=scores(0.9, 0.7), lexical=scores(0, 12)))
    np.testing.assert_allclose(combined, [0.75 - 0.25, -0.75 + 0.25], atol=1e-6)


def test_late_interaction_counts_seven_tenths() -> None:
    """Meaning and words say 0.5, -0.5, standardised 1, -1; late interaction -1, 1."""
    combined = fused(Signals(dense=scores(0.9, 0.7), lexical=scores(0, 12), late=scores(0.3, 0.5)))
    np.testing.assert_allclose(combined, [0.3 - 0.7, 0.7 - 0.3], atol=1e-6)


def test_without_a_known_word_meaning_alone_decides() -> None:
    combined = fused(Signals(dense=scores(0.8, 0.9, 0.7, 0.8), lexical=scores(0, 0, 0, 0)))
    np.testing.assert_allclose(combined, [0, 0.75 * 2**0.5, -0.75 * 2**0.5, 0], atol=1e-5)


def test_words_decide_between_passages_of_one_meaning() -> None:
    assert first(fused(Signals(dense=scores(0.8, 0.8, 0.8), lexical=scores(1, 3, 2))), 3) == [1, 2, 0]


@pytest.mark.parametrize(
    ("given", "count", "rows"),
    [
        ((1, 3, 2), 3, [1, 2, 0]),
        ((1, 3, 2), 2, [1, 2]),
        ((1, 3, 2), 50, [1, 2, 0]),
        ((5, 7, 5, 7, 5), 5, [1, 3, 0, 2, 4]),  # equal ones in the order of the collection
        ((0, 0, 0), 2, [0, 1]),
        ((-2, -1), 1, [1]),
    ],
)
def test_the_highest_scores_come_first(given: tuple[float, ...], count: int, rows: list[int]) -> None:
    assert first(scores(*given), count) == rows


def test_many_equal_scores_keep_the_order_of_the_collection() -> None:
    """Other ways of sorting keep it only among a few."""
    rows = list(range(2129))
    by_score = [row for score in (2, 1, 0) for row in rows if row % 3 == score]
    assert first(np.array([row % 3 for row in rows], np.float32), 2129) == by_score


@pytest.mark.parametrize("late", [None, scores(0.3, 0.5, 0.1)])
def test_what_each_search_adds_is_together_the_fused_score(late: Scores | None) -> None:
    signals = Signals(dense=scores(0.9, 0.7, 0.8), lexical=scores(0, 12, 3), late=late)
    meaning, words, tokens = by_search(signals)
    np.testing.assert_allclose(meaning + words + tokens, fused(signals), atol=1e-6)
    np.testing.assert_allclose(tokens, 0 * meaning if late is None else 0.7 * standardised(late), atol=1e-6)
    np.testing.assert_allclose(meaning * 0.25 * standardised(signals.lexical), words * 0.75 * standardised(signals.dense), atol=1e-6)  # fmt: skip


def test_the_parts_of_a_passage_are_named_and_add_up_to_its_score() -> None:
    parts = Parts(*(scores(part, 10 * part) for part in (1, 2, 3, 4, 5, 6, 7)))
    assert parts.of(1) == {"meaning": 10, "words": 20, "late": 30, "closing": 40, "date": 50, "people": 60, "focus": 70}
    assert parts.scores.tolist() == [28, 280]


# number, author, date, delo, its only passage; true of documents 32, 14 and 35
PAPERS = [
    ("32", "Крупская Н. К.", "1924-11-15", "178", "Я желаю Вам, Лев Давидович, сил и здоровья и крепко обнимаю."),
    ("14", "Троцкий Л. Д.", "1923-11-14", "32", "Прошу поэтому освободить меня от работы в комиссии по «ножницам»."),
    ("35", "Ягода Г. Г.", "1924-12-25", "30", "Владимир Ильич предложил ему, Троцкому, блок."),
]
HEALTH, SCISSORS = "Кто желает Льву Давидовичу здоровья?", "Кто просил освободить его от работы?"


def ranker_and_searches() -> tuple[Ranker, Searches]:
    texts = [text for *_, text in PAPERS]
    encoded = FakeEncoder().encode_passages(texts, [[(0, len(text))] for text in texts])
    searches = Searches(
        FakeEncoder(),
        FlatStore.of(encoded.texts),
        SentenceVectors.of(encoded.parts, [1] * len(texts)),
        LexicalIndex.of(texts),
        NameIndex.of(()),
    )
    return Ranker([paper(*one) for one in PAPERS], [passage(*one) for one in PAPERS], searches), searches


def paper(number: str, author: str, date: str, _delo: str, text: str) -> Document:
    return Document(number, "", date, "письмо", None, Text(text, ()), Place(0, 1, (1, 1), 1), authors=(author,))


def passage(number: str, _author: str, _date: str, delo: str, text: str) -> Passage:
    reference = Reference("РГАСПИ", "17", "171", delo, "1")
    return Passage(number, 0, len(text), text, ((0, len(text)),), Place(0, 1, (1, 1), 1), reference)


RANKER, SEARCHES = ranker_and_searches()


def sought(text: str, reading: Reading = NOTHING_READ, share: float = 1.0) -> Sought:
    question = Question(text, "ru", text, reading)
    return Sought(share, question, SEARCHES.query(question))


def test_without_anything_asked_besides_the_searches_make_the_score() -> None:
    ranking = RANKER.ranking([sought(HEALTH)], NOTHING_READ)
    assert ranking.order == [0, 1, 2] and ranking.relaxed == ()
    np.testing.assert_allclose(ranking.scores, fused(SEARCHES.signals(ranking.query)), rtol=1e-6)
    assert not any(part.any() for part in ranking.parts[3:])


def test_agreement_in_date_adds_1_and_in_people_a_half() -> None:
    """The letter of 25 December 1924 is 10 days older than the time asked, that of November is 50; 14 is a year off."""
    read = Reading(date_from="1925-01-04", date_to="1925-01-31", people=("Ягода Г. Г.",))
    parts = RANKER.ranking([sought(HEALTH, read)], read).parts
    np.testing.assert_allclose(parts.date, np.exp([-50 / 30, -417 / 30, -10 / 30]), rtol=1e-5)
    assert parts.people.tolist() == [0, 0, 0.5]
    exact = Reading(date_from="1924-11-15", date_to="1924-11-15")
    assert RANKER.ranking([sought(HEALTH, exact)], exact).parts.date[0] == 1


def test_the_readings_of_a_question_count_by_their_shares() -> None:
    read = Reading(people=("Троцкий Л. Д.",))
    alone = [RANKER.ranking([one], read).parts for one in (sought(HEALTH), sought(SCISSORS, read))]
    both = RANKER.ranking([sought(HEALTH, share=0.3), sought(SCISSORS, read, 0.7)], read)
    for one, other, together in zip(*alone, both.parts, strict=True):
        np.testing.assert_allclose(0.3 * one + 0.7 * other, together, atol=1e-6)
    np.testing.assert_allclose(both.scores, 0.3 * alone[0].scores + 0.7 * alone[1].scores, atol=1e-6)
    assert both.parts.people.tolist() == pytest.approx([0, 0.35, 0])
    assert both.query.words == tuple(terms(HEALTH))


def test_an_earlier_question_lends_to_its_document() -> None:
    focus = Focus((), "", "", scores(0, 2, 9))
    ranking = RANKER.ranking([sought(HEALTH)], NOTHING_READ, focus)
    # 14 stands next to 35, which led, and so 1 below it, and 32 in turn next to 14 as it stood: 8 below
    np.testing.assert_allclose(ranking.parts.focus, 3 * np.exp([-8 / 2, -1 / 2, 0]), rtol=1e-6)
    np.testing.assert_allclose(ranking.scores, sum(ranking.parts[:6]) + ranking.parts.focus, rtol=1e-6)


@pytest.mark.parametrize(
    ("asked", "order", "relaxed"),
    [
        (Reading(documents=("14", "35")), [1, 2], ()),
        (Reading(delo="30"), [2], ()),
        (Reading(fond="17"), [0, 1, 2], ()),
        (Reading(fond="17", delo="99"), [0, 1, 2], ("delo",)),
        (Reading(delo="30", documents=("14",)), [1], ("delo",)),
    ],
)
def test_only_what_was_asked_for_by_its_place_is_in_the_order(
    asked: Reading, order: list[int], relaxed: tuple[str, ...]
) -> None:
    """The scores stay those of all passages; what a completed follow-up says of places filters nothing."""
    ranking = RANKER.ranking([sought(HEALTH, Reading(delo="178"))], asked)
    assert (ranking.order, ranking.relaxed) == (order, relaxed)
    np.testing.assert_array_equal(ranking.scores, RANKER.ranking([sought(HEALTH)], NOTHING_READ).scores)
