"""`legenda documents`: the documents as parsed, a line each."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from index.kinds import listed
from index.records import Document

NAME = "documents"
HELP = "list the documents as parsed"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("--json", action="store_true", help="one JSON object a line")


def run(options: argparse.Namespace) -> int:
    """Print every document of the index in its order."""
    from qa.archive import Archive

    for document in Archive.open(options.index).documents:
        sys.stdout.write(f"{_json(document) if options.json else _line(document)}\n")
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
    reference = document.reference
    return {
        "number": document.number,
        "title": document.title,
        "date": document.date,
        "date_from": _from(document, "date", known=document.date),
        "kind": listed(document.kind),
        "kind_named": document.kind,
        "authors": list(document.authors),
        "authors_from": _from(document, "authors", known=document.authors),
        "addressees": list(document.addressees),
        "addressees_from": _from(document, "addressees", known=document.addressees),
        "reference": asdict(reference) | {"text": reference.text} if reference else None,
        "legend": document.text.content[slice(*document.legend)] if document.legend else "",
        "source": asdict(document.place),
        "heading_inferred": document.heading_inferred,
        "characters": len(document.text.content),
    }


def _from(document: Document, field: str, *, known: object) -> str:
    """Where a field was read: "title" or "body"; "" where it is not known."""
    return ("body" if field in document.from_body else "title") if known else ""
