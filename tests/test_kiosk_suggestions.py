"""What may be meant while typing: known questions, found by the beginnings of their words, in either layout."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.collection import Language
from qa.archive import Archive
from ui.kiosk.settings import Settings
from ui.kiosk.suggestions import Suggestions

SHIPPED = Path(__file__).parents[1] / "collections" / "politburo-trotsky" / "kiosk.toml"


@pytest.fixture(scope="module")
def suggestions(whole_archive: Archive) -> Suggestions:
    return Suggestions(whole_archive, Settings.read(SHIPPED, whole_archive.manifest))


# typed, language, first question offered
MEANT: list[tuple[str, Language, str]] = [
    ("чем бол", "ru", "Чем болела дочь Троцкого Зина?"),
    ("Что тр", "ru", "Что Троцкий думает о Гитлере?"),  # before «Что Крупская рассказала Троцкому …»
    ("крупская", "ru", "Что Крупская рассказала Троцкому о Ленине и Марксе?"),
    ("гитлер", "ru", "Что Троцкий думает о Гитлере?"),
    ("блюмкин", "ru", "За что арестовали Блюмкина?"),
    ("киров", "ru", "О чём письмо С. М. Кирова И. П. Товстухе от 24 апреля 1930 г.?"),
    ("о чем письмо киров", "ru", "О чём письмо С. М. Кирова И. П. Товстухе от 24 апреля 1930 г.?"),
    ("rheg", "ru", "Что Крупская рассказала Троцкому о Ленине и Марксе?"),
    ("krup", "en", "What did Krupskaya tell Trotsky about Lenin and Marx?"),
    ("лкгз", "en", "What did Krupskaya tell Trotsky about Lenin and Marx?"),
    ("ordzhonikidze july", "en", "What did Stalin ask Ordzhonikidze in July 1928?"),
    ("maisky", "en", "What is Trotsky’s letter to Maisky of 27 March 1926 about?"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "language", "first"), MEANT)
def test_a_beginning_finds_its_question(suggestions: Suggestions, typed: str, language: Language, first: str) -> None:
    assert suggestions.of(typed, language)[0] == first


def test_a_question_that_begins_so_comes_before_one_that_holds_the_words(suggestions: Suggestions) -> None:
    assert suggestions.of("почему", "ru") == (
        "Почему Ленин назвал Сталина нелояльным?",
        "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?",
        "Почему Зиновьев не мог молчать в декабре 1926 года?",
        "Почему ссыльные объявили голодовку?",
        "Почему умирали беженцы из Казахстана?",
    )


@pytest.mark.parametrize("typed", ["", " ", "???", "щщщ", "😀", "<b>", "троцкий щщщ", "кто " * 13, "а" * 10_000])
def test_what_means_nothing_known_gets_nothing(suggestions: Suggestions, typed: str) -> None:
    assert suggestions.of(typed, "ru") == ()


def test_five_at_most_are_offered_each_once(suggestions: Suggestions) -> None:
    offered = suggestions.of("с", "ru")
    assert len(set(offered)) == len(offered) == 5


def test_they_come_before_a_finger_is_lifted(suggestions: Suggestions) -> None:
    typed = ["т", "тр", "тро", "троц", "троцк", "письмо ст", "nhjwr", "щ", "что сталин сказал"]
    suggestions.of("что", "ru")  # the dictionary is open then
    begun = time.process_time()
    for text in typed * 10:
        suggestions.of(text, "ru")
    assert (time.process_time() - begun) / (10 * len(typed)) < 0.005
