"""The whole volume as documents: none lost, none invented, each with its own reference."""

from __future__ import annotations

import re

import pytest

from index.legend import is_legend, read_legend
from index.records import Document
from index.source import Source
from index.volume import VolumeError, read_volume

OFFICE_NUMBERS = [
    2956, 3670, 5241, 5779, 24358, 25553, 25610, 29482, 30090, 31796, 31878, 33512, 35091, 35730, 36138, 36996,
    40790, 43766,  # office numbers and minutes
    45764, 46559,  # attachments «№ 2», «№5»
]  # fmt: skip

# document, line of its heading, as printed
HEADINGS = [
    ("1", 1303, "№ 1"),
    ("9", 3905, "№ 9"),  # after a space
    ("23", 5771, "№ 23"),
    ("33", 7819, "№33"),
    ("88", 14286, "№ 88"),  # after a publication note
    ("205", 48887, "№ 205"),  # after a handwritten mark
    ("215", 51043, "№ 215"),
]

# document, title
TITLES = [
    ("0", "Предисловие"),
    ("4", "Выписка из протокола заседания Политбюро ЦК ВКП(б) от 6 сентября 1923 г. о предложении комиссии Ф. Э. Дзержинского с приложением"),
    ("32", "Письмо Н. К. Крупской Л. Д. Троцкому от 15 ноября 1924 г."),
    ("36", "Письмо И. В. Сталина секретарю Камчатского Губкома"),
    ("127", ""),
    ("138", ""),
    ("178", "Выписка из протокола Политбюро ЦК от 7 марта 1929 г. о Л. Д. Троцком с приложением статьи Е. М. Ярославского"),  # printed with two spaces
    ("196", "Письмо С. М. Кирова И. П. Товстухе от 24 апреля 1930 г. с"),  # breaks off
    ("198", "Письмо от неустановленного лица И.П. Товстухе (без даты) с приложением троцкистской листовки распространяемой в Советских учреждений Лондона"),
    ("204", "Меморандум от 25 ноября 1931 г."),
]  # fmt: skip


def _read(text: str) -> tuple[Document, ...]:
    return read_volume(Source.of(text))


def test_the_documents_are_numbered_from_the_preface_to_the_last(documents: tuple[Document, ...]) -> None:
    assert [document.number for document in documents] == [str(number) for number in range(216)]


def test_the_documents_stand_one_after_the_other(documents: tuple[Document, ...]) -> None:
    ends = [document.place.lines[1] for document in documents]
    starts = [document.place.lines[0] for document in documents]
    assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


def test_every_written_line_belongs_to_a_document(documents: tuple[Document, ...], source: Source) -> None:
    covered = {line for document in documents for line in range(document.place.lines[0], document.place.lines[1] + 1)}
    outside = [line.text for line in source.lines if line.text and line.number not in covered]
    assert outside == ["ДОКУМЕНТЫ"]


@pytest.mark.parametrize(("number", "line", "printed"), HEADINGS)
def test_a_document_begins_at_its_heading(
    number: str, line: int, printed: str, documents: tuple[Document, ...], source: Source
) -> None:
    assert documents[int(number)].place.lines[0] == line
    assert source.lines[line - 1].text == printed


@pytest.mark.parametrize("line", OFFICE_NUMBERS)
def test_an_office_number_is_no_heading(line: int, documents: tuple[Document, ...], source: Source) -> None:
    assert re.fullmatch(r"№ ?[\d/а-я]+", source.lines[line - 1].text)
    assert line not in {document.place.lines[0] for document in documents}


@pytest.mark.parametrize(("number", "title"), TITLES)
def test_a_title_has_all_its_lines(number: str, title: str, documents: tuple[Document, ...]) -> None:
    assert documents[int(number)].title == title


def test_two_documents_without_heading_begin_after_the_legend_before_them(
    documents: tuple[Document, ...],
) -> None:
    inferred = [(document.number, document.place.lines[0]) for document in documents if document.heading_inferred]
    assert inferred == [("127", 24781), ("138", 28430)]


def test_every_document_but_the_preface_has_its_legend(documents: tuple[Document, ...]) -> None:
    assert [document.number for document in documents if document.legend is None] == ["0"]
    assert [document.number for document in documents if document.reference is None] == ["0"]


def test_a_reference_is_read_from_the_legend_of_its_document(documents: tuple[Document, ...]) -> None:
    for document in documents[1:]:
        assert document.legend is not None
        printed = document.text.content[slice(*document.legend)]
        assert is_legend(printed), document.number
        assert document.reference == read_legend(printed), document.number


def test_every_legend_of_the_volume_serves_one_document(documents: tuple[Document, ...], source: Source) -> None:
    """215 legends for 215 documents; those of the preface are footnotes."""
    legends = [line.number for line in source.lines if is_legend(line.text) and line.number > 1299]
    read = [source.place(*document.text.span(*document.legend)).lines[0] for document in documents if document.legend]
    assert read == legends


def test_a_position_outside_a_document_has_no_reference(documents: tuple[Document, ...]) -> None:
    with pytest.raises(IndexError, match="document 32 has no position -1"):
        documents[32].reference_at(-1)
    assert documents[32].reference_at(0) == documents[32].reference


def test_a_text_without_headings_is_refused_with_what_it_needs() -> None:
    with pytest.raises(VolumeError) as caught:
        _read("Просто текст.\n\nЕщё текст.\n")
    assert str(caught.value) == (
        "no document heading found; a volume needs lines «№ 1», «№ 2», ... each with a title on the next line"
    )


SMALL = (
    "№ 1\n"
    "Письмо А. А. Первого от 1 мая 1925 г.\n"
    " \n"
    "Текст первого.\n"
    "РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 1. Копия. Машинопись\n"
    " \n"
    "№ 2\n"
    "Письмо Б. Б. Второго\n"
    "от 2 мая 1925 г.\n"
    "Секретно\n"
    "Текст второго.\n"
    "№ 365\n"
    " \n"
    "{lost}РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. {last}. Копия. Машинопись\n"
    " \n"
    "№ {following}\n"
    "Письмо В. В. Третьего\n"
    " \n"
    "Текст третьего."
)


def test_a_volume_may_begin_with_its_first_document_and_end_without_a_legend() -> None:
    read = _read(SMALL.format(lost="", last=2, following=3))
    assert [(document.number, document.title, document.date) for document in read] == [
        ("1", "Письмо А. А. Первого от 1 мая 1925 г.", "1925-05-01"),
        ("2", "Письмо Б. Б. Второго от 2 мая 1925 г.", "1925-05-02"),
        ("3", "Письмо В. В. Третьего", ""),
    ]
    assert [document.reference and document.reference.listy for document in read] == ["1", "2", None]
    assert read[1].text.content.split("\n")[:3] == ["Секретно", "Текст второго.", "№ 365"]


def test_a_lost_heading_is_inferred_after_a_legend() -> None:
    lost = "РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 2. Копия. Машинопись\nПотерянный.\n"
    read = _read(SMALL.format(lost=lost, last=3, following=4))
    assert [(document.number, document.heading_inferred) for document in read] == [
        ("1", False), ("2", False), ("3", True), ("4", False)
    ]  # fmt: skip
    assert read[2].title == ""
    assert read[2].text.content.startswith("Потерянный.")
    assert [document.reference and document.reference.listy for document in read] == ["1", "2", "3", None]


def test_a_number_above_the_next_is_a_heading_only_after_as_many_legends() -> None:
    number = "№ 3\nпомета рукой\n \n"
    lost = "РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 2. Копия. Машинопись\n"
    small = SMALL.format(lost="", last=2, following=3)
    legend = "Л. 1. Копия. Машинопись\n"
    after_one = _read(small.replace(legend, legend + number))
    assert [document.number for document in after_one] == ["1", "2", "3"]
    assert "помета рукой" in after_one[0].text.content
    after_two = _read(small.replace(legend, legend + lost + number))
    assert [(document.number, document.title) for document in after_two[:3]] == [
        ("1", "Письмо А. А. Первого от 1 мая 1925 г."),
        ("2", ""),
        ("3", "помета рукой"),
    ]


def test_a_count_that_jumps_loses_no_document() -> None:
    read = _read(SMALL.format(lost="", last=2, following=7))
    assert [(document.number, document.heading_inferred) for document in read] == [
        ("1", False),
        ("2", False),
        ("7", False),
    ]
