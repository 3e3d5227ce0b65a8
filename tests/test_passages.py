"""Passages: where sentences end, what a passage may hold, and that it stands where it says."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import pytest

from index.build import catalogued
from index.collection import Collection
from index.paragraphs import paragraphs
from index.passages import cut
from index.records import Document, Passage, Role, Span
from index.rows import rows
from index.sentence_spans import sentences
from index.source import Source
from index.volume import read_volume

# sentences of the volume; | stands where one ends
SENTENCES = [
    "Так ставить вопрос могут только люди фракции. |Тт. Троцкий, Пятаков и Радек пишут: «Слухи шли со всех сторон».",
    "Уже при оглашении заявления тт. Троцкого, Пятакова и Радека в Политбюро присутствовали многие. |Мало того, они настаивают.",
    "Председателю Главконцесскома тов. Троцкому.",
    "Зам. Пред. ОГПУ (Ягода)",
    "Пом. сек. ЦК",
    "Комиссии ПБ ЦК РКП (прот. 30 п. 1, от 4.09.23 г). |Слушали другое.",
    "Вывод стеногр. отчета (см. отчет вып. III, стр. 15). |Дальше.",
    "Он вернулся в 1927 г. в Москву. |Работал на заводе.",
    "Письмо В. И. Ленина, А. И. Рыкова и др. было прочитано. |Все согласны.",
    "Где гарантия того, что руководство будет правильно? |И правильно ли оно сейчас?",
    "РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. 44. Копия. Машинопись",
    "РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. 1–29. Подлинник. Рукопись. |В другой редакции опубликована в «Правде».",
    "Комсомол растет (см. «Комс. Правду» от 2/III), а партия нет. |Дальше.",
    "Он был членом Рев. Воен. Совета Республики. |В 1923 г. уехал на Сев. Кавказ.",
    "Вместе со статьей Ем. Ярославского напечатаны стихи. |Всего состояло на 1 янв. 1927 г. две тысячи.",
    "Слушали: 14. Просьба т. Троцкого о встрече.",
    "Существует три группы: 1. Молодежь, 2. Старики.",
    "Приложение: экз. № 31 на 25 листах.",
    "Повышение цен, урезка зарплаты и т. д. |Наступление на пролетариат началось.",
    "На квартире раздавались явки и т. п. |Показал, что в работу вовлечен.",
    "По процессам 1930-х гг. |Ведь почти во всех этих процессах он назван.",
    "Проживает в кв. 6. |Работает водопроводчиком.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_ends_where_the_sense_does(marked: str) -> None:
    pieces = [piece.strip() for piece in marked.split("|")]
    content = marked.replace("|", "")
    assert [content[start:end] for start, end in sentences(content)] == pieces


def test_no_sentence_goes_over_a_paragraph() -> None:
    assert sentences("Совершенно секретно\nВ ПОЛИТБЮРО ЦК") == [(0, 19), (20, 34)]


def test_a_sentence_too_long_is_cut_at_the_last_space_that_fits() -> None:
    words = "слово " * 300
    assert sentences(words.strip()) == [(0, 1199), (1200, 1799)]
    assert sentences("а" * 2500) == [(0, 1200), (1200, 2400), (2400, 2500)]


@pytest.fixture(scope="module")
def passages(documents: tuple[Document, ...], source: Source) -> dict[str, list[Passage]]:
    """The passages of each document, by its number."""
    return {document.number: list(cut(document, source)) for document in documents}


def test_a_passage_is_a_piece_of_its_document(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    wrong = [
        (document.number, passage.start)
        for document in documents
        for passage in passages[document.number]
        if passage.text != document.text.content[passage.start : passage.end] or passage.document != document.number
    ]
    assert wrong == []


def test_no_passage_is_empty_or_over_1200_characters(passages: dict[str, list[Passage]]) -> None:
    texts = [passage.text for found in passages.values() for passage in found]
    assert [text for text in texts if not 0 < len(text.strip()) <= len(text) <= 1200] == []


def test_the_sentences_of_a_passage_are_those_of_its_document_and_cover_it(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    """Between two of them stands nothing but white space."""
    for document in documents:
        spans = set(_sentences(document))
        for passage in passages[document.number]:
            assert {(start + passage.start, end + passage.start) for start, end in passage.sentences} <= spans
            ends = [0, *(end for _, end in passage.sentences)]
            starts = [*(start for start, _ in passage.sentences), len(passage.text)]
            assert all(not passage.text[end:start].strip() for end, start in zip(ends, starts, strict=True))
            assert starts[0] == 0 and ends[-1] == len(passage.text)


def test_the_sentences_of_a_passage_are_slices_of_its_text(passages: dict[str, list[Passage]]) -> None:
    body = passages["32"][0]
    found = [body.text[start:end] for start, end in body.sentences]
    assert found[0] == "Дорогой Лев Давидович."
    assert found[-3:] == [
        "Н. Крупская",
        "15/11/24",
        "РГАНИ. Ф. 3. Оп. 62. Д.178. Л.24. Копия. Машинопись",
    ]
    assert len(found) == 7


def test_a_passage_stands_in_the_source_at_its_place(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...], volume_text: str
) -> None:
    line_ends = [at for at, character in enumerate(volume_text) if character == "\n"]
    for document in documents:
        for passage in passages[document.number]:
            place = passage.place
            assert (place.start, place.end) == document.text.span(passage.start, passage.end)
            assert volume_text[place.start] == passage.text[0]
            assert volume_text[place.end - 1] == passage.text[-1]
            assert place.lines == (
                bisect_left(line_ends, place.start) + 1,
                bisect_left(line_ends, place.end - 1) + 1,
            )


def _sentences(document: Document) -> list[Span]:
    return [span for part in document.parts for span in sentences(document.text.content, part.start, part.end)]


def test_no_passage_leaves_its_document_but_a_footnote_printed_elsewhere(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    for document in documents:
        for passage in passages[document.number]:
            if document.part_at(passage.start).role is Role.FOOTNOTE:
                continue
            assert document.place.start <= passage.place.start < passage.place.end <= document.place.end


def test_every_sentence_lies_whole_in_some_passage(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    lost = [
        (document.number, start)
        for document in documents
        for start, end in _sentences(document)
        if not any(passage.start <= start and end <= passage.end for passage in passages[document.number])
    ]
    assert lost == []


def test_every_passage_has_the_reference_of_its_document(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    for document in documents:
        assert {passage.reference for passage in passages[document.number]} == {document.reference}, document.number


def test_every_passage_goes_further_than_the_one_before(passages: dict[str, list[Passage]]) -> None:
    for found in passages.values():
        for before, passage in pairwise(found):
            assert before.start < passage.start <= before.end + 1
            assert before.end < passage.end or passage.closing


def test_a_passage_repeats_at_most_200_characters_of_the_one_before(
    passages: dict[str, list[Passage]],
) -> None:
    repeated = [before.end - passage.start for found in passages.values() for before, passage in pairwise(found)]
    assert max(repeated) == 200


def test_only_a_closing_goes_over_two_parts(
    passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    mixed = [
        (document.number, passage.start)
        for document in documents
        for passage in passages[document.number]
        if not passage.closing and document.part_at(passage.start) is not document.part_at(passage.end - 1)
    ]
    assert mixed == []


def test_a_list_is_cut_between_its_rows(passages: dict[str, list[Passage]], documents: tuple[Document, ...]) -> None:
    begun = {
        (document.number, start)
        for document in documents
        for part in document.parts
        for start, _ in rows(paragraphs(document.text.content, part.start, part.end))
    }
    within = [
        (document.number, passage.start)
        for document in documents
        for part in document.parts
        for start, end in rows(paragraphs(document.text.content, part.start, part.end))
        for passage in passages[document.number]
        if start < passage.start < end or start < passage.end < end
    ]
    assert len(begun) == 1357
    assert within == []


# paragraphs, those that are rows
ROWS = [
    ("1. А. А.|2. Б. Б.|3. В. В.|4. Г. Г.", "1234"),
    ("Список|1) А.|2) Б.|4) В.|5) Г.|Подпись", "1245"),
    ("1. А.|2. Б.|3. В.", ""),
    ("1. А.|2. Б.|Подпись|3. В.|4. Г.", ""),
    ("1. А.|2. Б.|9. В.|10. Г.", ""),
]


@pytest.mark.parametrize(("lines", "numbers"), ROWS)
def test_rows_are_numbered_one_after_the_other(lines: str, numbers: str) -> None:
    content = lines.replace("|", "\n")
    assert "".join(content[start] for start, _ in rows(paragraphs(content))) == numbers


# document, role, passage
APART = [
    ("12", Role.FOOTNOTE, "18 Подпись не разборчива"),
    ("36", Role.FOOTNOTE, "24 Конец декабря 1924 г. –начало января 1925 г."),
    ("173", Role.FOOTNOTE, "60 газета консерваторов –рукописная помета\n61 передовая"),
    ("56", Role.ENCLOSURE, "Приложение № 1\nПроект резолюции, предложенный тов. Зиновьевым"),
]


@pytest.mark.parametrize(("number", "role", "beginning"), APART)
def test_each_thing_is_a_passage_of_its_own(
    number: str, role: Role, beginning: str, passages: dict[str, list[Passage]], documents: tuple[Document, ...]
) -> None:
    document = documents[int(number)]
    found = [one for one in passages[number] if one.text.startswith(beginning)]
    assert [document.part_at(one.start).role for one in found] == [role]
    assert found[0].reference == document.reference


def test_a_short_letter_is_one_passage_with_its_legend(passages: dict[str, list[Passage]]) -> None:
    (letter,) = passages["32"]
    assert letter.text.startswith("Дорогой Лев Давидович.\nЯ пишу, чтобы рассказать Вам")
    assert letter.text.endswith("Н. Крупская\n15/11/24\nРГАНИ. Ф. 3. Оп. 62. Д.178. Л.24. Копия. Машинопись")
    assert letter.place.lines == (7802, 7815)
    assert letter.closing


# document, its closing; | ends a line
CLOSINGS = {
    "31": "Но т. Троцкий может быть вполне уверен, что партия сумеет вовремя ответить на эту тихую сапу.|Н. Бухарин|"
    "РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. 1–29. Подлинник. Рукопись. "
    "В несколько другой редакции опубликована в газете «Правда» 2 ноября 1924 г. № 251",
    "42": "Пятаков|РГАНИ. Ф. 3. Оп. 62. Д.178. Л.13–13(об). Подлинник. Машинопись|На первом листе рукописные пометы:|"
    "Клянусь всеми богами, что т. Пятаков не точен в своем заявлении.|И.Сталин|"
    "Читал, «клятва» Сталина заслуживает полного доверия.|Томский.|Калинин|Читал Зиновьев|Рыков|Читал.|Бухарин",
    "214": "Через Постановление 20 февраля оппозиция перешагивает, как рабочий переступает через лужу на пути к месту "
    "труда.|Большевики-ленинцы, вперед!|Л. Троцкий.|Принкипо, 1 марта 1932 г.|"
    "РГАСПИ. Ф. 17. Оп. 171. Д. 161. Л. 57–59(об). Копия. Машинопись",
}


@pytest.mark.parametrize(("number", "lines"), CLOSINGS.items())
def test_a_long_paper_is_closed_by_its_last_lines_its_legend_and_what_stands_under_it(
    number: str, lines: str, passages: dict[str, list[Passage]]
) -> None:
    assert [one.text for one in passages[number] if one.closing] == [lines.replace("|", "\n")]


def test_without_a_legend_the_last_lines_close_a_document(passages: dict[str, list[Passage]]) -> None:
    (closing,) = (one for one in passages["0"] if one.closing)
    assert closing.text == (
        "В состав научно-справочного аппарата сборника входят: предисловие, список сокращений, именной комментарий, "
        "оглавление с перечнем опубликованных документов.\nд.и.н. Олег Мозохин"
    )


def test_each_document_is_closed_once(passages: dict[str, list[Passage]]) -> None:
    assert {number: [one.closing for one in found].count(True) for number, found in passages.items()} == dict.fromkeys(
        passages, 1
    )


def test_a_document_without_text_has_no_passages() -> None:
    text = "№ 1\nПисьмо А. А. Первого"
    assert list(cut(read_volume(Source.of(text))[0], Source.of(text))) == []


def test_passages_stand_in_the_order_of_their_documents(collection: Collection) -> None:
    catalogue = catalogued(collection)
    order = {document.number: position for position, document in enumerate(catalogue.documents)}
    places = [(order[passage.document], passage.start) for passage in catalogue.passages]
    assert places == sorted(places)
    assert {passage.document for passage in catalogue.passages} == order.keys()
