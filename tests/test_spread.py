"""The windows over a document's sentences: how long, over which parts, and where each sentence was read."""

from __future__ import annotations

from itertools import accumulate

import pytest

from index.collection import Collection
from index.passages import cut
from index.records import Document, Enclosure, Part, Passage, Place, Role, Span, Text
from qa.archive import Archive
from qa.passages.spread import Home, Spread

NOWHERE = Place(0, 1, (1, 1), 1)
BODY, ENCLOSURE, LEGEND, FOOTNOTE = Role.BODY, Role.ENCLOSURE, Role.LEGEND, Role.FOOTNOTE


def made(*parts: tuple[Role, int]) -> Spread:
    """The spread of a document with a sentence of such a length for each part, all in one passage."""
    ends = list(accumulate(length + 1 for _, length in parts))
    spans = [(end - 1 - length, end - 1) for end, (_, length) in zip(ends, parts, strict=True)]
    divided = [Part(role, start, end + 1) for (role, _), (start, end) in zip(parts, spans, strict=True)]
    enclosures = tuple(Enclosure("Копия", (part.start, part.end)) for part in divided if part.role is ENCLOSURE)
    content = "\n".join("а" * length for _, length in parts)
    document = Document("1", "", "", "", None, Text(content, ()), NOWHERE, tuple(divided), enclosures)
    return Spread.of(document, {0: Passage("1", 0, len(content), content, tuple(spans), NOWHERE, None)})


# the parts of a document with the length of each, and the windows over them
WINDOWS = [
    ([(BODY, 599), (BODY, 600)], [(0, 1)]),  # 1,200 characters with the line end between them
    ([(BODY, 600), (BODY, 600)], [(0, 0), (1, 1)]),
    ([(BODY, 700), (BODY, 400), (BODY, 700)], [(0, 1), (1, 2)]),
    ([(BODY, 1100), (BODY, 20), (BODY, 10), (BODY, 1180)], [(0, 2), (2, 3)]),  # from 1 on is within the first
    ([(BODY, 1100), (BODY, 20), (BODY, 20), (BODY, 1100)], [(0, 2), (1, 3)]),
    ([(BODY, 9), (ENCLOSURE, 9)], [(0, 0), (1, 1)]),
    ([(ENCLOSURE, 9), (ENCLOSURE, 9)], [(0, 0), (1, 1)]),  # two papers, though both are attached
    ([(BODY, 9), (LEGEND, 9), (FOOTNOTE, 9)], [(0, 2)]),
    ([(ENCLOSURE, 9), (LEGEND, 9)], [(0, 1)]),
    ([(BODY, 9), (FOOTNOTE, 9), (ENCLOSURE, 9)], [(0, 1), (1, 2)]),  # the note may stand with either
    ([(BODY, 9), (FOOTNOTE, 9), (BODY, 9)], [(0, 2)]),
    ([(LEGEND, 9), (BODY, 9), (ENCLOSURE, 9)], [(0, 1), (2, 2)]),
]


@pytest.mark.parametrize(("parts", "windows"), WINDOWS)
def test_a_window_is_as_long_as_a_passage_may_be_and_of_one_paper(
    parts: list[tuple[Role, int]], windows: list[Span]
) -> None:
    assert list(made(*parts).windows) == windows


@pytest.fixture(scope="module")
def of(documents: tuple[Document, ...], collection: Collection) -> dict[str, Spread]:
    """The spreads of three documents; the rows of the passages of each are from 7 on."""
    chosen = [documents[number] for number in (6, 16, 36)]
    passages = {document.number: enumerate(cut(document, collection.source), 7) for document in chosen}
    return {document.number: Spread.of(document, dict(passages[document.number])) for document in chosen}


def test_a_letter_and_its_two_enclosures_have_windows_of_their_own(of: dict[str, Spread]) -> None:
    """The legend of document 6, its last sentence, stands with the last paper."""
    assert of["6"].windows == ((0, 6), (7, 20), (21, 30))
    assert [of["6"].piece(window) for window in of["6"].windows] == [(0, 262), (263, 1062), (1063, 2041)]


def test_a_footnote_stands_with_what_is_near_it(of: dict[str, Spread]) -> None:
    assert of["36"].windows == ((0, 7), (4, 8), (5, 9), (6, 10), (8, 11), (9, 14), (10, 17))
    assert of["36"].sentences[16:] == ((2603, 2663), (2664, 2711))  # legend and footnote


def test_a_passage_is_a_run_of_the_sentences(of: dict[str, Spread]) -> None:
    assert [of["16"].run(row) for row in range(7, 12)] == [(0, 7), (7, 11), (12, 24), (23, 29), (27, 30)]


def test_a_sentence_is_at_home_in_each_passage_that_holds_it(of: dict[str, Spread]) -> None:
    assert of["16"].homes[6:8] == ((Home(7, 6),), (Home(7, 7), Home(8, 0)))
    assert [of["16"].home(7, row) for row in (7, 8, 11)] == [Home(7, 7), Home(8, 0), Home(7, 7)]


# run of sentences of document 16, the share kept of it, the windows around it
AROUND = [
    ((7, 11), 2 / 3, [(5, 11)]),  # 819 characters, of which (4, 9) has 499
    ((7, 11), 0.6, [(4, 9), (5, 11)]),
    ((7, 11), 0.2, [(0, 7), (4, 9), (5, 11)]),  # (0, 7) has 178, and the enclosure has none
    ((12, 24), 2 / 3, [(12, 24), (16, 25)]),
    ((27, 30), 1, [(21, 30)]),
    ((11, 12), 1, []),  # the last sentence of the letter and the first of its enclosure
]


@pytest.mark.parametrize(("run", "kept", "windows"), AROUND)
def test_the_windows_around_a_passage_keep_that_share_of_it(
    run: Span, kept: float, windows: list[Span], of: dict[str, Spread]
) -> None:
    assert of["16"].around(run, kept) == windows


@pytest.fixture(scope="module")
def spreads(whole_archive: Archive) -> list[tuple[Document, dict[int, Passage], Spread]]:
    """Each document of the volume with its passages by their rows."""
    rows: dict[str, dict[int, Passage]] = {}
    for row, passage in enumerate(whole_archive.passages):
        rows.setdefault(passage.document, {})[row] = passage
    pairs = [(document, rows[document.number]) for document in whole_archive.documents]
    return [(document, passages, Spread.of(document, passages)) for document, passages in pairs]


def test_the_run_of_every_passage_is_its_own_sentences(
    spreads: list[tuple[Document, dict[int, Passage], Spread]],
) -> None:
    for _, passages, spread in spreads:
        for row, passage in passages.items():
            first, last = spread.run(row)
            own = [(passage.start + start, passage.start + end) for start, end in passage.sentences]
            assert list(spread.sentences[first : last + 1]) == own
            assert [spread.home(number, row) for number in range(first, last + 1)] == [
                Home(row, number) for number in range(len(own))
            ]


def test_no_window_is_over_1200_characters_or_of_two_papers(
    spreads: list[tuple[Document, dict[int, Passage], Spread]],
) -> None:
    for document, _, spread in spreads:
        for window in spread.windows:
            start, end = spread.piece(window)
            papers = {
                document.enclosure_at(first)
                for first, _ in spread.sentences[window[0] : window[1] + 1]
                if document.part_at(first).role in {BODY, ENCLOSURE}
            }
            assert end - start <= 1200 and len(papers) <= 1, (document.number, window)


def test_every_sentence_is_in_a_window_and_no_window_within_another(
    spreads: list[tuple[Document, dict[int, Passage], Spread]],
) -> None:
    for _, _, spread in spreads:
        held = {number for first, last in spread.windows for number in range(first, last + 1)}
        assert held == set(range(len(spread.sentences)))
        firsts, lasts = zip(*spread.windows, strict=True)
        assert list(firsts) == sorted(set(firsts)) and list(lasts) == sorted(set(lasts))
