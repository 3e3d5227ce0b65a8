"""A question for a sum, a span of time, a number or a name is not answered by a text without one."""

from __future__ import annotations

import pytest

from index.lexical import terms
from qa.refusal.expected import misses


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Какую сумму выдали генералу?", "Он получил необходимые средства 25 ноября 1931 г.", True),
        ("Какую сумму выдали генералу?", "Он получил 13 тыс. марок.", False),
        ("How much money did he get?", "Выдано шесть тысяч рублей.", False),
        ("Сколько суток шел пароход?", "Пароход вышел 10 февраля.", True),
        ("Сколько суток шел пароход?", "Пароход шел трое суток.", False),
        ("На какой срок его выслали?", "Выслать сроком на три года.", False),
        ("How long was he held?", "Арестован и отпущен.", True),
        ("Сколько человек арестовали?", "Арестованы 15 октября 1927 г. рабочие по списку № 5.", True),
        ("Сколько человек арестовали?", "Арестовано 19.", False),
        ("How many were arrested?", "Арестованы двое.", False),
        ("К чему приговорили рабочего?", "Рабочий убил механика.", True),
        ("К чему приговорили рабочего?", "Рабочий выслан в Сибирь.", False),
        ("Как назывался журнал?", "Он издавал журнал.", True),
        ("Как назывался журнал?", "Он издавал «Бюллетень».", False),
        ("Как звали сына Генрихсона?", "Старшего сына Генрихсон водил на собрание.", True),
        ("Как звали сына Генрихсона?", "Старшего сына Генрихсона, Петра, водили на собрание.", False),
        ("За что исключили Смилгу?", "Он исключен.", False),  # asks for no such thing
    ],
)
def test_the_kind_of_thing_asked_for_is_looked_for(question: str, text: str, missing: bool) -> None:
    assert misses(question, terms(question), text) is missing
