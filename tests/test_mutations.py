"""Pages of the volume, damaged in every way print can be, are read as far as possible with nothing lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from index.accounting import accounted
from index.doubts import doubts
from index.passages import cut
from index.records import Document
from index.sentence_spans import LONGEST
from index.source import Source
from index.volume import read_volume
from tests.damaged_pages import FAULTS, HEADED, Damage, damaged


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(some.sampled_from(HEADED), FAULTS)
def test_nothing_is_lost_whatever_happens_to_a_page(start: int, faults: list[tuple[int, Damage]]) -> None:
    text = damaged(start, faults)
    source = Source.of(text)
    documents = read_volume(source)
    for document in documents:
        _maps_back(document, text)
        _has_no_gaps(document)
        _is_cut_exactly(document, source)
    assert [number for number, things in accounted(source, documents).items() if len(things) != 1] == []
    assert all(1 <= doubt.line <= len(source.lines) for doubt in doubts(source, documents))


def _maps_back(document: Document, text: str) -> None:
    for run, end in document.text.stretches():
        printed = text[run.source : run.source + end - run.text]
        shown = document.text.content[run.text : end]
        assert len(printed) == len(shown)
        assert all(a == b or (b in " \n" and a.isspace()) for a, b in zip(printed, shown, strict=True))


def _has_no_gaps(document: Document) -> None:
    edges = [0, *(edge for part in document.parts for edge in (part.start, part.end)), len(document.text.content)]
    assert all(before == after for before, after in zip(edges[::2], edges[1::2], strict=True))
    assert all(part.start < part.end for part in document.parts)
    assert all(
        0 <= start <= end <= len(document.text.content) for start, end in (note.span for note in document.footnotes)
    )
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(document.enclosures))


def _is_cut_exactly(document: Document, source: Source) -> None:
    for passage in cut(document, source):
        assert 0 < len(passage.text) <= LONGEST
        assert passage.closing or document.part_at(passage.start) is document.part_at(passage.end - 1)
        assert source.text[passage.place.start] == passage.text[0]
        assert source.text[passage.place.end - 1] == passage.text[-1]
        assert passage.place.start < passage.place.end
