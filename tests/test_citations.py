"""The route that cites a document, and how the page shows a citation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.records import Document
from qa.archive import Archive
from qa.cite import Citation
from tests.command import Legenda
from tests.fake_archive import fake_archive
from ui.api import api, explain_faults
from ui.caption import Speech
from ui.citing.forms import FORMS
from ui.citing.menu import cite_menu, copy_button, downloads
from ui.citing.routes import citations
from ui.texts import ENGLISH, RUSSIAN

RUSSIAN_PAGE, ENGLISH_PAGE = Speech(RUSSIAN, "ru"), Speech(ENGLISH, "ru")


@pytest.fixture(scope="module")
def archive() -> Archive:
    return fake_archive()


@pytest.fixture(scope="module")
def client(archive: Archive) -> TestClient:
    app = FastAPI(docs_url=None, redoc_url=None)
    explain_faults(app)
    app.include_router(citations(archive))
    app.include_router(api(archive))
    return TestClient(app)


@pytest.fixture(scope="module")
def letter(archive: Archive) -> Document:
    return archive.document("35")


@pytest.fixture(scope="module")
def citation(archive: Archive, letter: Document) -> Citation:
    return Citation.of(archive.manifest, letter, at=40, places=archive.places)


# form, media type, name of the file, beginning of the text
FILES = [
    (
        "gost",
        "text/plain; charset=utf-8",
        None,
        "Письмо Г.\xa0Г.\xa0Ягоды от 25\xa0декабря 1924\xa0г. (без указания адресата) // РГАСПИ.",
    ),
    ("csl", "application/vnd.citationstyles.csl+json", "legenda-35.json", '[\n  {\n    "id": "rgaspi-17-171-30-35",'),
    (
        "bibtex",
        "application/x-bibtex; charset=utf-8",
        "legenda-35.bib",
        "@misc{rgaspi-17-171-30-35,\n  author = {Ягода, Г. Г.},",
    ),
    (
        "ris",
        "application/x-research-info-systems; charset=utf-8",
        "legenda-35.ris",
        "TY  - PCOMM\r\nID  - rgaspi-17-171-30-35\r\n",
    ),
]


@pytest.mark.parametrize(("form", "media_type", "name", "beginning"), FILES)
def test_each_form_has_its_media_type_and_the_name_of_its_file(
    client: TestClient, form: str, media_type: str, name: str | None, beginning: str
) -> None:
    got = client.get("/api/cite/35", params={"form": form})
    assert (got.status_code, got.headers["content-type"]) == (200, media_type)
    assert got.headers.get("content-disposition") == (f"attachment; filename*=UTF-8''{name}" if name else None)
    assert got.content.decode("utf-8").startswith(beginning)


def test_without_a_form_it_is_gost(client: TestClient) -> None:
    assert client.get("/api/cite/35").text == client.get("/api/cite/35?form=gost").text
    assert client.get("/api/cite/35").text.endswith("док. №\xa035, с.\xa080).\n")


def test_a_place_is_cited_with_its_page(client: TestClient, archive: Archive) -> None:
    last = len(archive.document("1").text.content) - 1
    assert client.get("/api/cite/1").text.endswith("док. №\xa01, с.\xa017–18).\n")
    assert client.get("/api/cite/1?at=0").text.endswith("с.\xa017).\n")
    assert client.get(f"/api/cite/1?at={last}").text.endswith("с.\xa018).\n")


def test_a_number_may_be_any_string(archive: Archive, citation: Citation) -> None:
    numbered = replace(archive.document("35"), number='12а/3 "б"')
    cited = replace(citation, cited=replace(citation.cited, document=numbered))
    address = re.findall(r'href="([^"]*form=ris[^"]*)"', downloads(cited, ENGLISH_PAGE))[0].replace("&amp;", "&")
    app = FastAPI()
    app.include_router(citations(cast("Archive", replace(cast("Any", archive), documents=(numbered,)))))
    got = TestClient(app).get(address)
    assert got.status_code == 200
    assert got.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''legenda-12%D0%B0%2F3%20%22%D0%B1%22.ris"
    )


# address, status, the one line
REFUSED = [
    ("/api/cite/999", 404, "there is no document 999"),
    ("/api/cite/35?form=apa", 422, "form: Input should be 'gost', 'csl', 'bibtex' or 'ris'"),
    ("/api/cite/35?at=x", 422, "at: Input should be a valid integer, unable to parse string as an integer"),
    ("/api/cite/35?at=-1", 422, "at: Input should be greater than or equal to 0"),
    ("/api/cite/35?at=999999", 422, "at: document 35 has no position 999999"),
    ("/api/cite/35?from=bibtex", 422, "from: Extra inputs are not permitted"),
    ("/api/cite/", 404, "there is no document "),
    ("/api/cite/..%2f..%2fetc", 404, "there is no document ../../etc"),
]


@pytest.mark.parametrize(("address", "status", "line"), REFUSED)
def test_what_cannot_be_cited_is_said_in_one_line(client: TestClient, address: str, status: int, line: str) -> None:
    got = client.get(address)
    assert (got.status_code, got.json()["detail"]) == (status, line)


def test_the_button_holds_the_reference_and_the_words_said_afterwards(citation: Citation) -> None:
    button = copy_button(citation, RUSSIAN_PAGE)
    assert f'data-copy="{citation.gost()}"' in button
    assert 'data-copied="Скопировано"' in button
    assert ">Скопировать ссылку<span" in button
    assert button.endswith('<output class="copied"></output>')


def test_the_links_lead_to_the_files_of_the_same_place(client: TestClient, citation: Citation) -> None:
    addresses = re.findall(r'href="([^"]*)" download', downloads(citation, ENGLISH_PAGE))
    assert addresses == [f"/api/cite/35?form={form}&amp;at=40" for form in ("csl", "bibtex", "ris")]
    whole = Citation.of(citation.cited.manifest, citation.cited.document)
    assert 'href="/api/cite/35?form=csl" download' in downloads(whole, ENGLISH_PAGE)
    assert [client.get(address.replace("&amp;", "&")).status_code for address in addresses] == [200, 200, 200]


def test_the_menu_shows_the_reference_in_its_own_language(citation: Citation) -> None:
    menu = cite_menu(citation, ENGLISH_PAGE)
    assert f'<p class="cited"><span lang="ru">{citation.gost()}</span></p>' in menu
    assert menu.startswith(
        '<details class="cite"><summary>Cite the document<span class="unseen">: Document No. 35</span>'
    )


def test_what_a_title_holds_is_escaped(archive: Archive, letter: Document) -> None:
    odd = Citation.of(archive.manifest, replace(letter, title='"><script>alert(1)</script>', number='3"5'))
    menu = cite_menu(odd, RUSSIAN_PAGE)
    assert "<script>" not in menu and "&lt;script&gt;" in menu
    assert 'href="/api/cite/3%225?form=csl"' in menu


@pytest.mark.parametrize("form", FORMS)
def test_the_command_line_gives_the_same(legenda: Legenda, form: str) -> None:
    ran = legenda("cite", "1", "--form", form)
    assert (ran.status, ran.err) == (0, "")
    assert "182" in ran.out and "Сборник документов" in ran.out


def test_the_command_line_cites_by_gost_of_itself(legenda: Legenda) -> None:
    assert legenda("cite", "1").out.startswith("Письмо Л.\xa0Д.\xa0Троцкого М.\xa0М.\xa0Литвинову")
    assert legenda("cite", "999").err == "legenda: the collection has no document '999'; see: legenda documents\n"
