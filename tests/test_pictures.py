"""The pictures: what is drawn is what the documents and the register say, and all of it stands in the lists too."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.people import Person
from index.records import Document
from qa.archive import Archive
from tests.fake_archive import FakeArchive, fake_archive
from ui.api import api, explain_faults
from ui.caption import Speech
from ui.pictures.choice import Choice
from ui.pictures.lists import documents as listed
from ui.pictures.lists import letters as letters_listed
from ui.pictures.lists import people as people_listed
from ui.pictures.parts import parts, pictures
from ui.pictures.pictures import Dated, Figure, Letters, Pictures
from ui.pictures.routes import picture_routes
from ui.static_files import FOLDER
from ui.texts import ENGLISH, RUSSIAN

RU, EN = Speech(RUSSIAN, "ru"), Speech(ENGLISH, "ru")
HOSTILE = "<script>alert('1')</script> & \"Ко\""


@pytest.fixture(scope="module")
def volume(whole_archive: Archive) -> Pictures:
    return Pictures.of(whole_archive.documents, whole_archive.persons)


@pytest.fixture(scope="module")
def client() -> TestClient:
    app, archive = FastAPI(), fake_archive()
    explain_faults(app)
    app.include_router(picture_routes(archive))
    app.include_router(api(archive))
    return TestClient(app)


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def numbers_in(html: str) -> list[str]:
    return re.findall(r'data-document="(\d+)"', html)


def test_each_document_but_the_preface_is_on_the_line_of_time_or_said_to_be_undated(volume: Pictures) -> None:
    assert (volume.total, len(volume.dated)) == (215, 209)
    assert [one.number for one in volume.undated] == ["36", "37", "51", "125", "127", "198"]
    assert {one.number for one in (*volume.dated, *volume.undated)} == {str(number) for number in range(1, 216)}


def test_the_years_are_those_of_the_volume_without_a_gap(volume: Pictures) -> None:
    assert volume.years == tuple(str(year) for year in range(1923, 1933))
    assert Pictures(()).years == ()


@pytest.mark.parametrize(
    ("number", "start", "end"),
    [
        ("88", "1927-09-15", "1927-09-15"),
        ("13", "1923-10-25", "1923-10-27"),
        ("43", "1925-04-01", "1925-04-30"),
        ("201", "1930-10-01", "1930-11-30"),
    ],
)
def test_a_date_reaches_from_its_first_possible_day_to_its_last(
    volume: Pictures, number: str, start: str, end: str
) -> None:
    found = volume.document(number)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("date", ["осенью", "1923-13-01", "1923-02-30", ""])
def test_what_is_no_date_leaves_a_document_undated(date: str) -> None:
    letter = replace(FakeArchive.of().document("1"), date=date)
    drawn = Pictures.of([letter], ())
    assert drawn.dated == () and drawn.undated == (Dated("1", letter.title, date, "письмо"),)


def test_the_documents_of_a_person_are_counted_once_each_by_role(volume: Pictures) -> None:
    roles = {one.name: (len(one.author), len(one.addressee), len(one.named)) for one in volume.people}
    assert roles["Троцкий Л. Д."] == (40, 8, 115)
    assert roles["Сталин И. В."] == (14, 51, 61)
    assert roles["Ленин В. И."] == (0, 0, 66)
    for one in volume.people:
        assert len({*one.author, *one.addressee, *one.named}) == one.count


def test_the_people_in_most_documents_come_first_and_no_more_than_can_be_read(volume: Pictures) -> None:
    assert [one.name for one in volume.people[:3]] == ["Троцкий Л. Д.", "Сталин И. В.", "Зиновьев Г. Е."]
    counts = [one.count for one in volume.people]
    assert len(counts) == 30 and counts == sorted(counts, reverse=True)


def test_who_is_in_fewer_than_five_documents_is_left_out(documents: tuple[Document, ...]) -> None:
    numbers = "40", "41", "42", "43", "44"
    persons = [Person("Иванов", ("Иванов",), numbers[:4], 4), Person("Петров", ("Петров",), numbers, 5)]
    assert Pictures.of(documents, persons).people == (Figure("Петров", (), (), numbers),)


def test_who_wrote_most_to_whom_comes_first(volume: Pictures) -> None:
    most = [(one.author, one.addressee, len(one.documents)) for one in volume.letters[:3]]
    assert most == [
        ("Ягода Г. Г.", "Сталин И. В.", 30),
        ("Троцкий Л. Д.", "Сталин И. В.", 6),
        ("Ягода Г. Г.", "Каганович Л. М.", 6),
    ]
    assert (len(volume.letters), volume.between) == (40, 78)


def test_a_bare_surname_is_whom_the_register_knows_in_that_document(volume: Pictures) -> None:
    assert "Сталин" not in {one.addressee for one in volume.letters}
    assert volume.between_whom("Аболин", "Сталин И. В.") == (Letters("Аболин", "Сталин И. В.", ("96",)),)


def test_a_bare_surname_stays_as_it_is_where_two_may_be_meant(documents: tuple[Document, ...]) -> None:
    letter = next(one for one in documents if one.number == "96")
    persons = [Person(name, (name,), ("96",), 1) for name in ("Сталин И. В.", "Сталин В. И.")]
    assert {one.addressee for one in Pictures.of([letter], persons).letters} == {"Сталин"}


def test_nobody_writes_to_himself_in_a_correspondence(volume: Pictures) -> None:
    assert "50" in volume.between_whom("Троцкий Л. Д.", "Бройдо Г. И.")[0].documents
    assert "50" in volume.between_whom("Бройдо Г. И.", "Троцкий Л. Д.")[0].documents
    assert [one for one in volume.letters if one.author == one.addressee] == []


def test_all_letters_of_one_side_are_found_and_none_without_a_side(volume: Pictures) -> None:
    assert {one.author for one in volume.between_whom("", "Каганович Л. М.")} == {"Ягода Г. Г."}
    assert volume.between_whom("", "") == ()


def test_the_lists_hold_all_that_is_drawn(volume: Pictures) -> None:
    html = parts(volume, RU)
    assert numbers_in(html) == [one.number for one in (*volume.dated, *volume.undated)]
    assert html.count("data-choice") == len(volume.people) + len(volume.letters)
    assert "Документов, у которых известны имена и автора, и адресата: 78 из 215." in plain(html)
    assert "Без даты: 6." in plain(html) and "1928 — документов: 59" in plain(html)


def test_a_row_of_the_people_says_how_many_in_each_role(volume: Pictures) -> None:
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", people_listed(volume, RU))
    assert plain(rows[0]).split() == ["Троцкий", "Л.", "Д.", "40", "8", "115", "163"]


def test_a_link_of_the_letters_says_between_whom(volume: Pictures) -> None:
    assert 'aria-label="Ягода Г. Г. → Сталин И. В.: 30"' in letters_listed(volume, EN)


def test_a_document_is_listed_with_its_date_in_words_and_leads_to_its_page(volume: Pictures) -> None:
    html = listed([volume.document("35")], EN)
    assert '<a href="/document/35?language=en" data-act="find" data-document="35">' in html
    assert "Document No. 35 · 25 December 1924 · letter" in re.sub(r"\s+", " ", plain(html))


def test_the_documents_of_a_person_are_given_by_role(volume: Pictures) -> None:
    html = Choice(person="Ягода Г. Г.").documents(volume, RU)
    assert "Ягода Г. Г. — документов: 46" in " ".join(plain(html).split())
    assert re.findall(r"<summary>(.*?)</summary>", html) == ["Автор: 43", "Упоминается: 3"]


def test_the_letters_between_two_are_given_in_the_order_of_time(volume: Pictures) -> None:
    html = Choice(author="Балицкий В. А.", addressee="Сталин И. В.").documents(volume, RU)
    assert numbers_in(html) == ["209", "214", "215"]
    assert "Балицкий В. А. → Сталин И. В. — документов: 3" in " ".join(plain(html).split())


def test_of_whom_a_picture_has_nothing_no_documents_are_given(volume: Pictures) -> None:
    assert Choice(person=HOSTILE).documents(volume, RU) == ""
    assert Choice(author=HOSTILE).documents(volume, RU) == ""


def test_names_titles_and_kinds_are_escaped() -> None:
    paper = Dated("1", HOSTILE, "", HOSTILE)
    hostile = Pictures((), (paper,), (Figure(HOSTILE, ("1",), (), ()),), (Letters(HOSTILE, HOSTILE, ("1",)),), 1)
    chosen = Choice(person=HOSTILE).documents(hostile, RU) + Choice(HOSTILE, HOSTILE).documents(hostile, RU)
    assert "<script>" not in parts(hostile, RU) + chosen
    assert unescape(chosen).count(HOSTILE) >= 3


def test_the_folded_pictures_are_small_and_say_where_they_are_whole() -> None:
    html = pictures(EN)
    assert len(html) < 1000
    assert 'data-from="/pictures/parts?language=en"' in html
    assert '<a href="/pictures?language=en" target="_blank" rel="noopener">' in html


def test_the_data_are_given_once_and_then_said_to_be_the_same(client: TestClient) -> None:
    first = client.get("/api/pictures")
    assert first.json()["total"] == 3
    assert first.json()["dated"][0]["start"] == "1923-02-01"
    again = client.get("/api/pictures", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/pictures", headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_page_speaks_the_language_that_is_asked_for(client: TestClient) -> None:
    assert '<html lang="ru">' in client.get("/pictures").text
    english = client.get("/pictures", params={"language": "en"}).text
    assert '<html lang="en">' in english and "The documents in time" in english
    assert client.get("/pictures", params={"language": "fr"}).status_code == 422


def test_a_choice_is_shown_on_the_page_and_alone(client: TestClient) -> None:
    choice = {"author": "Троцкий Л. Д.", "addressee": "Литвинов М. М."}
    alone = client.get("/pictures/chosen", params=choice).text
    assert numbers_in(alone) == ["1"]
    assert alone in client.get("/pictures", params=choice).text


@pytest.mark.parametrize("asked", [{}, {"person": HOSTILE}, {"author": "Никто"}])
def test_a_choice_of_nobody_is_not_found(client: TestClient, asked: dict[str, str]) -> None:
    found = client.get("/pictures/chosen", params=asked)
    assert (found.status_code, found.json()) == (404, {"detail": RUSSIAN.pictures.unknown})


def test_every_script_that_the_pictures_import_is_there() -> None:
    imported = {
        name
        for script in FOLDER.glob("pictures*.js")
        for name in re.findall(r'from "\./(.*?)"', script.read_text("utf-8"))
    }
    assert imported == {path.name for path in FOLDER.glob("pictures-*.js")}
