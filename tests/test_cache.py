"""The cache folder: what is found in it is whole."""

import os
from pathlib import Path

import pytest

from index.cache import build_once, cache_folder, is_whole


def write(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "part").write_text("half", encoding="utf-8")
    (folder / "whole").write_text("whole", encoding="utf-8")


def fail(folder: Path) -> None:
    write(folder)
    raise KeyboardInterrupt


def refuse(_folder: Path) -> None:
    raise AssertionError("built again")


def test_a_folder_is_built_once(tmp_path: Path) -> None:
    """The second call finds it and does nothing."""
    folder = build_once(tmp_path / "models" / "one", write)
    assert (folder / "inner" / "part").read_text(encoding="utf-8") == "half"
    assert build_once(folder, refuse) == folder
    assert [path.name for path in folder.parent.iterdir()] == ["one"]


def test_a_stopped_build_leaves_nothing(tmp_path: Path) -> None:
    """Neither the folder nor a draft of it, and the next call builds."""
    with pytest.raises(KeyboardInterrupt):
        build_once(tmp_path / "one", fail)
    assert list(tmp_path.iterdir()) == []
    assert is_whole(build_once(tmp_path / "one", write))


@pytest.mark.parametrize("damage", ["inner/part", "whole", "contents.json"])
@pytest.mark.parametrize("missing", [True, False], ids=["missing", "cut off"])
def test_a_damaged_folder_is_built_again(tmp_path: Path, damage: str, missing: bool) -> None:
    """A missing or shortened file is noticed."""
    folder = build_once(tmp_path / "one", write)
    (folder / damage).unlink() if missing else (folder / damage).write_text("", encoding="utf-8")
    assert not is_whole(folder)
    assert is_whole(build_once(folder, write))
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_another_process_may_win(tmp_path: Path) -> None:
    """If the folder is complete by the time ours is, it stays."""
    folder = tmp_path / "one"

    def overtaken(draft: Path) -> None:
        write(draft)
        build_once(folder, write)
        (folder / "theirs").write_text("", encoding="utf-8")

    assert build_once(folder, overtaken) == folder
    assert (folder / "theirs").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    """An old draft goes; a young one may be somebody's work and stays."""
    for name, age in ((".building-old", 7200), (".building-young", 0)):
        (tmp_path / name).mkdir()
        stat = (tmp_path / name).stat()
        os.utime(tmp_path / name, (stat.st_atime - age, stat.st_mtime - age))
    build_once(tmp_path / "one", write)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".building-young", "one"]


def test_the_variable_chooses_the_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """LEGENDA_CACHE goes before the user's own cache folder."""
    monkeypatch.setenv("LEGENDA_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("LEGENDA_CACHE")
    assert cache_folder().name == "legenda"
