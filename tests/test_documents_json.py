"""What `legenda documents --json` says of a document is what an archivist typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.records import Document
from ui.commands.documents import fields

DATA = Path(__file__).parent / "data"
TABLE = [json.loads(line) for line in (DATA / "documents.jsonl").read_text(encoding="utf-8").splitlines()]

# document, date of the title, date and words that contradict it
CONTRADICTED = [
    ("15", "1923-11-15", "1926-11-15", "15 ноября 1926 г."),
    ("52", "1926-03-03", "1926-03-08", "8.03.26 г."),
    ("110", "1928-01-02", "1926-01-02", "2 января 1926 г."),
    ("133", "1928-06-05", "1928-06-15", "15.VI.28  Вязниковцев Г."),
    ("137", "1928-06-20", "1929-05-10", "10/V–29 г."),
    ("156", "1928-10-29", "1928-11-15", "15 ноября 1928 г"),
]


DIFFERENT: dict[tuple[str, str], Any] = {
    # who wrote «О направлении статьи Л. Д. Троцкого» is not said: its covering note is signed by a secretary
    ("83", "authors"): [],
    # printed «122–124 об»; a back of a sheet is spelled as in all other legends
    ("95", "listy"): "122–124(об)",
    # the typist kept «Читал44»; 44 is the mark of a footnote
    ("114", "notes_after_legend"): (
        "На первом листе рукописные пометы: По всему видно, что Радек и троцкисты являются прямыми преступниками "
        "бурж. «прессы». Ст. Всем членам Политбюро. Читал. Каганович. Читал. Томский Читал"
    ),
    # «от 9-10 января 1928 г.» is an interval, as «от 25–27 октября 1923 г.» is in the table
    ("115", "date"): "1928-01-09/1928-01-10",
    # «Сообщения информационных агентств» and «Сообщение о высылке» name no kind of the list
    ("115", "kind"): "other",
    ("116", "kind"): "other",
    # «от октября-ноября 1930 г.» is an interval too
    ("201", "date"): "1930-10/1930-11",
}
"""What stays otherwise than it was typed, with the reason."""


def test_every_field_of_every_document_is_as_typed(documents: tuple[Document, ...]) -> None:
    different: dict[tuple[str, str], Any] = {}
    for typed in TABLE:
        said = fields(documents[int(typed["number"])])
        said["notes_after_legend"] = " ".join(said["notes_after_legend"].split())
        different |= {(typed["number"], name): said[name] for name in typed if said[name] != typed[name]}
    assert different == DIFFERENT


def test_the_table_has_every_document_with_every_field() -> None:
    assert [one["number"] for one in TABLE] == [str(number) for number in range(216)]
    names = [
        *("number", "title", "title_lines", "date", "kind", "authors", "addressees"),
        *("archive", "fond", "opis", "delo", "listy", "authenticity", "technique"),
        *("first_line", "legend_line", "last_line", "legend_raw", "notes_after_legend", "other_legends"),
    ]
    assert [one["number"] for one in TABLE if not set(names) <= set(one)] == ["0"]  # the preface has no legend


@pytest.mark.parametrize(("number", "title", "body", "written"), CONTRADICTED)
def test_a_date_that_contradicts_the_title_is_given_beside_it(
    number: str, title: str, body: str, written: str, documents: tuple[Document, ...]
) -> None:
    said = fields(documents[int(number)])
    assert (said["date"], said["dates_in_body"]) == (title, [{"date": body, "written": written}])


def test_an_enclosure_is_given_with_its_lines(documents: tuple[Document, ...]) -> None:
    enclosed = fields(documents[191])["enclosures"]
    assert [(one["lines"], one["date"]) for one in enclosed] == [
        ((43599, 43611), "1929-09-21"),
        ((43615, 43655), "1929-07-22"),
        ((43659, 43750), ""),
    ]


def test_a_document_without_a_legend_has_empty_references(documents: tuple[Document, ...]) -> None:
    said = fields(documents[0])
    assert (said["legend_raw"], said["legend_line"], said["archive"], said["listy"]) == ("", None, "", "")
