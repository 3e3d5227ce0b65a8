"""Imports go one way, index <- qa <- ui, and a light room does not wake the heavy libraries."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
MAY_USE = {
    "index": {"index"},
    "qa": {"index", "qa"},
    "ui": {"index", "qa", "ui"},
    "eval": {"index", "qa", "eval"},
    "training": {"index", "qa", "eval", "training"},
}
COMMAND = "ui/commands/evaluate.py -> eval"
"""`legenda eval` has to start somewhere; the file says so, and it is the only one."""
HEAVY = ("torch", "sentence_transformers", "gradio")


def rooms_in(code: str) -> set[str]:
    """The rooms that `code` imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found & MAY_USE.keys()


def test_imports_are_seen_in_every_form() -> None:
    code = "import index.legend\nfrom qa.archive import Archive\ndef late():\n    import ui as page, os"
    assert rooms_in(code) == {"index", "qa", "ui"}


@pytest.mark.parametrize("room", MAY_USE)
def test_a_room_imports_only_the_rooms_before_it(room: str) -> None:
    files = sorted((REPOSITORY / room).rglob("*.py"))
    reached = {
        f"{file.relative_to(REPOSITORY)} -> {used}"
        for file in files
        for used in rooms_in(file.read_text("utf-8")) - MAY_USE[room]
    }
    assert (REPOSITORY / room).is_dir()
    assert reached - {COMMAND} == set()


def test_reading_and_asking_do_not_import_the_heavy_libraries() -> None:
    code = f"import sys, index.collection, index.passages, qa; print([n for n in {HEAVY} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
