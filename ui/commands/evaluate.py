"""`legenda eval`: how well the gold questions are answered, and whether one run is better than another."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from index.errors import CallError, LegendaError

if TYPE_CHECKING:
    # The one place in ui/ that knows of eval/: a command has to start somewhere.
    from eval.outcome import Run

NAME = "eval"
HELP = "measure how well gold questions are answered, or compare two such runs"
REPORT = "report.html"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("gold", nargs="*", type=Path, help="gold files (default: those that come with Legenda)")
    options.add_argument("--out", type=Path, metavar="FOLDER", help="save the run, or the comparison, with its report")
    options.add_argument(
        "--compare", nargs=2, type=Path, metavar=("BEFORE", "AFTER"), help="compare two saved runs instead of asking"
    )


def run(options: argparse.Namespace) -> int:
    """Print the figures, and save the run where --out says."""
    if options.compare and options.gold:
        raise CallError("--compare takes two saved runs and no gold files; see: legenda eval --help")
    if options.compare:
        return _compare(options.compare, options.out)
    return _measure(options.gold, options.index, options.out)


def _measure(gold: Sequence[Path], index: Path, out: Path | None) -> int:
    from eval.saved import save
    from eval.table import tables

    if out:
        _make(out)  # better known before all the asking than after
    measured = _asked(gold, index, out.resolve().name if out else NAME)
    sys.stdout.write(tables(measured.outcomes))
    if out:
        save(measured, out)
        _report(out, measured)
    return 0


def _asked(gold: Sequence[Path], index: Path, name: str) -> Run:
    from eval.checked import check
    from eval.gold import SHIPPED, read_file, refuse
    from eval.run import run as ask
    from qa.archive import Archive

    files = [read_file(path) for path in gold or SHIPPED]
    try:
        archive = Archive.open(index)
    except LegendaError:
        refuse([(file.path, file.faults) for file in files])  # they are no less wrong without an index
        raise
    check(files, archive.documents)
    archive.warm()
    return ask(archive, index, files, name)


def _compare(folders: Sequence[Path], out: Path | None) -> int:
    from eval.compared import compared
    from eval.saved import load

    before, after = (load(folder) for folder in folders)
    sys.stdout.write(compared(before, after))
    if out:
        _report(out, after, before)
    return 0


def _make(out: Path) -> None:
    """Make the folder, and see that files can be written into it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LegendaError(f"{out} cannot be made ({error.strerror}); choose another --out") from error
    try:
        TemporaryFile(dir=out).close()
    except OSError as error:
        raise LegendaError(f"{out} cannot be written to ({error.strerror}); choose another --out") from error


def _report(out: Path, measured: Run, other: Run | None = None) -> None:
    from eval.report import report

    _make(out)
    try:
        (out / REPORT).write_text(report(measured, other), encoding="utf-8")
    except OSError as error:
        raise LegendaError(f"{out / REPORT} cannot be written ({error.strerror}); choose another --out") from error
