"""The command line where an index, a collection, a model or the disk fails: one line that says what to do."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index.build import build
from index.collection import MANIFEST, Collection
from index.embed import Encoded, no_report
from index.folder import IndexFolderError, open_generation
from index.records import Span
from tests.command import Legenda, complaint
from tests.fake_encoder import FakeEncoder
from tests.three_papers import collection_of


@pytest.mark.parametrize(
    "command",
    [["ask", "Кто?"], ["documents"], ["show", "1"], ["people"], ["serve"], ["eval"]],
    ids=lambda command: command[0],
)
def test_without_an_index_the_command_that_makes_one_is_named(
    legenda: Legenda, tmp_path: Path, command: list[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert legenda(*command, index=nowhere) == complaint(
        f"no index in {nowhere}; run: legenda build --index {nowhere}", 1
    )


def damaged(generation: Path) -> str:
    catalogue = generation / "catalogue.sqlite"
    content = bytearray(catalogue.read_bytes())
    content[len(content) // 2] ^= 1
    catalogue.write_bytes(content)
    return "catalogue.sqlite is damaged"


def missing(generation: Path) -> str:
    (generation / "vectors.faiss").unlink()
    return "vectors.faiss is missing"


def foreign(generation: Path) -> str:
    (generation / "notes.txt").write_text("не отсюда", encoding="utf-8")
    return "notes.txt does not belong to the index"


@pytest.mark.parametrize("harm", [damaged, missing, foreign])
def test_a_file_that_is_not_as_it_was_built_is_named(
    legenda: Legenda, small_index: Path, tmp_path: Path, harm: Callable[[Path], str]
) -> None:
    index = tmp_path / "index"
    shutil.copytree(small_index, index)
    generation, _ = open_generation(index)
    fault = harm(generation)
    assert legenda("ask", "Кто?", index=index) == complaint(
        f"{generation}/{fault}; run: legenda build --index {index}", 1
    )


def test_a_collection_that_is_missing_is_named(legenda: Legenda, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert legenda("build", nowhere, index=tmp_path / "index") == complaint(
        f"{nowhere}/collection.toml does not exist; a collection is a folder with collection.toml and its source", 1
    )
    assert not (tmp_path / "index").exists()


def test_a_typo_in_the_manifest_is_named(legenda: Legenda, small_collection: Collection, tmp_path: Path) -> None:
    folder = collection_of(tmp_path, small_collection, small_collection.source.text)
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("editor =", "edtor ="), encoding="utf-8")
    assert legenda("build", folder, index=tmp_path / "index") == complaint(
        f"{manifest}: the key «editor» is missing; unknown key «edtor», known are title, languages, editor, "
        "publication, citation, source, reader, examples",
        1,
    )


def test_a_model_that_is_missing_is_named(legenda: Legenda, small_collection: Collection, tmp_path: Path) -> None:
    ran = legenda("build", small_collection.folder, "--model", "no-such-model", index=tmp_path / "index")
    assert ran == complaint(
        'the model "no-such-model" is not on this computer (no such folder, and not in the cache of models): '
        'give the folder of a sentence-transformers model, or "bundled"',
        1,
    )


def test_an_index_folder_that_cannot_be_made_is_named(
    legenda: Legenda, small_collection: Collection, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    index = tmp_path / "file" / "index"
    assert legenda("build", small_collection.folder, index=index) == complaint(
        f"the index cannot be written to {index} (Not a directory); free space, or choose another place with --index", 1
    )


def test_a_folder_with_other_files_is_not_taken_for_an_index(
    legenda: Legenda, small_collection: Collection, tmp_path: Path
) -> None:
    (tmp_path / "thesis.txt").write_text("не удалять", encoding="utf-8")
    assert legenda("build", small_collection.folder, index=tmp_path) == complaint(
        f"{tmp_path} is not empty and not an index; choose another place with --index", 1
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


class FullDisk(FakeEncoder):
    """Fills the disk half-way through the passages."""

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Raise what the system raises then."""
        half = len(texts) // 2
        super().encode_passages(texts[:half], parts[:half], on_progress)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_the_old_index_in_use(small_collection: Collection, tmp_path: Path) -> None:
    index = tmp_path / "index"
    build(small_collection, index, "fake", FakeEncoder(), lambda _done, _total: None)
    old, _ = open_generation(index)
    files = sorted(index.rglob("*"))
    with pytest.raises(IndexFolderError) as caught:
        build(small_collection, index, "fake", FullDisk(name="another"), lambda _done, _total: None)
    assert str(caught.value) == (
        f"the index cannot be written to {index} (No space left on device); "
        "free space, or choose another place with --index"
    )
    assert open_generation(index)[0] == old
    assert sorted(index.rglob("*")) == files
