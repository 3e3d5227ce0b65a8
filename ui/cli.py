"""The command line: declares the commands, hands over to one, and turns its failure into one line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from index.cache import index_folder
from index.errors import CallError, LegendaError
from ui.commands import ask, build, cite, doctor, documents, evaluate, export, feedback, people, serve, show

DONE, FAILED, WRONG_CALL = 0, 1, 2
COMMANDS = (build, ask, documents, show, cite, people, export, serve, evaluate, feedback, doctor)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the work failed, 2 the call was wrong."""
    _print_whatever_comes()
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except CallError as error:
        return _complain(error, WRONG_CALL)
    except BrokenPipeError:
        return _unread()
    except (LegendaError, OSError) as error:
        return _complain(error, FAILED)
    except KeyboardInterrupt:
        return _complain("stopped", FAILED)
    return status


def _print_whatever_comes() -> None:
    """Print «?» for a character that the terminal, or UTF-8 itself, does not have."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _unread() -> int:
    """Whoever read the output, such as `head`, has seen enough: no failure, and nothing to complain of at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _complain(fault: object, status: int) -> int:
    sys.stderr.write(f"legenda: {' '.join(str(fault).split())}\n")
    return status


class _Parser(argparse.ArgumentParser):
    """argparse, but a wrong call gets one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        sys.exit(_complain(f"{message} (see: {self.prog} --help)", WRONG_CALL))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="legenda",
        description="Answers questions about an archive with the documents' own words and their exact reference.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        options = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        options.add_argument(
            "--index",
            type=Path,
            default=index_folder(),
            metavar="FOLDER",
            help="the index folder (default: LEGENDA_INDEX, else in the user's cache)",
        )
        command.declare(options)
        options.set_defaults(run=command.run)
    return parser
