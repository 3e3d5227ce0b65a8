"""The commit of the code: that of its own repository, and nothing where it has none."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from eval.commit import commit

GIT = shutil.which("git") or ""


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b"]
    return subprocess.run(
        [GIT, "-C", str(folder), *identity, *words], check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    if not GIT:
        pytest.skip("there is no git")
    git(tmp_path, "init", "--quiet")
    (tmp_path / "file").write_text("one", "utf-8")
    git(tmp_path, "add", "file")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    return tmp_path


def test_a_commit_is_dirty_when_a_file_differs(repository: Path) -> None:
    clean = commit(repository)
    assert re.fullmatch("[0-9a-f]{40}", clean)
    assert clean == git(repository, "rev-parse", "HEAD").strip()
    (repository / "file").write_text("two", "utf-8")
    assert commit(repository) == f"{clean}-dirty"


def test_code_installed_inside_another_repository_has_no_commit(repository: Path) -> None:
    (repository / "site-packages").mkdir()
    assert commit(repository / "site-packages") == ""


def test_outside_of_a_repository_there_is_none(tmp_path: Path) -> None:
    assert commit(tmp_path) == ""
