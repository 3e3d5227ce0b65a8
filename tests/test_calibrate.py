"""The numbers of the confidence are fitted to made-up samples."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest

from eval.calibrate import Sample, Samples, _calibration, _effect, _fitted, _weights, at_home, right
from index.collection import Language
from qa.confidence import Calibration
from qa.refusal.signs import Signs

NOTHING = Signs(0, 0, 0, 0, 0, 0)


def sample(cosine: float, *, right: bool = False, lead: float = 0.0, language: Language = "ru") -> Sample:
    return Sample(language, NOTHING._replace(cosine=cosine, lead=lead), right)


def group(count: int, first: float, last: float, *, right_from: float = 2.0) -> list[Sample]:
    """Samples of evenly spaced cosines, right from one on; the lead says nothing, but is not always the same."""
    spaced = np.linspace(first, last, count).tolist()
    return [sample(cosine, right=cosine >= right_from, lead=at % 2) for at, cosine in enumerate(spaced)]


PRESENT, ABSENT, OFF_TOPIC = group(64, 0.6, 0.9, right_from=0.75), group(64, 0.5, 0.8), group(16, 0.3, 0.65)
JUDGED = group(40, 0.6, 0.9, right_from=0.81)
ASKED = Samples(PRESENT, ABSENT, OFF_TOPIC, JUDGED)


def probabilities(model: Calibration, samples: list[Sample]) -> list[float]:
    return [model.probability(one.signs) for one in samples]


def test_one_question_in_25_falls_below_one_half_for_being_at_home() -> None:
    """The quantile of 64 lies half way between the third and the fourth."""
    found = probabilities(at_home(ASKED), PRESENT)
    assert [at for at, probability in enumerate(sorted(found)) if probability < 0.5] == [0, 1, 2]
    assert max(probabilities(at_home(ASKED), OFF_TOPIC[:8])) < min(found)


def test_the_mean_confidence_in_gold_questions_is_their_share_of_right_passages() -> None:
    share = np.mean([one.right for one in JUDGED])
    assert share == 0.3
    assert np.mean(probabilities(right(ASKED), JUDGED)) == pytest.approx(share, abs=0.005)


def test_gold_questions_move_the_bias_alone() -> None:
    judged_otherwise = ASKED._replace(judged=group(40, 0.6, 0.9, right_from=0.7))
    models = right(ASKED), right(judged_otherwise)
    assert models[0].weights == models[1].weights and models[0].bias < models[1].bias


def test_a_calibration_says_of_plain_signs_what_the_model_says_of_standardised_ones() -> None:
    every = [*PRESENT, *OFF_TOPIC]
    model = _fitted(every, [one.right for one in every], [1.0] * len(every))
    expected = model.predict_proba([one.signs for one in every])[:, 1]
    assert probabilities(_calibration(model, 0), every) == pytest.approx(expected, abs=0.003)
    shifted = model.decision_function([one.signs for one in every]) + 1.5
    assert probabilities(_calibration(model, 1.5), every) == pytest.approx(1 / (1 + np.exp(-shifted)), abs=0.003)


def test_a_sign_that_never_differs_has_no_weight() -> None:
    weights = right(ASKED).weights
    assert weights.cosine > 0 and weights._replace(cosine=0, lead=0) == NOTHING


def test_what_is_about_something_else_weighs_as_much_as_all_other_questions() -> None:
    weights = _weights(PRESENT, OFF_TOPIC)
    assert weights == [1] * 64 + [4] * 16


def test_the_samples_of_one_language_are_kept_in_their_groups() -> None:
    russian, english = sample(0.5), sample(0.6, language="en")
    mixed = Samples([russian, english], [english], [russian], [])
    assert mixed.of("en") == Samples([english], [english], [], [])
    assert list(chain.from_iterable(mixed.of("ru"))) == [russian, russian]


def test_the_effect_of_a_model_is_the_share_of_each_group_below_some_probabilities() -> None:
    """Cosines of 0, 2 and -4 are probabilities of 0.5, 0.88 and 0.018."""
    few = Samples([sample(0), sample(2)], [sample(-4), sample(2)], [sample(-4)], [sample(0)])
    assert _effect(Calibration(NOTHING._replace(cosine=1), 0), few).splitlines() == [
        "    present       2  <0.05: 0.000  <0.1: 0.000  <0.15: 0.000  <0.2: 0.000  <0.5: 0.000",
        "    absent        2  <0.05: 0.500  <0.1: 0.500  <0.15: 0.500  <0.2: 0.500  <0.5: 0.500",
        "    off_topic     1  <0.05: 1.000  <0.1: 1.000  <0.15: 1.000  <0.2: 1.000  <0.5: 1.000",
        "    judged        1  <0.05: 0.000  <0.1: 0.000  <0.15: 0.000  <0.2: 0.000  <0.5: 0.000",
    ]
