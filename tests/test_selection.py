"""What was chosen is never given up: only passages that agree are shown, and no answer is one too."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from index.errors import CallError
from qa.archive import Archive
from qa.passages.choices import Choices
from qa.reading import Reading
from qa.selection import EVERYTHING, Limits, Selection

SCISSORS = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"


def documents(archive: Archive, only: Selection) -> set[str]:
    """The documents of which a passage may be shown."""
    choices = Choices(archive.documents, archive.passages, archive.persons)
    return {archive.passages[row].document for row in np.flatnonzero(choices.agreeing(only))}


def shown(archive: Archive, question: str, **limits: Any) -> set[str]:
    return {ranked.passage.document for ranked in archive.ask(question, **limits).passages}


def test_nothing_chosen_is_everything(whole_archive: Archive) -> None:
    assert documents(whole_archive, EVERYTHING) == {document.number for document in whole_archive.documents}


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Selection(kinds=("телеграмма",), years=(1927, 1927)), {"96", "98", "99"}),
        (Selection(kinds=("речь", "интервью")), {"104", "180", "181"}),
        (Selection(kinds=("речь",), people=("Крупская Н. К.",)), set()),
        (Selection(archive="ргани", fond="3", delo="178"), {"32", "41", "42"}),  # small letters are as good
        (Selection(years=(1931, 1931)), {"202", "203", "204", "205", "207"}),  # the last two by what they enclose
        (Selection(years=(1800, 1900)), set()),
        (Selection(people=("Майский И. М.",)), {"61"}),  # the addressee
        (Selection(people=("Майский И. М.", "Вольф Р.")), {"61", "118"}),
    ],
)
def test_a_document_agrees_with_all_that_was_chosen(
    whole_archive: Archive, only: Selection, expected: set[str]
) -> None:
    assert documents(whole_archive, only) == expected


def test_of_a_document_of_another_year_only_the_enclosures_of_the_year_agree(whole_archive: Archive) -> None:
    """The letter of January 1928 encloses three of December 1927."""
    agreeing = Choices(whole_archive.documents, whole_archive.passages, ()).agreeing(Selection(years=(1927, 1927)))
    found = [whole_archive.passages[row] for row in np.flatnonzero(agreeing)]
    letter = whole_archive.document("118")
    enclosed = [letter.enclosure_at(passage.start) for passage in found if passage.document == "118"]
    assert {one.date if one else "" for one in enclosed} == {"1927-12-25", "1927-12-28", "1927-12-29"}


def test_undated_papers_agree_with_no_years_but_with_all_else(whole_archive: Archive) -> None:
    assert "0" not in documents(whole_archive, Selection(years=(1, 9999)))
    assert documents(whole_archive, Selection(kinds=("предисловие",))) == {"0"}


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(Selection(years=(1928, 1923))), "the years are the wrong way round: from 1928 to 1923"),
        (Limits(Selection(kinds=("письмо", "роман"))), "there is no kind of document «роман» here"),
        (Limits(Selection(people=("Пушкин\nА. С.",))), "there is no person «Пушкин А. С.» here; see: legenda people"),
        (
            Limits(without=("date_from", "title")),
            "there is no filter «title» here; see: date_from, date_to, day, archive",
        ),
    ],
)
def test_what_cannot_be_chosen_is_said_in_one_line(whole_archive: Archive, limits: Limits, message: str) -> None:
    with pytest.raises(CallError) as raised:
        whole_archive.ask(SCISSORS, only=limits.only, without=limits.without)
    assert str(raised.value).startswith(message) and "\n" not in str(raised.value)


def test_only_what_was_chosen_is_shown(whole_archive: Archive) -> None:
    """What the question reads is looked for among it, and given up where it is not there."""
    telegrams = Selection(kinds=("телеграмма",))
    answer = whole_archive.ask("О чём документ 88?", k=50, only=telegrams)
    assert {ranked.kind for ranked in answer.passages} == {"телеграмма"}
    assert (answer.filters, answer.relaxed) == ({"documents": "88"}, ("documents",))
    assert (answer.status, answer.reason) == ("not_found", "selection")
    assert shown(whole_archive, "О чём документ 98?", only=telegrams) == {"98"}


def test_where_nothing_agrees_there_is_no_answer_and_no_passage(archive: Archive) -> None:
    answer = archive.ask(SCISSORS, only=Selection(years=(1931, 1932)))
    assert (answer.status, answer.reason, answer.answer) == ("not_found", "selection", None)
    assert (answer.passages, answer.confidence, answer.relaxed) == ((), 0, ())
    assert answer.filters == {"people": "Троцкий Л. Д."}
    assert archive.ask("Привет!", only=Selection(fond="999")).reason == "greeting"


def test_a_question_put_to_the_right_papers_is_answered_as_ever(archive: Archive) -> None:
    plain = archive.ask(SCISSORS).answer
    letters = archive.ask(SCISSORS, only=Selection(years=(1923, 1923), kinds=("письмо",)))
    assert plain and letters.answer and letters.answer.quote == plain.quote
    assert {ranked.kind for ranked in letters.passages} == {"письмо"}


def test_that_the_chosen_papers_do_not_answer_says_nothing_of_the_collection(archive: Archive) -> None:
    soup, letters = "Как сварить суп на ужин?", Selection(kinds=("письмо",))
    assert (archive.ask(soup).reason, archive.ask(soup, only=letters).reason) == ("off_topic", "selection")


def test_a_follow_up_stays_within_what_was_chosen(archive: Archive) -> None:
    first = archive.ask("А когда?", history=[SCISSORS], only=Selection(kinds=("письмо",)))
    archive.ask("А когда?", history=[SCISSORS])
    again = archive.ask("А когда?", history=[SCISSORS], only=Selection(kinds=("письмо",)))
    assert again.standalone == first.standalone and again.passages == first.passages
    assert {ranked.kind for ranked in again.passages} == {"письмо"}


def test_a_filter_that_was_taken_away_is_not_read(archive: Archive) -> None:
    question = "О чём Троцкий писал в ноябре 1923 года?"
    read = archive.ask(question)
    assert read.filters == {"date_from": "1923-11-01", "date_to": "1923-11-30", "people": "Троцкий Л. Д."}
    unread = archive.ask(question, without=("date_to", "date_from"))
    assert unread.filters == {"people": "Троцкий Л. Д."}
    assert read.passages[0].parts["date"] == 1 and unread.passages[0].parts["date"] == 0
    assert unread.passages[0].parts["people"] == 0.5


def test_a_number_that_was_taken_away_filters_nothing_and_is_no_bare_one(whole_archive: Archive) -> None:
    answer = whole_archive.ask("О чём документ 88?", without=("documents",))
    assert answer.filters == {} and len({ranked.passage.document for ranked in answer.passages}) > 1
    assert answer.answer is None or "№ 88" not in answer.answer.text


def test_a_bare_shelf_mark_less_one_part_still_lists_its_papers() -> None:
    mark = Reading(fond="17", delo="79", bare=True)
    assert mark.without(["delo"]) == Reading(fond="17", bare=True)
    assert mark.without(["delo", "fond"]) == Reading()


def test_whoever_is_named_a_question_is_not_about_something_else_when_its_people_go_unread(archive: Archive) -> None:
    answer = archive.ask("Кто такой Куйбышев?", without=("people",))
    assert answer.filters == {} and answer.reason != "off_topic"
