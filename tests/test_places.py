"""Lines and pages of any piece of the source, without the source."""

from __future__ import annotations

from pathlib import Path

from index.places import Places
from index.records import Document
from index.source import Source


def test_every_document_stands_where_the_source_says(source: Source, documents: tuple[Document, ...]) -> None:
    places = Places.of(source)
    assert [places.place(one.place.start, one.place.end) for one in documents] == [one.place for one in documents]


def test_a_piece_between_two_lines_is_of_the_line_before(source: Source) -> None:
    line = source.lines[1000]
    assert Places.of(source).place(line.end, line.end + 1) == source.place(line.end, line.end + 1)


def test_places_are_the_same_after_they_were_saved(source: Source, tmp_path: Path) -> None:
    Places.of(source).save(tmp_path / "places.npz")
    loaded = Places.load(tmp_path / "places.npz")
    assert loaded.place(812345, 813401) == source.place(812345, 813401)
