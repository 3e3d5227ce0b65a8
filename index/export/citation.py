"""How a document is cited, by the pattern of its collection."""

from __future__ import annotations

from collections.abc import Mapping

from index.collection import MANIFEST, CollectionError, Manifest
from index.records import Document


def citation(manifest: Manifest, document: Document) -> str:
    """The citation of `document`; raises CollectionError where the pattern asks for what is not there."""
    known = {
        "title": document.title or document.kind,
        "reference": document.reference.text if document.reference else "",
        "publication": manifest.publication,
        "number": document.number,
        "page": str(document.place.page),
    }
    return filled(manifest, known)


def filled(manifest: Manifest, known: Mapping[str, str]) -> str:
    """The pattern of the collection with what is `known`; raises CollectionError where it asks for more."""
    try:
        return " ".join(manifest.citation.format_map(known).split())
    except (LookupError, ValueError, AttributeError) as error:
        names = ", ".join(f"{{{name}}}" for name in known)
        raise CollectionError(
            f"{MANIFEST}: «citation» cannot be filled in ({error}); it may hold {names} and nothing else in braces"
        ) from error
