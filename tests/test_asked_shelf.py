"""The shelf marks and the numbers of documents that a question names beyond doubt."""

from __future__ import annotations

import pytest

from qa.asked.shelf import asked_shelf

ARCHIVES = ("РГАНИ", "РГАСПИ")
MARKS = [
    ("Ф. 17 Оп. 171 Д. 79", "17", "171", "79", ""),
    ("фонд 17, опись 171, дело 32, лист 143", "17", "171", "32", "143"),
    ("fond 17 opis 171 delo 79", "17", "171", "79", ""),
    ("f. 17, op. 171, d. 79, l. 3", "17", "171", "79", "3"),
    ("ф.17 оп.171 д.79 лл. 146-148", "17", "171", "79", "146-148"),
    ("фонд № 17, листы 88–88(об)", "17", "", "", "88–88(об)"),
    ("Что лежит в деле 79?", "", "", "79", ""),
    ("What is in file No. 79?", "", "", "79", ""),
    ("В фонде 3 что хранится?", "3", "", "", ""),
]


@pytest.mark.parametrize(("text", "fond", "opis", "delo", "listy"), MARKS)
def test_a_shelf_mark_is_read_in_every_spelling(text: str, fond: str, opis: str, delo: str, listy: str) -> None:
    parts = {"fond": fond, "opis": opis, "delo": delo, "listy": listy}
    assert asked_shelf(text, ARCHIVES).shelf == {name: value for name, value in parts.items() if value}


def test_the_archive_counts_with_a_number_only() -> None:
    assert asked_shelf("ргани фонд 3", ARCHIVES).shelf == {"archive": "РГАНИ", "fond": "3"}
    assert asked_shelf("Какие письма хранятся в РГАНИ?", ARCHIVES).shelf == {}


@pytest.mark.parametrize(
    ("archives", "text", "archive"),
    [
        (("РГА", "РГАСПИ"), "РГАСПИ фонд 3", "РГАСПИ"),  # of two that begin alike, the longer
        (("ЦАМВ",), "цам\u1c80 фонд 3", "ЦАМВ"),  # a letter that is «в» only without regard to capitals
    ],
)
def test_an_archive_is_spelled_as_the_collection_does(archives: tuple[str, ...], text: str, archive: str) -> None:
    assert asked_shelf(text, archives).shelf == {"archive": archive, "fond": "3"}


@pytest.mark.parametrize(
    "text",
    [
        "В каком фонде и на каких листах лежит письмо?",
        "Что сказано по делу 79 арестованных и в деле 46-ти?",
        "Что писали Ф. Кулиев и Д. 5?",
        "Сколько листов в деле?",
        "лист 143",
        "Сколько листовок, 20 или 30?",
    ],
)
def test_what_is_no_shelf_mark_is_not_read(text: str) -> None:
    assert asked_shelf(text, ARCHIVES) == ({}, (), text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("о чём документ 88?", ("88",)),
        ("док. № 88", ("88",)),
        ("What does document No. 88 say?", ("88",)),
        ("документы № 88, 90 и 91", ("88", "90", "91")),
        ("documents 88 and 90", ("88", "90")),
        ("какой документ 1927 года", ()),
        ("документы 1927", ()),
        ("документ № 1927", ("1927",)),
        ("документ 12 членов ЦК", ()),
        ("документы 83-х", ()),
        ("Сколько документов в деле?", ()),
    ],
)
def test_the_numbers_of_documents_are_read(text: str, numbers: tuple[str, ...]) -> None:
    assert asked_shelf(text, ARCHIVES).documents == numbers


def test_what_was_read_is_no_date_any_more() -> None:
    assert asked_shelf("фонд 1927, документ 88 за 1926 год", ()).rest == "         ,             за 1926 год"
