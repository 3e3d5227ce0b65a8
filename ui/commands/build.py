"""`legenda build`: builds the index of a collection, with a progress bar."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

NAME = "build"
HELP = "build the index of a collection; does nothing if it is current, and may be stopped at any moment"
COLUMNS = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
SHIPPED = Path(__file__).resolve().parents[2] / "collections" / "politburo-trotsky"
"""The collection that comes with the repository."""


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("collection", nargs="?", type=Path, default=SHIPPED, help="the collection's folder")
    options.add_argument("--model", help="a sentence-transformers model, by name or folder (default: the bundled)")


def run(options: argparse.Namespace) -> int:
    """Build, or say that nothing had to be built."""
    from index.build import build
    from index.collection import Collection
    from index.embed import BUNDLED, encoder

    model = options.model or BUNDLED
    if Path(model).is_dir():
        model = str(Path(model).resolve())  # the index is asked from other places too
    collection = Collection.open(options.collection)
    with bar() as progress:
        built = build(collection, options.index, model, encoder(model), progress)
    sys.stdout.write(f"{'built' if built else 'already current'}: {options.index}\n")
    return 0


@contextmanager
def bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, told (done, total); it shows up at the first word of progress."""
    shown = Progress(*COLUMNS, console=Console(stderr=True))

    def told(done: int, total: int) -> None:
        if not shown.tasks:
            shown.start()
            shown.add_task("reading the passages", total=total)
        shown.update(shown.tasks[0].id, completed=done)

    try:
        yield told
    finally:
        if shown.tasks:
            shown.stop()
