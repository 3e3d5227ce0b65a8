"""Citations: what scholars and their programs are given of every document of the volume."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as some

from index.collection import Collection
from index.places import Places
from index.records import Document, Reference
from qa.cite import Citation
from qa.citing.bibtex import escaped
from qa.citing.typography import NBSP, RULES, Rule, ended, written
from tests.schemas import csl_schema

VOLUME = (
    "Сборник документов серии «Политбюро» о борьбе Политбюро ЦК ВКП(б) и ОГПУ с троцкистской оппозицией, "
    "1923–1932~гг. Предисловие О.~Мозохина"
)

# document, citation of the paper, pages; «~» is a non-breaking space
GOST = [
    ("1", "Письмо Л.~Д.~Троцкого М.~М.~Литвинову, Г.~Е.~Зиновьеву, И.~В.~Сталину от 1~февраля 1923~г. об интервью корреспонденту Ренсому // РГАНИ. Ф.~3. Оп.~62. Д.~182. Л.~50–53", "17–18"),
    ("13", "Выписка из протокола заседания Пленумов ЦК и ЦКК от 25–27~октября 1923~г. // РГАСПИ. Ф.~17. Оп.~171. Д.~26. Л.~35", "53"),
    ("17", "Письмо Л.~Д.~Троцкого в Политбюро ЦК и в Президиум ЦКК от 13~декабря 1923~г. // РГАСПИ. Ф.~17. Оп.~171. Д.~27. Л.~14", "55–56"),
    ("36", "Письмо И.~В.~Сталина секретарю Камчатского Губкома // РГАСПИ. Ф.~17. Оп.~171. Д.~39. Л.~120–121", "81"),
    ("40", "Письмо И.~В.~Сталина Г.~К.~Орджоникидзе от 17~февраля 1925~г. // РГАСПИ. Ф.~558. Оп.~11. Д.~777. Л.~29–29~об.", "82–83"),
    ("44", "Выписка из протокола заседания Пленума ЦК от 27~апреля 1925~г. о закрытом письме Пленума ЦК РКП // РГАСПИ. Ф.~17. Оп.~171. Д.~40. Л.~83, 88–88~об.", "86–88"),
    ("49", "Выписка из протокола заседания Политбюро ЦК от 17~февраля 1926~г. о биографии В.~И.~Ленина для «Британской энциклопедии» // РГАНИ. Ф.~3. Оп.~62. Д.~181. Л.~1", "91"),
    ("94", "Письмо В.~Р.~Менжинского в секретариат ЦК ВКП(б) от 24~сентября 1927~г. о раскрытии подпольной организации троцкистов // РГАСПИ. Ф.~17. Оп.~171. Д.~104. Л.~101~об.", "166"),
    ("96", "Аболин, Заборский. Шифртелеграмма из Пензы от 3~октября 1927~г. о подпольной фракционной организации // РГАСПИ. Ф.~17. Оп.~171. Д.~133. Л.~1", "169"),
    ("119", "Выписка из протокола №~6 заседания Политбюро ЦК от 14~января 1928~г. о письмах Троцкого // РГАСПИ. Ф.~17. Оп.~171. Д.~149. Л.~19", "205"),
    ("127", "Ягода, Агранов. [Докладная записка] // РГАСПИ. Ф.~17. Оп.~171. Д.~149. Л.~89–102", "224–230"),
    ("138", "Радек К.~Б. [Письмо, 26~июня 1928~г.] // РГАСПИ. Ф.~17. Оп.~171. Д.~147. Л.~47–65", "261–270"),
    ("160", "Докладная записка Г.~Г.~Ягоды И.~В.~Сталину от 30~октября 1928~г. с приложением документов оппозиции // РГАСПИ. Ф.~17. Оп.~171. Д.~153. Л.~213–220; 222–229", "333–340"),
    ("181", "Интервью Л.~Д.~Троцкого «Рейнско-Вестфальской газете» от 21~марта 1929~г. // РГАСПИ. Ф.~17. Оп.~171. Д.~159. Л.~145–151", "387–390"),
    ("196", "Письмо С.~М.~Кирова И.~П.~Товстухе от 24~апреля 1930~г. с … // РГАСПИ. Ф.~17. Оп.~171. Д.~160. Л.~168", "442"),
]  # fmt: skip


@pytest.fixture(scope="module")
def places(collection: Collection) -> Places:
    return Places.of(collection.source)


@pytest.fixture(scope="module")
def citations(collection: Collection, documents: tuple[Document, ...], places: Places) -> dict[str, Citation]:
    return {one.number: Citation.of(collection.manifest, one, places=places) for one in documents}


@pytest.fixture(scope="module")
def letter(documents: tuple[Document, ...]) -> Document:
    return next(document for document in documents if document.number == "40")


def tilde(text: str) -> str:
    return text.replace(NBSP, "~")


@pytest.mark.parametrize(("number", "paper", "pages"), GOST, ids=[case[0] for case in GOST])
def test_gost_names_the_paper_and_then_the_publication(
    citations: dict[str, Citation], number: str, paper: str, pages: str
) -> None:
    assert tilde(citations[number].gost()) == f"{paper} (публ.: {VOLUME}, док. №~{number}, с.~{pages})."


def test_the_preface_is_cited_as_a_part_of_the_publication(citations: dict[str, Citation]) -> None:
    assert tilde(citations["0"].gost()) == f"Мозохин О.~Предисловие // {VOLUME}. С.~4–16."


def test_every_citation_is_one_line_of_its_own(citations: dict[str, Citation]) -> None:
    lines = [citation.gost() for citation in citations.values()]
    assert len(set(lines)) == len(lines) == 216
    assert not [line for line in lines if re.search(r"\n|  |\.\.|\(об\)| \.|[А-ЯЁ]\.[А-ЯЁ]", line)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.printed for rule in RULES])
def test_a_rule_does_what_its_example_says(rule: Rule) -> None:
    assert rule.pattern.sub(rule.form, rule.printed) != rule.printed
    assert tilde(written(rule.printed)) == rule.cited


def test_what_is_written_is_not_changed_again(citations: dict[str, Citation]) -> None:
    lines = [citation.gost() for citation in citations.values()]
    assert [written(line.replace(NBSP, " ")) for line in lines] == lines


# title, as cited
ENDS = [
    ("О высылке Троцкого.", "О высылке Троцкого"),
    ("Письмо от 3 мая 1925 г.", "Письмо от 3 мая 1925 г."),
    ("По заявлению Преображенского и др.", "По заявлению Преображенского и др."),
    ("Записка И. Т.", "Записка И. Т."),
    ("Телеграмма из…", "Телеграмма из…"),
    ("И что же...", "И что же..."),
    ("Письмо с приложением и", "Письмо с приложением и …"),
    ("", ""),
]


@pytest.mark.parametrize(("title", "cited"), ENDS)
def test_a_title_loses_its_full_stop_but_not_that_of_an_abbreviation(title: str, cited: str) -> None:
    assert ended(title) == cited


def test_a_place_in_an_enclosure_is_cited_with_its_own_sheets_and_page(
    collection: Collection, documents: tuple[Document, ...], places: Places
) -> None:
    whole = next(document for document in documents if document.number == "88")
    first = whole.enclosures[0]
    own = Reference("РГАСПИ", "17", "171", "105", "7–7(об)")
    document = replace(whole, enclosures=(replace(first, reference=own), *whole.enclosures[1:]))
    cited = Citation.of(collection.manifest, document, at=first.span[1] - 1, places=places)
    assert "// РГАСПИ. Ф. 17. Оп. 171. Д. 105. Л. 7–7 об. (публ.:" in cited.gost().replace(NBSP, " ")
    assert cited.gost().replace(NBSP, " ").endswith("док. № 88, с. 146).")
    assert cited.csl_json()["id"] == "rgaspi-17-171-105-88"
    outside = Citation.of(collection.manifest, document, at=0, places=places)
    assert "Д. 104. Л. 5–27 (публ.:" in outside.gost().replace(NBSP, " ")
    assert outside.gost().replace(NBSP, " ").endswith("док. № 88, с. 145).")


def test_a_place_that_the_document_does_not_have_cannot_be_cited(collection: Collection, letter: Document) -> None:
    with pytest.raises(IndexError, match="document 40 has no position 100000"):
        Citation.of(collection.manifest, letter, at=100_000)


def test_without_the_pages_of_the_source_the_first_page_of_the_document_is_named(
    collection: Collection, letter: Document
) -> None:
    assert Citation.of(collection.manifest, letter).gost().replace(NBSP, " ").endswith("док. № 40, с. 82).")


def test_the_pattern_of_the_collection_says_how_a_paper_is_cited(collection: Collection, letter: Document) -> None:
    manifest = collection.manifest.model_copy(update={"citation": "{reference}. {title}. Опубл.: {publication}"})
    assert tilde(Citation.of(manifest, letter).gost()) == (
        "РГАСПИ. Ф.~558. Оп.~11. Д.~777. Л.~29–29~об. "
        f"Письмо И.~В.~Сталина Г.~К.~Орджоникидзе от 17~февраля 1925~г. Опубл.: {VOLUME}."
    )


@pytest.mark.parametrize("end", [".", "…", "!", "?"])
def test_a_citation_that_is_ended_gets_no_second_full_stop(collection: Collection, letter: Document, end: str) -> None:
    manifest = collection.manifest.model_copy(update={"citation": f"{{title}} ({{number}}){end}"})
    assert Citation.of(manifest, letter).gost().endswith(f"(40){end}")


def test_a_letter_as_csl_json(citations: dict[str, Citation]) -> None:
    assert citations["40"].csl_json() == {
        "id": "rgaspi-558-11-777-40",
        "type": "personal_communication",
        "title": "Письмо И. В. Сталина Г. К. Орджоникидзе от 17 февраля 1925 г.",
        "author": [{"family": "Сталин", "given": "И. В."}],
        "recipient": [{"family": "Орджоникидзе", "given": "Г. К."}],
        "issued": {"date-parts": [[1925, 2, 17]]},
        "genre": "письмо",
        "language": "ru",
        "archive": "РГАСПИ",
        "archive_location": "Ф. 558. Оп. 11. Д. 777. Л. 29–29 об.",
        "note": f"Подлинник. Рукопись. Публ.: {VOLUME}, док. № 40, с. 82–83".replace("~", " "),
    }


def test_the_preface_as_csl_json(citations: dict[str, Citation]) -> None:
    assert citations["0"].csl_json() == {
        "id": "predislovie-0",
        "type": "chapter",
        "title": "Предисловие",
        "author": [{"family": "Мозохин", "given": "О."}],
        "genre": "предисловие",
        "language": "ru",
        "container-title": VOLUME.replace("~", " "),
        "editor": [{"family": "Мозохин", "given": "О."}],
        "page": "4-16",
    }


# document, type, date
TYPES = [
    ("13", "manuscript", [[1923, 10, 25], [1923, 10, 27]]),
    ("43", "personal_communication", [[1925, 4]]),
    ("180", "interview", [[1929, 3, 20]]),
    ("201", "personal_communication", [[1930, 10], [1930, 11]]),
]


@pytest.mark.parametrize(("number", "kind", "issued"), TYPES)
def test_csl_json_has_the_kind_and_the_date_as_precise_as_known(
    citations: dict[str, Citation], number: str, kind: str, issued: list[list[int]]
) -> None:
    item = citations[number].csl_json()
    assert (item["type"], item["issued"]) == (kind, {"date-parts": issued})


def test_what_is_not_known_is_left_out(citations: dict[str, Citation]) -> None:
    assert citations["127"].csl_json()["title"] == "[Докладная записка]"
    assert citations["127"].csl_json()["author"] == [{"literal": "Ягода"}, {"literal": "Агранов"}]
    assert {"issued", "recipient"}.isdisjoint(citations["127"].csl_json())
    assert "author" not in citations["4"].csl_json()


def test_csl_json_of_every_document_is_valid(citations: dict[str, Citation]) -> None:
    items = [citation.csl_json() for citation in citations.values()]
    assert [error.message for error in csl_schema().iter_errors(items)] == []
    assert len({item["id"] for item in items}) == len(items) == 216


def test_the_schema_refuses_what_is_no_csl_json(citations: dict[str, Citation]) -> None:
    wrong = [citations["40"].csl_json() | {"fond": "558"}, citations["40"].csl_json() | {"type": "letter"}]
    assert len(list(csl_schema().iter_errors(wrong))) == 2


def test_a_letter_as_bibtex(citations: dict[str, Citation]) -> None:
    assert citations["40"].bibtex() == (
        "@misc{rgaspi-558-11-777-40,\n"
        "  author = {Сталин, И. В.},\n"
        "  title = {{Письмо И. В. Сталина Г. К. Орджоникидзе от 17 февраля 1925 г.}},\n"
        "  howpublished = {РГАСПИ. Ф. 558. Оп. 11. Д. 777. Л. 29–29 об.},\n"
        "  year = {1925},\n"
        "  date = {1925-02-17},\n"
        "  langid = {russian},\n"
        f"  note = {{Подлинник. Рукопись. Публ.: {VOLUME}, док. № 40, с. 82–83}},\n"
        "}\n"
    ).replace("~", " ")


def test_bibtex_of_every_document_is_read_back(citations: dict[str, Citation]) -> None:
    library = parse_string("".join(citation.bibtex() for citation in citations.values()))
    assert library.failed_blocks == []
    read = {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}
    items = {citation.csl_json()["id"]: citation.csl_json() for citation in citations.values()}
    assert list(read) == list(items)
    for key, item in items.items():
        assert read[key]["title"] == f"{{{item['title']}}}"
        if "archive" in item:
            assert read[key]["howpublished"] == f"{item['archive']}. {item['archive_location']}"
            assert read[key]["note"] == escaped(item["note"])
    assert read["rgaspi-17-171-27-19"]["author"] == "Крупская, Н. К. and Ульянова, М. И."
    assert read["predislovie-0"]["pages"] == "4--16"


@given(some.text(max_size=60))
def test_whatever_a_title_holds_does_not_break_the_entry(title: str) -> None:
    entry = f"@misc{{a,\n  title = {{{escaped(title)}}},\n}}\n@misc{{b,\n  title = {{x}},\n}}\n"
    library = parse_string(entry)
    assert [one.key for one in library.entries] == ["a", "b"]


def test_a_letter_as_ris(citations: dict[str, Citation]) -> None:
    assert citations["40"].ris().split("\r\n") == [
        "TY  - PCOMM",
        "ID  - rgaspi-558-11-777-40",
        "TI  - Письмо И. В. Сталина Г. К. Орджоникидзе от 17 февраля 1925 г.",
        "AU  - Сталин, И. В.",
        "PY  - 1925",
        "DA  - 1925/02/17/",
        "A2  - Орджоникидзе, Г. К.",
        "DB  - РГАСПИ",
        "AV  - Ф. 558. Оп. 11. Д. 777. Л. 29–29 об.",
        "M3  - письмо",
        "LA  - ru",
        f"N1  - Подлинник. Рукопись. Публ.: {VOLUME}, док. № 40, с. 82–83".replace("~", " "),
        "ER  - ",
        "",
    ]


def test_ris_of_every_document_is_read_back(citations: dict[str, Citation]) -> None:
    read = rispy.loads("".join(citation.ris() for citation in citations.values()))
    items = [citation.csl_json() for citation in citations.values()]
    assert [(one["id"], one["title"]) for one in read] == [(item["id"], item["title"]) for item in items]
    papers = [(one["name_of_database"], one["unknown_tag"]["AV"][0]) for one in read[1:]]
    assert papers == [(item["archive"], item["archive_location"]) for item in items[1:]]
    assert [one["notes"] for one in read[1:]] == [[item["note"]] for item in items[1:]]
    assert (read[0]["type_of_reference"], read[0]["start_page"], read[0]["end_page"]) == ("CHAP", "4", "16")


def test_a_document_without_a_reference_is_cited_from_the_publication(collection: Collection, letter: Document) -> None:
    lost = Citation.of(collection.manifest, replace(letter, reference=None))
    assert tilde(lost.gost()) == f"Письмо И.~В.~Сталина Г.~К.~Орджоникидзе от 17~февраля 1925~г. // {VOLUME}. С.~82."
    assert (lost.csl_json()["type"], lost.csl_json()["note"]) == ("chapter", "Док. № 40")
    assert lost.bibtex().startswith("@incollection{pismo-40,")
    assert "T2  - Сборник" in lost.ris()


def test_signs_of_tex_are_escaped_in_a_title(collection: Collection, letter: Document) -> None:
    odd = Citation.of(collection.manifest, replace(letter, title="О 50% {сметы} & счёте"))
    assert r"title = {{О 50\% {\textbraceleft}сметы{\textbraceright} \& счёте}}" in odd.bibtex()
    assert odd.csl_json()["title"] == "О 50% {сметы} & счёте"
