"""Follow-ups put to an archive: how they are understood, and what they are answered with."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from index.embed import Encoder
from qa.archive import Archive
from tests.test_archive import Counted, untimed

FIRST = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"
TITLE = "Письмо Л. Д. Троцкого от 14 ноября 1923 г. в бюро секретариата ЦК РКП(б) об освобождении его от работы в комиссии по «ножницам»"


def test_an_archive_shows_how_it_understood_a_follow_up(archive: Archive) -> None:
    answer = archive.ask("Какой приказ он выполнял?", history=[FIRST])
    assert answer.question == "Какой приказ он выполнял?"
    assert answer.standalone == f"Какой приказ Троцкий выполнял? ({TITLE})"
    assert answer.passages[0].passage.document == "14"


def test_where_it_is_kept_is_asked_of_the_paper_before(archive: Archive) -> None:
    first = archive.ask("Где хранится это письмо?", history=[FIRST]).passages[0].passage
    assert first.reference
    assert (first.document, first.reference.text) == ("14", "РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 143")


def test_a_follow_up_asks_its_own_question_of_the_paper_before(archive: Archive) -> None:
    earlier = "О чём письмо Троцкого в бюро секретариата от 14 ноября 1923 г.?"
    asked = ["Где оно хранится?", "Это подлинник?", "А когда оно было написано?", "Кто его подписал?"]
    answers = [archive.ask(question, history=[earlier]).answer for question in asked]
    assert [answer and answer.text for answer in answers] == [
        "РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 143. Подлинник. Машинопись",
        "Подлинник. Машинопись",
        "14 ноября 1923 г.",
        "Л. Д. Троцкий",
    ]


def test_what_is_no_question_is_not_completed(archive: Archive) -> None:
    said = [archive.ask(words, history=[FIRST]) for words in ("Спасибо", "А какая сегодня погода?")]
    assert [(answer.standalone, answer.reason) for answer in said] == [
        ("Спасибо", "thanks"),
        ("А какая сегодня погода?", "today"),
    ]


def test_courtesies_between_questions_are_passed_over(archive: Archive) -> None:
    after = archive.ask("Какой приказ он выполнял?", history=[FIRST, "Спасибо!", "Как дела?"])
    assert after.standalone == f"Какой приказ Троцкий выполнял? ({TITLE})"


def test_another_topic_is_answered_as_if_it_were_the_first(archive: Archive) -> None:
    question = "Что вписал Назаретян в телеграмму Роста?"
    after = archive.ask(f"Другой вопрос: {question}", history=[FIRST])
    alone = archive.ask(question)
    assert untimed([replace(after, question=question)]) == untimed([alone])


def test_an_earlier_question_in_english_is_shown_in_english(archive: Archive) -> None:
    earlier = "Why did Krupskaya and Ulyanova ask to move the discussion out of the newspaper?"
    answer = archive.ask("Who signed it?", history=[earlier])
    assert (answer.standalone, answer.language) == (f"Who signed it? ({earlier})", "en")
    assert answer.passages[0].passage.document == "19"


def test_a_follow_up_asks_the_question_before_it_only_once(otherwise_asked: Callable[[Encoder], Archive]) -> None:
    encoder = Counted()
    archive = otherwise_asked(encoder)
    archive.ask("А когда?", history=["Кто такой Куйбышев в 1923 году?"])
    assert encoder.read == 2
    archive.ask("А когда?", history=["Кто такой Куйбышев в 1923 году?"])
    assert encoder.read == 3


def test_follow_ups_from_eight_threads_are_those_from_one(archive: Archive) -> None:
    asked = ["А когда?", "Чем он это объяснил?", "Где хранится это письмо?"] * 4
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda question: archive.ask(question, history=[FIRST]), asked))
    assert untimed(together) == untimed([archive.ask(question, history=[FIRST]) for question in asked])


@pytest.mark.parametrize(
    "history", [["н" * 10_000], ["\ud800 он?"], ["<b>он</b>"] * 100, ["А «" * 3_000], ["он и она, " * 900]]
)
def test_an_odd_history_breaks_nothing(archive: Archive, history: list[str]) -> None:
    answer = archive.ask("А когда он это сказал?", history=history)
    assert len(answer.passages) == 10
    assert answer.question == "А когда он это сказал?"
