"""The index folder: whole or not there, whatever happens while it is written."""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index import folder as folder_module
from index.folder import FORMAT, IndexFolderError, IndexManifest, open_generation, write_generation

MADE = IndexManifest(
    format=FORMAT,
    fingerprint="0f" * 32,
    code="1e" * 32,
    model="bundled",
    encoder="multilingual-e5-small-q4:1571fc98",
    settings={"passage_longest": 1200, "bm25_k1": 0.9},
    counts={"documents": 216, "passages": 2129},
    collection={"title": {"ru": "Политбюро и ОГПУ"}, "languages": ["ru"]},
    files={},
)
FILES = {"catalogue.sqlite": b"documents", "lexical/vocab.json": b"{}", "vectors.faiss": bytes(range(256))}


def fill(generation: Path) -> None:
    for name, content in FILES.items():
        (generation / name).parent.mkdir(exist_ok=True)
        (generation / name).write_bytes(content)


def stopping(error: BaseException) -> Callable[[Path], None]:
    """A write that raises `error` when half is done."""

    def write(generation: Path) -> None:
        (generation / "catalogue.sqlite").write_bytes(b"half")
        raise error

    return write


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of `folder`: its content and the time it was written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def generations(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("generation-*")]


def refusal(folder: Path, work: Callable[[], object]) -> str:
    """What is said when `work` cannot be done in `folder`; always one line."""
    with pytest.raises(IndexFolderError) as caught:
        work()
    message = str(caught.value)
    assert "\n" not in message
    return message.replace(str(folder), "DIR")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A folder with an index in it."""
    write_generation(tmp_path / "index", MADE, fill)
    return tmp_path / "index"


def test_an_index_is_opened_as_it_was_written(tmp_path: Path) -> None:
    sealed = write_generation(tmp_path / "deep" / "index", MADE, fill)
    generation, manifest = open_generation(tmp_path / "deep" / "index")
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert manifest == sealed == replace(MADE, files=digests)
    assert {name: (generation / name).read_bytes() for name in FILES} == FILES


def test_a_new_build_takes_the_place_of_the_old_one(index: Path) -> None:
    old = open_generation(index)[0]
    write_generation(index, replace(MADE, model="other"), fill)
    new, manifest = open_generation(index)
    assert manifest.model == "other"
    assert generations(index) == [new.name] != [old.name]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError(), ValueError("a fault of ours")])
def test_a_write_that_is_stopped_leaves_the_old_index_as_it_was(index: Path, error: BaseException) -> None:
    before = tree(index)
    with pytest.raises(type(error)):
        write_generation(index, replace(MADE, model="other"), stopping(error))
    assert tree(index) == before
    assert open_generation(index)[1].model == "bundled"


def test_a_full_disk_is_said_in_one_line_and_leaves_the_old_index(index: Path) -> None:
    before = tree(index)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert refusal(index, lambda: write_generation(index, MADE, stopping(full))) == (
        "the index cannot be written to DIR (No space left on device); free space, or choose another place with --index"
    )
    assert tree(index) == before


def test_a_first_write_that_is_stopped_leaves_no_index(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_generation(tmp_path, MADE, stopping(KeyboardInterrupt()))
    assert generations(tmp_path) == []
    assert refusal(tmp_path, lambda: open_generation(tmp_path)) == "no index in DIR; run: legenda build --index DIR"


def test_a_write_that_is_stopped_right_after_the_switch_keeps_the_new_index(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch = folder_module._switch

    def interrupted(folder: Path, generation: str) -> None:
        switch(folder, generation)
        raise KeyboardInterrupt

    monkeypatch.setattr(folder_module, "_switch", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_generation(index, replace(MADE, model="other"), fill)
    assert open_generation(index)[1].model == "other"


def test_the_next_build_sweeps_what_a_killed_one_left(index: Path) -> None:
    left = index / "generation-0123456789ab"
    left.mkdir()
    fill(left)
    (index / "current.new").write_text("genera", "utf-8")
    assert open_generation(index)[1].model == "bundled"
    write_generation(index, MADE, fill)
    assert sorted(path.name for path in index.iterdir()) == ["build.lock", "current", open_generation(index)[0].name]


@pytest.mark.parametrize("theirs", ["notes.txt", "generation-0123456789ab/notes.txt", "photographs/1927.jpg"])
def test_a_folder_that_is_not_an_index_is_refused_and_left_as_it_is(tmp_path: Path, theirs: str) -> None:
    (tmp_path / theirs).parent.mkdir(exist_ok=True)
    (tmp_path / theirs).write_bytes(b"mine")
    before = tree(tmp_path)
    assert refusal(tmp_path, lambda: write_generation(tmp_path, MADE, fill)) == (
        "DIR is not empty and not an index; choose another place with --index"
    )
    assert tree(tmp_path) == before


@pytest.mark.parametrize("theirs", ["notes.txt", "generation-1/notes.txt", "generation-of-1917/notes.txt"])
def test_what_others_put_into_an_index_stays(index: Path, theirs: str) -> None:
    (index / theirs).parent.mkdir(exist_ok=True)
    (index / theirs).write_bytes(b"mine")
    write_generation(index, MADE, fill)
    assert (index / theirs).read_bytes() == b"mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    write_generation(tmp_path, MADE, fill)
    assert open_generation(tmp_path)[1].model == "bundled"


def flip(path: Path) -> None:
    """Change one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def add(path: Path) -> None:
    path.write_bytes(b"foreign")


@pytest.mark.parametrize(
    ("damage", "file", "fault"),
    [
        (flip, "catalogue.sqlite", "is damaged"),
        (flip, "lexical/vocab.json", "is damaged"),
        (flip, "vectors.faiss", "is damaged"),
        (Path.unlink, "catalogue.sqlite", "is missing"),
        (Path.unlink, "lexical/vocab.json", "is missing"),
        (add, "notes.txt", "does not belong to the index"),
        (add, "lexical/notes.txt", "does not belong to the index"),
        (add, "manifest.json", "is damaged"),
        (flip, "manifest.json", "is damaged"),
        (Path.unlink, "manifest.json", "is missing"),
    ],
)
def test_a_damaged_missing_or_foreign_file_is_named(
    index: Path, damage: Callable[[Path], None], file: str, fault: str
) -> None:
    generation = open_generation(index)[0]
    damage(generation / file)
    message = refusal(index, lambda: open_generation(index)).replace(generation.name, "GENERATION")
    assert message == f"DIR/GENERATION/{file} {fault}; run: legenda build --index DIR"
    write_generation(index, MADE, fill)
    assert open_generation(index)[1].model == "bundled"


@pytest.mark.parametrize(
    ("manifest", "fault"),
    [
        ('{"format": 1}', "has format 1, this version reads 4"),
        ("{}", "has format None, this version reads 4"),
        ("[]", "is damaged"),
    ],
)
def test_another_manifest_is_refused(index: Path, manifest: str, fault: str) -> None:
    path = open_generation(index)[0] / "manifest.json"
    path.write_text(manifest, "utf-8")
    message = refusal(path.parent, lambda: open_generation(index))
    assert message == f"DIR/manifest.json {fault}; run: legenda build --index {index}"


@pytest.mark.parametrize("name", ["", "generation-000000000000", "../index", "build.lock", "."])
def test_a_current_file_that_names_no_generation_is_refused(index: Path, name: str) -> None:
    (index / "current").write_text(name, "utf-8")
    assert refusal(index, lambda: open_generation(index)) == (
        f"DIR/current names no generation of the index ({name!r}); run: legenda build --index DIR"
    )
    write_generation(index, MADE, fill)
    assert generations(index) == [open_generation(index)[0].name]


def test_a_current_file_without_its_seal_is_refused(index: Path) -> None:
    generation = open_generation(index)[0]
    (index / "current").write_text(generation.name, "utf-8")
    message = refusal(generation, lambda: open_generation(index))
    assert message == f"DIR/manifest.json is damaged; run: legenda build --index {index}"


def test_a_current_file_that_is_no_text_is_refused(index: Path) -> None:
    (index / "current").write_bytes(b"\xff\xfe")
    message = refusal(index, lambda: open_generation(index))
    assert message.startswith("DIR/current cannot be read ('utf-8' codec can't decode")
    assert message.endswith("; run: legenda build --index DIR")


def test_two_builds_at_once_are_one_too_many(index: Path) -> None:
    said: list[str] = []

    def second() -> None:
        said.append(refusal(index, lambda: write_generation(index, MADE, fill)))

    def first(generation: Path) -> None:
        fill(generation)
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()

    write_generation(index, replace(MADE, model="first"), first)
    assert said == ["another build is at work in DIR; wait until it is done"]
    assert open_generation(index)[1].model == "first"


@pytest.mark.parametrize(("place", "reason"), [("file", "File exists"), ("file/index", "Not a directory")])
def test_a_file_in_the_place_of_the_folder_is_said_in_one_line(tmp_path: Path, place: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert refusal(tmp_path, lambda: write_generation(tmp_path / place, MADE, fill)) == (
        f"the index cannot be written to DIR/{place} ({reason}); free space, or choose another place with --index"
    )
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.parametrize("place", [".", "index"])
def test_a_folder_that_may_not_be_written_is_said_in_one_line(tmp_path: Path, place: str) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write everywhere")
    folder = tmp_path / place
    assert refusal(folder, lambda: write_generation(folder, MADE, fill)) == (
        "the index cannot be written to DIR (Permission denied); free space, or choose another place with --index"
    )


@pytest.mark.parametrize(
    "changed",
    [
        replace(MADE, format=FORMAT + 1),
        replace(MADE, fingerprint=""),
        replace(MADE, code=""),
        replace(MADE, model="other"),
        replace(MADE, encoder="other"),
        replace(MADE, settings={"bm25_k1": 1.2}),
    ],
)
def test_a_changed_input_makes_another_index(changed: IndexManifest) -> None:
    assert not MADE.same_making(changed)


def test_the_same_inputs_make_the_same_index() -> None:
    assert MADE.same_making(replace(MADE, files={"vectors.faiss": "00"}))
