"""The folder on this computer where things are kept that were built once."""

import json
import os
import shutil
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import platformdirs

SEAL = "contents.json"
_BUILDING = ".building-"
_ABANDONED_AFTER_S = 3600


def cache_folder() -> Path:
    """Return the cache folder: LEGENDA_CACHE if it is set, else the user's own; it may not exist yet."""
    chosen = os.environ.get("LEGENDA_CACHE")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_cache_dir("legenda"))


def index_folder() -> Path:
    """Return where the index is kept: LEGENDA_INDEX if it is set, else in the cache; it may not exist yet."""
    chosen = os.environ.get("LEGENDA_INDEX")
    return Path(chosen).expanduser() if chosen else cache_folder() / "index"


def is_whole(folder: Path) -> bool:
    """Return whether the folder holds every file it was sealed with, each at its full length."""
    try:
        sizes = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        return bool(sizes) and all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, AttributeError):
        return False


def build_once(folder: Path, write: Callable[[Path], None]) -> Path:
    """Return the folder, first filled by `write` if it is missing or damaged.

    The work happens in a folder beside it that is renamed when it is complete, so whoever finds the
    folder finds it whole. Raises OSError if it cannot be written.
    """
    if is_whole(folder):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(folder.parent)
    draft = folder.parent / f"{_BUILDING}{uuid.uuid4().hex}"
    try:
        draft.mkdir()
        write(draft)
        _seal(draft)
        _put_in_place(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _remove_abandoned(parent: Path) -> None:
    """Remove what a killed process left; a younger draft may belong to one that is at work."""
    for draft in parent.glob(f"{_BUILDING}*"):
        if time.time() - draft.stat().st_mtime > _ABANDONED_AFTER_S:
            shutil.rmtree(draft, ignore_errors=True)


def _seal(folder: Path) -> None:
    """Note the length of every file: cheap to check at each start, and a cut-off copy does not match."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}
    (folder / SEAL).write_text(json.dumps(sizes, indent=1), encoding="utf-8")


def _put_in_place(draft: Path, folder: Path) -> None:
    """Rename the draft; a damaged folder goes away first, a whole one (another process won) stays."""
    if folder.exists() and not is_whole(folder):
        damaged = folder.parent / f"{_BUILDING}{uuid.uuid4().hex}"
        folder.rename(damaged)
        shutil.rmtree(damaged, ignore_errors=True)
    try:
        draft.rename(folder)
    except OSError:
        if not is_whole(folder):
            raise
