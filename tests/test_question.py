"""What a question says: its language, its words, and when it says nothing."""

from __future__ import annotations

import pytest

from qa.question import EmptyQuestion, Question, understand, whole_characters


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("За что исключили Смилгу?", "ru"),
        ("Why was Smilga expelled?", "en"),
        ("Троцкий", "ru"),
        ("TROTSKY", "en"),
        ("ёж", "ru"),
        ("Хто очолював опозицію?", "ru"),  # Cyrillic, though not Russian: the interface has no nearer language
        ("Кто писал в «Daily Express»?", "ru"),  # as many words in either
        ("О чём статья Троцкого в New York Times?", "ru"),
        ("Who was Смилга in 1927?", "en"),
        ("Что такое United Press of America?", "en"),  # most words decide
        ("1927", "ru"),  # the collection's language where no word decides
        ("Ф. 17 Оп. 171", "ru"),
        ("מי גורש מהמפלגה?", "ru"),
        ("谁被开除了?", "ru"),
    ],
)
def test_the_language_is_that_of_most_words(text: str, language: str) -> None:
    assert understand(text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\t \r\n",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\0",
        "?",
        "?!…",
        "«»",
        "— – -",
        "___",
        "😀",
        "❤️👍🏽",
        "\u0301",
    ],
)
def test_a_question_without_a_letter_or_digit_is_empty(text: str) -> None:
    with pytest.raises(EmptyQuestion) as caught:
        understand(text)
    assert str(caught.value) == "the question is empty; ask in words"


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("  За что\n исключили\t\tСмилгу? ", "За что исключили Смилгу?"),
        ("За\u00a0что?", "За что?"),
        ("а", "а"),
        ("1923", "1923"),
        ("1️⃣", "1️⃣"),
        ("😀 кто это", "😀 кто это"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("кто\0это", "кто\0это"),
        ("א" * 10_000, "א" * 10_000),
    ],
)
def test_only_white_space_is_straightened(text: str, understood: str) -> None:
    assert understand(text).text == understood


def test_a_question_is_its_text_and_its_language() -> None:
    assert understand(" Who  was Blumkin?") == Question("Who was Blumkin?", "en", "Who was Blumkin?")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Кто это?", "Кто это?"),
        ("кто \ud800", "кто ?"),  # from JSON: "\ud800"
        ("\udcff\udcfe", "??"),  # from a command line that is not UTF-8
        ("😀\0\ufeff", "😀\0\ufeff"),
    ],
)
def test_half_a_character_becomes_a_question_mark(text: str, whole: str) -> None:
    assert whole_characters(text) == whole
