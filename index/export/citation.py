"""How a document is cited, by the pattern of its collection."""

from __future__ import annotations

from index.collection import Manifest
from index.records import Document


def citation(manifest: Manifest, document: Document) -> str:
    """The citation of `document`."""
    return filled(
        manifest,
        title=document.title or document.kind,
        reference=document.reference.text if document.reference else "",
        number=document.number,
        page=str(document.place.page),
    )


def filled(manifest: Manifest, *, title: str, reference: str, number: str, page: str) -> str:
    """The pattern of the collection, filled in."""
    cited = manifest.citation.format(
        title=title, reference=reference, publication=manifest.publication, number=number, page=page
    )
    return " ".join(cited.split())
