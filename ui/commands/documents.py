"""`legenda documents`: the documents as parsed, a line each."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.contradictions import contradictions
from index.kinds import listed
from index.records import Document, Enclosure, Footnote, Reference, Role
from ui.commands.build import SHIPPED

NAME = "documents"
HELP = "list the documents as parsed, or report what is doubtful in a collection"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("--json", action="store_true", help="one JSON object a line")
    options.add_argument(
        "--check", action="store_true", help="report every irregularity of the collection; needs no index"
    )
    options.add_argument(
        "--collection",
        type=Path,
        default=SHIPPED,
        metavar="FOLDER",
        help="the collection to check (default: the shipped)",
    )


def run(options: argparse.Namespace) -> int:
    """Print every document of the index in its order, or the report on a collection; doubts are no failure."""
    if options.check:
        return _check(options.collection)
    from qa.archive import Archive

    for document in Archive.open(options.index).documents:
        sys.stdout.write(f"{_json(document) if options.json else _line(document)}\n")
    return 0


def _check(folder: Path) -> int:
    from index.collection import Collection
    from index.doubts import doubts
    from ui.report import report
    from ui.texts import RUSSIAN

    collection = Collection.open(folder)
    for line in report(doubts(collection.source, collection.documents()), RUSSIAN):
        sys.stdout.write(f"{line}\n")
    return 0


def _line(document: Document) -> str:
    reference = document.reference.text if document.reference else ""
    return f"{document.number}\t{document.date}\t{document.kind}\t{document.title}\t{reference}"


def _json(document: Document) -> str:
    return json.dumps(fields(document), ensure_ascii=False)


def fields(document: Document) -> dict[str, Any]:
    """What is known of a document, its text left out.

    `kind` is one of a closed list, or "other", so that catalogues can be compared by it;
    `kind_named` is the title's own word: «речь», «сводка».
    """
    return {
        "number": document.number,
        "title": document.title,
        "title_lines": list(document.title_lines or ()),
        "date": document.date,
        "date_from": _from(document, "date", known=document.date),
        "dates_in_body": [{"date": one.date, "written": one.written} for one in contradictions(document)],
        "kind": listed(document.kind),
        "kind_named": document.kind,
        "authors": list(document.authors),
        "authors_from": _from(document, "authors", known=document.authors),
        "addressees": list(document.addressees),
        "addressees_from": _from(document, "addressees", known=document.addressees),
        **_reference(document.reference),
        **_legends(document),
        "notes_after_legend": _words(document, Role.PUBLICATION, Role.ANNOTATION),
        "publication": _words(document, Role.PUBLICATION),
        "annotations": _words(document, Role.ANNOTATION),
        "first_line": document.place.lines[0],
        "last_line": document.place.lines[1],
        "page": document.place.page,
        "start": document.place.start,
        "end": document.place.end,
        "secrecy": document.secrecy,
        "office_number": document.office_number,
        "enclosures": [_enclosure(document, one) for one in document.enclosures],
        "footnotes": [_footnote(document, one) for one in document.footnotes],
        "heading_inferred": document.heading_inferred,
        "characters": len(document.text.content),
    }


def _reference(reference: Reference | None) -> dict[str, str]:
    """Each field of a reference; "" for what the legend does not say, and for all of it where there is none."""
    return asdict(reference or Reference("", "", "", "", ""))


def _legends(document: Document) -> dict[str, Any]:
    """The paragraph of the legend as printed and its line, None where there is none; the document's other legends."""
    printed = [document.text.content[start:].split("\n", maxsplit=1)[0] for start, _ in document.legends]
    lines = [part.lines[0] for part in document.parts if part.role is Role.LEGEND]
    return {
        "legend_raw": printed[0] if printed else "",
        "legend_line": lines[0] if lines else None,
        "other_legends": printed[1:],
    }


def _words(document: Document, *roles: Role) -> str:
    """The parts of these roles, joined."""
    parts = (document.text.content[part.start : part.end].strip() for part in document.parts if part.role in roles)
    return "\n".join(parts)


def _enclosure(document: Document, one: Enclosure) -> dict[str, Any]:
    place = document.text.span(*one.span)
    return asdict(one) | {"source": {"start": place[0], "end": place[1]}}


def _footnote(document: Document, one: Footnote) -> dict[str, Any]:
    return {"text": document.text.content[slice(*document.words(one))]} | asdict(one)


def _from(document: Document, field: str, *, known: object) -> str:
    """Where a field was read: "title" or "body"; "" where it is not known."""
    return ("body" if field in document.from_body else "title") if known else ""
