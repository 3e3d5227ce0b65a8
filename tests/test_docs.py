"""The README keeps up with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.cli import COMMANDS

README = Path(__file__).parents[1] / "README.md"


@pytest.mark.parametrize("command", [command.NAME for command in COMMANDS])
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`legenda {command}" in README.read_text(encoding="utf-8")


def test_nothing_in_the_readme_waits_to_be_filled_in() -> None:
    assert "@@" not in README.read_text(encoding="utf-8")


def test_whatever_the_readme_leads_to_is_there() -> None:
    """Its pictures, which stay small, and the files that it names in links."""
    text = README.read_text(encoding="utf-8")
    named = [where for pair in re.findall(r'src="([^"]+)"|\]\(([^)#]+)', text) for where in pair if where]
    files = [README.parent / where for where in named if "://" not in where]
    assert len(files) >= 9 and [file for file in files if not file.exists()] == []
    assert [file for file in files if file.suffix == ".png" and file.stat().st_size > 100_000] == []
