"""Pages of the volume, damaged in every way print can be, are read as far as possible with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from index.accounting import accounted
from index.doubts import doubts
from index.passages import LONGEST, cut
from index.records import Document
from index.source import Source
from index.volume import read_volume

VOLUME = Path(__file__).parents[1] / "collections" / "politburo-trotsky" / "volume.txt"
LINES = VOLUME.read_text(encoding="utf-8").split("\n")
LONG_ENOUGH = 400
HEADED = [at for at, line in enumerate(LINES[:-LONG_ENOUGH]) if at > 1300 and re.fullmatch(r" ?№ ?\d+ ?", line)]

FIRST = ("№ 1", "Письмо А. А. Первого", " ")
"""So that there is a heading whatever happens."""

PUT_IN = (
    "24", "*", " ", " " * 49, "* Слово", "____________", "№ 7", " № 365", "  без даты", "\f", "37 ", "Приложение № 1",
    "Приложение: упомянутое.", "РГАСПИ. Ф. 17. Оп. 171. Д. 1. Л. 1. Копия", "РГАСПИ Ф. 17", "Опубликовано: там же.",
    "198. СЛОВО", "19938.", "ПРОТОКОЛ ДОПРОСА", "Слово24", "слово*", "",
)  # fmt: skip
Damage = Callable[[str], list[str]]
DAMAGES: Sequence[Damage] = (
    lambda line: [line[:0]],
    lambda line: [line.strip()],
    lambda line: [f" {line}"],
    lambda line: [line[: len(line) // 2], line[len(line) // 2 :]],
    lambda line: [line, line],
    lambda line: [f"{line}\r"],
    *(lambda line, put_in=put_in: [put_in, line] for put_in in PUT_IN),
)
FAULTS = some.lists(some.tuples(some.integers(1, LONG_ENOUGH - 1), some.sampled_from(DAMAGES)), max_size=30)


def _damaged(start: int, faults: Sequence[tuple[int, Damage]]) -> str:
    lines = [[line] for line in LINES[start : start + LONG_ENOUGH]]
    for at, damage in faults:
        lines[at] = [made for line in lines[at] for made in damage(line)]
    return "\n".join([*FIRST, *(line for made in lines for line in made)])


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(some.sampled_from(HEADED), FAULTS)
def test_nothing_is_lost_whatever_happens_to_a_page(start: int, faults: list[tuple[int, Damage]]) -> None:
    text = _damaged(start, faults)
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
        assert document.part_at(passage.start) is document.part_at(passage.end - 1)
        assert source.text[passage.place.start] == passage.text[0]
        assert source.text[passage.place.end - 1] == passage.text[-1]
        assert passage.place.start < passage.place.end
