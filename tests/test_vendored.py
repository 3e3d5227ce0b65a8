"""What comes from others is whole, and its licences come along."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ui.static_files import FOLDER

VENDOR = FOLDER / "vendor"
LISTED = [line.split("  ") for line in (VENDOR / "SHA256SUMS").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("digest", "name"), LISTED, ids=[name for _, name in LISTED])
def test_a_file_of_others_is_as_it_was_brought(digest: str, name: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_every_file_is_listed() -> None:
    ours = {"SHA256SUMS", "bring.sh", "package.json", "package-lock.json"}
    there = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    assert there - ours == {name for _, name in LISTED}


def test_each_package_has_its_licence() -> None:
    licences = {path.stem for path in (VENDOR / "licences").iterdir()}
    assert licences == {"echarts", "echarts-notice", "pt-sans", "pt-serif", "simple-keyboard"}


def test_every_font_that_the_sheet_names_is_there() -> None:
    sheet = (FOLDER / "fonts.css").read_text("utf-8")
    named = {line.split('"')[1] for line in sheet.splitlines() if "url(" in line}
    assert named == {str(Path("vendor", "fonts", path.name)) for path in (VENDOR / "fonts").iterdir()}
