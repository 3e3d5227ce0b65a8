"""`legenda ask`: answers one question, or a file of them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import CallError
from qa.contract import MOST_PASSAGES
from qa.selection import FIRST_YEAR, LAST_YEAR, Selection
from ui.commands.batch import answer_batch
from ui.endpoint import endpoint
from ui.terminal import explained, printed

if TYPE_CHECKING:
    from qa.archive import Archive

NAME = "ask"
HELP = "answer a question with the documents' own words and their reference"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("question", nargs="?", help="the question, in Russian or English")
    options.add_argument("--json", action="store_true", help="print the answer as JSON")
    options.add_argument("--explain", action="store_true", help="say what the score of each passage is made of")
    options.add_argument("-k", type=_count, default=10, metavar="N", help="how many passages to give (default: 10)")
    options.add_argument("--from", type=_year, dest="first", metavar="YEAR", help="only documents from this year on")
    options.add_argument("--to", type=_year, dest="last", metavar="YEAR", help="only documents up to this year")
    options.add_argument("--kind", action="append", default=[], help="only documents of this kind: письмо; repeatable")
    options.add_argument("--person", action="append", default=[], help="only documents by, to or naming this person")
    options.add_argument("--batch", type=Path, metavar="IN.jsonl", help='lines {"id", "question", "history": [...]}')
    options.add_argument("--out", type=Path, metavar="OUT.jsonl", help="where the answers of --batch go, a line each")


def run(options: argparse.Namespace) -> int:
    """Answer what was asked; 1 where a line of a batch could not be answered."""
    from qa.archive import Archive

    if (options.question is None) == (options.batch is None):
        raise CallError("give one question, or --batch IN.jsonl --out OUT.jsonl; see: legenda ask --help")
    if (options.batch is None) != (options.out is None):
        raise CallError("--batch and --out go together")
    archive = Archive.open(options.index, writer=endpoint())
    if options.batch:
        return _batch(archive, options)
    answer = archive.ask(options.question, k=options.k, only=_selection(options))
    text = json.dumps(answer.as_json(), ensure_ascii=False) if options.json else printed(answer)
    sys.stdout.write(f"{text}\n")
    if options.explain and not options.json:  # the JSON says it anyway
        sys.stdout.write(f"\n{explained(answer)}\n")
    return 0


def _batch(archive: Archive, options: argparse.Namespace) -> int:
    faults = answer_batch(archive, options.batch, options.out, options.k, _selection(options))
    for fault in faults:
        sys.stderr.write(f"legenda: {fault}\n")
    return 1 if faults else 0


def _selection(options: argparse.Namespace) -> Selection:
    """The documents that the answers are limited to; one end of the years may be left open."""
    first, last = options.first, options.last
    years = (first or FIRST_YEAR, last or LAST_YEAR) if first or last else None
    return Selection(years, tuple(options.kind), tuple(options.person))


def _count(word: str) -> int:
    return _number(word, 1, MOST_PASSAGES)


def _year(word: str) -> int:
    return _number(word, FIRST_YEAR, LAST_YEAR)


def _number(word: str, least: int, most: int) -> int:
    if not word.isdecimal() or not least <= int(word) <= most:
        raise argparse.ArgumentTypeError(f"must be a number from {least} to {most}, not {word!r}")
    return int(word)
