"""What kind of answer a question wants."""

from __future__ import annotations

import pytest

from qa.words.wanted import Wanted, asked_of_paper, wanted

QUESTIONS = [
    ("Когда арестовали Смилгу?", Wanted.DATE),
    ("В каком году, как Сталин излагал взгляды Троцкого, политика сошлась с его теорией?", Wanted.DATE),
    ("Какого числа руководство получило заявление троих?", Wanted.DATE),
    ("Сколько обысков провело ОГПУ в Харькове?", Wanted.NUMBER),
    ("Какой процент в сельском комсомоле приходился на кулацкие группы?", Wanted.NUMBER),
    ("Под каким номером вписан Байтальский?", Wanted.NUMBER),
    ("Как долго он прожил в вагонах?", Wanted.NUMBER),
    ("Кто из помощников Троцкого переслал его статью?", Wanted.PERSON),
    ("Чьё привлечение на сторону Сталина Радек приводил как пример?", Wanted.PERSON),
    ("С каким генералом, предсказывал Троцкий в мае 1927 г., они стакнутся?", Wanted.PERSON),
    ("Куда сослали Радека?", Wanted.PLACE),
    ("В какой северный городок этапировали осуждённого?", Wanted.PLACE),
    ("Из какой сибирской газеты взята речь Яковлева?", Wanted.NAME),
    ("Почему Троцкий просил освободить его от работы?", Wanted.ANYTHING),
    ("Что было, когда он уехал?", Wanted.ANYTHING),  # the first question word decides
    ("расскажи про Троцкого", Wanted.ANYTHING),
    ("Where did Trotsky live in 1929?", Wanted.PLACE),
    ("Which two Central Committee members did Radek cite?", Wanted.PERSON),
    ("How many copies did the OGPU seize?", Wanted.NUMBER),
    ("On which day was the letter sent?", Wanted.DATE),
    ("Why was he expelled when others were not?", Wanted.ANYTHING),
    ("Где хранится записка Менжинского о беспорядках?", Wanted.REFERENCE),
    ("Где находился Радек, когда пришло письмо?", Wanted.PLACE),
    ("По какому архивному шифру можно найти заключение комиссии?", Wanted.REFERENCE),
    ("Письмо Крупской — подлинник это или копия?", Wanted.AUTHENTICITY),
    ("Каким числом датирована выписка из протокола?", Wanted.DATING),
    ("Кто написал письмо Орджоникидзе?", Wanted.AUTHOR),
    ("Кому адресована записка Ягоды?", Wanted.ADDRESSEE),
    ("А где оно хранится?", Wanted.REFERENCE),
    ("А где это его письмо хранится?", Wanted.REFERENCE),
    ("Where is it kept?", Wanted.REFERENCE),
    ("Это подлинник?", Wanted.AUTHENTICITY),
    ("Is it the original?", Wanted.AUTHENTICITY),
    ("А когда оно было написано?", Wanted.DATING),
    ("When was it sent?", Wanted.DATING),
    ("Кому она была адресована?", Wanted.ADDRESSEE),
    ("To whom was it sent?", Wanted.ADDRESSEE),
    ("Кто её подписал?", Wanted.AUTHOR),
    ("Who signed it?", Wanted.AUTHOR),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_the_first_question_word_tells_what_is_wanted(question: str, expected: Wanted) -> None:
    assert wanted(question) is expected


def test_one_question_may_ask_several_things_of_a_paper() -> None:
    assert asked_of_paper("Где хранится записка и подлинник ли это?") == (Wanted.REFERENCE,)
    assert asked_of_paper("Кому Ягода направил записку, и подлинник ли это?") == (
        Wanted.AUTHENTICITY,
        Wanted.ADDRESSEE,
    )
    assert asked_of_paper("Сколько обысков провело ОГПУ?") == ()
