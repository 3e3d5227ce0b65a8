"""Whether shown words give the gold answer: what is no difference, and what is."""

from __future__ import annotations

import pytest

from eval.answers import contains, f1, overlaps


@pytest.mark.parametrize(
    ("shown", "answer", "given"),
    [
        ("Исключить 14 ноября 1927 г. из рядов партии", "14 ноября 1927 года", True),
        ("на квартире ТРЕТЬЯКОВА, у Пятакова", "Пятаков", True),  # cases and case endings
        ("чёрный список", "черный списки", True),  # «ё»
        ("тт. Н. К. Крупская и М.И. Ульянова", "Крупская и Ульянова", True),  # initials and titles
        ("тов. Калинину", "товарищ Калинин", True),
        ("собрать от 10 до 12 человек", "10–12 человек", True),  # the words between say nothing
        ("украинцев, белорусов, грузин", "украинцы, белорусы, грузины", True),
        ("украинцев, белорусов, грузин", "белорусы, украинцы", False),  # the order says something
        ("14 ноября", "14 ноября 1927 г.", False),  # half an answer is none
        ("114 ноября", "14 ноября", False),  # a number is a whole word
        ("на V конгрессе", "IV конгресс", False),
        ("на V конгрессе", "V конгресс", True),
        ("Tiflis, i.e. Tbilisi", "the Tiflis", True),
        ("он был за", "за", True),  # an answer that is nothing but a small word
        ("он был там", "за", False),
        ("", "14 ноября", False),
        ("14 ноября", "—", False),  # no words, no answer
    ],
)
def test_an_answer_is_contained_in_any_form_of_its_words(shown: str, answer: str, given: bool) -> None:
    assert contains(shown, [answer]) is given


def test_one_accepted_form_is_enough() -> None:
    assert contains("из Тифлиса в Москву", ["Tbilisi", "Тифлис"])


@pytest.mark.parametrize(
    ("shown", "answers", "expected"),
    [
        ("Рыков и Пятаков", ["Пятаков и Рыков"], 1.0),
        ("Рыков", ["Рыков и Пятаков"], 2 * 1 / (1 + 2)),
        ("Рыков, Пятаков, Сокольников, Смилга", ["Рыков", "Рыков и Пятаков"], 2 * 2 / (4 + 2)),  # the best form
        ("Рыков, Рыков", ["Рыков"], 2 * 1 / (2 + 1)),  # a word counts once
        ("Троцкий", ["Рыков"], 0.0),
        ("", ["Рыков"], 0.0),
    ],
)
def test_token_f1_is_the_harmonic_mean_of_shared_words(shown: str, answers: list[str], expected: float) -> None:
    assert f1(shown, answers) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("quote", "evidence", "meet"),
    [
        (
            "Перенести сессию ЦИК из Тифлиса в Москву.",
            "из Тифлиса в Москву",
            True,
        ),  # the shorter one stands in the longer
        ("Перенести се-\nссию", "перенести сессию", True),  # letters and digits alone are compared
        ("абвгд ежзик", "абвгд лмноп рстуф", True),  # five of ten
        ("абвгд ежзикл", "абвгд мнопр стуф", False),  # five of eleven
        ("абв где", "где абв", True),
        ("абвг", "деж", False),
        ("…", "деж", False),
    ],
)
def test_quotes_overlap_with_half_of_the_shorter_one_in_one_piece(quote: str, evidence: str, meet: bool) -> None:
    assert overlaps(quote, evidence) is meet
    assert overlaps(evidence, quote) is meet
