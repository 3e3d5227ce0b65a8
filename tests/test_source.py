"""A source as lines and pages, and the places in it."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

import pytest

from index.records import Place
from index.source import Source

PRINTED = "№ 12 \nПисьмо Л. Д. Троцкого \n \n\n  Секретно\n\n\nВ ЦК\n"


def test_lines_are_numbered_and_stripped_and_keep_their_offsets() -> None:
    lines = Source.of(PRINTED).lines
    assert [(line.number, line.start, line.text) for line in lines if line.text] == [
        (1, 0, "№ 12"),
        (2, 6, "Письмо Л. Д. Троцкого"),
        (5, 34, "Секретно"),
        (8, 45, "В ЦК"),
    ]


def test_a_line_knows_the_space_above_it() -> None:
    by_text = {line.text: line for line in Source.of(PRINTED).lines}
    assert [(line.tight, line.after_gap, line.indented) for line in map(by_text.get, ("№ 12", "Письмо Л. Д. Троцкого", "Секретно", "В ЦК")) if line] == [
        (False, False, False),
        (True, False, False),
        (False, True, True),
        (False, False, False),
    ]  # fmt: skip


def test_every_line_of_the_volume_stands_at_its_offset(source: Source, volume_text: str) -> None:
    printed = volume_text.split("\n")
    assert [line.number for line in source.lines] == list(range(1, len(printed) + 1))
    assert [line.text for line in source.lines] == [line.strip() for line in printed]
    assert all(volume_text[line.start : line.end] == line.text for line in source.lines)


def test_an_indented_line_right_under_a_line_begins_a_page() -> None:
    text = "\n\n".join(f"строка {number}" for number in range(1, 7)) + "\n на новой странице\n\nтам же"
    assert [line.page for line in Source.of(text).lines if line.text] == [1] * 6 + [2] * 2


@pytest.mark.parametrize("above", ["строка\n\nещё строка", "\n\n".join(["строка"] * 6) + "\n"])
def test_another_indented_line_begins_no_page(above: str) -> None:
    """The first stands too near the beginning of a page, the second under a blank line."""
    assert Source.of(f"{above}\n с отступом").lines[-1].page == 1


PLACES = [
    # piece, lines
    ("Как я вижу из протокола вчерашнего заседания Политбюро", (5195, 5195)),
    ("Приложение: Выписки из речи т. Угланова", (9640, 9640)),
]


@pytest.mark.parametrize(("piece", "lines"), PLACES)
def test_a_piece_is_placed_on_its_lines(piece: str, lines: tuple[int, int], source: Source) -> None:
    start = source.text.index(piece)
    place = source.place(start, start + len(piece))
    assert (place.start, place.end, place.lines) == (start, start + len(piece), lines)


def test_a_piece_over_two_pages_has_the_page_it_begins_on() -> None:
    text = "\n\n".join(["строка"] * 6) + "\n другая"
    assert Source.of(text).place(0, len(text)) == Place(0, len(text), (1, 12), 1)


# line of volume.txt, the page number printed there
PAGE_NUMBERS = [
    (3525, 37), (7340, 74), (11328, 116), (11440, 117), (14500, 146), (15570, 156), (24962, 225), (27747, 253),
    (35700, 329), (39042, 361), (41983, 389), (43915, 408), (50267, 468), (51967, 484),
]  # fmt: skip


def test_pages_are_numbered_as_printed(source: Source) -> None:
    assert [(line.number, line.page) for line in source.lines if line.page_number] == PAGE_NUMBERS
    assert [(line.number, int(line.text)) for line in source.lines if line.page_number] == PAGE_NUMBERS


def test_a_page_number_ends_its_page() -> None:
    lines = Source.of("текст\n\n\n3 \n\n \n\nдальше\n").lines
    assert [(line.text, line.page, line.page_number) for line in lines if line.text] == [
        ("текст", 3, False), ("3", 3, True), ("дальше", 4, False)
    ]  # fmt: skip
    assert not lines[7].after_gap


FOOTNOTES = [
    # first and last line of volume.txt
    (612, 620),  # three references
    (5178, 5180),  # «Подпись не разборчива»
    (8044, 8049),  # two, in another document
    (22257, 22261),  # one of two lines
    (27742, 27743),  # an asterisk
    (37168, 37170),  # in the middle of an enclosure
]


@pytest.mark.parametrize(("first", "last"), FOOTNOTES)
def test_footnotes_stand_under_their_rule(first: int, last: int, source: Source) -> None:
    around = [line.footnote for line in source.lines[first - 3 : last + 5] if line.text]
    inside = [line.footnote for line in source.lines[first - 1 : last] if line.text]
    assert all(inside)
    assert around.count(True) == len(inside)


LOOKS = attrgetter("number", "text", "page", "indented", "tight", "after_gap", "footnote", "page_number")

LINE_ENDS = [
    ("Windows line ends", lambda text: text.replace("\n", "\r\n")),
    ("a byte order mark", lambda text: "\ufeff" + text),
]


@pytest.mark.parametrize(("name", "change"), LINE_ENDS, ids=[name for name, _ in LINE_ENDS])
def test_another_way_of_saving_the_text_changes_no_line(
    name: str, change: Callable[[str], str], source: Source, volume_text: str
) -> None:
    text = change(volume_text)
    lines = Source.of(text).lines
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert list(map(LOOKS, lines)) == list(map(LOOKS, source.lines))


@pytest.mark.parametrize("text", ["текст\n\n\fдальше", "текст\n\n\f\nдальше", "текст\n\f дальше"])
def test_a_form_feed_begins_a_page_and_is_no_gap(text: str) -> None:
    last = Source.of(text).lines[-1]
    assert (last.text, last.page, last.after_gap) == ("дальше", 2, False)
