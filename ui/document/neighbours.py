"""The documents before and after a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.records import Document


class Neighbours(NamedTuple):
    """The numbers of the documents next to one; None at the ends of the collection."""

    before: str | None = None
    after: str | None = None


def neighbours(documents: Sequence[Document], number: str) -> Neighbours:
    """Those of document `number` in the order of the collection; none where it is not there."""
    numbers = [document.number for document in documents]
    if number not in numbers:
        return Neighbours()
    at = numbers.index(number)
    following = numbers[at + 1 : at + 2]
    return Neighbours(numbers[at - 1] if at else None, following[0] if following else None)
