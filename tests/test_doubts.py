"""Every irregularity is reported with its place, and what is regular is not."""

from __future__ import annotations

from collections import Counter

import pytest

from index.doubts import Doubt, Kind, doubts
from index.records import Document
from index.source import Source
from index.volume import read_volume
from ui.report import report
from ui.texts import ENGLISH, RUSSIAN, Texts


@pytest.fixture(scope="module")
def found(documents: tuple[Document, ...], source: Source) -> list[Doubt]:
    return doubts(source, documents)


# kind, document, line, beginning of the detail; all of the volume
MET = [
    (Kind.HEADING_INFERRED, "127", 24781, "При сем препровождаем"),
    (Kind.HEADING_INFERRED, "138", 28430, "К VI Конгрессу"),
    (Kind.TITLE_BROKEN, "196", 47454, "Письмо С. М. Кирова"),
    (Kind.LEGEND_ODD, "1", 1426, "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 50–53 Подлинник"),
    (Kind.LEGEND_ODD, "95", 16865, "РГАСПИ. Ф. 17. Оп. 171. Д. 104. Л. 122–124 об."),
    (Kind.MARK_ALONE, "31", 7605, "20"),
    (Kind.NOTE_WORDLESS, "60", 10003, "33"),
    (Kind.NOTE_UNNUMBERED, "50", 9192, "27 без даты"),
    (Kind.NOTE_UNNUMBERED, "52", 9285, "29 приложение приводится ниже"),
    (Kind.NOTE_MOVED, "36", 8044, "24 Конец декабря"),
    (Kind.NOTE_MOVED, "97", 16963, "37 Не приложена"),
    (Kind.ENCLOSURE_INFERRED, "43", 8332, "Пленуму ЦК РКП (б)"),
    (Kind.DATES_DIFFER, "15", 5243, "15 ноября 1926 г."),
    (Kind.DATES_DIFFER, "52", 9190, "8.03.26 г."),
    (Kind.DATES_DIFFER, "110", 21339, "2 января 1926 г."),
    (Kind.DATES_DIFFER, "133", 27104, "15.VI.28"),
    (Kind.DATES_DIFFER, "137", 28074, "10/V–29 г."),
    (Kind.DATES_DIFFER, "156", 35093, "15 ноября 1928 г"),  # an enclosure of a note of 29 October
    (Kind.TEXT_TWICE, "90", 15784, "88"),
]


@pytest.mark.parametrize(("kind", "document", "line", "beginning"), MET)
def test_a_doubt_is_reported_at_its_place(
    kind: Kind, document: str, line: int, beginning: str, found: list[Doubt]
) -> None:
    at = [doubt for doubt in found if (doubt.kind, doubt.document, doubt.line) == (kind, document, line)]
    assert [doubt.detail.startswith(beginning) for doubt in at] == [True]


def test_the_doubts_of_the_volume_are_counted(found: list[Doubt]) -> None:
    assert Counter(doubt.kind for doubt in found) == {
        Kind.HEADING_INFERRED: 2,
        Kind.TITLE_BROKEN: 1,
        Kind.LEGEND_ODD: 46,
        Kind.MARK_ALONE: 11,
        Kind.NOTE_WORDLESS: 2,
        Kind.NOTE_UNNUMBERED: 2,
        Kind.NOTE_MOVED: 18,
        Kind.ENCLOSURE_INFERRED: 146,
        Kind.DATES_DIFFER: 7,
        Kind.TEXT_TWICE: 4,
    }


def test_the_doubts_stand_by_kind_and_then_by_line(found: list[Doubt]) -> None:
    order = list(Kind)
    assert [(order.index(doubt.kind), doubt.line) for doubt in found] == sorted(
        (order.index(doubt.kind), doubt.line) for doubt in found
    )


LONG = "Политбюро вернется еще к этому заявлению после расследования; " * 6
SOUND = (
    "№ 1\nПисьмо А. А. Первого от 1 мая 1925 г.\n \n1 мая 1925 года\n{body}\n"
    "РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 1. Копия. Машинопись\n \n"
    "№ 2\nПисьмо Б. Б. Второго\n \nТекст второго.\nРГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 2–3(об). Подлинник. Рукопись.\n"
)

# what is put where, by what; the doubt
MADE = [
    ("№ 2", "№ 3", (Kind.NUMBER_MISSING, "3", 9)),
    ("Текст второго.", " \n№ 1\nПисьмо В. В. Третьего\nТекст второго.", (Kind.NUMBER_REPEATED, "2", 13)),
    ("РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 2–3(об). Подлинник. Рукопись.", "", (Kind.LEGEND_MISSING, "2", 12)),
    ("Текст второго.", "Текст второго.\nРГАНИ Ф. 3. Опись 62", (Kind.LEGEND_UNREAD, "2", 13)),
    ("Текст второго.", "РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 9. Копия. Машинопись", (Kind.LEGENDS_SEVERAL, "2", 14)),
    ("Л. 2–3(об)", "Л.2-3 об", (Kind.LEGEND_ODD, "2", 13)),
    ("Л. 1. Копия. Маш", "Л. 1 Копия. Маш", (Kind.LEGEND_ODD, "1", 7)),
    ("Текст второго.", f"{' ' * 49}\n7\n\n Без приложения\n Текст.", (Kind.NOTE_ALONE, "2", 13)),
    ("Текст второго.", "Текст1 второго.", (Kind.MARK_ALONE, "2", 12)),
    ("1 мая 1925 года", "1 мая 1926 г.", (Kind.DATES_DIFFER, "1", 4)),
    ("1 мая 1925 года", "21 мая 1925 г.", (Kind.DATES_DIFFER, "1", 4)),
    ("Текст второго.", "{body}", (Kind.TEXT_TWICE, "2", 12)),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MADE)
def test_a_fault_that_is_put_in_is_found(old: str, new: str, expected: tuple[Kind, str, int]) -> None:
    source = Source.of(SOUND.replace(old, new, 1).format(body=LONG))
    assert [(one.kind, one.document) for one in doubts(source, read_volume(source))] == [expected[:2]]


def test_a_sound_volume_leaves_no_doubt() -> None:
    source = Source.of(SOUND.format(body=LONG))
    assert doubts(source, read_volume(source)) == []
    assert list(report([], RUSSIAN)) == ["Сомнений нет."]


def test_a_date_that_no_title_gives_is_contradicted_by_none(volume_text: str) -> None:
    """Where the first heading is lost, its paper stands in the preface, whose text tells of many years."""
    text = volume_text.replace("\n№ 1 \n", "\n", 1)
    source = Source.of(text)
    found = doubts(source, read_volume(source))
    assert [one.detail for one in found if one.kind is Kind.NUMBER_MISSING] == ["1"]
    assert [one.document for one in found if one.kind is Kind.DATES_DIFFER] == [
        "15",
        "52",
        "110",
        "111",
        "133",
        "137",
        "156",
    ]


def test_a_paper_that_is_registered_the_day_after_contradicts_nothing() -> None:
    source = Source.of(SOUND.replace("1 мая 1925 года", "2 мая 1925 года").format(body=LONG))
    assert doubts(source, read_volume(source)) == []


@pytest.mark.parametrize("texts", [RUSSIAN, ENGLISH])
def test_the_report_has_words_for_every_kind(texts: Texts) -> None:
    assert set(texts.doubt_kinds) == set(Kind)


def test_the_report_is_in_english_too() -> None:
    one = Doubt(Kind.TEXT_TWICE, "90", 15784, "88")
    assert list(report([one], ENGLISH)) == [
        "Doubts: 1",
        "",
        "The same text stands in another document: 1",
        "  line  15784, document  90: document 88",
    ]


def test_the_report_names_every_place() -> None:
    one = Doubt(Kind.TITLE_BROKEN, "196", 47454, "Письмо " * 50)
    assert [line[:60] for line in report([one], RUSSIAN)] == [
        "Сомнений: 1",
        "",
        "Заголовок обрывается: 1",
        "  строка  47454, документ 196: Письмо Письмо Письмо Письмо П",
    ]
    assert max(map(len, report([one], RUSSIAN))) <= 120
