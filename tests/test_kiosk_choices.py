"""Buttons for people and years: who wrote and received most, and the words that they lead to."""

from __future__ import annotations

import pytest

from index.records import Role
from qa.archive import Archive
from ui.kiosk.choices import PersonChoice, labels, people, years


@pytest.fixture(scope="module")
def found(whole_archive: Archive) -> tuple[PersonChoice, ...]:
    return people(whole_archive)


def test_those_with_most_documents_come_first(found: tuple[PersonChoice, ...]) -> None:
    assert [(person.labels["ru"], len(person.documents)) for person in found] == [
        ("И. В. Сталин", 65),
        ("Л. Д. Троцкий", 48),
        ("Г. Г. Ягода", 43),
        ("Г. Е. Зиновьев", 8),
        ("Л. М. Каганович", 6),
        ("К. Б. Радек", 5),
        ("И. П. Товстуха", 5),
        ("Л. Б. Каменев", 4),
        ("Г. К. Орджоникидзе", 4),
        ("Н. И. Бухарин", 3),
        ("Х. Г. Раковский", 3),
        ("Я. С. Агранов", 3),
    ]


@pytest.mark.parametrize(
    ("name", "russian", "english"),
    [
        ("Сталин И. В.", "И. В. Сталин", "I. V. Stalin"),
        ("Раковский Х. Г.", "Х. Г. Раковский", "Kh. G. Rakovsky"),
        ("Пятаков Ю. Л.", "Ю. Л. Пятаков", "Yu. L. Pyatakov"),
        ("Чудов", "Чудов", "Chudov"),
    ],
)
def test_a_name_stands_on_a_button_as_people_write_it(name: str, russian: str, english: str) -> None:
    assert labels(name) == {"ru": russian, "en": english}


def test_a_bare_surname_is_its_only_bearer(whole_archive: Archive, found: tuple[PersonChoice, ...]) -> None:
    bare = [one.number for one in whole_archive.documents if "Сталин" in (*one.authors, *one.addressees)]
    assert bare and set(bare) <= set(found[0].documents)


def test_a_person_speaks_in_documents_of_their_own(whole_archive: Archive, found: tuple[PersonChoice, ...]) -> None:
    stalin = found[0]
    assert stalin.voices[0].text == "Я могу остаться в Москве несколько дней и ждать твоего приезда."
    for voice in stalin.voices:
        document = whole_archive.document(voice.document)
        assert document.authors == ("Сталин И. В.",)
        assert document.part_at(voice.start).role is Role.BODY


def test_the_years_count_the_documents_dated_to_them(whole_archive: Archive) -> None:
    assert [(year.year, len(year.documents)) for year in years(whole_archive)] == [
        (1923, 24),
        (1924, 11),
        (1925, 11),
        (1926, 32),
        (1927, 27),
        (1928, 59),
        (1929, 25),
        (1930, 6),
        (1931, 3),
        (1932, 11),
    ]


def test_a_year_speaks_in_its_own_documents(whole_archive: Archive) -> None:
    for year in years(whole_archive):
        assert {voice.document for voice in year.voices} <= set(year.documents)
        assert all(whole_archive.document(number).date.startswith(str(year.year)) for number in year.documents)
