"""The command line: what each command prints, and that a wrong call is one line."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.collection import Collection
from index.folder import CURRENT
from qa.archive import Archive
from tests.command import Legenda, Ran, complaint
from tests.three_papers import VOLUME, collection_of, three_papers
from ui.cli import COMMANDS
from ui.texts import TEXTS

DATA = Path(__file__).parent / "data"
QUESTION = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"
IN_ENGLISH = "From where was the session of the TsIK moved to Moscow?"

ANSWER = """\
Понято: Троцкий Л. Д.

«Прошу поэтому освободить меня от работы в комиссии по «ножницам», так как это для меня
физически не выполнимо. Л. Троцкий»

РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 143. Подлинник. Машинопись
Документ № 14, 14 ноября 1923 г., с. 9: Письмо Л. Д. Троцкого от 14 ноября 1923 г. в бюро
секретариата ЦК РКП(б) об освобождении его от работы в комиссии по «ножницам»
{assurance}

2. «Строго секретно № 46 15 ноября 1926 г. Слушали: 14. Просьба т. Троцкого об освобождении его
   от работы в комиссии по «Ножницам» (т. Троцкий). Постановили: 11. …»
   РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 142. Копия. Машинопись · Документ № 15, 15 ноября 1923 г.,
   с. 9: Выписка из протокола заседания Политбюро ЦК от 15 ноября 1923 г. об освобождении Л. Д.
   Троцкого от работы в комиссии по «ножницам»
"""
ANSWER_IN_ENGLISH = """\
«поручить тов. Калинину совместно с Секретариатом ЦК выработать текст официальной мотивировки
перенесения сессии СОЦИКА из Тифлиса в Москву.»

РГАСПИ. Ф. 17. Оп. 171. Д. 25. Л. 100. Копия. Машинопись
Document No. 10, 18 October 1923, p. 8: Выписка из протокола заседания Политбюро ЦК от 18
октября 1923 г. по созыву экстренного Пленума ЦК ВКП(б)
{assurance}
"""
DOCUMENT = """\
Документ № 15
Выписка из протокола заседания Политбюро ЦК от 15 ноября 1923 г. об освобождении Л. Д. Троцкого
от работы в комиссии по «ножницам»
15 ноября 1923 г. · выписка из протокола · с. 9, строки 891–911

Строго секретно
№ 46
15 ноября 1926 г.
Слушали: 14. Просьба т. Троцкого об освобождении его от работы в комиссии по «Ножницам» (т.
Троцкий).
Постановили: 11. Просьбу т. Троцкого удовлетворить.
СЕКРЕТАРЬ ЦК
РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 142. Копия. Машинопись
"""
HELP = """\
usage: legenda [-h] COMMAND ...

Answers questions about an archive with the documents' own words and their
exact reference.

positional arguments:
  COMMAND
    build     build the index of a collection; does nothing if it is current,
              and may be stopped at any moment
    ask       answer a question with the documents' own words and their
              reference
    documents
              list the documents as parsed, or report what is doubtful in a
              collection
    show      show one document
    cite      print how to cite a document
    people    list the people named, or show one
    export    write the collection as TEI, or its finding aid as EAD; needs no
              index
    serve     serve the web page at /, the museum kiosk at /kiosk and the HTTP
              API at /api
    eval      measure how well gold questions are answered, or compare two
              such runs
    feedback  turn what visitors said of answers into gold questions to be
              checked
    doctor    check what is installed, the model, the index, and that all of
              it works without a network

options:
  -h, --help  show this help message and exit
"""
CHOICES = "'build', 'ask', 'documents', 'show', 'cite', 'people', 'export', 'serve', 'eval', 'feedback', 'doctor'"


def test_an_answer_in_russian(legenda: Legenda, archive: Archive) -> None:
    assurance = TEXTS["ru"].assurance(archive.ask(QUESTION).confidence)
    assert legenda("ask", QUESTION, "-k", 2) == Ran(0, ANSWER.format(assurance=assurance), "")


def test_what_the_documents_do_not_say_is_not_answered(legenda: Legenda) -> None:
    out = legenda("ask", "Как сварить суп на ужин?", "-k", 1).out
    assert out.startswith(f"{TEXTS['ru'].not_found['off_topic']}\n{TEXTS['ru'].nearest_note}\n\n1. «")


def test_answers_are_limited_to_what_was_chosen(legenda: Legenda) -> None:
    limits = ("--from", 1923, "--to", 1923, "--kind", "заявление", "--person", "Троцкий Л. Д.")
    answer = json.loads(legenda("ask", QUESTION, "--json", *limits).out)
    assert {passage["kind"] for passage in answer["passages"]} == {"заявление"}
    assert legenda("ask", QUESTION, "--from", 1931).out.splitlines()[-1] == TEXTS["ru"].not_found["selection"]


def test_a_batch_is_limited_too(legenda: Legenda, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    into.write_text(json.dumps({"id": "a", "question": QUESTION}), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", out, "--to", 1922).status == 0
    assert json.loads(out.read_text(encoding="utf-8"))["reason"] == "selection"


def test_an_answer_in_english(legenda: Legenda, archive: Archive) -> None:
    assurance = TEXTS["en"].assurance(archive.ask(IN_ENGLISH).confidence)
    assert legenda("ask", IN_ENGLISH, "-k", 1) == Ran(0, ANSWER_IN_ENGLISH.format(assurance=assurance), "")


def test_ten_passages_are_given_unless_said_otherwise(legenda: Legenda) -> None:
    assert len(json.loads(legenda("ask", QUESTION, "--json").out)["passages"]) == 10
    assert len(json.loads(legenda("ask", QUESTION, "--json", "-k", 50).out)["passages"]) == 50


def test_the_documents_are_listed_a_line_each(legenda: Legenda) -> None:
    expected = (DATA / "small-documents.tsv").read_text(encoding="utf-8")
    assert expected.count("\n") == 22
    assert legenda("documents") == Ran(0, expected, "")


def test_a_collection_is_checked_without_an_index(legenda: Legenda, tmp_path: Path) -> None:
    papers = three_papers(tmp_path / "papers", volume=VOLUME.replace("Л. 8. Копия", "Л.8 Копия"))
    ran = legenda("documents", "--check", "--collection", str(papers.folder), index=tmp_path / "no-index")
    assert ran == Ran(
        0,
        "Сомнений: 1\n\n"
        "Легенда напечатана не как остальные: точки, пробелы, тире, «об»; прочитана: 1\n"
        "  строка     30, документ   3: РГАСПИ. Ф. 17. Оп. 171. Д. 159. Л.8 Копия. Машинопись\n",
        "",
    )


def test_a_collection_that_is_not_there_cannot_be_checked(legenda: Legenda, tmp_path: Path) -> None:
    ran = legenda("documents", "--check", "--collection", str(tmp_path / "none"))
    assert (ran.status, ran.out) == (1, "")
    assert "collection.toml does not exist" in ran.err


def test_the_documents_are_listed_as_json(legenda: Legenda) -> None:
    ran = legenda("documents", "--json")
    listed = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.status, ran.err, len(listed)) == (0, "", 22)
    assert listed[1] == {
        "number": "2",
        "title": "Письмо И. В. Сталина М. М. Литвинову, Л. Д. Троцкому, Г. Е. Зиновьеву от 3 февраля 1923 г. "
        "об интервью корреспонденту Ренсому",
        "date": "1923-02-03",
        "title_lines": [131, 133],
        "date_from": "title",
        "dates_in_body": [],
        "kind": "письмо",
        "kind_named": "письмо",
        "authors": ["Сталин И. В."],
        "authors_from": "title",
        "addressees": ["Литвинов М. М.", "Троцкий Л. Д.", "Зиновьев Г. Е."],
        "addressees_from": "title",
        "archive": "РГАНИ",
        "fond": "3",
        "opis": "62",
        "delo": "182",
        "listy": "55–56",
        "authenticity": "Подлинник",
        "technique": "Рукопись",
        "legend_raw": "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 55–56. Подлинник. Рукопись",
        "legend_line": 166,
        "other_legends": [],
        "notes_after_legend": "",
        "publication": "",
        "annotations": "",
        "first_line": 130,
        "last_line": 166,
        "page": 2,
        "start": 4830,
        "end": 5970,
        "secrecy": [],
        "office_number": "",
        "enclosures": [],
        "footnotes": [],
        "heading_inferred": False,
        "characters": 972,
    }


def test_a_document_is_shown_by_paragraphs(legenda: Legenda) -> None:
    assert legenda("show", 15) == Ran(0, DOCUMENT, "")


def test_a_letter_is_shown_whole(legenda: Legenda, archive: Archive) -> None:
    shown = legenda("show", 1)
    paragraphs = archive.document("1").text.content.split("\n")
    assert shown.out.startswith("Документ № 1\nПисьмо Л. Д. Троцкого М. М. Литвинову, Г. Е. Зиновьеву, И. В. Сталину")
    assert shown.out.endswith("РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 50–53 Подлинник. Машинопись\n")
    assert " ".join(paragraphs) in " ".join(shown.out.split())
    assert max(map(len, shown.out.splitlines())) <= 96


def test_a_footnote_is_shown_last_under_its_mark(legenda: Legenda) -> None:
    shown = legenda("show", 12).out
    assert "8 ч 35 мин вечера¹⁸\n" in shown
    assert shown.endswith("\n\nСноски\n¹⁸ Подпись не разборчива\n")


def test_an_enclosure_stands_apart(legenda: Legenda) -> None:
    heading = "Приложение к п. 1. Протокола Политбюро № 50 от 8 декабря 1923 г."
    assert f"\n\nСовершенно секретно\nСрочно\n{heading}\n" in legenda("show", 16).out


def test_a_current_index_is_left_as_it_is(legenda: Legenda, small_collection: Collection, small_index: Path) -> None:
    before = (small_index / CURRENT).read_bytes()
    assert legenda("build", small_collection.folder) == Ran(0, f"already current: {small_index}\n", "")
    assert (small_index / CURRENT).read_bytes() == before


def test_a_collection_is_built_and_asked(legenda: Legenda, small_collection: Collection, tmp_path: Path) -> None:
    text = small_collection.source.text
    second = small_collection.documents()[2].place.start
    folder, index = collection_of(tmp_path, small_collection, text[:second]), tmp_path / "index"
    built = legenda("build", folder, index=index)
    assert (built.status, built.out) == (0, f"built: {index}\n")
    assert re.search(r"^reading the passages ━+ 100%", built.err)
    listed = legenda("documents", index=index).out.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["1", "2"]
    assert "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. " in legenda("ask", "Что ответить Ренсому?", index=index).out


def test_the_help_lists_every_command(legenda: Legenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert legenda("--help") == Ran(0, HELP, "")
    assert all(f"\n    {command.NAME}" in HELP for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND (see: legenda --help)"),
        (
            ["bild"],
            f"argument COMMAND: invalid choice: 'bild' (choose from {CHOICES}) (see: legenda --help)",
        ),
        (["ask"], "give one question, or --batch IN.jsonl --out OUT.jsonl; see: legenda ask --help"),
        (
            ["ask", "Кто?", "--batch", "in.jsonl"],
            "give one question, or --batch IN.jsonl --out OUT.jsonl; see: legenda ask --help",
        ),
        (["ask", "--batch", "in.jsonl"], "--batch and --out go together"),
        (["ask", "Кто?", "--out", "out.jsonl"], "--batch and --out go together"),
        (["ask", ""], "the question is empty; ask in words"),
        (["ask", "?! 😀"], "the question is empty; ask in words"),
        (["ask", "\0"], "the question is empty; ask in words"),
        *(
            (
                ["ask", "Кто?", "-k", k],
                f"argument -k: must be a number from 1 to 50, not {k!r} (see: legenda ask --help)",
            )
            for k in ("0", "51", "1.5", "много", "²", "")
        ),
        (["ask", "Кто?", "--from", "1930", "--to", "1923"], "the years are the wrong way round: from 1930 to 1923"),
        *(
            (
                ["ask", "Кто?", option, year],
                f"argument {option}: must be a number from 1 to 9999, not {year!r} (see: legenda ask --help)",
            )
            for option, year in (("--from", "0"), ("--to", "10000"), ("--from", "1923-1925"))
        ),
        (["ask", "Кто?", "--kind", "роман"], "there is no kind of document «роман» here; see: legenda documents"),
        (["ask", "Кто?", "-k"], "argument -k: expected one argument (see: legenda ask --help)"),
        (["ask", "Кто?", "такой"], "unrecognized arguments: такой (see: legenda --help)"),
        (["show"], "the following arguments are required: number (see: legenda show --help)"),
        (["show", "999"], "the collection has no document '999'; see: legenda documents"),
        (["show", "пятый"], "the collection has no document 'пятый'; see: legenda documents"),
        (["people", "Наполеон"], "the collection names nobody 'Наполеон'; see: legenda people"),
        (["people", ""], "the collection names nobody ''; see: legenda people"),
        (
            ["serve", "--kiosk", "--feedback", "said.jsonl"],
            "--feedback goes with the web page; the kiosk asks nobody to judge: leave out one of the two",
        ),
        (["serve", "--port", "http"], "argument --port: invalid int value: 'http' (see: legenda serve --help)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_said_in_one_line(legenda: Legenda, arguments: Sequence[str], message: str) -> None:
    assert legenda(*arguments) == complaint(message, 2)
