"""`legenda eval`: how well the gold questions are answered."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

NAME = "eval"
HELP = "print how often the evidence of gold questions is found, by type"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("gold", nargs="*", type=Path, help="gold files (default: those that come with Legenda)")


def run(options: argparse.Namespace) -> int:
    """Print a table for each gold file."""
    # The one place outside eval/ that knows of it: a command has to start somewhere.
    from eval.gold import SHIPPED, read_gold
    from eval.run import figures_table
    from qa.archive import Archive

    golds = [(path.name, read_gold(path)) for path in options.gold or SHIPPED]
    archive = Archive.open(options.index)
    for name, questions in golds:
        sys.stdout.write(f"{figures_table(archive, questions, name)}\n")
    return 0
