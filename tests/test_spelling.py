"""A mistyped word is mended by the nearest of the collection, and a right one never."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.gold import read_gold
from qa.asked.sound import sound
from qa.understanding import Understanding

GOLD = Path(__file__).parents[1] / "eval" / "gold" / "politburo-trotsky" / "dev.jsonl"

# as it was typed, as it was meant
MENDED = [
    ("за что выслали троцкова", "за что выслали Троцкого"),  # as it is heard
    ("записка менжинскава", "записка Менжинского"),
    ("дело преображенскаво", "дело Преображенского"),
    ("сасновский и приображенский", "Сосновский и Преображенский"),
    ("Почему опозиция проиграла?", "Почему оппозиция проиграла?"),
    ("каких комунистов растреляли", "каких коммунистов расстреляли"),
    ("за што ево сослали", "за что его сослали"),
    ("Ягодв и Зиновев", "Ягода и Зиновьев"),  # as the fingers slip
    ("Что писал Троцкй Сталну?", "Что писал Троцкий Сталину?"),
    ("письмо Троцкго", "письмо Троцкого"),
    ("Что сказал Менжниский?", "Что сказал Менжинский?"),
    ("За что исключили Смылгу?", "За что исключили Смилгу?"),
    ("Где Зцрабов?", "Где Зурабов?"),  # the volume has other forms of him only
    ("Why was Trotksy expelled?", "Why was Trotsky expelled?"),
    ("what did kamanev write", "what did Kamenev write"),
    ("trotskys letter to stalin", "trotsky's letter to stalin"),
]
LEFT = [
    "За что исключили Смилгу?",
    "Смилгой, Смилгам, о Смилге",  # forms that no document has
    "Назарян, Шатуновский, Рютин и Дирксен",  # not in the volume, and near to nobody
    "Слонимский и Эссен",
    "партячейка, политизолятор и недопуск",  # in no dictionary
    "законченно термидорианский, типографски",
    "алма-атинский, Буэнос-айресская",
    "Радеке, Мехлисом, Госиздату",
    "Fischer, Rosengolts and Bronstein",  # right in English
    "How long was the longer letter of the Bolsheviks and the Soviets?",
    "Trotzky, Zinovyev, Iagoda",
    "№ 1234567, 83-х, П59/17-рс",
    "ГПУ, ЦКК, ВКП(б)",
]


@pytest.mark.parametrize(("typed", "meant"), MENDED)
def test_a_mistyped_word_is_mended(understanding: Understanding, typed: str, meant: str) -> None:
    assert understanding.understand(typed).text == meant


@pytest.mark.parametrize("typed", LEFT)
def test_a_right_word_is_left(understanding: Understanding, typed: str) -> None:
    assert understanding.understand(typed).text == typed


def test_the_corrections_are_told(understanding: Understanding) -> None:
    question = understanding.understand("  За  что «троцкова», и Ягодв? ")
    assert question.put == "За что «троцкова», и Ягодв?"
    assert question.reading.corrections == (("троцкова", "Троцкого"), ("Ягодв", "Ягода"))


def test_of_all_gold_questions_only_the_misspelt_are_changed(understanding: Understanding) -> None:
    read = [understanding.understand(gold.question) for gold in read_gold(GOLD)]
    assert [tuple(question.reading.corrections[0]) for question in read if question.text != question.put] == [
        ("троцкова", "Троцкого"),
        ("концесии", "концессии"),
        ("посодили", "посадили"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("троцкова", "троцкого"),
        ("зиновев", "зиновьев"),
        ("растрелян", "расстрелян"),
        ("совецкий", "советский"),
        ("щёт", "счёт"),
        ("извесный", "известный"),
        ("дзержынский", "дзержинский"),
    ],
)
def test_words_that_are_heard_alike_have_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_words_that_are_heard_apart_have_two() -> None:
    assert sound("сосновский") != sound("сахновский")
