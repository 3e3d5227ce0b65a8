"""What is searched of a passage: its own text under its document's title, and the legend in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import catalogued
from index.catalogue import Catalogue
from index.collection import Collection
from index.records import Reference
from index.searched import SearchedText, searched_texts, spelled_out
from tests.three_papers import three_papers

# archive, fond, opis, delo, listy, authenticity, technique; in words
LEGENDS = [
    (
        Reference("РГАНИ", "3", "62", "182", "55–56", "Подлинник", "Рукопись"),
        "архив РГАНИ, фонд 3, опись 62, дело 182, листы 55–56.",
        "подлинник, рукопись.",
    ),
    (
        Reference("ЦА ФСБ", "2", "5", "98", "114(об)", "Копия"),
        "архив ЦА ФСБ, фонд 2, опись 5, дело 98, листы 114(об).",
        "копия.",
    ),
]


@pytest.fixture(scope="module")
def catalogue(collection: Collection) -> Catalogue:
    return catalogued(collection)


@pytest.fixture(scope="module")
def searched(catalogue: Catalogue) -> list[SearchedText]:
    return searched_texts(catalogue)


@pytest.mark.parametrize(("reference", "kept", "paper"), LEGENDS)
def test_a_legend_is_spelled_out(reference: Reference, kept: str, paper: str) -> None:
    assert spelled_out(reference) == f"Где хранится: {kept}\nАрхивный шифр. Подлинник или копия: {paper}"


def test_a_letter_stands_under_its_title_its_legend_in_words_and_who_wrote_to_whom(tmp_path: Path) -> None:
    letter = searched_texts(catalogued(three_papers(tmp_path)))[1]
    assert letter.text == (
        "Письмо Л. Д. Троцкого И. М. Майскому от 27 марта 1926 г. "
        "об изъятии у издательства рукописи биографии В. И. Ленина\n"
        "Где хранится: архив РГАНИ, фонд 3, опись 62, дело 181, листы 63.\n"
        "Архивный шифр. Подлинник или копия: копия, машинопись.\n"
        "Кто написал, автор: Троцкий Л. Д. Кому, адресат: Майский И. М.\n"
        "Тов. Майскому\nПеречитав биографию Ленина, нашел ее крайне недостаточной. "
        "Прошу изъять ее у издательства, извинившись от моего имени.\n27 марта 1926 г.\nЛ. Троцкий.\n"
        "РГАНИ. Ф. 3. Оп. 62. Д. 181. Л. 63. Копия. Машинопись"
    )
    assert [letter.text[start:end] for start, end in letter.sentences] == [
        "Тов. Майскому",
        "Перечитав биографию Ленина, нашел ее крайне недостаточной.",
        "Прошу изъять ее у издательства, извинившись от моего имени.",
        "27 марта 1926 г.",
        "Л. Троцкий.",
        "РГАНИ. Ф. 3. Оп. 62. Д. 181. Л. 63. Копия. Машинопись",
    ]


# document, the beginning of a passage, what stands over it beside the title
CONTEXTS = [
    ("12", "18 Подпись не разборчива", "Сноска к словам: 8 ч 35 мин вечера"),
    ("36", "24 Конец декабря 1924 г. –начало января 1925 г.", ""),  # the mark is in the title
    ("107", "Итальянцы менее всех ориентируются", "Где хранится: архив РГАСПИ, фонд 17, опись 171, дело 108"),
    ("118", "Письмо тов. Пятакова", "Г. Пятаков\n"),  # an attached letter stands under its author's name
]


@pytest.mark.parametrize(("number", "text", "context"), CONTEXTS)
def test_a_note_is_found_by_what_it_is_about(
    number: str, text: str, context: str, catalogue: Catalogue, searched: list[SearchedText]
) -> None:
    found = [
        one.text
        for passage, one in zip(catalogue.passages, searched, strict=True)
        if passage.document == number and passage.text.startswith(text)
    ]
    title = catalogue.documents[int(number)].title
    assert len(found) == 1
    assert found[0].startswith(f"{title}\n{context}")
    assert context or found[0].startswith(f"{title}\n{text}")


def test_every_passage_is_searched_in_its_own_words(catalogue: Catalogue, searched: list[SearchedText]) -> None:
    titles = {document.number: document.title for document in catalogue.documents}
    assert len(searched) == len(catalogue.passages)
    for passage, found in zip(catalogue.passages, searched, strict=True):
        assert found.text.startswith(titles[passage.document] and titles[passage.document] + "\n")
        assert found.text.endswith(passage.text)


def test_every_sentence_is_that_of_its_passage(catalogue: Catalogue, searched: list[SearchedText]) -> None:
    for passage, found in zip(catalogue.passages, searched, strict=True):
        assert [found.text[start:end] for start, end in found.sentences] == [
            passage.text[start:end] for start, end in passage.sentences
        ]


def test_every_document_with_a_reference_is_found_by_its_words(
    catalogue: Catalogue, searched: list[SearchedText]
) -> None:
    spelled = {
        passage.document
        for passage, found in zip(catalogue.passages, searched, strict=True)
        if passage.reference and spelled_out(passage.reference) in found.text
    }
    assert [document.number for document in catalogue.documents if document.number not in spelled] == ["0"]


def test_a_legend_is_found_by_what_is_attached_to_its_paper(catalogue: Catalogue, searched: list[SearchedText]) -> None:
    closing = next(
        found.text
        for passage, found in zip(catalogue.passages, searched, strict=True)
        if passage.document == "60" and passage.closing
    )
    assert (
        "\nПриложения: В Секретариат ЦК. Л.Троцкий; Т.т. Троцкому, Бухарину, Каменеву. И.Сталин; "
        "Лев Давидович, Бухарин; Народный комиссар Внешней и внутренней торговли Л.Б.Каменев\n"
    ) in closing
