"""The very words that answer, asked of the first documents of the volume under the bundled model."""

from __future__ import annotations

import pytest

from qa.archive import Archive
from qa.contract import Answer, Finding

SHORT = [
    ("Кто из цекистов, наряду с «Правдой», печатно ответил Троцкому, как говорилось в решении Политбюро от 17 декабря 1923 года об обострении борьбы?", "Сталин", "Сталина"),
    ("How many Central Committee members working in Ukraine had asked for the banned letters to be shown to conference delegates?", "6-ти членов", "6-ти членов"),
    ("О собрании какого района Киева говорилось в телеграмме РОСТА, которую Троцкий, Пятаков и Радек привели как пример подделки?", "Печорского района", "Печорского района"),
    ("За какой срок больной Троцкий обещал рабочим вагонной мастерской дописать статью, разъясняющую спорные вопросы?", "два-три дня", "два-три дня"),
]  # fmt: skip
"""A question, the answer to read, and the words of the quote that it comes from."""


def found(answer: Answer) -> Finding:
    assert answer.answer is not None
    return answer.answer


@pytest.mark.parametrize(("question", "text", "words"), SHORT)
def test_a_sure_answer_is_short_and_its_words_stand_in_the_quote(
    question: str, text: str, words: str, archive: Archive
) -> None:
    finding = found(archive.ask(question))
    assert finding.span is not None
    assert (finding.text, finding.quote[slice(*finding.span)]) == (text, words)


def test_a_reason_is_answered_with_the_quote_itself(archive: Archive) -> None:
    finding = found(archive.ask("Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"))
    assert finding.text == finding.quote and finding.span is None
    assert "так как это для меня физически не выполнимо" in finding.quote


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Где хранится выписка об освобождении Троцкого от комиссии по «ножницам»?", "РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 142. Копия. Машинопись"),
        ("Обращение Крупской и Ульяновой в ЦК от 21 декабря 1923 года: подлинник это или копия?", "Подлинник. Рукопись"),
    ],
)  # fmt: skip
def test_what_the_legend_tells_is_answered_from_it_and_quoted(question: str, text: str, archive: Archive) -> None:
    finding = found(archive.ask(question))
    assert finding.text == text and finding.span is None
    assert finding.quote.rstrip(".").endswith(text[-20:])


def test_the_finding_has_its_words_in_the_contract(archive: Archive) -> None:
    span = archive.ask(SHORT[0][0]).as_json()["answer"]["span"]
    assert span["end"] - span["start"] == len("Сталина")
