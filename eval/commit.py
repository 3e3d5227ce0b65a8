"""The commit of the code that is running."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def commit(root: Path = ROOT) -> str:
    """The commit checked out at `root`, with «-dirty» where files differ from it; "" where `root` is no repository."""
    if _git(root, "rev-parse", "--show-toplevel") != str(root.resolve()):
        return ""
    changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    return _git(root, "rev-parse", "HEAD") + ("-dirty" if changed else "")


def _git(root: Path, *words: str) -> str:
    """What git prints; "" without git, or where it fails."""
    git = shutil.which("git")
    if git is None:
        return ""
    found = subprocess.run([git, "-C", str(root), *words], check=False, capture_output=True, text=True)
    return found.stdout.strip() if found.returncode == 0 else ""
