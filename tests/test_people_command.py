"""`legenda people`: the register, one person, and the same as JSON."""

from __future__ import annotations

import json

import pytest

from tests.command import Legenda, Ran

PERSON = """\
Крупская Н. К.
Формы имени: Н. К. Крупской, Н. Крупская, Н.К. Крупской
19\t1923-12-21\tЗаявление Н. К. Крупской и М. И. Ульяновой от 21 декабря 1923 г. в ЦК РКП(б)
20\t1923-12-22\tВыписка из протокола заседания Политбюро ЦК ВКП (б) от 22 декабря 1923 г. по заявлению Н. К. Крупской и М. И. Ульяновой

"""


def test_the_people_are_listed_with_the_number_of_their_documents(legenda: Legenda) -> None:
    ran = legenda("people")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[:1] == ["Троцкий Л. Д.\t17"]
    assert "Крупская Н. К.\t2" in ran.out.splitlines()


@pytest.mark.parametrize("name", ["Крупская", "крупской", "Krupskaia", "Н. К. Крупской"])
def test_a_person_is_shown_with_forms_and_documents(legenda: Legenda, name: str) -> None:
    assert legenda("people", name) == Ran(0, PERSON, "")


def test_people_are_listed_as_json(legenda: Legenda) -> None:
    ran = legenda("people", "Ульянова", "--json")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {
            "name": "Ульянова М. И.",
            "forms": ["М. И. Ульяновой", "М. Ульянова", "М.И. Ульяновой"],
            "documents": ["19", "20"],
            "mentions": 4,
        }
    ]
