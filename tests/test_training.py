"""Training the map of tokens: what it learns from questions, and that it learns the same again."""

from __future__ import annotations

import numpy as np
import pytest

from index.token_map import TokenMap, Tokens
from index.tokens import TokenVectors
from index.unit import unit
from training.learn import DIMENSION, learned
from training.lessons import Course, Lesson
from training.trunk import _agreed, _figures, _mapped, other_documents

WIDTH = 128
SUBJECTS, NOISE = 24, 64
"""So many passages, each with a subject, and so many dimensions that say nothing of it and drown it."""


def _tokens(chance: np.random.Generator, subject: int) -> Tokens:
    rows = np.zeros((6, WIDTH), np.float32)
    rows[:, NOISE + subject] = 0.5
    rows[:, :NOISE] = unit(chance.normal(size=(6, NOISE)))
    return Tokens(np.full(6, subject, np.int32), unit(rows), np.ones(6, np.float32), np.arange(6, dtype=np.int32))


@pytest.fixture(scope="module")
def course() -> Course:
    """Twelve questions about each passage's subject; two at a time count as the same in other words."""
    chance = np.random.default_rng(1927)
    passages = [_tokens(chance, subject) for subject in range(SUBJECTS)]
    both = np.zeros(SUBJECTS, np.float32)
    lessons = [
        Lesson(
            asked="",
            group=f"{number // 2}",
            document=str(number % SUBJECTS // 2),
            tokens=_tokens(chance, number % SUBJECTS),
            both=both,
            date=np.eye(SUBJECTS, dtype=np.float32)[number % SUBJECTS],
            people=both,
            right=(number % SUBJECTS,),
            wrong=tuple(row for row in range(SUBJECTS) if row != number % SUBJECTS),
        )
        for number in range(12 * SUBJECTS)
    ]
    return Course(tuple(str(row // 2) for row in range(SUBJECTS)), [""] * SUBJECTS, passages, tuple(lessons))


@pytest.fixture(scope="module")
def trained(course: Course) -> TokenMap:
    return learned(course, course.lessons, 0)


def test_the_map_learns_what_tells_the_right_passage(trained: TokenMap) -> None:
    """The subject's dimensions come to weigh more against the noise than the model gave them."""
    assert trained.matrix.shape == (WIDTH, DIMENSION)
    weights = (trained.matrix**2).sum(axis=1)
    assert weights[NOISE : NOISE + SUBJECTS].min() > 1 > weights[:NOISE].max()  # all are 1 to begin with


def test_the_same_seed_gives_the_same_map(course: Course, trained: TokenMap) -> None:
    again, other = (learned(course, course.lessons, seed) for seed in (0, 1))
    np.testing.assert_array_equal(again.matrix, trained.matrix)
    np.testing.assert_array_equal(again.accent, trained.accent)
    assert not np.array_equal(other.matrix, trained.matrix)


def test_the_last_third_of_the_documents_is_held_out(course: Course) -> None:
    assert other_documents(course) == {"8", "9", "10", "11"}


def test_the_figures_tell_what_each_share_of_late_interaction_finds(course: Course, trained: TokenMap) -> None:
    """Meaning and words say nothing here: alone they find the first ten passages in their order."""
    vectors = TokenVectors.of([_mapped(trained, tokens) for tokens in course.passages])
    scores = [vectors.scores(_mapped(trained, lesson.tokens)) for lesson in course.lessons]
    head, alone, *_, late = [line.split() for line in _figures(course.lessons, scores)]
    assert head == ["late", "recall@1", "recall@3", "recall@5", "recall@10", "MRR@10"]
    assert alone[:3] == ["0.0", f"{1 / SUBJECTS:.3f}", f"{3 / SUBJECTS:.3f}"]
    assert late[:2] == ["1.0", "1.000"]


def test_agreement_adds_what_is_tried(course: Course) -> None:
    """Late interaction says nothing here, and the date of each lesson agrees with the passage that answers alone."""
    silent = [np.zeros(SUBJECTS, np.float32)] * len(course.lessons)
    head, without, *_, most = [line.split() for line in _agreed(course.lessons, silent)]
    assert head == ["0.0", "0.5", "1.0", "1.5"]
    first_ten = sum(1 / rank for rank in range(1, 11)) / SUBJECTS
    assert without == ["0.0", *[f"{first_ten:.3f}"] * 4]
    assert most == ["1.5", *["1.000"] * 4]
