"""How a question was understood is said in words, in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from qa.contract import Answer
from tests.fake_archive import fake_archive
from ui.terminal import printed
from ui.texts import ENGLISH, RUSSIAN
from ui.understood import filters, understood


@pytest.fixture(scope="module")
def answer() -> Answer:
    return fake_archive().ask("за что троцкова", k=1)


@pytest.mark.parametrize(
    ("asked", "russian", "english"),
    [
        ({"date_from": "1927-10-01", "date_to": "1927-10-31"}, "октябрь 1927 г.", "October 1927"),
        ({"date_from": "1927-10-05", "date_to": "1927-10-05"}, "5 октября 1927 г.", "5 October 1927"),
        ({"date_from": "1927-01-01", "date_to": "1927-12-31"}, "1927 г.", "1927"),
        (
            {"date_from": "1923-09-01", "date_to": "1923-11-30"},
            "сентябрь — ноябрь 1923 г.",
            "September — November 1923",
        ),
        ({"date_to": "1927-12-31"}, "по 31 декабря 1927 г.", "to 31 December 1927"),
        ({"date_from": "1929-02-01"}, "с 1 февраля 1929 г.", "from 1 February 1929"),
        ({"day": "--09-22"}, "22 сентября", "22 September"),
        ({"day": "--09"}, "сентябрь", "September"),
        ({"kinds": "письмо; телеграмма"}, "письмо; телеграмма", "letter; telegram"),
        ({"people": "Троцкий Л. Д."}, "Троцкий Л. Д.", "Троцкий Л. Д."),
        ({"archive": "РГАНИ", "fond": "3"}, "РГАНИ. Ф. 3", "РГАНИ. Ф. 3"),
        ({"documents": "88; 90"}, "Документ № 88; Документ № 90", "Document No. 88; Document No. 90"),
    ],
)
def test_each_filter_has_its_words(asked: Mapping[str, str], russian: str, english: str) -> None:
    assert "; ".join(filters(asked, RUSSIAN)) == russian
    assert "; ".join(filters(asked, ENGLISH)) == english


def test_a_question_taken_as_it_stands_says_nothing(answer: Answer) -> None:
    assert understood(answer, RUSSIAN) == ()


def test_what_was_read_kept_given_up_and_beyond_has_a_line_each(answer: Answer) -> None:
    read = replace(
        answer,
        standalone="за что Троцкого",
        filters={"people": "Троцкий Л. Д.", "fond": "17", "delo": "999"},
        relaxed=("delo",),
        beyond=("между пленумом и съездом",),
    )
    assert understood(read, RUSSIAN) == (
        "Вопрос понят так: за что Троцкого",
        "Понято: Троцкий Л. Д.; Ф. 17",
        "Под это не подходит ни один документ, поэтому не учтено: Д. 999",
        "Этого по датам документов не определить, поэтому не учтено: «между пленумом и съездом»",
    )


def test_the_terminal_says_it_above_the_answer(answer: Answer) -> None:
    read = replace(answer, filters={"people": "Троцкий Л. Д."})
    assert printed(read) == f"Понято: Троцкий Л. Д.\n\n{printed(answer)}"
