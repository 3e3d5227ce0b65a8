"""What a language model says is checked against the passage that it cites: names, dates, numbers."""

from __future__ import annotations

import pytest

from index.collection import Language
from qa.writer.cited import LONGEST, MOST_SENTENCES, cited_sentences
from qa.writer.said_dates import SaidDate, said_dates
from qa.writer.said_names import said_names
from qa.writer.said_numbers import said_numbers
from qa.writer.supported import says

MINUTES = """Выписка из протокола заседания Политбюро ЦК от 18 октября 1923 г. по созыву экстренного Пленума ЦК ВКП(б)
1923-10-18
11. Резолюция ЦКК (тов. Куйбышев)
11. а) Созвать на 25 октября с.г. экстренный Пленум Центрального Комитета.
в) Пригласить на объединенное заседание представителей (по 2) от парторганизаций (10–15-ти), поручив Секретариату ЦК.
г) Перенести сессию ЦИК’а СССР из Тифлиса в Москву, поручив тов. Калинину известить кавказских товарищей."""
CASES: list[tuple[Language, str, bool]] = [
    ("ru", "Сессию ЦИК перенесли из Тифлиса в Москву", True),
    ("ru", "Известить кавказских товарищей поручили Калинину", True),
    ("ru", "Калинин должен был известить кавказских товарищей", True),
    ("ru", "Политбюро решило это 18.10.1923", True),
    ("ru", "Пленум созвали на 25 октября 1923 года", True),  # the year stands in the title
    ("ru", "Пригласили по два представителя от парторганизаций", True),
    ("ru", "Сессию перенесли из Тифлиса в Ленинград", False),
    ("ru", "Известить товарищей поручили Каменеву", False),
    ("ru", "Каменеву поручили известить товарищей", False),
    ("ru", "Политбюро решило это 19 октября 1923 г.", False),
    ("ru", "Политбюро решило это в октябре 1924 г.", False),
    ("ru", "Политбюро решило это в ноябре", False),
    ("ru", "Пригласили по три представителя от парторганизаций", False),
    ("ru", "Пригласили 20 представителей", False),
    ("ru", "Пригласили 2 тысячи представителей", False),
    ("ru", "Это решил XIV съезд", False),
    ("ru", "Подробности на evil.example", False),
    ("en", "The session of the TsIK was moved from Tiflis to Moscow", True),
    ("en", "Kalinin was to inform the comrades in the Caucasus", False),  # «кавказских» is an adjective
    ("en", "On October 18, 1923 the Politburo called a Plenum of the Central Committee for 25 October", True),
    ("en", "Two representatives of each organisation were invited", True),
    ("en", "Kuibyshev's resolution came from the CCC", False),
    ("en", "Kamenev was to inform the comrades", False),
    ("en", "The session was moved to Leningrad", False),
    ("en", "The Politburo decided this on October 19, 1923", False),
    ("en", "Three representatives of each organisation were invited", False),
    ("en", "According to the minutes, the session was moved to Москва", True),
    ("en", "According to the minutes, the session was moved to Тверь", False),
]


@pytest.mark.parametrize(("language", "sentence", "supported"), CASES, ids=[sentence for _, sentence, _ in CASES])
def test_names_dates_and_numbers_must_stand_in_the_passage(
    language: Language, sentence: str, *, supported: bool
) -> None:
    assert says(MINUTES, sentence, language) is supported


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Москва, 3/II-1923 г.", {SaidDate(1923, 2, 3)}),
        ("22.УП.29 и «27» марта 1926 г.", {SaidDate(1929, 7, 22), SaidDate(1926, 3, 27)}),
        ("к 1 янв. 1928 г.", {SaidDate(1928, 1, 1)}),
        ("9–10 января 1928 г.", {SaidDate(1928, 1, 9), SaidDate(1928, 1, 10)}),
        ("в мае 1925", {SaidDate(1925, 5, 0)}),
        ("1923-10-25", {SaidDate(1923, 10, 25)}),
        ("the 3rd of March, 1926", {SaidDate(1926, 3, 3)}),
        ("October 15, 1923 and Sept. 4", {SaidDate(1923, 10, 15), SaidDate(0, 9, 4)}),
        ("Мартов; it may not; 31.2.27; Ф. 17. Оп. 171. Д. 79", set()),
    ],
)
def test_a_date_is_read_in_any_form(text: str, dates: set[SaidDate]) -> None:
    assert said_dates(text).dates == dates


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("двадцать пять тысяч", {25, 1000}),
        ("сто двадцать человек, трое, третий", {120, 3}),
        ("5 000, 5,000, 5.000", {5000}),
        ("на Х1У съезде, XV. V. I. Lenin", {14}),
        ("twenty-five, a dozen, the tenth", {25, 12, 10}),
        ("один из них, one of them, в первую очередь", set()),
    ],
)
def test_a_number_is_read_in_any_form(text: str, numbers: set[int]) -> None:
    assert said_numbers(text) == numbers


@pytest.mark.parametrize(
    ("sentence", "language", "names"),
    [
        ("Заявление передал Л. Д. Троцкий в ЦК", "ru", ("Троцкий", "ЦК")),
        ("Смилгу исключили", "ru", ("Смилгу",)),
        ("Он написал в Daily express", "ru", ("Daily", "express")),
        ("Printing was stopped; Yagoda’s men came", "en", ("Yagoda",)),
        ("Reed wrote to Лев", "en", ("Reed", "Лев")),
    ],
)
def test_what_a_sentence_names(sentence: str, language: Language, names: tuple[str, ...]) -> None:
    assert said_names(sentence, language) == names


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("Выслали [1]. Решили [2].", ["Выслали [1].", "Решили [2]."]),
        ("Выслали.[1] Решили. [2]", ["Выслали [1].", "Решили [2]."]),
        ("Выслали [1, 3][1]", ["Выслали [1][3]."]),
        ("- **Выслали** [1]\n2) Решили [2]!", ["Выслали [1].", "Решили [2]!"]),
        (
            "Письмо Л. Д. Троцкого от 5 мая 1925 г. получено [1].",
            ["Письмо Л. Д. Троцкого от 5 мая 1925 г. получено [1]."],
        ),
        ("L. D. Trotsky wrote to V. I. Lenin [1].", ["L. D. Trotsky wrote to V. I. Lenin [1]."]),
        ("<think>Наверное [3].</think>Выслали [1].", ["Выслали [1]."]),
        ("Без ссылки. Выслали [1].", ["Выслали [1]."]),
        ("\x1b[31mВыс\u202eлали\x07 [1].", ["[31mВыслали [1]."]),
        ("[1]. [x]. [99999] Ничего", []),
        ("", []),
    ],
    ids=range(11),
)
def test_only_sentences_with_a_citation_are_read(reply: str, shown: list[str]) -> None:
    assert [sentence.text for sentence in cited_sentences(reply)] == shown


def test_an_endless_reply_is_not_read_to_its_end() -> None:
    assert len(cited_sentences("Выслали [1]. " * 10_000)) == MOST_SENTENCES
    assert cited_sentences("а" * LONGEST + " [1].") == []


def test_thoughts_however_long_leave_the_answer() -> None:
    reply = f"<think>{'Наверное [3]. ' * LONGEST}</think>Выслали [1]."
    assert [sentence.text for sentence in cited_sentences(reply)] == ["Выслали [1]."]
