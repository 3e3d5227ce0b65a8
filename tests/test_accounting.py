"""Every written line of the volume is exactly one thing."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from index.accounting import Thing, accounted
from index.records import Document, Role
from index.source import Source
from index.volume import read_volume

# line of volume.txt, what it is
LINES = [
    (1, Thing.TITLE),
    (57, Role.FOOTNOTE),
    (614, Role.FOOTNOTE),
    (1300, Thing.SECTION),
    (1303, Thing.HEADING),
    (3525, Thing.PAGE_NUMBER),
    (3670, Role.BODY),  # an office number
    (5920, Role.LEGEND),
    (5924, Role.ANNOTATION),
    (7171, Role.FOOTNOTE),  # the rule above it
    (7792, Role.LEGEND),
    (8355, Role.FOOTNOTE),
    (8357, Role.FOOTNOTE),
    (8358, Role.ENCLOSURE),
    (9192, Role.FOOTNOTE),
    (9195, Role.FOOTNOTE),
    (9285, Role.FOOTNOTE),
    (10004, Role.ENCLOSURE),
    (14285, Role.PUBLICATION),
    (18029, Role.ENCLOSURE),
    (18240, Role.FOOTNOTE),
    (18241, Role.ENCLOSURE),
    (20294, Role.FOOTNOTE),
    (31907, Role.FOOTNOTE),
    (53838, Role.LEGEND),
    (53841, Role.PUBLICATION),
    (53844, Role.ANNOTATION),
]


def test_every_written_line_of_the_volume_is_one_thing(documents: tuple[Document, ...], source: Source) -> None:
    counted = Counter(len(things) for things in accounted(source, documents).values())
    assert counted == {1: sum(bool(line.text) for line in source.lines)}


@pytest.mark.parametrize(("line", "thing"), LINES)
def test_a_line_is_taken_for_what_it_is(
    line: int, thing: Thing | Role, documents: tuple[Document, ...], source: Source
) -> None:
    assert accounted(source, documents)[line] == [thing]


def test_the_parts_of_a_document_leave_no_gap(documents: tuple[Document, ...]) -> None:
    for document in documents:
        assert document.parts[0].start == 0 and document.parts[-1].end == len(document.text.content)
        assert all(before.end == part.start < part.end for before, part in pairwise(document.parts))


def test_a_line_outside_all_documents_is_nothing() -> None:
    source = Source.of("№ 1\nПисьмо А. А. Первого\n \nТекст.")
    found = accounted(source, read_volume(source))
    assert found == {1: [Thing.HEADING], 2: [Thing.TITLE], 4: [Role.BODY]}
    assert accounted(source, ()) == {1: [], 2: [], 4: []}
