"""How good the register of people is, on two samples judged by reading the volume.

Half of each sample served to find what was wrong; the other half was only counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from index.mentions import read
from index.people import People
from index.recogniser import recognised
from index.records import Document

DATA = Path(__file__).parent / "data"
Row = dict[str, str]


@pytest.fixture(scope="module")
def people(documents: tuple[Document, ...], recognised_words: dict[str, int]) -> People:
    return People.of(documents, recognised_words)


def _rows(name: str, half: str) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["half"] == half]


def _names(people: People, document: str) -> set[str]:
    return {person.name for person in people.persons if document in person.documents}


def _agree(one: str, other: str) -> bool:
    """Whether two names are one surname with initials that do not contradict each other."""
    (surname, *letters), (its_surname, *its_letters) = (re.findall(r"[^\s.]+", name) for name in (one, other))
    return surname == its_surname and all(a == b for a, b in zip(letters, its_letters, strict=False))


# half, people named on pages drawn at random, found in the document, with exactly the expected initials
PAGES = [("tune", 105, 103, 102), ("report", 139, 132, 126)]


@pytest.mark.parametrize(("half", "named", "found", "exact"), PAGES)
def test_who_is_named_on_a_page_is_in_the_register(
    half: str, named: int, found: int, exact: int, people: People
) -> None:
    rows = [(row["name"], _names(people, row["document"])) for row in _rows("people-on-pages.jsonl", half)]
    agreeing = sum(any(_agree(name, other) for other in names) for name, names in rows)
    assert (len(rows), agreeing, sum(name in names for name, names in rows)) == (named, found, exact)


def _is_right(row: Row, people: People) -> bool:
    """Whether what an entry should have been is in the register for its documents, and the entry is not if it was wrong."""
    wrong = row["name"] != row["entry"]
    return all(_has(_names(people, document), row["name"]) for document in row["documents"]) and not (
        wrong and any(row["entry"] in _names(people, document) for document in row["documents"])
    )


def _has(names: Iterable[str], wanted: str) -> bool:
    """Whether `wanted` is among `names`, perhaps with more initials; nobody is wanted where a word is no name."""
    return not wanted or any(name == wanted or (name.startswith(wanted) and _agree(name, wanted)) for name in names)


# half, entries of an earlier register drawn at random, right then, right now
ENTRIES = [("tune", 75, 65, 75), ("report", 75, 64, 71)]


@pytest.mark.parametrize(("half", "entries", "before", "now"), ENTRIES)
def test_an_entry_judged_by_reading_is_right(half: str, entries: int, before: int, now: int, people: People) -> None:
    rows = _rows("people-judged.jsonl", half)
    right_then = sum(row["name"] == row["entry"] for row in rows)
    assert (len(rows), right_then, sum(_is_right(row, people) for row in rows)) == (entries, before, now)


def test_the_recogniser_finds_people_of_whom_only_the_surname_is_given(
    documents: tuple[Document, ...], recognised_words: dict[str, int]
) -> None:
    words = recognised([read(documents[107])], lambda _characters: None)
    assert {word: times for word, times in words.items() if word in ("Патек", "Эрбетом", "Гейне")} == {
        "Патек": 1,
        "Эрбетом": 1,
        "Гейне": 3,
    }
    assert words.keys() & recognised_words.keys() >= {"Эрбетом", "Гейне"}


def test_the_recogniser_tells_how_far_it_is() -> None:
    told: list[int] = []
    assert recognised(["Вчера писал Урбанс.\nСегодня писал Гитлер.", "Секретно"], told.append) == {
        "Урбанс": 1,
        "Гитлер": 1,
    }
    assert told == [20, 22, 9]
