"""Finds the rows of lists and tables, which a passage must not cut through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from index.paragraphs import Paragraph
from index.records import Span

NUMBER = re.compile(r"(\d{1,3})[.)/]")
FURTHEST = 3
"""A list may leave numbers out: «308. ДОРОШЕВ», «310. ДОВТЯН А.А.»."""
FEWEST = 4
"""Rows of a list; fewer are the points of an argument, which may be cut between sentences."""
LONGEST = 500
"""Characters of a row; a longer one is an article."""


def rows(paragraphs: Sequence[Paragraph]) -> list[Span]:
    """The rows among `paragraphs`: short, and numbered one after the other."""
    runs = groupby(_numbered(paragraphs), key=lambda found: found[0])
    lists = [[one for _, one in run] for _, run in runs]
    return [
        (one.start, one.end) for found in lists if len(found) >= FEWEST for one in found if len(one.text) <= LONGEST
    ]


def _numbered(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Paragraph]]:
    """Each paragraph that begins with a number, and the list it belongs to; lists are counted."""
    lists, last = 0, None
    for one in paragraphs:
        found = NUMBER.match(one.text)
        if found is None:
            last = None
            continue
        number = int(found[1])
        goes_on = last is not None and 0 < number - last <= FURTHEST
        lists, last = lists + (not goes_on), number
        yield lists, one


def inside(rows: Sequence[Span], starts: Sequence[int]) -> frozenset[int]:
    """Those of `starts` that lie within a row: no passage may begin there."""
    return frozenset(at for at in starts for start, end in rows if start < at < end)
