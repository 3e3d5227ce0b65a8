"""What a document consists of: footnotes with their marks, enclosures, legends, notes under them, office marks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.collection import Collection
from index.enclosures import enclosures
from index.paragraphs import paragraphs
from index.parts import divided
from index.records import Document, Enclosure, Footnote, Reference, Role
from index.source import Source
from index.volume import read_volume

DATA = Path(__file__).parent / "data"
LONG = "Текст письма, достаточно длинный для того, чтобы в нем было больше ста знаков, как и бывает в настоящем письме."

# document, mark, words before the mark, in the title, first words of the note
FOOTNOTES = [
    ("12", "18", "вечера", False, "Подпись не разборчива"),  # printed under 13
    ("36", "24", "Губкома", True, "Конец декабря 1924 г."),  # printed under 37
    ("31", "19", "(курсив наш. Ред.)", False, "Так в тексте документа"),
    ("31", "20", "(наш курсив. Ред.)", False, ""),  # no note
    ("31", "*", "в октябре", False, "Кстати, необходимо упомянуть"),
    ("31", "*", "против левых", False, "Здесь – такой же «метод» политики"),
    ("50", "27", "/Бройдо/", False, "без даты"),  # the note has lost its number
    ("52", "29", "проект ответа", False, "приложение приводится ниже"),  # and this one too, in 54
    ("57", "31", "на 5 листах", False, "Не приложено"),  # printed in 58
    ("97", "37", "", False, "Не приложена"),  # printed in 98
    ("100", "38", "198", False, ""),  # a number and no words
    ("101", "*", "863", False, "См. сл. зап-ку Смилги"),
    ("135", "50", "", False, "Адрес не указан"),  # printed in 136
    ("168", "59", "Упомянутое", False, "Без приложения"),
    ("198", "66", "(без даты)", True, "Находится в документах за май 1930 г."),
]  # fmt: skip


def _note(document: Document, mark: str, beginning: str) -> Footnote:
    content = document.text.content
    return next(
        note
        for note in document.footnotes
        if note.mark == mark
        and content[slice(*document.words(note))].startswith(beginning)
        and bool(beginning) == (note.span[0] < note.span[1])
    )


@pytest.mark.parametrize(("number", "mark", "before", "titled", "beginning"), FOOTNOTES)
def test_a_footnote_belongs_to_the_document_of_its_mark(
    number: str, mark: str, before: str, titled: bool, beginning: str, documents: tuple[Document, ...]
) -> None:
    document = documents[int(number)]
    note = _note(document, mark, beginning)
    at = note.title_at if titled else note.at
    text = document.title if titled else document.text.content
    assert at is not None and text[:at].endswith(before)
    assert (note.title_at is None) != (note.at is None)


def test_every_footnote_of_the_volume_is_found(documents: tuple[Document, ...]) -> None:
    notes = [note for document in documents for note in document.footnotes]
    assert sorted({int(note.mark) for note in notes if note.mark.isdigit()}) == list(range(1, 68))
    assert [note.mark for note in notes if note.mark.startswith("*")] == ["*"] * 5
    assert len(notes) == 72
    assert [note.mark for note in notes if note.at is None and note.title_at is None] == []
    assert [note.mark for note in notes if note.place is None] == [
        "14",
        "15",
        "17",
        "20",
        "21",
        "30",
        "39",
        "40",
        "41",
        "48",
        "52",
    ]
    assert [note.mark for note in notes if note.place and note.span[0] == note.span[1]] == ["33", "38"]
    assert [note.mark for note in notes if note.inferred] == ["27", "29"]


PAGE = (
    "№ 1\n"
    "Письмо А. А. Первого\n"
    " \n"
    "Слово1 и ещё слово сказано о том, что было на заседании Политбюро, и о том, чего там не было, \n"
    "\n"
    f"{' ' * 49}\n"
    "{note}"
    " продолжается.\n"
    "РГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 1. Копия. Машинопись\n"
)


@pytest.mark.parametrize(
    ("note", "linked"),
    [("1\n\n Без приложения \n", True), ("1\n Без приложения \n", True), ("9\n\n Без приложения \n", False)],
)
def test_a_note_without_a_mark_stays_where_it_is_printed(note: str, linked: bool) -> None:
    document = read_volume(Source.of(PAGE.format(note=note)))[0]
    found = next(one for one in document.footnotes if one.place)
    assert document.text.content[slice(*document.words(found))] == "Без приложения"
    assert (found.at == len("Слово")) is linked and (found.at is None) is not linked
    assert "чего там не было, продолжается." in document.text.content


@pytest.mark.parametrize(
    "lines",
    ["  Первый абзац.\n  Второй абзац.\n  Третий абзац.", "* Первый.\n* Второй.", "12\n  Второй абзац.", "3\n\n 4\n 5"],
)
def test_what_only_looks_like_a_note_stays_in_the_text(lines: str) -> None:
    text = f"№ 1\nПисьмо А. А. Первого\n \n{LONG}\n{LONG}\n{LONG}\n{LONG}\n{LONG}\n{lines}\n{LONG}"
    document = read_volume(Source.of(text))[0]
    assert document.footnotes == ()
    assert all(word in document.text.content for word in lines.split())


# paragraphs of a document between bars; > stands before one that an enclosure begins with, ... for a long one,
# ~ for a gap before a paragraph
ENCLOSURES = [
    "СЕКРЕТАРЬ ЦК|>Приложение к п. 20 протокола № 31 заседания ПБ от 6.09.1923 г.|РЕШЕНИЯ",
    "СЕКРЕТАРЬ ЦК|>Приложение № 1. к п. 1 пр. ПБ № 62|ЗАЯВЛЕНИЕ|...|>Приложение № 2. к п. 1 пост. ПБ № 62|ИЗВЕЩЕНИЕ",
    "...|>Приложение.|Краткие сведения о некоторых из ссылаемых товарищей.",
    "...|>Приложение к записке|СПИСОК АРЕСТОВАННЫХ",
    "...|Приложение: Копия листовки.|Зам. пред. ОГПУ (Ягода)|Зам. Нач. СООГПУ (Агранов)|>ПОД ЗНАКОМ НАЖИМА НА ПРОЛЕТАРИАТ|...",
    "...|Приложение: Упомянутое.|Секретарь Отврука ТАСС (Андреюк)|10.01.28 г.|>Сообщение о высылке оппозиционеров.|...",
    "...|Приложение: на « 4 » страницах|Пом. сек. ЦК|>Пленуму ЦК РКП (б)|...",
    "...|Приложение: 1) листовка «Ко всем рабочим».|2) бюллетень № 1.|Зам. Пред. ОГПУ: (Ягода)|5 ноября 1928 г.|№ 220649/8|>Товарищи!|...",
    "...|Приложение: упомянутое.|Зам. Пред. ОГПУ (Ягода)|>Ко всем рабочим|...|>Пролетарии всех стран соединяйтесь|...",
    "...|Пролетарии всех стран соединяйтесь|...",  # with no covering note before it
    "...|Приложение: Перевод письма т. Бордига и проект ответа.",  # not in the volume
    "...|Приложение: Упомянутое.|Зам. пред. ОГПУ: Ягода",
    "Утвердить (см. приложение).|Приложение № 1).|...",
    "...|>ОГПУ. Отдел секретный.|ПРОТОКОЛ ДОПРОСА|...|>ПРОТОКОЛ дополнительного допроса гр. Тверского П.И.|...",
    "...|Зам. Пред. ОГПУ (Ягода)|>Копия с копии|...",
    "СЕКРЕТАРЬ ЦК|копия|Строго секретно|...",  # said of the paper itself
    "...|СЕКРЕТАРЬ ЦК|>~Секретно|В СЕКРЕТАРИАТ ЦЕКА|...|Л. Троцкий|8 октября 1923 г.|№ 365|>~Совершенно секретно|...",  # 5
    "...|... единогласно. СЕКРЕТАРЬ ЦК|>~Совершенно секретно|Срочно|Приложение к п. 1.|В Политбюро|...",  # 16
    "...|Л.Троцкий|~P/S. Внесение Вами вопросов.|Л.Троцкий|>~В Секретариат ЦК.|...|19-го февраля 1926г.",  # 60
    "...|~* * *|~Вскоре после январского Пленума|...",  # 44
    "...|Нач. СО ОГПУ Дерибас».|~В материалах, полученных от ОГПУ|...",  # 90: a quotation ends
    "...|К. Радек 25/XII-27 г.|>~Письмо т. Раковского|Дорогой Лев Давыдович.|...",  # 118
    "...|Г. Пятаков. 2/1–28 г. Москва|>Письмо тов. Радека|...",  # 118
    "...|Зам. Нач СО ОГПУ (Агранов)|>VI Конгрессу Коммунистического Интернационала.|...",  # 140
    "...|Я.Г.|>~Письмо В. Зурабова Янине Козловой|Обнаружено при обыске у В. Зурабова|Дорогой Козлик.|...",  # 142
    "...|...|>~Листовка, распространявшаяся в день|~Пролетарии всех стран, соединяйтесь!|...",  # 142
    "...|Крепко жму руку.|>~Письмо к Смилге|...|>Томск, Радеку|Из Уральска, Е.А. Преображенского|...",  # 153
    "№ 220253|29 октября 1928 г|~Генеральному секретарю ЦК ВКП(б) тов. Сталину|...",  # 156: the head of a note
    "...|Нач.СООГПУ: /Агранов/|>~I|СПРАВКА|...|>II|...|>III|...|V|...",  # 193
    "статья «Неужели же не пора понять?» и ...|Секретарь т.Троцкого /Сермукс/|>Неужели же не пора понять?|...",  # 83
    "~...|~...|~Л. Троцкий|~...|~...",  # all is printed with gaps
    "...|(Наши задачи)|~ПОЛИТИЧЕСКИЙ ФРОНТ|...",  # 215: a heading inside a text
]


@pytest.mark.parametrize("marked", ENCLOSURES)
def test_an_enclosure_begins_where_the_text_says_so(marked: str) -> None:
    pieces = [piece.replace("...", LONG) for piece in marked.split("|")]
    content = "\n".join(piece.lstrip(">~") for piece in pieces)
    body = paragraphs(content)
    found = enclosures(body, [one.start for one, piece in zip(body, pieces, strict=True) if "~" in piece[:2]])
    begun = [piece.lstrip(">~") for piece in pieces if piece.startswith(">")]
    assert [content[start:end].split("\n")[0] for start, end in (one.span for one in found)] == begun
    assert [one.inferred for one in found] == [not one.heading.startswith("Приложение") for one in found]


SAMPLE = [json.loads(line) for line in (DATA / "enclosures-sample.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("expected", SAMPLE, ids=[one["document"] for one in SAMPLE])
def test_the_enclosures_of_a_document_are_those_an_archivist_counts(
    expected: dict[str, Any], documents: tuple[Document, ...], collection: Collection
) -> None:
    document = documents[int(expected["document"])]
    found = [_as_counted(document, one, collection.source) for one in document.enclosures]
    assert found == expected["enclosures"]


def _as_counted(document: Document, one: Enclosure, source: Source) -> dict[str, object]:
    first, last = source.place(*document.text.span(*one.span)).lines
    return {"first": first, "last": last, "heading": one.heading, "date": one.date, "author": one.author}


def test_an_enclosure_has_its_own_heading_date_and_author(documents: tuple[Document, ...]) -> None:
    letter = documents[16].enclosures[0]
    assert letter.heading == "Приложение к п. 1. Протокола Политбюро № 50 от 8 декабря 1923 г."
    assert (letter.date, letter.inferred) == ("1923-12-06", False)
    speech = documents[43].enclosures[0]
    assert (speech.heading, speech.date, speech.author) == ("Пленуму ЦК РКП (б)", "1925-04-15", "Л. Троцкий")
    assert speech.inferred


# first line of an enclosure, its heading
HEADINGS = [
    ("118", 22133, "ДОКЛАДНАЯ ЗАПИСКА"),  # under «В ЦК ВКП(б)|тов. Сталину»
    ("124", 24386, ""),  # «По порученю тов. Косиора посылается Вам для сведения ...» is no heading
    ("131", 25636, "Товарищи рабочие,"),  # under a slogan
    ("142", 30185, "КО ВСЕМ ЧЛЕНАМ ВЛКСМ."),  # under a long caption and a slogan
]


@pytest.mark.parametrize(("number", "line", "heading"), HEADINGS)
def test_a_heading_is_more_than_a_slogan_or_an_address(
    number: str, line: int, heading: str, documents: tuple[Document, ...]
) -> None:
    assert [one.heading for one in documents[int(number)].enclosures if one.lines[0] == line] == [heading]


def test_a_call_above_a_signature_is_no_author(documents: tuple[Document, ...]) -> None:
    letter = documents[214].enclosures[0]
    assert documents[214].text.content[slice(*letter.span)].split("\n")[-3:-1] == [
        "Большевики-ленинцы, вперед!",
        "Л. Троцкий.",
    ]
    assert letter.author == "Л. Троцкий"


BODY = "Текст."
LEGEND = "РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. {}. Копия. Машинопись"

# text of a document, its parts
DIVIDED = [
    ("Текст.", "body"),
    (f"Текст.\n{LEGEND.format(1)}", "body legend"),
    (LEGEND.format(1), "legend"),
    (f"Текст.\n{LEGEND.format(1)}. В другой редакции опубликована в газете «Правда»", "body legend publication"),
    (f"Текст.\n{LEGEND.format(1)}\nОпубликовано: Ю. Фельштинский.", "body legend publication"),
    (f"Текст.\n{LEGEND.format(1)}\nРукописные пометы: За – И. Сталин\nЗа – Ворошилов", "body legend annotation"),
    (f"Текст.\n{LEGEND.format(1)}\nТ. Молотову", "body legend annotation"),
    (f"Текст.\n{LEGEND.format(1)} (частично был опубликован)\nНа первом листе помета: Болван", "body legend publication annotation"),
    (f"Текст.\nПриложение № 1\nСписок.\n{LEGEND.format(1)}", "body enclosure legend"),
    (f"Текст.\n{LEGEND.format(1)}\nПисьмо.\n{LEGEND.format(2)}", "body legend enclosure legend"),
    (f"Текст.\n{LEGEND.format(1)}\nРукописная помета: Читал\nСт.\n{LEGEND.format(2)}", "body legend annotation legend"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "roles"), DIVIDED)
def test_a_text_is_divided_into_its_parts(content: str, roles: str) -> None:
    assert [part.role.value for part in divided(content).parts] == roles.split()


def test_an_enclosure_with_its_own_legend_has_its_own_reference() -> None:
    body = f"Текст.\n{LEGEND.format(1)}\nПисьмо.\n{LEGEND.format(2)}\n"
    document = read_volume(Source.of(f"№ 1\nПисьмо А. А. Первого\n \n{body}"))[0]

    def listy(position: int) -> str:
        found = document.reference_at(position)
        assert isinstance(found, Reference)
        return found.listy

    content = document.text.content
    assert [listy(content.index(words)) for words in ("Текст", "Письмо", "Л. 2")] == ["1", "2", "2"]
    assert document.reference is not None and document.reference.listy == "1"
    assert document.part_at(content.index("Письмо")).role is Role.ENCLOSURE


# document, marks of secrecy, office number
OFFICE = [
    ("5", ("Строго секретно",), "П39/28-с"),  # «Секретно» stands over what is enclosed
    ("8", ("Строго секретно",), "37/п-1-2"),  # without «№»
    ("14", ("Совершенно секретно",), "162/с"),
    ("15", ("Строго секретно",), ""),  # «№ 46» is the protocol's
    ("25", ("Строго секретно",), ""),
    ("26", ("Строго секретно",), "59,5-с"),
    ("30", ("Строго секретно",), "Пл 8/1"),
    ("33", (), "2370/с"),
    ("49", ("Строго секретно",), "П11/опр.6-с"),
    ("75", ("Строго секретно",), "77/2 Пр"),
    ("99", ("Строго секретно", "Снятие копий воспрещается"), ""),
    ("102", ("Строго секретно", "Подлежит возврату"), "Пл16/7-с"),
    ("109", (), ""),  # «№№ пп.» has no number
    ("130", ("Сов. Секретно. Лично",), "3294"),
    ("140", ("Сов. Секретно. Лично.",), "215871"),
    ("142", ("Строго секретно. Лично",), "200155"),  # under the signature of the covering note
    ("160", ("Сов. секретно",), "220397"),
    ("161", ("Строго секретно",), "220398"),  # right above the legend
    ("165", (), ""),
    ("178", ("Строго секретно",), "П67/15-опр"),
    ("193", ("Строго-секретно.",), "44068"),
    ("195", ("Строго секретно",), "44190"),
    ("209", ("Срочно. Секретно",), "50693"),
    ("215", ("Срочно. Сов. Секретно",), "64457"),
]


@pytest.mark.parametrize(("number", "secrecy", "office"), OFFICE)
def test_the_marks_of_the_office_are_read(
    number: str, secrecy: tuple[str, ...], office: str, documents: tuple[Document, ...]
) -> None:
    assert (documents[int(number)].secrecy, documents[int(number)].office_number) == (secrecy, office)
