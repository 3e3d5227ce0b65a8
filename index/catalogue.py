"""The documents and passages of an index in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.records import (
    Document,
    Enclosure,
    Footnote,
    Part,
    Passage,
    Place,
    Reference,
    Role,
    Run,
    Span,
    Text,
)

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
    parts TEXT NOT NULL,      -- JSON [{role, start, end, lines}, ...]
    enclosures TEXT NOT NULL, -- JSON [{heading, span, date, author, reference, inferred, lines}, ...]
    footnotes TEXT NOT NULL,  -- JSON [{mark, span, at, title_at, place, inferred}, ...]
    title_lines TEXT,         -- JSON [first, last], NULL where there is no title
    secrecy TEXT NOT NULL,    -- JSON [mark, ...]
    office_number TEXT NOT NULL,
    heading_inferred INTEGER NOT NULL,
    authors TEXT NOT NULL,    -- JSON [name, ...]
    addressees TEXT NOT NULL, -- JSON [name, ...]
    from_body TEXT NOT NULL   -- JSON [field that the title does not give, ...]
);
CREATE TABLE passages (
    position INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (number),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    sentences TEXT NOT NULL,  -- JSON [[start, end], ...] in text
    place TEXT NOT NULL,
    reference TEXT,
    closing INTEGER NOT NULL
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
        *(_json([asdict(one) for one in found]) for found in (document.parts, document.enclosures, document.footnotes)),
        json.dumps(document.title_lines) if document.title_lines else None,
        _json(document.secrecy),
        document.office_number,
        document.heading_inferred,
        *(_json(names) for names in (document.authors, document.addressees, document.from_body)),
    )


def _document(row: tuple[Any, ...]) -> Document:
    _, number, title, date, kind, reference, content, runs, place, *structure = row
    parts, enclosures, footnotes, title_lines, secrecy, office_number, inferred, *people = structure
    authors, addressees, from_body = (tuple(json.loads(names)) for names in people)
    return Document(
        number=number,
        title=title,
        date=date,
        kind=kind,
        reference=_reference(reference),
        text=Text(content, tuple(Run(*run) for run in json.loads(runs))),
        place=_place(place),
        parts=tuple(map(_part, json.loads(parts))),
        enclosures=tuple(map(_enclosure, json.loads(enclosures))),
        footnotes=tuple(map(_footnote, json.loads(footnotes))),
        title_lines=_span(json.loads(title_lines)) if title_lines else None,
        secrecy=tuple(json.loads(secrecy)),
        office_number=office_number,
        heading_inferred=bool(inferred),
        authors=authors,
        addressees=addressees,
        from_body=from_body,
    )


def _part(stored: dict[str, Any]) -> Part:
    return Part(Role(stored["role"]), stored["start"], stored["end"], _span(stored["lines"]))


def _enclosure(stored: dict[str, Any]) -> Enclosure:
    own = stored["reference"]
    spans = {name: _span(stored[name]) for name in ("span", "lines")}
    return Enclosure(**stored | spans | {"reference": Reference(**own) if own else None})


def _footnote(stored: dict[str, Any]) -> Footnote:
    place = stored["place"]
    return Footnote(**stored | {"span": _span(stored["span"]), "place": _read_place(place) if place else None})


def _passage_row(passage: Passage) -> tuple[object, ...]:
    return (
        passage.document,
        passage.start,
        passage.end,
        passage.text,
        json.dumps(passage.sentences),
        json.dumps(asdict(passage.place)),
        _reference_json(passage.reference),
        passage.closing,
    )


def _passage(row: tuple[Any, ...]) -> Passage:
    _, document, start, end, text, sentences, place, reference, closes = row
    return Passage(
        document=document,
        start=start,
        end=end,
        text=text,
        sentences=tuple(tuple(span) for span in json.loads(sentences)),
        place=_place(place),
        reference=_reference(reference),
        closing=bool(closes),
    )


def _reference_json(reference: Reference | None) -> str | None:
    return _json(asdict(reference)) if reference else None


def _reference(stored: str | None) -> Reference | None:
    return Reference(**json.loads(stored)) if stored else None


def _place(stored: str) -> Place:
    return _read_place(json.loads(stored))


def _read_place(place: dict[str, Any]) -> Place:
    return Place(place["start"], place["end"], _span(place["lines"]), place["page"])


def _span(stored: list[int]) -> Span:
    start, end = stored
    return start, end


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
