"""A citation as CSL-JSON, which Zotero, Pandoc and word processors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qa.citing.cited import Cited
from qa.citing.name import Name
from qa.citing.typography import plain

TYPES = {
    "письмо": "personal_communication",
    "телеграмма": "personal_communication",
    "переписка": "personal_communication",
    "интервью": "interview",
}
"""By the kind of the document; papers of all other kinds are manuscripts."""
PAPER, PRINT = "manuscript", "chapter"


def csl(cited: Cited) -> dict[str, Any]:
    """The item; keys without a value are left out."""
    document = cited.document
    item = {
        "id": cited.key,
        "type": TYPES.get(document.kind, PAPER) if cited.reference else PRINT,
        "title": plain(cited.title),
        "author": _people(document.authors),
        "recipient": _people(document.addressees),
        "issued": _issued(document.date),
        "genre": document.kind,
        "language": next(iter(cited.manifest.languages), ""),
        **_kept(cited),
        "note": plain(cited.note),
    }
    return {key: value for key, value in item.items() if value}


def _kept(cited: Cited) -> dict[str, Any]:
    """Where the paper is kept; of what has no reference, where it is printed."""
    found = cited.reference
    if found is None:
        editors = cited.manifest.editor.split(", ")
        return {
            "container-title": plain(cited.manifest.publication),
            "editor": _people(editors),
            "page": cited.page.replace("–", "-"),
        }
    return {
        "archive": found.archive,
        "archive_location": plain(cited.shelf_mark),
    }


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [_person(Name.of(name)) for name in names if name]


def _person(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _issued(date: str) -> dict[str, Any]:
    parts = [[int(number) for number in part.split("-")] for part in date.split("/") if part]
    return {"date-parts": parts} if parts else {}
