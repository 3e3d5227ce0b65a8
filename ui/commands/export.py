"""`legenda export`: the collection as TEI, its finding aid as EAD."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import CallError, LegendaError
from ui.commands.build import SHIPPED
from ui.texts import RUSSIAN

if TYPE_CHECKING:
    from index.collection import Collection
    from index.records import Document

NAME = "export"
HELP = "write the collection as TEI, or its finding aid as EAD; needs no index"
FORMS = ("tei", "ead")


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("form", choices=FORMS, help="tei: the documents as TEI P5; ead: the finding aid as EAD3")
    options.add_argument("--out", type=Path, metavar="FILE", help="where to write, a file or a folder (default: print)")
    options.add_argument("--check", type=Path, metavar="FILE", help="compare the documents in a TEI file instead")
    options.add_argument(
        "--collection", type=Path, default=SHIPPED, metavar="FOLDER", help="the collection (default: the shipped)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the export; or, to check one, list the documents that it does not hold as the collection does."""
    from index.collection import Collection

    if options.check and (options.form != "tei" or options.out):
        raise CallError("--check reads a TEI file and writes none: legenda export tei --check FILE")
    collection = Collection.open(options.collection)
    if options.check:
        return _check(options.check, collection.documents())
    _write(_exported(options.form, collection), _target(options, collection))
    return 0


def _exported(form: str, collection: Collection) -> str:
    if form == "tei":
        from index.export.tei import tei

        return tei(collection, collection.documents())
    from datetime import date

    from index.export.ead import ead

    today = date.today()  # noqa: DTZ011 - the day on this computer's calendar
    return ead(collection, collection.documents(), made=today, unreferenced=RUSSIAN.unreferenced.capitalize())


def _target(options: argparse.Namespace, collection: Collection) -> Path | None:
    """The file to write; in a folder it is named after the collection, and by its form."""
    if options.out and options.out.is_dir():
        return Path(options.out) / f"{collection.folder.resolve().name}.{options.form}.xml"
    return options.out and Path(options.out)


def _write(text: str, path: Path | None) -> None:
    """Write `text` to `path` at one stroke, or print it as UTF-8, whatever the terminal's own letters are."""
    if path is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        return
    path = Path(os.path.realpath(path))  # a link goes on pointing to what is written
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():  # a pipe, say, is not to be replaced
            path.write_text(text, encoding="utf-8")
        else:
            beside.write_text(text, encoding="utf-8")
            beside.replace(path)
    except OSError as error:
        raise LegendaError(
            f"{path} cannot be written ({error.strerror}); check the path, its permissions and the free space"
        ) from error
    finally:
        with suppress(OSError):  # most often there is none: it was moved, or never made
            beside.unlink()


def _check(path: Path, documents: Sequence[Document]) -> int:
    from index.export.tei_reader import read_tei

    try:
        found = read_tei(path.read_bytes())
    except OSError as error:
        raise LegendaError(f"{path} cannot be read ({error.strerror}); check the path and its permissions") from error
    except LegendaError as error:
        raise LegendaError(f"{path}: {error}") from error
    differences = list(_differences(documents, found)) or [f"{path}: the same {len(found)} documents"]
    sys.stdout.write("".join(f"{line}\n" for line in differences))
    return int(tuple(documents) != found)


def _differences(documents: Sequence[Document], found: Sequence[Document]) -> Iterator[str]:
    """A line for each document that is not the same in both, with the fields that differ."""
    if (numbers := [one.number for one in found]) != [one.number for one in documents]:
        yield f"the file has the documents {', '.join(numbers)}"
    known = {document.number: document for document in documents}
    for one in found:
        other = known.get(one.number, one)
        names = [field.name for field in fields(one) if getattr(one, field.name) != getattr(other, field.name)]
        if names:
            yield f"{one.number}\t{', '.join(names)}"
