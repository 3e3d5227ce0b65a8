"""What may answer a question of a kind, found in real pieces of the volume."""

from __future__ import annotations

import pytest

from index.people import People, Person
from qa.words.entities import entities
from qa.words.register import NOBODY, Register
from qa.words.wanted import Wanted

REGISTER = Register.of(
    People([Person("Дан Ф. И.", ("Дан", "Дана"), ("5",), 3), Person("Владимиров", ("Владимирову",), ("7",), 1)])
)
DATES = [
    ("Поступила в Шифрбюро 3/Х 1927 г. в ч. 17", ["3/Х 1927 г."]),
    ("Пред. ОГПУ «17» января 1928 года. г. Москва", ["«17» января 1928 года"]),
    ("открытое письмо осенью 1925 г. и 22-го сентября", ["осенью 1925 г.", "22-го сентября"]),
    ("Н. Крупская 15/11/24", ["15/11/24"]),
    ("член ВКП (б) с 1904 г., 38 лет", ["1904 г."]),
    ("до 1 янв. 1928 г. и в среду", ["1 янв. 1928 г.", "среду"]),
    ("6. Пятаков Австралия", []),
]
NUMBERS = [
    ("Подвергнуто аресту 39 человек, изъято 87 заключенных", ["39 человек", "87 заключенных"]),
    ("около 1000 отпечатанных экземпляров", ["1000 отпечатанных экземпляров"]),
    ("из 34 180 членов партии", ["34 180 членов"]),
    ("числом до семисот человек", ["семисот человек"]),
    ("14 руб. за литр, 19,2% и 2 1/2 страницы", ["14 руб.", "19,2%", "2 1/2 страницы"]),
    ("№ П59/17-рс от 7 января 1929 г.", ["№ П59/17-рс"]),  # the number of a date is none
    ("6. Пятаков, 2-й тип, 5-го числа", []),  # nor are those of a row, and ordinals
]
PEOPLE = [
    ("Прошу Л. Д. Троцкого и Дана прийти", ["Л. Д. Троцкого", "Дана"]),
    ("принадлежит Владимирову, который сделал пометки", ["Владимирову"]),
    ("В Москве прошло собрание", []),
]
PLACES = [
    ("остался в Стокгольме, сослан в г. Барнаул", ["Стокгольме", "г. Барнаул"]),
    ("телеграмма о собрании Печорского района", ["Печорского района"]),
]


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        *((Wanted.DATE, *case) for case in DATES),
        *((Wanted.NUMBER, *case) for case in NUMBERS),
        *((Wanted.PERSON, *case) for case in PEOPLE),
        *((Wanted.PLACE, *case) for case in PLACES),
        (Wanted.NAME, "пароход «Калинин» и газета «Правда»", ["«Калинин»", "«Правда»"]),
        (Wanted.ANYTHING, "Троцкий, 1927 г.", []),
    ],
)
def test_what_is_of_the_kind_that_is_wanted_is_found(wanted: Wanted, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in entities(text, wanted, REGISTER)] == expected


def test_the_register_tells_namesakes_apart_by_document() -> None:
    first, second = Person("Иванов А.", ("Иванов",), ("1",), 2), Person("Иванов Б.", ("Иванов",), ("2",), 1)
    register = Register.of(People([first, second]))
    assert [register.person("Иванов", document) for document in ("1", "2", "3")] == [first, second, first]
    assert NOBODY.person("Иванов", "1") is None and not NOBODY.knows("Иванов")
