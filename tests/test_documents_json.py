"""What `legenda documents --json` says of a document is what an archivist typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.records import Document
from ui.commands.documents import fields

DATA = Path(__file__).parent / "data"
SAMPLE = [json.loads(line) for line in (DATA / "documents-sample.jsonl").read_text(encoding="utf-8").splitlines()]

# document, date of the title, date and words that contradict it
CONTRADICTED = [
    ("15", "1923-11-15", "1926-11-15", "15 ноября 1926 г."),
    ("52", "1926-03-03", "1926-03-08", "8.03.26 г."),
    ("110", "1928-01-02", "1926-01-02", "2 января 1926 г."),
    ("133", "1928-06-05", "1928-06-15", "15.VI.28  Вязниковцев Г."),
    ("137", "1928-06-20", "1929-05-10", "10/V–29 г."),
    ("156", "1928-10-29", "1928-11-15", "15 ноября 1928 г"),
]


@pytest.mark.parametrize("typed", SAMPLE, ids=[one["number"] for one in SAMPLE])
def test_every_field_of_a_document_is_as_typed(typed: dict[str, Any], documents: tuple[Document, ...]) -> None:
    said = fields(documents[int(typed["number"])])
    said["notes_after_legend"] = " ".join(said["notes_after_legend"].split())
    assert {name: said[name] for name in typed} == typed


def test_the_sample_has_every_field_that_a_table_of_documents_has() -> None:
    assert len(SAMPLE) == 40
    assert list(SAMPLE[1]) == [
        *("number", "title", "title_lines", "date", "kind", "authors", "addressees"),
        *("archive", "fond", "opis", "delo", "listy", "authenticity", "technique"),
        *("first_line", "legend_line", "last_line", "legend_raw", "notes_after_legend", "other_legends"),
    ]


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
