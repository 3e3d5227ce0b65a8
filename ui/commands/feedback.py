"""`legenda feedback`: what visitors said of the answers, as gold questions to be checked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from index.catalogue import Catalogue
from index.errors import LegendaError
from index.folder import CATALOGUE, PLACES, open_generation
from index.places import Places
from ui.feedback.candidates import Sorted, as_lines, candidates, read_feedback
from ui.texts import RUSSIAN

NAME = "feedback"
HELP = "turn what visitors said of answers into gold questions to be checked"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("file", type=Path, help="the file that legenda serve --feedback wrote")
    options.add_argument(
        "--out", type=Path, metavar="FILE", help="write the questions there (default: only count them)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the questions and print the summary; 1 where lines could not be read."""
    generation, _ = open_generation(options.index)
    documents = {one.number: one for one in Catalogue.read(generation / CATALOGUE).documents}
    places = Places.load(generation / PLACES)
    found = read_feedback(options.file, documents)
    questions = candidates(found.told, documents, places)
    if options.out:
        _write(options.out, as_lines(questions))
    sys.stdout.write("".join(f"{line}\n" for line in _summary(found, len(questions), places)))
    return int(bool(found.faults))


def _write(path: Path, lines: str) -> None:
    """To a new file only: an older one may have been checked already."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(lines)
    except OSError as error:
        raise LegendaError(f"{path} cannot be written ({error.strerror}); choose another --out") from error


def _summary(found: Sorted, count: int, places: Places) -> Iterator[str]:
    texts = RUSSIAN.feedback
    yield texts.candidates.format(count=count)
    doubted = [one for one in found.told if one.wrong]
    yield texts.doubted.format(count=len(doubted))
    for one in doubted:
        said = one.judgement
        line = places.place(said.start, said.end).lines[0]
        yield texts.doubted_place.format(document=said.document, line=line, question=one.question)
    if found.faults:
        yield texts.unread.format(count=len(found.faults))
        yield from (texts.unread_place.format(line=line, fault=fault) for line, fault in found.faults)
