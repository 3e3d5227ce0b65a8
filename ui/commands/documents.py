"""`legenda documents`: the documents as parsed, a line each."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

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
    """What is known of a document, its text left out."""
    reference = document.reference
    return {
        "number": document.number,
        "title": document.title,
        "date": document.date,
        "kind": document.kind,
        "reference": asdict(reference) | {"text": reference.text} if reference else None,
        "legend": document.text.content[slice(*document.legend)] if document.legend else "",
        "source": asdict(document.place),
        "heading_inferred": document.heading_inferred,
        "characters": len(document.text.content),
    }
