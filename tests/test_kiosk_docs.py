"""docs/kiosk.md keeps up with the program: every command, option, file, key and address in it is real."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ui.cli import COMMANDS
from ui.commands.serve import PORT
from ui.kiosk.settings import Settings

REPOSITORY = Path(__file__).parents[1]
DOC = REPOSITORY / "docs" / "kiosk.md"
FILES = REPOSITORY / "docs" / "kiosk"
CHROMIUM = Path("/usr/lib/chromium/chromium")
VERIFIER = shutil.which("systemd-analyze")
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in (DOC, *sorted(FILES.iterdir())))


def options(name: str) -> set[str]:
    """The options of a command of `legenda`."""
    parser = argparse.ArgumentParser()
    next(command for command in COMMANDS if name == command.NAME).declare(parser)
    return {option for action in parser._actions for option in action.option_strings}


CALLS = re.findall(r"\blegenda (build|ask|documents|show|people|export|serve|eval|doctor)\b([^`\n]*)", TEXT)


@pytest.mark.parametrize("call", sorted({(name, *re.findall(r"--[a-z-]+", rest)) for name, rest in CALLS}))
def test_every_option_of_legenda_exists(call: tuple[str, ...]) -> None:
    name, *used = call
    assert set(used) <= options(name)


def test_the_commands_of_the_set_up_are_all_there() -> None:
    assert {name for name, _ in CALLS} == {"build", "ask", "serve", "doctor"}


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"\bdocs/kiosk/[\w.-]*\w", TEXT)) | {"collections/politburo-trotsky/kiosk.toml"}
    assert [name for name in sorted(named) if not (REPOSITORY / name).exists()] == []


def test_every_file_that_comes_along_is_explained() -> None:
    text = DOC.read_text(encoding="utf-8")
    assert [path.name for path in FILES.iterdir() if path.name not in text] == []


def test_every_unit_that_is_named_comes_along() -> None:
    named = set(re.findall(r"\b(?:legenda|kiosk)[\w-]*\.(?:service|timer)\b", TEXT))
    assert named == {path.name for path in FILES.iterdir() if path.suffix in {".service", ".timer"}}


def test_every_target_of_make_exists() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^sudo -u legenda make (\w+)$", TEXT, re.MULTILINE))
    assert targets == {"install"}
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_the_table_has_every_setting() -> None:
    table = re.findall(r"^\| `(\w+)` \|", DOC.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(table) == set(Settings.model_fields)
    assert len(table) == len(Settings.model_fields)


def test_every_address_is_that_of_the_server() -> None:
    assert set(re.findall(r"http://[\w.:]+", TEXT)) == {f"http://127.0.0.1:{PORT}"}


def test_the_policy_of_the_browser_opens_the_kiosk_alone() -> None:
    policy = json.loads((FILES / "policy.json").read_text(encoding="utf-8"))
    assert (policy["URLBlocklist"], policy["URLAllowlist"]) == (["*"], [f"http://127.0.0.1:{PORT}"])


@pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed")
def test_chromium_knows_every_flag_and_policy() -> None:
    browser = CHROMIUM.read_bytes()
    script = (FILES / "kiosk-browser").read_text(encoding="utf-8")
    policies = json.loads((FILES / "policy.json").read_text(encoding="utf-8"))
    features = re.findall(r"--disable-features=(\S+)", script)[0].split(",")
    names = [*re.findall(r"^    --([a-z-]+)", script, re.MULTILINE), *features, *policies]
    assert [name for name in names if name.encode() not in browser] == []


@pytest.mark.skipif(not VERIFIER, reason="systemd is not installed")
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    # The programs that they start are elsewhere, or nowhere, on a computer that is no kiosk.
    program = re.compile(r"^(Exec\w+=)/\S+", re.MULTILINE)
    for path in FILES.iterdir():
        if path.suffix in {".service", ".timer"}:
            text = program.sub(r"\1/bin/true", path.read_text(encoding="utf-8"))
            text = re.sub(r"^Documentation=.*\n", "", text, flags=re.MULTILINE)
            (tmp_path / path.name).write_text(text, encoding="utf-8")
    units = sorted(str(path) for path in tmp_path.iterdir())
    checked = subprocess.run([VERIFIER or "", "verify", *units], capture_output=True, text=True, check=False)
    assert [line for line in checked.stderr.splitlines() if any(Path(unit).name in line for unit in units)] == []


def test_the_browser_s_script_is_a_script_of_sh() -> None:
    script = FILES / "kiosk-browser"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["/bin/sh", "-n", str(script)], check=False).returncode == 0
