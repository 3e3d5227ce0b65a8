"""Cuts documents into passages: the units that are searched and cited."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from index.paragraphs import paragraphs
from index.records import Document, Passage, Span
from index.rows import inside, rows
from index.sentence_spans import LONGEST, sentences
from index.source import Source
from index.stretches import OVERLAP, stretches


def cut(document: Document, source: Source) -> Iterator[Passage]:
    """The passages of `document` in order, none across two stretches; together they hold every sentence of it."""
    found = list(_cut(document, source))
    for passage, following in zip_longest(found, found[1:]):
        if not (following and following.closing and following.start <= passage.start):  # which then holds it whole
            yield passage


def _cut(document: Document, source: Source) -> Iterator[Passage]:
    content = document.text.content
    for first, last, closing in stretches(document):
        parts = (part for part in document.parts if part.start < last and first < part.end)
        within = (sentences(content, max(first, part.start), min(last, part.end)) for part in parts)
        found = [span for spans in within for span in spans]
        kept = inside(rows(paragraphs(content, first, last)), [start for start, _ in found])
        for spans in _pack(found, kept):
            start, end = spans[0][0], spans[-1][1]
            yield Passage(
                document=document.number,
                start=start,
                end=end,
                text=content[start:end],
                sentences=tuple((begin - start, stop - start) for begin, stop in spans),
                place=source.place(*document.text.span(start, end)),
                reference=document.reference_at(start),
                closing=closing,
            )


def _pack(spans: list[Span], kept: frozenset[int] = frozenset()) -> Iterator[list[Span]]:
    """Runs of sentences as long as a passage may be; none begins at a position `kept` within a row."""
    first = 0
    while first < len(spans):
        last = _row_end(spans, first, _longest(spans, first), kept)
        yield spans[first:last]
        first = last if last == len(spans) else _resume(spans, first, last, kept)


def _longest(spans: list[Span], first: int) -> int:
    last = first + 1
    while last < len(spans) and spans[last][1] - spans[first][0] <= LONGEST:
        last += 1
    return last


def _row_end(spans: list[Span], first: int, last: int, kept: frozenset[int]) -> int:
    """Where the last whole row ends before `last`, the place where no more sentences fit; `last` outside of a row."""
    whole = last
    while first < whole < len(spans) and spans[whole][0] in kept:
        whole -= 1
    return whole if whole > first else last


def _resume(spans: list[Span], first: int, last: int, kept: frozenset[int]) -> int:
    """The sentence the next passage begins with, at least one further than this one's."""
    end, following = spans[last - 1][1], spans[last][1]
    starts = ((at, spans[at][0]) for at in range(first + 1, last))
    fits = (at for at, start in starts if end - start <= OVERLAP and following - start <= LONGEST and start not in kept)
    return next(fits, last)
