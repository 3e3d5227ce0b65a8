"""The documents' own sentences that stand alone: what the kiosk shows while nobody touches it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Document


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence of a document: `text` is `content[start:end]` of the text of the document of this number."""

    text: str
    document: str
    start: int
    end: int


def voices(documents: Sequence[Document]) -> tuple[Voice, ...]:
    """The sentences for the attract screen: one of a document, spread over the years, the years mixed."""
    return ()


def voices_of(documents: Sequence[Document]) -> tuple[Voice, ...]:
    """The best sentence of each of these documents that has one, in the order of the documents."""
    return ()
