"""How well documents agree with what a question says."""

from __future__ import annotations

import math

import numpy as np
import pytest

from qa.archive import Archive
from qa.passages.agreement import Agreement, Agreements
from qa.reading import Reading


@pytest.fixture(scope="module")
def agreements(whole_archive: Archive) -> Agreements:
    return Agreements(whole_archive.documents, whole_archive.understanding.persons)


@pytest.fixture(scope="module")
def row(whole_archive: Archive) -> dict[str, int]:
    return {document.number: row for row, document in enumerate(whole_archive.documents)}


def test_nothing_asked_is_nothing_agreed(agreements: Agreements, whole_archive: Archive) -> None:
    for measure in agreements.agreements(Reading()):
        assert measure.shape == (len(whole_archive.documents),) and measure.dtype == np.float32 and not measure.any()


def test_a_document_of_the_time_agrees_and_the_others_less_by_distance(
    agreements: Agreements, row: dict[str, int]
) -> None:
    date = agreements.agreements(Reading(date_from="1924-11-15", date_to="1924-11-30")).date
    assert date[row["35"]] == pytest.approx(math.exp(-25 / 120))  # 25 December 1924
    date = agreements.agreements(Reading(date_from="1925-01-04", date_to="1925-01-04")).date
    assert date[row["35"]] == pytest.approx(math.exp(-10 / 30))
    date = agreements.agreements(Reading(date_from="1924-12-01", date_to="1924-12-31")).date
    assert date[row["35"]] == 1 and date[row["127"]] == 0  # this has no date


def test_an_open_end_takes_all_on_that_side(agreements: Agreements, row: dict[str, int]) -> None:
    assert agreements.agreements(Reading(date_from="1924-01-01")).date[row["35"]] == 1
    assert agreements.agreements(Reading(date_to="1924-12-31")).date[row["35"]] == 1
    assert agreements.agreements(Reading(date_to="1924-12-15")).date[row["35"]] == pytest.approx(math.exp(-10 / 120))


def test_people_agree_by_their_part_in_the_document(agreements: Agreements, row: dict[str, int]) -> None:
    def people(*names: str) -> float:
        return float(agreements.agreements(Reading(people=names)).people[row["35"]])

    assert (people("Ягода Г. Г."), people("Троцкий Л. Д."), people("Блюмкин Я. Г.")) == (1, 0.5, 0)
    assert people("Ягода Г. Г.", "Блюмкин Я. Г.") == 0.5
    assert people("Ягода Г. Г.", "Ягода") == 1  # one surname, whichever bearer is meant


def test_every_agreement_is_between_0_and_1(agreements: Agreements, whole_archive: Archive) -> None:
    reading = whole_archive.understanding.understand("письмо Троцкого и Смирнова Сталину, октябрь 1927").reading
    agreement: Agreement = agreements.agreements(reading)
    assert all(0 <= measure.min() <= measure.max() <= 1 for measure in agreement)
