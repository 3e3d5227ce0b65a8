"""Writes a collection as TEI P5: a corpus with a TEI for each document."""

from __future__ import annotations

from collections.abc import Sequence

from index.collection import Collection
from index.export.markup import document_text, element
from index.export.tei_header import corpus_header, document_header
from index.export.tei_text import body
from index.records import Document

NAMESPACE = "http://www.tei-c.org/ns/1.0"
MIXED = frozenset({"p", "head", "idno"})
"""Elements whose white space counts."""


def tei(collection: Collection, documents: Sequence[Document]) -> str:
    """The `documents` of `collection` as one TEI corpus; raises CollectionError."""
    texts = (
        element(
            "TEI",
            document_header(document, collection),
            element(
                "text", body(document, collection.source), xml_lang=next(iter(collection.manifest.languages), None)
            ),
            n=document.number,
            xml_id=f"d{document.number}",
        )
        for document in documents
    )
    return document_text(element("teiCorpus", corpus_header(collection), *texts, xmlns=NAMESPACE), MIXED)
