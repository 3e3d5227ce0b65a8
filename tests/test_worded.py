"""How the words that answer are said, and what the record of a paper says."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from index.people import People, Person
from index.records import Document, Enclosure, Passage
from qa.question import understand
from qa.reading import Reading
from qa.words.paper import told_by_record
from qa.words.register import Register
from qa.words.roman import romanised
from qa.words.wanted import Wanted
from qa.words.worded import worded
from tests.three_papers import three_papers

REGISTER = Register.of(
    People(
        [
            Person("Менжинский В. Р.", ("Менжинскому", "В. Р. Менжинским"), ("88",), 5),
            Person("Терехов", ("Терехову",), ("88",), 1),
            Person("Ривкин", ("Ривкину",), ("88",), 1),
        ]
    )
)


@pytest.mark.parametrize(
    ("words", "wanted", "language", "expected"),
    [
        ("Менжинскому", Wanted.PERSON, "ru", "Менжинский"),
        ("В. Р. Менжинским", Wanted.PERSON, "ru", "В. Р. Менжинский"),
        ("Терехову и Ривкину", Wanted.PERSON, "ru", "Терехов, Ривкин"),
        ("Менжинскому", Wanted.PERSON, "en", "Менжинский (Menzhinsky)"),
        ("22 сентября 1927 г.", Wanted.DATE, "ru", "22 сентября 1927 г."),
        ("22 сентября 1927 г.", Wanted.DATE, "en", "22 September 1927"),
        ("«17» января 1928 года", Wanted.DATE, "en", "17 January 1928"),
        ("3/Х 1927 г.", Wanted.DATE, "en", "3 October 1927"),
        ("октября", Wanted.DATE, "en", "October"),
        ("мае 1927 г.", Wanted.DATE, "en", "May 1927"),
        ("марте 1927 г.", Wanted.DATE, "en", "March 1927"),
        ("осенью 1925 г.", Wanted.DATE, "en", "осенью 1925 г."),
        ("Стокгольме", Wanted.PLACE, "ru", "Стокгольм"),
        ("Стокгольме", Wanted.PLACE, "en", "Стокгольм (Stokgolm)"),
        ("39 человек", Wanted.NUMBER, "en", "39 человек"),
        ("«Токатлиан»", Wanted.NAME, "en", "«Токатлиан» (Tokatlian)"),
    ],
)
def test_the_words_read_as_an_answer(words: str, wanted: Wanted, language: Literal["ru", "en"], expected: str) -> None:
    assert worded(words, wanted, language, REGISTER, "88") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Троцкий", "Trotsky"),
        ("Ежов", "Yezhov"),
        ("Зиновьев", "Zinovyev"),
        ("Юлия Щербакова", "Yuliya Shcherbakova"),
        ("ОГПУ", "OGPU"),
        ("Daily Express", "Daily Express"),
    ],
)
def test_a_name_in_latin_letters(name: str, expected: str) -> None:
    assert romanised(name) == expected


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return three_papers(tmp_path_factory.mktemp("papers") / "collection").documents()[0]


@pytest.mark.parametrize(
    ("question", "titled", "expected"),
    [
        ("Где хранится письмо Крупской?", False, "РГАНИ. Ф. 3. Оп. 62. Д. 178. Л. 24. Копия. Машинопись"),
        ("Письмо Крупской — подлинник это или копия?", False, "Копия. Машинопись"),
        ("Кто написал письмо Троцкому?", True, "Н. К. Крупская"),
        ("Who wrote the letter to Trotsky?", True, "Н. К. Крупская (N. K. Krupskaya)"),
        ("Кому адресовано письмо Крупской?", True, "Л. Д. Троцкий"),
        ("Каким числом датировано письмо Крупской?", True, "15 ноября 1924 г."),
        ("Кому Крупская направила письмо и подлинник ли это?", True, "Копия. Машинопись; Л. Д. Троцкий"),
        ("Кто написал письмо Троцкому?", False, ""),
        ("Что Крупская рассказала о Ленине?", True, ""),
    ],
)
def test_the_record_answers_what_is_asked_of_the_paper(
    question: str, titled: bool, expected: str, letter: Document
) -> None:
    content = letter.text.content
    passage = Passage("1", 0, len(content), content, (), letter.place, letter.reference)
    assert told_by_record(understand(question), letter, passage, titled=titled) == expected


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (Reading(kinds=("письмо",), people=("Троцкий Л. Д.",)), "Н. К. Крупская"),
        (Reading(kinds=("письмо",), date_from="1924-11-01", date_to="1924-11-30"), "Н. К. Крупская"),
        (Reading(kinds=("письмо",), date_from="1924-12-01", date_to="1924-12-31"), ""),
        (Reading(kinds=("письмо",), people=("Сталин И. В.",)), ""),
        (Reading(kinds=("речь",), people=("Троцкий Л. Д.",)), ""),
        (Reading(kinds=("письмо",)), ""),
    ],
)
def test_a_paper_is_described_by_its_kind_and_its_people_or_time(
    reading: Reading, expected: str, letter: Document
) -> None:
    question = replace(understand("Кто написал это письмо?"), reading=reading)
    content = letter.text.content
    passage = Passage("1", 0, len(content), content, (), letter.place, letter.reference)
    assert told_by_record(question, letter, passage, titled=False) == expected


def test_what_is_described_is_the_document_and_not_its_enclosure(letter: Document) -> None:
    content = letter.text.content
    passage = Passage("1", 0, len(content), content, (), letter.place, letter.reference)
    enclosing = replace(letter, enclosures=(Enclosure("Приложение", (0, len(content))),))
    asked = understand("Кому адресовано письмо?")
    described = replace(asked, reading=Reading(kinds=("письмо",), people=("Крупская Н. К.",)))
    assert told_by_record(asked, enclosing, passage, titled=True) == ""
    assert told_by_record(described, enclosing, passage, titled=False) == "Л. Д. Троцкий"
