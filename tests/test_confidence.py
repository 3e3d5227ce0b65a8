"""How sure an answer is, and why there is none."""

from __future__ import annotations

from dataclasses import replace
from math import exp

import numpy as np
import pytest

from index.lexical import LexicalIndex, terms
from index.reader import Opinion
from index.records import Passage, Place, Reference
from qa.answer import answered
from qa.archive import Archive
from qa.confidence import (
    AT_HOME,
    BEFORE,
    BIAS,
    ODDS,
    RIGHT,
    RIGHT_FROM,
    Calibration,
    Verdict,
    is_timely,
    reason,
    reconsidered,
    verdict,
)
from qa.contract import Finding, RankedPassage
from qa.question import Question
from qa.rank import Parts, Ranking
from qa.refusal.signs import Lacks, Signs, about, lacks, signs, strange
from qa.retrieve import Query, Scores, Signals
from qa.said import Said

QUESTION = Question("Кто написал письмо?", "ru")
WORDS = "Письмо написал Троцкий."
REFERENCE = Reference("РГАСПИ", "17", "171", "26", "11")
PASSAGE = Passage("12", 0, 30, f"{WORDS} Секретно", ((0, 23), (24, 32)), Place(100, 130, (7, 8), 2), REFERENCE)
RANKED = RankedPassage(1, 2.5, PASSAGE, "Письмо", "1923-10-24", "письмо", (0, 23))
LEXICAL = LexicalIndex.of([WORDS, "Выслан Радек из Эссена", "Секретно"])
NOTHING = Signs(0, 0, 0, 0, 0, 0)
COMPLETE = Lacks(name=False, kind=False)


def by_meaning(scores: Scores) -> Parts:
    """Scores that meaning alone makes."""
    return Parts(scores, *[np.zeros_like(scores)] * 6)


@pytest.mark.parametrize(
    ("seen", "probability"),
    [
        (NOTHING, 1 / (1 + exp(1))),  # the bias alone
        (NOTHING._replace(cosine=0.5), 1 / 2),  # -1 + 2 · 0.5 = 0
        (NOTHING._replace(cosine=0.5, lead=0.5), 1 / (1 + exp(-1.5))),  # -1 + 2 · 0.5 + 3 · 0.5 = 1.5
        (NOTHING._replace(known=1), 1 / (1 + exp(-3))),  # -1 + 4 · 1 = 3
    ],
)
def test_a_probability_is_the_logistic_function_of_the_weighted_signs(seen: Signs, probability: float) -> None:
    calibration = Calibration(NOTHING._replace(cosine=2, lead=3, known=4), bias=-1)
    assert calibration.probability(seen) == pytest.approx(probability, rel=1e-12)


def test_the_signs_are_those_of_the_first_passage() -> None:
    order = [3, *(row for row in range(12) if row != 3)]
    scores = np.array([10, 9, 8, 12.5, 7, 6, 5, 4, 3, 2, 1, 0], np.float32)
    dense, lexical = np.linspace(0, 0.75, 12).astype(np.float32), np.array([0] * 3 + [6] + [0] * 8, np.float32)
    late = np.arange(12, dtype=np.float32)
    query = Query(np.zeros(1, np.float32), tuple(terms("Троцкий выслан")))
    seen = signs(Ranking(query, Signals(dense, lexical, late), by_meaning(scores), order), LEXICAL)
    assert order[9] == 9
    assert seen.cosine == pytest.approx(3 / 11 * 0.75)
    assert (seen.late, seen.lead) == (3, 2)  # the lead, 12.5 - 2, counts as 2
    assert seen.by_meaning == pytest.approx((3 - 5.5) / np.std(np.arange(12)), rel=1e-5)
    assert seen.by_words == pytest.approx((6 - 0.5) / np.std([6, *[0] * 11]), rel=1e-5)
    assert seen.known == 1


@pytest.mark.parametrize(("order", "lead"), [([1], 0), ([1, 0], 1.5), ([1, 2, 0], 1.5)])
def test_with_fewer_than_ten_passages_the_lead_is_over_the_last(order: list[int], lead: float) -> None:
    scores = np.array([1, 2.5, 2], np.float32)
    query = Query(np.zeros(1, np.float32), ())
    seen = signs(Ranking(query, Signals(scores, scores), by_meaning(scores), order), LEXICAL)
    assert (seen.lead, seen.late) == (lead, 0)


def test_each_language_is_calibrated() -> None:
    assert set(AT_HOME) == set(RIGHT) == {"ru", "en"}


@pytest.mark.parametrize(
    ("at_home", "right", "lacking", "expected"),
    [
        (0.5, RIGHT_FROM, COMPLETE, ""),
        (0.49, 0.9, COMPLETE, "off_topic"),
        (0.9, RIGHT_FROM - 1e-9, COMPLETE, "nothing"),
        (0.9, 0.9, Lacks(name=False, kind=True), "nothing"),
        (0.1, 0.9, Lacks(name=True, kind=False), "unknown_name"),
    ],
)
def test_each_fault_has_its_reason(at_home: float, right: float, lacking: Lacks, expected: str) -> None:
    assert reason(at_home, right, lacking) == expected


def test_what_is_of_the_time_asked_for_is_no_other_topic() -> None:
    assert reason(0.49, 0.9, COMPLETE, timely=True) == "nothing"
    assert reason(0.49, 0.9, Lacks(name=True, kind=False), timely=True) == "unknown_name"


def test_what_the_reader_doubts_is_not_answered() -> None:
    assert reason(0.9, 0.9, COMPLETE, doubted=True) == "nothing"
    assert reason(0.4, 0.9, COMPLETE, doubted=True) == "off_topic"


@pytest.mark.parametrize(("odds", "told", "expected"), [(-3.5, False, "nothing"), (-3.5, True, ""), (-2.9, False, "")])
def test_what_the_record_of_a_paper_tells_is_not_for_the_reader_to_doubt(
    odds: float, told: bool, expected: str
) -> None:
    """«Где хранится записка?» is answered by the legend, in which a reader of texts finds no answer."""
    scores = np.array([0.9, *np.linspace(0, 0.5, 11)], np.float32)
    query = Query(np.zeros(1, np.float32), tuple(terms("письмо")))
    ranking = Ranking(query, Signals(scores, scores), by_meaning(scores), list(range(12)))
    reached = verdict(QUESTION, ranking, RANKED, LEXICAL, opinion=Opinion(odds, (0, 1)), carried=True, told=told)
    assert reached.reason == expected


def test_the_opinion_of_the_reader_is_weighed_with_what_the_searches_say() -> None:
    assert reconsidered(1.5, None) == 1.5
    assert reconsidered(1.5, Opinion(2.0, (0, 1))) == pytest.approx(1.5 * BEFORE + 2 * ODDS + BIAS)


@pytest.mark.parametrize(("date", "timely"), [(1.0, True), (0.9, False), (0.0, False)])
def test_timely_is_a_first_passage_of_the_very_time(date: float, timely: bool) -> None:
    scores = np.zeros(2, np.float32)
    parts = by_meaning(scores)._replace(date=np.array([0, date], np.float32))
    assert is_timely(Ranking(Query(scores, ()), Signals(scores, scores), parts, [1, 0])) is timely


@pytest.mark.parametrize(("name", "unmet"), [("Рютина", True), ("Радека", False), ("Эссенский", False), ("Под", False)])
def test_a_name_is_strange_where_no_word_of_the_collection_is_akin_to_it(name: str, unmet: bool) -> None:
    assert strange(name, LEXICAL) is unmet


def test_a_question_lacks_what_neither_collection_nor_quote_has() -> None:
    question = "За сколько рублей Рютин продал письмо?"
    query = Query(np.zeros(1, np.float32), tuple(terms(question)))
    assert lacks(question, query, PASSAGE, (0, 23), LEXICAL) == Lacks(name=True, kind=True)
    assert lacks("Рютин написал письмо?", query, PASSAGE, (0, 23), LEXICAL) == COMPLETE  # begins a sentence


def test_the_words_about_a_quote_are_its_neighbours_too() -> None:
    text = "Один. Два. Три. Пять."
    passage = replace(PASSAGE, text=text, sentences=((0, 5), (6, 10), (11, 15), (16, 21)))
    assert [about(passage, span) for span in ((0, 5), (6, 15), (16, 21))] == ["Один. Два.", text, "Три. Пять."]


def test_without_a_reason_against_it_the_best_quote_is_the_answer() -> None:
    answer = answered(
        "Кто  написал письмо?", QUESTION, QUESTION.text, (RANKED,), Verdict("", 0.5), {"total": 3}, Said(WORDS)
    )
    assert (answer.status, answer.reason) == ("answered", "")
    assert answer.answer == Finding(text=WORDS, quote=WORDS, passage=0, confidence=0.5)
    assert (answer.question, answer.standalone) == ("Кто  написал письмо?", "Кто написал письмо?")
    assert (answer.language, answer.filters, answer.timing_ms) == ("ru", {}, {"total": 3})


def test_with_a_reason_there_is_no_answer_but_the_nearest_passages() -> None:
    passages = (RANKED, replace(RANKED, rank=2))
    answer = answered("Кто?", QUESTION, QUESTION.text, passages, Verdict("nothing", 0.04), {"total": 3}, Said(WORDS))
    assert (answer.status, answer.answer, answer.confidence, answer.reason) == ("not_found", None, 0.04, "nothing")
    assert answer.passages == passages and answer.nearest
    assert answer.as_json()["answer"] is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Здравствуйте!", "greeting"),
        ("Как сварить суп на ужин?", "off_topic"),
        ("Что Сталин писал о Наполеоновских войнах и Бонапарте?", "unknown_name"),
    ],
)
def test_the_archive_says_why_it_does_not_answer(archive: Archive, said: str, expected: str) -> None:
    answer = archive.ask(said)
    assert (answer.status, answer.reason, len(answer.passages)) == ("not_found", expected, 10)


def test_a_question_that_names_somebody_of_the_collection_is_not_about_something_else(archive: Archive) -> None:
    """Three words are too few for the model of what is at home here."""
    assert archive.ask("Кто такой Куйбышев?").reason != "off_topic"
    assert archive.ask("Как варить борщ?").reason == "off_topic"


def test_an_unlikely_answer_is_left_in_the_documents_words() -> None:
    short = Said("Троцкий", 0, (15, 22))
    sure, unsure = (
        answered("Кто?", QUESTION, QUESTION.text, (RANKED,), Verdict("", confidence), {}, short).answer
        for confidence in (0.5, 0.49)
    )
    assert sure and (sure.text, sure.span) == ("Троцкий", (15, 22))
    assert unsure and (unsure.text, unsure.span) == (WORDS, None)
