"""The index folder on disk: whole or not there, each build a generation of its own, switched in at one stroke.

<index>/current            the name of the generation in use, and the SHA-256 of its manifest
<index>/<generation>/      manifest.json, catalogue.sqlite, places.npz, vectors.faiss, sentences.npz,
                           names.json, people.json, lexical/, tokens/ (where the model has a trained map)
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from index.cache import index_folder
from index.errors import LegendaError

FORMAT = 4
"""Raised when a file of the folder changes its form."""
CURRENT = "current"
MANIFEST = "manifest.json"
CATALOGUE = "catalogue.sqlite"
PLACES = "places.npz"
VECTORS = "vectors.faiss"
SENTENCES = "sentences.npz"
NAMES = "names.json"
PEOPLE = "people.json"
LEXICAL = "lexical"
TOKENS = "tokens"
LOCK = "build.lock"


class IndexFolderError(LegendaError):
    """The index cannot be used or written; one line: which file, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """What an index was made of: enough to tell whether it is current, and to refuse a damaged file."""

    format: int
    fingerprint: str
    """SHA-256 over the collection's manifest and source."""
    code: str
    """SHA-256 over the code that reads and cuts, so that a better reader is noticed too."""
    model: str
    encoder: str
    """The name the encoder gives itself, with the digest of its weights where it knows it."""
    settings: Mapping[str, float | str]
    counts: Mapping[str, int]
    collection: Mapping[str, Any]
    """collection.toml, so that an index answers without its collection."""
    files: Mapping[str, str]
    """SHA-256 of every other file of the generation, by its path in it."""

    def same_making(self, other: IndexManifest) -> bool:
        """Whether the same inputs made both: what they hold then follows."""
        return all(getattr(self, name) == getattr(other, name) for name in INPUTS)


INPUTS = ("format", "fingerprint", "code", "model", "encoder", "settings")


def mend(folder: Path) -> str:
    """The command that makes the index in `folder` whole."""
    return "run: legenda build" if folder == index_folder() else f"run: legenda build --index {folder}"


def open_generation(folder: Path) -> tuple[Path, IndexManifest]:
    """The generation in use and its manifest, every file checked; raises IndexFolderError."""
    generation, seal = _current(folder)
    try:
        present = _digests(generation)
        manifest = _read_manifest(folder, generation / MANIFEST)
    except OSError as error:
        raise IndexFolderError(
            f"{error.filename or generation} cannot be read ({error.strerror}); {mend(folder)}"
        ) from error
    expected = {**manifest.files, MANIFEST: seal}
    for path in sorted(present.keys() | expected.keys()):
        if present.get(path) != expected.get(path):
            raise IndexFolderError(f"{generation / path} {_fault(path, present, expected)}; {mend(folder)}")
    return generation, manifest


def _current(folder: Path) -> tuple[Path, str]:
    """The generation in use and the digest of its manifest."""
    try:
        name, _, seal = (folder / CURRENT).read_text(encoding="utf-8").strip().partition(" ")
    except FileNotFoundError as error:
        raise IndexFolderError(f"no index in {folder}; {mend(folder)}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexFolderError(f"{folder / CURRENT} cannot be read ({error}); {mend(folder)}") from error
    if not name or Path(name).name != name or not (folder / name).is_dir():
        raise IndexFolderError(f"{folder / CURRENT} names no generation of the index ({name!r}); {mend(folder)}")
    return folder / name, seal


def _read_manifest(folder: Path, path: Path) -> IndexManifest:
    if not path.is_file():
        raise IndexFolderError(f"{path} is missing; {mend(folder)}")
    try:
        table = json.loads(path.read_bytes())
        if table.get("format") != FORMAT:
            raise IndexFolderError(
                f"{path} has format {table.get('format')}, this version reads {FORMAT}; {mend(folder)}"
            )
        return IndexManifest(**table)
    except (ValueError, TypeError, AttributeError) as error:
        raise IndexFolderError(f"{path} is damaged; {mend(folder)}") from error


def _fault(path: str, present: Mapping[str, str], expected: Mapping[str, str]) -> str:
    if path not in present:
        return "is missing"
    return "is damaged" if path in expected else "does not belong to the index"


def _digests(generation: Path) -> dict[str, str]:
    files = sorted(path for path in generation.rglob("*") if path.is_file())
    return {path.relative_to(generation).as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_generation(folder: Path, manifest: IndexManifest, write: Callable[[Path], None]) -> IndexManifest:
    """Have `write` fill a new generation, seal it with `manifest`, and put it into use; returns the sealed manifest.

    Whatever stops this on the way, even the loss of power, leaves the old generation in
    use. Raises IndexFolderError where the folder cannot be written or another build is at work.
    """
    try:
        _claim(folder)
        with FileLock(folder / LOCK, timeout=0, preserve_lock_file=True):
            return _write(folder, manifest, write)
    except Timeout as error:
        raise IndexFolderError(f"another build is at work in {folder}; wait until it is done") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise IndexFolderError(
            f"the index cannot be written to {folder} ({reason}); free space, or choose another place with --index"
        ) from error


def _claim(folder: Path) -> None:
    """Refuse a folder with other people's files in it, since old generations are deleted there."""
    ours = {CURRENT, LOCK}
    if folder.is_dir() and not (folder / LOCK).exists() and any(path.name not in ours for path in folder.iterdir()):
        raise IndexFolderError(f"{folder} is not empty and not an index; choose another place with --index")
    folder.mkdir(parents=True, exist_ok=True)


def _write(folder: Path, manifest: IndexManifest, write: Callable[[Path], None]) -> IndexManifest:
    _sweep(folder)
    generation = folder / f"generation-{uuid.uuid4().hex[:12]}"
    generation.mkdir()
    try:
        write(generation)
        sealed = IndexManifest(**asdict(manifest) | {"files": _digests(generation)})
        text = json.dumps(asdict(sealed), ensure_ascii=False, indent=1)
        (generation / MANIFEST).write_text(text, encoding="utf-8")
        _sync(generation)
        _switch(folder, f"{generation.name} {_digest(generation / MANIFEST)}")
    except BaseException:
        _sweep(folder)  # and not this generation: what stops us may come right after the switch
        raise
    _sweep(folder)
    return sealed


def _sync(generation: Path) -> None:
    """Have the disk itself hold every file: else the loss of power may leave empty ones behind the switch."""
    for path in generation.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _switch(folder: Path, current: str) -> None:
    beside = folder / f"{CURRENT}.new"
    with beside.open("w", encoding="utf-8") as file:
        file.write(current)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / CURRENT)


def _sweep(folder: Path) -> None:
    """Delete the generations that are not in use: old ones, and what a killed build left."""
    try:
        used = _current(folder)[0].name
    except IndexFolderError:
        used = ""
    for path in folder.glob(f"generation-{'[0-9a-f]' * 12}"):
        if path.name != used:
            shutil.rmtree(path, ignore_errors=True)
