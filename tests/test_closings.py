"""Closings stand higher where the question is about the paper itself."""

from __future__ import annotations

import numpy as np
import pytest

from index.lexical import terms
from index.records import Passage, Place
from qa.passages.closings import Closings
from qa.retrieve import Scores

ABOUT_THE_PAPER = [
    "Чья подпись стоит под запиской?",
    "Кто написал предисловие?",
    "Какую помету оставил Сталин на сообщении?",
    "Что он собственноручно приписал?",
    "В каком архивном деле и на каких листах письмо?",
    "Где хранится записка Менжинского?",
    "Подлинник это или копия?",
    "Каким числом датировано письмо?",
    "Who signed the report?",
    "What is written in the margin?",
    "Where is the letter kept?",
]
ABOUT_OTHER_THINGS = [
    "За что исключили Смилгу?",
    "Чем заболел Троцкий в Алма-Ате?",
    "Why was Trotsky deported?",
]


def passages(*closing: tuple[str, bool]) -> list[Passage]:
    """A passage of the document of this number for each, a closing or not."""
    return [Passage(number, 0, 1, "а", ((0, 1),), Place(0, 1, (1, 1), 1), None, closes) for number, closes in closing]


SCORES: Scores = np.array([3, 1, 5, -1, 2, 0], np.float32)
CLOSINGS = Closings.of(
    passages(("1", False), ("1", False), ("1", True), ("2", True), ("2", False), ("3", True)),
)


@pytest.mark.parametrize("question", ABOUT_THE_PAPER)
def test_a_closing_is_lent_three_fifths_of_the_lead_of_its_document(question: str) -> None:
    """The closing of 1 leads itself; that of 2 is 3 behind, and 3 has nothing else."""
    raised = CLOSINGS.raised(SCORES, terms(question))
    np.testing.assert_allclose(raised, [3, 1, 5, -1 + 0.6 * 3, 2, 0], rtol=1e-6)


@pytest.mark.parametrize("question", ABOUT_OTHER_THINGS)
def test_other_questions_leave_the_order_alone(question: str) -> None:
    assert CLOSINGS.raised(SCORES, terms(question)).tolist() == SCORES.tolist()
