"""How sure an answer is, and from where on it is none."""

from __future__ import annotations

from dataclasses import replace
from math import exp

import numpy as np
import pytest

from index.records import Passage, Place, Reference
from qa.answer import answered
from qa.confidence import ANSWERED_FROM, CALIBRATIONS, Calibration, Signs, signs
from qa.contract import Finding, RankedPassage
from qa.question import Question
from qa.retrieve import Signals

QUESTION = Question("Кто написал письмо?", "ru")
WORDS = "Письмо написал Троцкий."
REFERENCE = Reference("РГАСПИ", "17", "171", "26", "11")
PASSAGE = Passage("12", 0, 30, f"{WORDS} Секретно", ((0, 23), (24, 32)), Place(100, 130, (7, 8), 2), REFERENCE)
RANKED = RankedPassage(1, 2.5, PASSAGE, "Письмо", "1923-10-24", "письмо", (0, 23))


@pytest.mark.parametrize(
    ("seen", "confidence"),
    [
        (Signs(cosine=0, lead=0), 1 / (1 + exp(1))),  # the bias alone
        (Signs(cosine=0.5, lead=0), 1 / 2),  # -1 + 2 · 0.5 = 0
        (Signs(cosine=0.5, lead=0.5), 1 / (1 + exp(-1.5))),  # -1 + 2 · 0.5 + 3 · 0.5 = 1.5
        (Signs(cosine=0, lead=1), 1 / (1 + exp(-2))),
    ],
)
def test_confidence_is_the_logistic_function_of_the_weighted_signs(seen: Signs, confidence: float) -> None:
    calibration = Calibration(Signs(cosine=2, lead=3), bias=-1)
    assert calibration.confidence(seen) == pytest.approx(confidence, rel=1e-12)


def test_the_signs_are_the_cosine_of_the_first_passage_and_its_lead_over_the_tenth() -> None:
    order = [3, *(row for row in range(12) if row != 3)]
    scores = np.array([10, 9, 8, 12.5, 7, 6, 5, 4, 3, 2, 1, 0], np.float32)
    signals = Signals(dense=np.linspace(0, 0.75, 12).astype(np.float32), lexical=np.zeros(12, np.float32))
    assert order[9] == 9
    seen = signs(order, scores, signals)
    assert seen.cosine == pytest.approx(3 / 11 * 0.75)
    assert seen.lead == 2  # of 12.5 - 2


@pytest.mark.parametrize(("order", "lead"), [([1], 0), ([1, 0], 1.5), ([1, 2, 0], 1.5)])
def test_with_fewer_than_ten_passages_the_lead_is_over_the_last(order: list[int], lead: float) -> None:
    scores = np.array([1, 2.5, 2], np.float32)
    assert signs(order, scores, Signals(scores, scores)).lead == lead


def test_each_language_is_calibrated() -> None:
    assert set(CALIBRATIONS) == {"ru", "en"}


@pytest.mark.parametrize("confidence", [ANSWERED_FROM, 0.5, 1])
def test_from_the_threshold_on_the_best_quote_is_the_answer(confidence: float) -> None:
    answer = answered("Кто  написал письмо?", QUESTION, (RANKED,), confidence, {"total": 3})
    assert answer.status == "answered"
    assert answer.answer == Finding(text=WORDS, quote=WORDS, passage=0, confidence=confidence)
    assert (answer.question, answer.standalone) == ("Кто  написал письмо?", "Кто написал письмо?")
    assert (answer.language, answer.filters, answer.timing_ms) == ("ru", {}, {"total": 3})


@pytest.mark.parametrize("confidence", [0, ANSWERED_FROM - 1e-9])
def test_below_the_threshold_there_is_no_answer_but_the_nearest_passages(confidence: float) -> None:
    passages = (RANKED, replace(RANKED, rank=2))
    answer = answered("Кто?", QUESTION, passages, confidence, {"total": 3})
    assert (answer.status, answer.answer, answer.confidence) == ("not_found", None, confidence)
    assert answer.passages == passages
    assert answer.as_json()["answer"] is None
