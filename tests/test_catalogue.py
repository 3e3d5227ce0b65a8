"""The catalogue: what comes out of the file is what went in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.build import catalogued
from index.catalogue import Catalogue
from index.collection import Collection
from tests.three_papers import three_papers


def test_the_whole_collection_comes_back_as_it_was_written(collection: Collection, tmp_path: Path) -> None:
    catalogue = catalogued(collection)
    catalogue.write(tmp_path / "catalogue.sqlite")
    assert Catalogue.read(tmp_path / "catalogue.sqlite") == catalogue
    assert len(catalogue.documents) == 216


def test_a_record_without_reference_legend_or_title_comes_back(tmp_path: Path) -> None:
    catalogue = catalogued(three_papers(tmp_path))
    bare = replace(
        catalogue.documents[0], title="", date="", reference=None, parts=(), title_lines=None, heading_inferred=True
    )
    passage = replace(catalogue.passages[0], reference=None, sentences=())
    written = Catalogue((bare,), (passage,))
    written.write(tmp_path / "catalogue.sqlite")
    assert Catalogue.read(tmp_path / "catalogue.sqlite") == written


def test_an_empty_catalogue_comes_back(tmp_path: Path) -> None:
    Catalogue((), ()).write(tmp_path / "catalogue.sqlite")
    assert Catalogue.read(tmp_path / "catalogue.sqlite") == Catalogue((), ())


@pytest.mark.parametrize("name", ["архив 1927", "100% ?", "a#b"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    catalogue = catalogued(three_papers(tmp_path / name))
    catalogue.write(tmp_path / name / "catalogue.sqlite")
    assert Catalogue.read(tmp_path / name / "catalogue.sqlite") == catalogue


@pytest.mark.parametrize("path", ["no folder/catalogue.sqlite", "taken.sqlite"])
def test_a_file_that_cannot_be_written_is_an_oserror(tmp_path: Path, path: str) -> None:
    Catalogue((), ()).write(tmp_path / "taken.sqlite")
    with pytest.raises(OSError, match=r"unable to open database file|table documents already exists"):
        Catalogue((), ()).write(tmp_path / path)
