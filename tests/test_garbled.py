"""What the print garbled is found all the same, and what was printed well is left alone."""

from __future__ import annotations

import pytest

from index.lexical import LexicalIndex, terms

# as printed in the volume, what finds it
FOUND = [
    ("на 1У Конгрессе", "IV конгресс"),
    ("к V1-й годовщине", "VI годовщина"),
    ("У1-му Конгрессу", "VI конгресс"),
    ("на Х1У съезде", "XIV съезд"),
    ("ХV съездом", "XV съезд"),  # the ten is a Russian letter
    ("Х съезд", "X съезд"),
    ("УШ съезд Советов", "VIII съезд Советов"),
    ("УI Конгресс", "VI конгресс"),
    ("У Конгресс Коминтерна", "V конгресс Коминтерна"),
    ("XV-му съезду", "XV съезд"),
    ("XVсъезда", "XV съезд"),
    ("22.УП.29 г.", "22.VII.29 г."),
    ("17.П.1925", "17.II.1925"),
    ("21.1Х.29", "21.IX.29"),
    ("в Си6ири", "Сибирь"),
    ("Стали7н", "Сталин"),
    ("прол6етариата", "пролетариат"),
    ("допу4скает", "допускать"),
    ("статьe", "статья"),
    ("Baш", "ваш"),
    ("УК ВКП(б)", "ЦК ВКП(б)"),
    ("объединенных Пленумов УК и ЦКК", "объединенных Пленумов ЦК и ЦКК"),
    ("всего ЦО и УК", "всего ЦО и ЦК"),
    ("малолет7ие дети", "малолетние дети"),
    ("3/II-I923 г.", "3/II-1923 г."),
]
LEFT = [
    ("У нас в 1927 г. пленум", "у нас в 1927 г. пленум"),
    ("у съезда была цель", "съезда была цель"),
    ("ПП ОГПУ", "пп ОГПУ"),
    ("58 ст. УК", "58 ст. ук"),
    ("по 74 статье ч. 2 УК", "по 74 статье ч. 2 ук"),
    ("секретарем УК, а он попав в уком", "секретарем ук, а он попав в уком"),
    ("№ П1", "№ п1"),
    ("11-го января", "11-го января"),
    ("Петроград", "петроград"),
    ("I have read it", "i have read it"),
]


@pytest.mark.parametrize(("printed", "asked"), [*FOUND, *LEFT])
def test_what_is_printed_has_the_terms_it_is_asked_with(printed: str, asked: str) -> None:
    assert terms(printed) == terms(asked)


@pytest.mark.parametrize(("printed", "asked"), FOUND)
def test_what_is_garbled_is_found(printed: str, asked: str) -> None:
    index = LexicalIndex.of([printed, "совсем другой текст о заводе", "и ещё один, о деревне"])
    assert index.scores(terms(asked)).argmax() == 0
    assert index.scores(terms(asked))[0] > 0


def test_numbers_of_one_congress_do_not_find_another() -> None:
    assert terms("V конгресс") != terms("IV конгресс") != terms("VI конгресс")
