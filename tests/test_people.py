"""The register of people: who is one person, who is not, and how they are found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.people import People, Person
from index.records import Document, Place, Text


def _documents(*texts: str) -> list[Document]:
    place = Place(0, 1, (1, 1), 1)
    return [
        Document(str(number), "", "", "письмо", None, Text(text, ()), place) for number, text in enumerate(texts, 1)
    ]


def _register(*texts: str) -> dict[str, tuple[str, ...]]:
    return {person.name: person.documents for person in People.of(_documents(*texts)).persons}


@pytest.fixture(scope="module")
def people(documents: tuple[Document, ...], recognised_words: dict[str, int]) -> People:
    return People.of(documents, recognised_words)


# texts of documents, register
REGISTERS = [
    (["Письмо Л. Д. Троцкого. Вчера Троцкий и Троцкому"], {"Троцкий Л. Д.": "1"}),
    (["Письмо Л. Д. Троцкого", "Вчера т. Троцкий писал"], {"Троцкий": "2", "Троцкий Л. Д.": "1"}),  # a bare surname elsewhere may be another's
    (["Ответ Л. Троцкого", "Ответ Л. Д. Троцкого"], {"Троцкий Л. Д.": "1 2"}),  # initials that agree, and no other bearer
    (["Ответ И. Смирнова", "И. Н. Смирнов", "И. П. Смирнов"], {"Смирнов И.": "1", "Смирнов И. Н.": "2", "Смирнов И. П.": "3"}),
    (["И. Н. Смирнов сказал. И. Смирнов ушел", "И. П. Смирнов"], {"Смирнов И. Н.": "1", "Смирнов И. П.": "2"}),
    (["И. Н. Смирнов и В. М. Смирнов. Сказал Смирнов"], {"Смирнов": "1", "Смирнов В. М.": "1", "Смирнов И. Н.": "1"}),  # which of the two?
    (["От М. И. Ульяновой. Сказала М. И. Ульянова", "В. И. Ульянов и В. И. Ульянова"], {"Ульянов В. И.": "2", "Ульянова М. И.": "1"}),
    (["письмо Т. Троцкого, т. Троцкий"], {"Троцкий": "1"}),  # «Т.» is a comrade here
    (["Т. Д. Дерибас", "Т. Дерибас"], {"Дерибас Т. Д.": "1 2"}),
    (["тт. Андрееву, Бухарину, Чубарю"], {"Андреев": "1", "Бухарин": "1", "Чубарь": "1"}),
    (["5. ДОВТЯН А.А.\n6. ТИМОФЕЕВА М."], {"Довтян А. А.": "1", "Тимофеева М.": "1"}),
    (["т. Бордига. Бордигой, Бордиге, Бордиги, Бордигу"], {"Бордига": "1"}),
    (["речь Карла Либкнехта"], {"Либкнехт К.": "1"}),
    (["Письмо Л. Д. Троцкого", "О Л. Д. Троцком", "Вчера т. Троцкий писал"], {"Троцкий Л. Д.": "1 2 3"}),  # no other bearer
    (["И. Н. Смирнов", "И. Н. Смирнов", "В. М. Смирнов", "т. Смирнов"], {"Смирнов И. Н.": "1 2", "Смирнов": "4", "Смирнов В. М.": "3"}),
    (["1. Щербаков Трифон Васильевич\n2. Щербакова Ревека Самойловна"], {"Щербаков Т. В.": "1", "Щербакова Р. С.": "1"}),
    (["15. Ножницкий Григорий – интеллигент"], {"Ножницкий Г.": "1"}),
    (["Тверской Павел Исаакович. Арестовать Тверского П.И."], {"Тверской П. И.": "1"}),
    (["похищение Эрвина Вольфа, Андрея Кина"], {"Вольф Э.": "1", "Кин А.": "1"}),
    (["письмо Янине Козловской и Н. Крупской"], {"Козловская Я.": "1", "Крупская Н.": "1"}),
    (["16. Уфимцев Н. И. Вятка. 35. Гертик А. М. Белоруссия"], {"Гертик А. М.": "1", "Уфимцев Н. И.": "1"}),
    (["М., 2004;\n3 Васецкий Н.А. Троцкий: Опыт политической биографии"], {"Васецкий Н. А.": "1", "Троцкий": "1"}),
    (["1. ДОВТЯН А.А.\n2. ОРЛОВ И.\n3. УСОВ Н.\n4. КОЗЛОВ А.\n5. ИВАНОВ И.\n6. КОЗЛОВ"], {"Довтян А. А.": "1", "Иванов И.": "1", "Козлов": "1", "Козлов А.": "1", "Орлов И.": "1", "Усов Н.": "1"}),
    (["Пришли С. Чаплин и А. Мильчаков. Группа Чаплина-Мильчакова"], {"Мильчаков А.": "1", "Чаплин С.": "1"}),
    (["письма Деникина и Врангеля"], {"Врангель": "1", "Деникин": "1"}),
    (["А. Врангелевский взял Врангелевской армии знамя", "во Врангелевской армии"], {"Врангелевский А.": "1"}),
    (["Г. В. Плеханов. В полемике Плехановский проект"], {"Плеханов Г. В.": "1"}),
    (["Н. Углановы, Молотовы и К. Чемберленовские агенты"], {}),
    (["Бюро Моск. К-та, Р.Моск. товарищи, Н. Сиб. имеет. Согл. – Н. Б. Согл. – нет"], {}),
    (["Член партии, член ЦК. В. Д. Член. Заявление Х.Г. получили заявление. Дорогой Л.С. пишу дорогой"], {}),
    (["Госиздат А. Б., Днепрострой И. Н., М. Соввласть, К. Наркомпрос"], {}),
    (["Х. Заключение. Ж. Р. РГАСПИ. Г. Ростов. Правда вышла"], {}),
    ([""], {}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "register"), REGISTERS, ids=lambda case: str(case)[:40])
def test_forms_are_one_persons_only_on_evidence(texts: list[str], register: dict[str, str]) -> None:
    assert _register(*texts) == {name: tuple(numbers.split()) for name, numbers in register.items()}


# wanted, the first found
WANTED = [
    ("Смилга И. Т.", "Смилга И. Т."),
    ("И. Т. Смилги", "Смилга И. Т."),
    ("троцкому", "Троцкий Л. Д."),
    ("Варейкисом", "Варейкис"),  # a form that the volume does not have
    ("Trotsky", "Троцкий Л. Д."),
    ("L. D. Trotskij", "Троцкий Л. Д."),
    ("G. Zinoviev", "Зиновьев Г. Е."),
    ("ЯГОДА", "Ягода Г. Г."),
    ("Ordzhonikidze G. K.", "Орджоникидзе Г. К."),
    ("G. Viaznikovtsev", "Вязниковцев Г."),
]


@pytest.mark.parametrize(("wanted", "name"), WANTED)
def test_a_person_is_found_by_any_form(wanted: str, name: str, people: People) -> None:
    assert people.named(wanted)[0].name == name


@pytest.mark.parametrize("wanted", ["Наполеон", "", "  ", "Л.", "?", "Смилга Я. Я."])
def test_who_is_not_named_is_not_found(wanted: str, people: People) -> None:
    assert people.named(wanted) == ()


# name, documents
REGISTERED = [
    ("Бердников А. И.", "33"),
    ("Хожевский В. Г.", "204"),
    ("Ульянова М. И.", "19 20"),
    ("Пятаков Ю. Л.", "22 24 26 73 74"),  # the print has him also as «Г. Л. Пятаков»
]


@pytest.mark.parametrize(("name", "numbers"), REGISTERED)
def test_people_of_the_volume_are_registered(name: str, numbers: str, people: People) -> None:
    assert next(person for person in people.persons if person.name == name).documents == tuple(numbers.split())


# texts, words recognised and how often, register
RECOGNISED = [
    ("Вчера писал Урбанс", {}, ""),
    ("Вчера писал Урбанс", {"Урбанс": 1}, "Урбанс"),
    ("Член ЦК т. Лебедю, вчера Лебедь", {}, "Лебедь"),
    ("Вчера Паз, сегодня Паз, завтра Паз", {"Паз": 2}, ""),  # a word of the dictionary
    ("Вчера Паз, сегодня Паз, завтра Паз", {"Паз": 3}, "Паз"),
    ("Пензу и Днепрострой, Сталинщину", {"Пензу": 3, "Днепрострой": 4, "Сталинщину": 1}, ""),
    ("родился Лейба Давидович", {"Лейба": 1, "Давидович": 1}, ""),
]


@pytest.mark.parametrize(("text", "votes", "names"), RECOGNISED)
def test_a_surname_that_no_rule_knows_is_believed_where_it_is_recognised(
    text: str, votes: dict[str, int], names: str
) -> None:
    assert [person.name for person in People.of(_documents(text), votes).persons] == names.split()


def test_authors_and_addressees_of_titles_are_in_the_register(people: People, documents: tuple[Document, ...]) -> None:
    registered = {person.name: person.documents for person in people.persons}
    missing = {
        (name, document.number)
        for document in documents
        for name in (*document.authors, *document.addressees)
        if re.search(r"\. [А-Я]\.$", name) and document.number not in registered.get(name, ())
    }
    assert missing == set()


def test_the_register_is_in_order_and_comes_back(people: People, tmp_path: Path) -> None:
    counts = [len(person.documents) for person in people.persons]
    people.save(tmp_path / "people.json")
    assert counts == sorted(counts, reverse=True)
    assert People.load(tmp_path / "people.json").persons == people.persons


def test_a_person_keeps_every_form_the_most_frequent_first() -> None:
    (person,) = People.of(_documents("Л. Д. Троцкого ждут. Пришел Троцкий, сел Троцкий")).persons
    assert person == Person("Троцкий Л. Д.", ("Троцкий", "Л. Д. Троцкого"), ("1",), 3)
