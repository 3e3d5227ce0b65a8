"""Authors and addressees: two truth tables of documents of the volume, and one line for each turn of a title."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.correspondents import correspondents
from index.description import describe
from index.kinds import kind_of, listed
from index.records import Document
from index.signatures import signed
from index.surnames import nominative
from index.written_names import written_names

DATA = Path(__file__).parent / "data"
PEOPLE = [json.loads(line) for line in (DATA / "people-sample.jsonl").read_text(encoding="utf-8").splitlines()]

# title, authors, addressees; a real one has its number
TITLES = [
    ("Письмо И. В. Сталина Г. К. Орджоникидзе от 17 февраля 1925 г.", "Сталин И. В.", "Орджоникидзе Г. К."),  # 40
    ("Письмо Г. К. Орджоникидзе И. В. Сталину", "Орджоникидзе Г. К.", "Сталин И. В."),
    ("Письмо А. М. Коллонтай Н. К. Крупской", "Коллонтай А. М.", "Крупская Н. К."),
    ("Письмо Л. Д. Троцкого, Н. К. Крупской", "Троцкий Л. Д.; Крупская Н. К.", ""),
    ("Письмо Л. Д. Троцкого Н. К. Крупской", "Троцкий Л. Д.", "Крупская Н. К."),
    ("Докладная записка Агранова Сталину", "Агранов", "Сталин"),
    ("Докладная записка Ягоды Товстухе", "Ягода", "Товстуха"),
    ("Докладная записка Г.Г.Ягоды т. Косиору Ст.", "Ягода Г. Г.", "Косиор С."),
    ("ПИСЬМО И. В. СТАЛИНА Л. Д. ТРОЦКОМУ", "Сталин И. В.", "Троцкий Л. Д."),
    ("Докладная записка Г. Г. Ягоды И. В. Сталину о факте самоубийства А. А. Генрихсона от 14 декабря 1928 г.", "Ягода Г. Г.", "Сталин И. В."),  # 168
    ("Докладная записка Г. Г. Ягоды И. В. Сталину с приложением письма К. Б. Радека Е. А. Преображенскому", "Ягода Г. Г.", "Сталин И. В."),  # 152
    ("Письмо Г. Г. Ягоды И. П. Товстухе для доклада И. В. Сталину от 11 октября 1928 г.", "Ягода Г. Г.", "Товстуха И. П."),  # 146
    ("Ответ членов Политбюро на письмо Л. Д. Троцкого от 19 октября 1923 г.", "", ""),  # 11
    ("Проект постановления Политбюро по поводу заявления Л. Д. Троцкого, Ю. Л. Пятакова и К. Б. Радека", "", ""),  # 24
    ("Переписка Л. Д. Троцкого и Зав. Госиздатом Г. И. Бройдо о выпуске", "Троцкий Л. Д.; Бройдо Г. И.", "Троцкий Л. Д.; Бройдо Г. И."),  # 50
    ("Переписка в отношении выезда в Стамбул дочери Троцкого З. Л. Бронштейн", "", ""),  # 201
    ("Интервью Л. Д. Троцкого Турецкой газете «Джумхуриет»", "Троцкий Л. Д.", ""),  # 180
    ("Статья Л.Д. Троцкого в газете Дейли Экспресс от 27 февраля 1929 г.", "Троцкий Л. Д.", ""),  # 173
    ("Письмо секретаря Губкома комиссии Ф. Э. Дзержинского", "Дзержинский Ф. Э.", ""),
    ("Письмо Л. Д. Троцкого членам комиссии Ф. Э. Дзержинского", "Троцкий Л. Д.", ""),
    ("Письмо от неустановленного лица И.П. Товстухе (без даты)", "", "Товстуха И. П."),  # 198
    ("Письмо", "", ""),
    ("", "", ""),
]  # fmt: skip

# form, case, nominative
SURNAMES = [
    ("Сталина", "gent", "Сталин"),
    ("Сталину", "datv", "Сталин"),
    ("Крупской", "gent", "Крупская"),
    ("Ульяновой", "datv", "Ульянова"),
    ("Троцким", "ablt", "Троцкий"),
    ("Толстого", "gent", "Толстой"),
    ("Белого", "gent", "Белый"),
    ("Ягоды", "gent", "Ягода"),
    ("Товстухе", "datv", "Товстуха"),
    ("Смилги", "gent", "Смилга"),
    ("Берии", "gent", "Берия"),
    ("Косиору", "datv", "Косиор"),
    ("Сольцу", "datv", "Сольц"),
    ("Чубарю", "datv", "Чубарь"),
    ("Бокия", "gent", "Бокий"),
    ("Коллонтай", "datv", "Коллонтай"),
    ("Орджоникидзе", "datv", "Орджоникидзе"),
    ("Бройдо", "gent", "Бройдо"),
    ("Петерсон", "gent", "Петерсон"),
    ("Антонову-Овсеенко", "datv", "Антонов-Овсеенко"),
    ("Бонч-Бруевича", "gent", "Бонч-Бруевич"),
    ("Седовой-Троцкой", "gent", "Седова-Троцкая"),
]

# text, names in the genitive
NAMES = [
    ("Л.Д. Троцкого и Л. Д.Троцкого", "Троцкий Л. Д.; Троцкий Л. Д."),
    ("И.Т.Смилги", "Смилга И. Т."),
    ("Е. М.  Ярославского", "Ярославский Е. М."),
    ("Косиора Ст.", "Косиор С."),
    ("Карла Бернгардовича Радека", "Радек К. Б."),
    ("Льва Троцкого", "Троцкий Л."),
    ("Сталина Г. К. Орджоникидзе", "Орджоникидзе Г. К."),
    ("Ф. 17. Оп. 171. Л. 50 Подлинник", ""),
    ("в г. Киеве", ""),
    ("Голосовали: За. Рыков", ""),
    ("Тт. Троцкого", ""),
]

# body, authors, addressees
BODIES = [
    ("тов. Сталину.\nСегодня нами получен экземпляр платформы\nСекретарь Губкома Аболин\nПредседатель КК Заборский", "Аболин; Заборский", "Сталин"),  # 96
    ("Лично\nЗав. Секретным Отделом ЦК ВКП(б) т. Товстухе.\nпрепровождается экземпляр, отпечатанный в типографии». Секретарь Крайкома ВКП(б) Чудов", "Чудов", "Товстуха"),  # 97
    ("При сем препровождаем документы\nЗам. Пред. ОГПУ (Ягода)\nПом. Нач. СО ОГПУ (Агранов)\nОткрытое письмо\nИван Кузнецов", "Ягода; Агранов", ""),  # 127
    ("ЧЛЕНАМ ЦК: тт. Бубнову, Чичерину, т. Менжинскому.\nПосылаются записки\nСекретарь т. Сталина Товстуха", "Товстуха", ""),  # 98
    ("Т. Сталин за печатанье этой статьи.\nЛ. Мехлис", "Мехлис Л.", ""),  # 34
    ("Отправитель: г. Томск, Гоголевская ул. № 33, Карл Бернгардович Радек\n26 июня 1928 г.", "Радек К. Б.", ""),  # 138
    ("состав справочного аппарата.\nд.и.н. Олег Мозохин", "Мозохин О.", ""),  # 0
    ("Секретно.\nТовар прибыл\nМосква.", "", ""),
    ("", "", ""),
]  # fmt: skip


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split("; ")) if names else ()


@pytest.mark.parametrize("truth", PEOPLE, ids=lambda truth: truth["number"])
def test_a_document_is_by_and_to_whom_the_table_says(
    truth: dict[str, list[str]], documents: tuple[Document, ...]
) -> None:
    document = documents[int(str(truth["number"]))]
    assert (list(document.authors), list(document.addressees)) == (truth["authors"], truth["addressees"])


@pytest.mark.parametrize(("title", "authors", "addressees"), TITLES)
def test_a_title_names_authors_and_addressees(title: str, authors: str, addressees: str) -> None:
    named = correspondents(title, kind_of(title))
    assert (named.authors, named.addressees) == (_listed(authors), _listed(addressees))


@pytest.mark.parametrize(("form", "case", "surname"), SURNAMES)
def test_a_surname_is_put_into_the_nominative(form: str, case: str, surname: str) -> None:
    assert nominative(form, case) == surname  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_found_as_they_are_written(text: str, names: str) -> None:
    assert tuple(name.nominative("gent") for name in written_names(text)) == _listed(names)


@pytest.mark.parametrize(("body", "authors", "addressees"), BODIES)
def test_a_text_is_signed_and_addressed(body: str, authors: str, addressees: str) -> None:
    found = signed(body)
    assert (found.authors, found.addressees) == (_listed(authors), _listed(addressees))


def test_where_the_title_names_the_author_the_signature_is_not_asked() -> None:
    said = describe("Письмо Г. Г. Ягоды", "т. Сталину\nТекст\nЗам. Пред. ОГПУ (Трилиссер)")
    assert (said.authors, said.addressees, said.from_body) == (("Ягода Г. Г.",), (), ())


def test_an_author_whom_the_title_names_in_the_nominative_is_named_as_she_signed(
    documents: tuple[Document, ...],
) -> None:
    assert documents[113].title.startswith("Письмо К. Б. Радека, В. Д. Каспарова, Х. Г. Раковского")
    assert documents[113].authors == ("Радек К. Б.", "Каспарова В. Д.", "Раковский Х. Г.")
    man = describe("Письмо В. Д. Каспарова", "Текст\nВ. Каспаров")
    assert man.authors == ("Каспаров В. Д.",)


def test_who_signs_the_cover_of_a_news_report_has_not_written_it(documents: tuple[Document, ...]) -> None:
    assert "(Андреюк)" in documents[116].text.content
    assert (documents[116].authors, documents[116].addressees) == ((), ())


def test_what_is_read_in_the_text_is_marked(documents: tuple[Document, ...]) -> None:
    marked = {document.number: document.from_body for document in documents if document.from_body}
    assert marked == {
        "0": ("authors",),
        "3": ("date",),
        "96": ("authors", "addressees"),
        "97": ("authors", "addressees"),
        "98": ("authors", "addressees"),
        "99": ("authors",),
        "127": ("kind", "authors"),
        "138": ("kind", "date", "authors"),
    }


def test_the_kinds_of_documents_whose_title_names_none_are_other(documents: tuple[Document, ...]) -> None:
    assert [d.number for d in documents if listed(d.kind) == "other"] == [
        *("0", "83", "104", "108", "109", "115", "116", "121", "124", "125")
    ]
