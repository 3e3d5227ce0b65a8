"""The documents and passages of an index in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.records import Document, Passage, Place, Reference, Run, Text

SCHEMA = """
CREATE TABLE documents (
    position INTEGER PRIMARY KEY,
    number TEXT UNIQUE NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT,           -- JSON object, NULL where the document has no legend
    content TEXT NOT NULL,
    runs TEXT NOT NULL,       -- JSON [[offset in content, offset in source], ...]
    place TEXT NOT NULL,      -- JSON {start, end, lines, page}
    legend TEXT,              -- JSON [start, end] in content
    heading_inferred INTEGER NOT NULL,
    authors TEXT NOT NULL,    -- JSON list
    addressees TEXT NOT NULL, -- JSON list
    from_body TEXT NOT NULL   -- JSON list of the fields that the title does not give
);
CREATE TABLE passages (
    position INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (number),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    sentences TEXT NOT NULL,  -- JSON [[start, end], ...] in text
    place TEXT NOT NULL,
    reference TEXT
);
"""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a collection holds, in its order; the index of a passage in `passages` is its row in the vectors."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]

    @classmethod
    def read(cls, path: Path) -> Catalogue:
        """The catalogue in the file `path`."""
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            documents = connection.execute("SELECT * FROM documents ORDER BY position")
            passages = connection.execute("SELECT * FROM passages ORDER BY position")
            return cls(tuple(map(_document, documents)), tuple(map(_passage, passages)))

    def write(self, path: Path) -> None:
        """Write the catalogue to the new file `path`; raises OSError."""
        try:
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.executescript(SCHEMA)
                _insert(connection, "documents", map(_document_row, self.documents))
                _insert(connection, "passages", map(_passage_row, self.passages))
        except sqlite3.Error as error:
            raise OSError(f"{path}: {error}") from error


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for position, row in enumerate(rows):
        holes = ", ".join("?" * (1 + len(row)))
        connection.execute(f"INSERT INTO {table} VALUES ({holes})", (position, *row))  # noqa: S608


def _document_row(document: Document) -> tuple[object, ...]:
    return (
        document.number,
        document.title,
        document.date,
        document.kind,
        _reference_json(document.reference),
        document.text.content,
        json.dumps(document.text.runs),
        json.dumps(asdict(document.place)),
        json.dumps(document.legend) if document.legend else None,
        document.heading_inferred,
        *(_list_json(names) for names in (document.authors, document.addressees, document.from_body)),
    )


def _document(row: tuple[Any, ...]) -> Document:
    _, number, title, date, kind, reference, content, runs, place, legend, inferred, *people = row
    authors, addressees, from_body = (tuple(json.loads(names)) for names in people)
    return Document(
        number=number,
        title=title,
        date=date,
        kind=kind,
        reference=_reference(reference),
        text=Text(content, tuple(Run(*run) for run in json.loads(runs))),
        place=_place(place),
        legend=tuple(json.loads(legend)) if legend else None,
        heading_inferred=bool(inferred),
        authors=authors,
        addressees=addressees,
        from_body=from_body,
    )


def _passage_row(passage: Passage) -> tuple[object, ...]:
    return (
        passage.document,
        passage.start,
        passage.end,
        passage.text,
        json.dumps(passage.sentences),
        json.dumps(asdict(passage.place)),
        _reference_json(passage.reference),
    )


def _passage(row: tuple[Any, ...]) -> Passage:
    _, document, start, end, text, sentences, place, reference = row
    return Passage(
        document=document,
        start=start,
        end=end,
        text=text,
        sentences=tuple(tuple(span) for span in json.loads(sentences)),
        place=_place(place),
        reference=_reference(reference),
    )


def _list_json(names: tuple[str, ...]) -> str:
    return json.dumps(names, ensure_ascii=False)


def _reference_json(reference: Reference | None) -> str | None:
    return json.dumps(asdict(reference), ensure_ascii=False) if reference else None


def _reference(stored: str | None) -> Reference | None:
    return Reference(**json.loads(stored)) if stored else None


def _place(stored: str) -> Place:
    place = json.loads(stored)
    return Place(place["start"], place["end"], tuple(place["lines"]), place["page"])
