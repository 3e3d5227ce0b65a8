"""The command that writes a collection as TEI or EAD, without an index."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.collection import Collection
from index.export.tei import tei
from index.export.tei_reader import read_tei
from tests.command import Legenda, Ran, complaint
from tests.three_papers import three_papers


@pytest.fixture
def papers(tmp_path: Path) -> Collection:
    return three_papers(tmp_path / "papers")


def test_the_documents_are_printed_where_no_file_is_named(legenda: Legenda, papers: Collection, tmp_path: Path) -> None:
    ran = legenda("export", "tei", "--collection", papers.folder, index=tmp_path / "no index")
    assert (ran.status, ran.err) == (0, "")
    assert read_tei(ran.out.encode()) == papers.documents()


def test_the_finding_aid_is_printed(legenda: Legenda, papers: Collection) -> None:
    ran = legenda("export", "ead", "--collection", papers.folder)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<ead xmlns="http://ead3.archivists.org/schema/">'
    )
    assert ran.out.count('<c level="item">') == 3


def test_a_file_that_exists_is_replaced_and_nothing_is_left_beside_it(
    legenda: Legenda, papers: Collection, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.xml").write_text("прежнее", encoding="utf-8")
    (folder / "link.xml").symlink_to(folder / "old.xml")
    out = folder / "link.xml"
    assert legenda("export", "tei", "--collection", papers.folder, "--out", out) == Ran(0, "", "")
    assert (folder / "old.xml").read_text(encoding="utf-8") == tei(papers, papers.documents())
    assert sorted(path.name for path in folder.iterdir()) == ["link.xml", "old.xml"]


@pytest.mark.parametrize("form", ["tei", "ead"])
def test_in_a_folder_the_file_is_named_after_the_collection(
    legenda: Legenda, papers: Collection, tmp_path: Path, form: str
) -> None:
    (tmp_path / "out").mkdir()
    assert legenda("export", form, "--collection", papers.folder, "--out", tmp_path / "out") == Ran(0, "", "")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"papers.{form}.xml"]


def test_a_pipe_is_written_to_and_not_replaced(legenda: Legenda, papers: Collection, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert legenda("export", "tei", "--collection", papers.folder, "--out", pipe) == Ran(0, "", "")
        assert os.read(reader, 5) == b"<?xml"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("folder", "reason"), [("nowhere", "No such file or directory"), ("papers/volume.txt", "Not a directory")]
)
def test_a_place_that_cannot_be_written_is_said(
    legenda: Legenda, papers: Collection, tmp_path: Path, folder: str, reason: str
) -> None:
    out = tmp_path / folder / "all.xml"
    assert legenda("export", "ead", "--collection", papers.folder, "--out", out) == complaint(
        f"{out} cannot be written ({reason}); check the path, its permissions and the free space", 1
    )


def test_a_file_with_the_same_documents_passes_the_check(legenda: Legenda, papers: Collection, tmp_path: Path) -> None:
    file = tmp_path / "all.xml"
    file.write_text(tei(papers, papers.documents()), encoding="utf-8")
    assert legenda("export", "tei", "--collection", papers.folder, "--check", file) == Ran(
        0, f"{file}: the same 3 documents\n", ""
    )


# what is replaced in the file, by what, what is then said
DIFFERENT = [
    ("Перечитав", "Прочитав", "2\ttext, parts\n"),
    (">Крупская Н. К.</persName>", ">Крупская</persName>", "1\tauthors\n"),
    ('unit="document">3<', 'unit="document">4<', "the file has the documents 1, 2, 4\n"),
]


@pytest.mark.parametrize(("old", "new", "said"), DIFFERENT)
def test_a_file_with_other_documents_fails_the_check(
    legenda: Legenda, papers: Collection, tmp_path: Path, old: str, new: str, said: str
) -> None:
    file = tmp_path / "all.xml"
    file.write_text(tei(papers, papers.documents()).replace(old, new), encoding="utf-8")
    assert legenda("export", "tei", "--collection", papers.folder, "--check", file) == Ran(1, said, "")


def test_a_file_that_cannot_be_checked_is_named(legenda: Legenda, papers: Collection, tmp_path: Path) -> None:
    file = tmp_path / "all.xml"
    check = ("export", "tei", "--collection", papers.folder, "--check", file)
    assert legenda(*check) == complaint(
        f"{file} cannot be read (No such file or directory); check the path and its permissions", 1
    )
    file.write_text("", encoding="utf-8")
    assert legenda(*check) == complaint(
        f"{file}: it is not XML: no element found: line 1, column 0; write it anew with: legenda export tei", 1
    )


@pytest.mark.parametrize("words", [["ead", "--check", "all.xml"], ["tei", "--check", "all.xml", "--out", "other.xml"]])
def test_a_check_writes_nothing_and_is_for_tei(legenda: Legenda, words: list[str]) -> None:
    assert legenda("export", *words) == complaint(
        "--check reads a TEI file and writes none: legenda export tei --check FILE", 2
    )


def test_a_form_that_is_not_known_is_a_wrong_call(legenda: Legenda) -> None:
    assert legenda("export", "marc") == complaint(
        "argument form: invalid choice: 'marc' (choose from 'tei', 'ead') (see: legenda export --help)", 2
    )
