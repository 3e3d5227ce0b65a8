"""What a visitor chooses: read from the panel, taken back, said in words, and shown."""

from __future__ import annotations

from typing import Any

import pytest

from qa.contract import Answer
from qa.selection import EVERYTHING, Selection
from tests.fake_archive import FakeArchive
from ui.caption import Speech
from ui.page.choosing import Chosen, chosen, lifted, things
from ui.page.limits import limited, limits
from ui.page.offer import Offer, Shelf
from ui.page.visit import Turn, Visit
from ui.texts import ENGLISH, RUSSIAN

RU, EN = Speech(RUSSIAN, "ru"), Speech(ENGLISH, "ru")
OFFER = Offer(
    years=((1923, 24), (1924, 0), (1925, 11)),
    kinds=(("письмо", 75), ("<телеграмма>", 6)),
    people=("Троцкий Л. Д.", "Сталин И. В."),
    shelves=(
        Shelf(("РГАНИ",), 31),
        Shelf(("РГАСПИ",), 184),
        Shelf(("РГАНИ", "3"), 31),
        Shelf(("РГАСПИ", "17"), 181),
        Shelf(("РГАСПИ", "17", "171"), 181),
        Shelf(("РГАСПИ", "17", "171", "30"), 4),
    ),
)
ALL = Selection((1923, 1924), ("письмо",), ("Троцкий Л. Д.",), "РГАСПИ", "17", "171", "30")


@pytest.fixture(scope="module")
def answer() -> Answer:
    return FakeArchive.of().ask("Что предложил Ленин?")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, EVERYTHING),
        ({"from": "1923", "to": "1925", "kinds": [], "person": "", "archive": ""}, EVERYTHING),
        ({"from": "1923", "to": "1924"}, Selection(years=(1923, 1924))),
        ({"from": "1925", "to": "1924"}, Selection(years=(1924, 1925))),
        ({"from": "1900", "to": "1923"}, Selection(years=(1923, 1923))),
        ({"from": "1999", "to": "2000"}, EVERYTHING),
        ({"from": "девятьсот", "to": "1924"}, EVERYTHING),
        ({"kinds": ["письмо", "поэма"]}, Selection(kinds=("письмо",))),
        ({"kinds": "письмо"}, EVERYTHING),
        ({"person": "сталин"}, Selection(people=("Сталин И. В.",))),
        ({"person": ["сталин"]}, EVERYTHING),
        ({"archive": "РГАСПИ", "fond": "17"}, Selection(archive="РГАСПИ", fond="17")),
        ({"archive": "РГАНИ", "fond": "17", "opis": "171"}, Selection(archive="РГАНИ")),
        ({"fond": "17"}, EVERYTHING),
    ],
)
def test_the_panel_chooses_only_what_there_is(data: dict[str, Any], expected: Selection) -> None:
    assert chosen(data, EVERYTHING, OFFER) == expected


def test_people_are_added_one_by_one_and_once() -> None:
    before = Selection(people=("Троцкий Л. Д.",))
    assert chosen({"person": "Сталин И. В."}, before, OFFER).people == ("Троцкий Л. Д.", "Сталин И. В.")
    assert chosen({"person": "Троцкий Л. Д."}, before, OFFER).people == ("Троцкий Л. Д.",)


def test_each_thing_that_was_chosen_has_its_words_and_can_be_taken_back() -> None:
    assert list(things(ALL, ENGLISH)) == [
        Chosen("1923–1924", "years"),
        Chosen("letter", "kind", "письмо"),
        Chosen("Троцкий Л. Д.", "person", "Троцкий Л. Д."),
        Chosen("РГАСПИ. Ф. 17. Оп. 171. Д. 30", "shelf"),
    ]
    left = ALL
    for thing in things(ALL, ENGLISH):
        left = lifted(left, thing.what, thing.value)
    assert left == EVERYTHING
    assert lifted(ALL, "nothing", "") == ALL


def test_one_year_is_said_as_one() -> None:
    assert [thing.words for thing in things(Selection(years=(1924, 1924)), RUSSIAN)] == ["1924"]


def test_what_was_chosen_stands_above_the_question() -> None:
    shown = limited(Visit(only=ALL), EN)
    assert shown.count('data-act="lift"') == 4
    assert 'data-what="person" data-value="Троцкий Л. Д." aria-label="Do not limit to: Троцкий Л. Д."' in shown
    assert 'data-act="everywhere"' in shown and 'data-act="again"' not in shown
    assert limited(Visit(), EN) == ""


def test_the_question_can_be_asked_again_only_where_the_choice_has_changed(answer: Answer) -> None:
    asked = Visit().asking("кто").answered(answer)
    assert not asked.stale
    assert 'data-act="again"' in limited(asked.choosing(ALL), RU)
    assert 'data-act="again"' in limited(asked.choosing(ALL).asking("кто").answered(answer).choosing(EVERYTHING), RU)
    assert 'data-act="again"' not in limited(asked.choosing(ALL).asking("кто").answered(answer), RU)
    assert 'data-act="again"' not in limited(Visit(turns=(Turn("кто"),)).choosing(ALL), RU)


def test_the_panel_shows_what_is_chosen() -> None:
    shown = limits(OFFER, Visit(only=ALL), RU)
    assert 'name="from" min="1923" max="1925" step="1" value="1923" aria-label="Первый год"' in shown
    assert 'name="to" min="1923" max="1925" step="1" value="1924" aria-label="Последний год"' in shown
    assert '<input type="checkbox" name="kinds" value="письмо" checked>' in shown
    assert '<option value="РГАСПИ" data-within="" selected>РГАСПИ (184)</option>' in shown
    assert '<option value="3" data-within="РГАНИ" hidden>Ф. 3 (31)</option>' in shown
    assert '<option value="30" data-within="РГАСПИ/17/171" selected>Д. 30 (4)</option>' in shown


def test_a_year_has_a_bar_as_high_as_it_has_documents() -> None:
    shown = limits(OFFER, Visit(only=Selection(years=(1924, 1925))), RU)
    assert '<rect x="0.1" y="0.0" width="0.8" height="10.0" data-year="1923" class="out">' in shown
    assert 'y="9.9" width="0.8" height="0.1" data-year="1924"><title>1924: 0</title>' in shown
    assert 'height="4.6" data-year="1925">' in shown


def test_a_part_of_a_shelf_mark_waits_for_the_one_before() -> None:
    shown = limits(OFFER, Visit(), RU)
    assert '<select name="archive"><option' in shown
    assert '<select name="fond" disabled>' in shown


def test_nothing_in_the_panel_is_run_as_html() -> None:
    shown = limits(OFFER, Visit(), RU)
    assert "<телеграмма>" not in shown and "&lt;телеграмма&gt;" in shown


def test_a_choice_draws_the_panel_anew() -> None:
    first = limits(OFFER, Visit(), RU)
    assert limits(OFFER, Visit().choosing(ALL).choosing(EVERYTHING), RU) != first
