"""A shelf mark and a number leave only the passages they mean, and are given up where they mean none."""

from __future__ import annotations

import numpy as np
import pytest

from qa.archive import Archive
from qa.passages.filters import Filters, sheets
from qa.reading import Reading


def documents(archive: Archive, reading: Reading) -> tuple[set[str], tuple[str, ...]]:
    """The documents of which passages are allowed, and what was given up."""
    allowed, relaxed = Filters(archive.passages).allowed(reading)
    return {archive.passages[row].document for row in np.flatnonzero(allowed)}, relaxed


def test_nothing_read_allows_everything(whole_archive: Archive) -> None:
    allowed, relaxed = Filters(whole_archive.passages).allowed(
        Reading(people=("Троцкий Л. Д.",), date_from="1927-01-01")
    )
    assert allowed.all() and relaxed == ()


def test_a_shelf_mark_leaves_its_papers(whole_archive: Archive) -> None:
    mark = Reading(archive="РГАСПИ", fond="17", opis="171", delo="79")
    kept = {
        document.number
        for document in whole_archive.documents
        if document.reference and (document.reference.fond, document.reference.delo) == ("17", "79")
    }
    assert documents(whole_archive, mark) == (kept, ()) and "81" in kept


def test_a_sheet_leaves_the_paper_whose_sheets_hold_it(whole_archive: Archive) -> None:
    assert documents(whole_archive, Reading(fond="17", delo="79", listy="147")) == ({"81"}, ())


def test_numbers_leave_their_documents(whole_archive: Archive) -> None:
    assert documents(whole_archive, Reading(documents=("88", "90"))) == ({"88", "90"}, ())


@pytest.mark.parametrize(
    ("reading", "relaxed"),
    [
        (Reading(documents=("999",)), ("documents",)),
        (Reading(fond="17", delo="99999"), ("delo",)),  # no such delo; the fond stands
        (Reading(archive="РГАНИ", fond="17"), ("fond",)),  # each is there, but not together
        (Reading(fond="17", delo="79", listy="9999"), ("listy",)),
        (Reading(fond="3", delo="79", listy="147"), ("listy", "delo")),
        (Reading(fond="3", documents=("88",)), ("fond",)),
    ],
)
def test_what_means_no_passage_is_given_up(whole_archive: Archive, reading: Reading, relaxed: tuple[str, ...]) -> None:
    found, given_up = documents(whole_archive, reading)
    assert found and given_up == relaxed


def test_an_answer_shows_only_what_is_allowed_and_says_what_was_given_up(whole_archive: Archive) -> None:
    answer = whole_archive.ask("О чём документ 88?")
    assert {ranked.passage.document for ranked in answer.passages} == {"88"}
    assert (answer.filters, answer.relaxed) == ({"documents": "88"}, ())
    assert whole_archive.ask("О чём документ 999?").relaxed == ("documents",)


@pytest.mark.parametrize(
    ("listy", "numbers"),
    [("29", {29}), ("146–148", {146, 147, 148}), ("88–88(об)", {88}), ("83, 87(об)–89", {83, 87, 88, 89}), ("", set())],
)
def test_sheets_are_counted(listy: str, numbers: set[int]) -> None:
    assert {number for span in sheets(listy) for number in span} == numbers


def test_a_huge_span_of_sheets_costs_no_more_than_one(whole_archive: Archive) -> None:
    reading = Reading(fond="17", delo="79", listy="147-999999999")
    assert documents(whole_archive, reading) == documents(
        whole_archive, Reading(fond="17", delo="79", listy="147-9999")
    )


def test_a_number_too_long_for_a_sheet_is_given_up(whole_archive: Archive) -> None:
    assert documents(whole_archive, Reading(fond="17", delo="79", listy="1" * 5000))[1] == ("listy",)
