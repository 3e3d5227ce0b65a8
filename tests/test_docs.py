"""The README keeps up with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.cli import COMMANDS

README = Path(__file__).parents[1] / "README.md"


@pytest.mark.parametrize("command", [command.NAME for command in COMMANDS])
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`legenda {command}" in README.read_text(encoding="utf-8")


def test_nothing_in_the_readme_waits_to_be_filled_in() -> None:
    assert "@@" not in README.read_text(encoding="utf-8")
