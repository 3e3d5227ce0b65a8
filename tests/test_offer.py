"""What a collection offers to choose from, on the real documents."""

from __future__ import annotations

import pytest

from index.people import People
from index.records import Document
from ui.page.offer import Offer, Shelf


@pytest.fixture(scope="module")
def offer(documents: tuple[Document, ...]) -> Offer:
    return Offer.of(documents, People.of(documents).persons)


def test_the_years_go_without_gap_from_the_first_to_the_last(offer: Offer) -> None:
    assert [year for year, _ in offer.years] == list(range(1923, 1933))
    assert dict(offer.years)[1928] == 59
    assert offer.span == (1923, 1932)


def test_the_commonest_kind_and_the_most_named_person_stand_first(offer: Offer) -> None:
    assert offer.kinds[0] == ("письмо", 75)
    assert offer.people[:2] == ("Троцкий Л. Д.", "Сталин И. В.")


def test_shelf_marks_are_ordered_by_their_numbers(offer: Offer) -> None:
    assert offer.shelves[:2] == (Shelf(("РГАНИ",), 31), Shelf(("РГАСПИ",), 184))
    assert [shelf.path for shelf in offer.shelves if len(shelf.path) == 2] == [
        ("РГАНИ", "3"),
        ("РГАСПИ", "17"),
        ("РГАСПИ", "558"),
    ]
    assert offer.holds("РГАСПИ", "558", "11") and not offer.holds("РГАНИ", "558")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Троцкий Л. Д.", "Троцкий Л. Д."),
        ("  троцкий ", "Троцкий Л. Д."),
        ("СТАЛИН", "Сталин И. В."),
        ("Никифоров-Небывалый", ""),
        ("", ""),
    ],
)
def test_a_person_is_found_by_the_first_letters(typed: str, meant: str, offer: Offer) -> None:
    assert offer.person(typed) == meant


def test_nothing_offers_nothing() -> None:
    assert Offer.of((), ()) == Offer((), (), (), ())
