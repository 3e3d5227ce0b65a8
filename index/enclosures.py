"""Finds where the texts attached to a document begin: rather too few than one too many."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from index.beginnings import HEADED, RULES
from index.bundle import Bundle
from index.enclosed import author_of, date_of, heading_of
from index.paragraphs import Paragraph
from index.records import Enclosure

SHORTEST = 100
"""Characters; what is shorter is the date and number under a covering note."""


def enclosures(body: Sequence[Paragraph], gaps: Collection[int] = ()) -> tuple[Enclosure, ...]:
    """The enclosures of a document with the paragraphs `body`; each goes up to the next, the last to the end.

    `gaps` are the positions of the paragraphs that an empty one stands before; where most have one it parts nothing.
    """
    bundle = Bundle(body, frozenset(gaps if 2 * len(gaps) < len(body) else ()))
    starts = [
        start for start, following in pairwise([*_starts(bundle), len(body)]) if _long_enough(body, start, following)
    ]
    return tuple(_enclosure(body[first:last]) for first, last in pairwise([*starts, len(body)]))


def _long_enough(body: Sequence[Paragraph], start: int, following: int) -> bool:
    return HEADED.fullmatch(body[start].text) is not None or body[following - 1].end - body[start].start >= SHORTEST


def _starts(bundle: Bundle) -> Iterator[int]:
    """The paragraph that each enclosure begins with."""
    last = 0
    for at in range(1, len(bundle.paragraphs)):
        start = next((start for rule in RULES if (start := rule(bundle, at, last)) is not None), None)
        if start is not None and last < start < len(bundle.paragraphs):
            last = start
            yield start


def _enclosure(own: Sequence[Paragraph]) -> Enclosure:
    heading = heading_of(own)
    return Enclosure(
        heading=heading,
        span=(own[0].start, own[-1].end),
        date=date_of(own),
        author=author_of(own),
        inferred=HEADED.fullmatch(heading) is None,
    )
