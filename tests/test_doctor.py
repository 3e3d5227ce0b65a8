"""`legenda doctor`: what it looks at, and what it says of what is not well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index import bundled, reader
from index.embed import encoder
from index.folder import open_generation
from tests.command import Legenda, complaint


def test_the_doctor_finds_all_well(legenda: Legenda, small_index: Path) -> None:
    generation, _ = open_generation(small_index)
    ran = legenda("doctor")
    *installed, model, reader, index, offline, endpoint = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert all(re.fullmatch(r"ok    \S+: \S.*", line) for line in installed)
    assert model == f"ok    model: {encoder().name}"
    assert re.fullmatch(r"ok    reader: reader:[0-9a-f]{8}", reader)
    assert index == (f"ok    index: whole, 22 documents, 70 passages, model {encoder().name}, in {generation}")
    assert re.fullmatch(r"ok    offline: a question was answered in \d+ ms with the network refused", offline)
    assert endpoint == "ok    endpoint: no language model is configured (LEGENDA_MODEL_URL is not set)"


def test_the_doctor_says_what_fails_and_looks_on(legenda: Legenda, tmp_path: Path) -> None:
    ran = legenda("doctor", index=tmp_path)
    assert (ran.status, ran.err) == (1, "")
    assert [line for line in ran.out.splitlines() if not line.startswith("ok    ")] == [
        f"FAIL  index: no index in {tmp_path}; run: legenda build --index {tmp_path}",
        f"FAIL  offline: no index in {tmp_path}; run: legenda build --index {tmp_path}",
    ]


def test_the_doctor_says_that_the_reader_is_missing(
    legenda: Legenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "SHIPPED", tmp_path / "reader.onnx")
    ran = legenda("doctor")
    (failed,) = [line for line in ran.out.splitlines() if not line.startswith("ok    ")]
    assert (ran.status, failed) == (
        1,
        f"FAIL  reader: the reader {tmp_path}/reader.onnx is missing: install Legenda anew",
    )


def test_a_missing_trunk_is_said_in_one_line(
    legenda: Legenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is said of the reader, which could not read either."""
    monkeypatch.setattr(bundled, "SHIPPED", tmp_path / "trunk.safetensors")
    said = f"the trunk {tmp_path}/trunk.safetensors is missing or damaged: install Legenda anew"
    assert legenda("ask", "Кто?") == complaint(said, 1)
    assert caplog.messages == []
    assert f"FAIL  model: {said}" in legenda("doctor").out.splitlines()
