"""What a question says of people, kinds and times is read out of it, whatever it holds else."""

from __future__ import annotations

import pytest

from qa.question import EmptyQuestion
from qa.reading import Reading
from qa.understanding import Understanding

PEOPLE = [
    ("За что исключили Смилгу?", ("Смилга И. Т.",)),
    ("что писал троцкий сталину", ("Троцкий Л. Д.", "Сталин И. В.")),
    ("за что ягода арестовал радека", ("Ягода Г. Г.", "Радек К. Б.")),
    ("Сколько бедняков читало «Правду» и «Большевик»?", ()),
    ("Why did Trotsky's wife write to Menzhinsky?", ("Троцкий Л. Д.", "Менжинский В. Р.")),
    ("who is ruth fischer", ("Фишер Р.",)),
    ("Что писал Иван Никитич Смирнов?", ("Смирнов И. Н.",)),
    ("Что писал В. М. Смирнов?", ("Смирнов В. М.",)),
    ("Where was Ivan Smirnov exiled?", ("Смирнов И. Н.",)),
    ("Куда сослали Смирнова?", ("Смирнов И. Н.", "Смирнов", "Смирнов В. М.")),  # nothing says which one
    ("they may take most of the list", ()),
    ("Трифонович и Ктототамов", ()),
    ("Что такое ОГПУ?", ()),  # the register has «ОГПУ Г.», a misprint of a list
]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_people_of_the_register_are_read(understanding: Understanding, text: str, names: tuple[str, ...]) -> None:
    assert understanding.understand(text).reading.people == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Что сказано в докладной записке Ягоды?", ("докладная записка",)),
        ("О чём записка Ягоды?", ("докладная записка", "письмо")),
        ("О чём шифровка из Одессы?", ("телеграмма",)),
        ("What does the letter or the telegram say?", ("письмо", "телеграмма")),
        ("Что в стенограмме?", ()),  # the collection has none
        ("Кто это?", ()),
    ],
)
def test_kinds_of_the_collection_are_read(understanding: Understanding, text: str, kinds: tuple[str, ...]) -> None:
    assert understanding.understand(text).reading.kinds == kinds


def test_all_is_read_together(understanding: Understanding) -> None:
    question = understanding.understand("Что в письме троцкова от 8 октября 1923 г. (РГАСПИ, Ф. 17 Оп. 171 Д. 26)?")
    assert question.reading.filters() == {
        "date_from": "1923-10-08",
        "date_to": "1923-10-08",
        "archive": "РГАСПИ",
        "fond": "17",
        "opis": "171",
        "delo": "26",
        "kinds": "письмо",
        "people": "Троцкий Л. Д.",
    }


def test_a_question_that_says_nothing_of_the_kind_has_no_filters(understanding: Understanding) -> None:
    question = understanding.understand("Как жили ссыльные?")
    assert (question.reading, question.reading.filters()) == (Reading(), {})


@pytest.mark.parametrize(
    "text",
    [
        "Что писали между пленумом и съездом?",
        "Что было между XIV и XV съездами?",
        "What happened between the plenum and the congress?",
        "What happened between the 14th and the 15th congress?",
    ],
)
def test_a_time_between_events_is_beyond_the_dates(understanding: Understanding, text: str) -> None:
    (words,) = understanding.understand(text).reading.beyond
    assert words == text[text.index(words) :].removesuffix("?")


@pytest.mark.parametrize("text", ["1️⃣", "кто\0это", "א" * 10_000, "троцкова" * 500, "5 мая 1927 " * 500, "\u0301а"])
def test_no_question_is_too_odd(understanding: Understanding, text: str) -> None:
    assert understanding.understand(text).put == text.strip()


def test_an_empty_question_is_refused(understanding: Understanding) -> None:
    with pytest.raises(EmptyQuestion):
        understanding.understand(" ?! ")


def test_a_text_too_long_to_be_typed_is_not_mended(understanding: Understanding) -> None:
    mistyped = "Что писал Ягодв? "
    assert understanding.understand(mistyped).text == "Что писал Ягода?"
    pasted = mistyped * 30
    assert understanding.understand(pasted).text == pasted.strip()


def test_a_question_is_read_once_however_it_is_spaced(understanding: Understanding) -> None:
    assert understanding.understand(" Кого  исключили? ") is understanding.understand("Кого исключили?")
