"""Cites a document, or a place in it, in the forms that scholars and their programs use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.collection import Manifest
from index.places import Places
from index.records import Document, Span
from qa.citing import bibtex, csl, gost, ris
from qa.citing.cited import Cited


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in four forms; each names the paper, where it is kept, and the publication it was read in.

    `at` is the position in the document's text that is cited, None for the document as a whole.
    """

    cited: Cited
    at: int | None

    @classmethod
    def of(
        cls, manifest: Manifest, document: Document, *, at: int | None = None, places: Places | None = None
    ) -> Citation:
        """The citation of `document`, or of the sheets and the page that hold its position `at`.

        `places` tells the pages; without it the page is that on which the document begins.
        Raises IndexError where the document has no position `at`.
        """
        reference = document.reference if at is None else document.reference_at(at)
        return cls(Cited(manifest, document, reference, _pages(document, at, places)), at)

    @property
    def number(self) -> str:
        """The number of the document."""
        return self.cited.document.number

    def gost(self) -> str:
        """By GOST R 7.0.5-2008."""
        return gost.gost(self.cited)

    def csl_json(self) -> dict[str, Any]:
        """As an item of CSL-JSON."""
        return csl.csl(self.cited)

    def bibtex(self) -> str:
        """As an entry of BibTeX."""
        return bibtex.bibtex(self.cited)

    def ris(self) -> str:
        """As a record of RIS."""
        return ris.ris(self.cited)


def _pages(document: Document, at: int | None, places: Places | None) -> Span:
    """The first and the last page."""
    if places is None:
        return document.place.page, document.place.page
    if at is None:
        start, end = document.place.start, document.place.end
    else:
        start = document.text.origin(at)
        end = start + 1
    return places.place(start, end).page, places.place(end - 1, end).page
