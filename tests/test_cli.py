"""The command line: what each command prints, and that every error is one line."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from index.build import build
from index.collection import MANIFEST, Collection
from index.embed import Encoded, no_report
from index.folder import CURRENT, IndexFolderError, open_generation
from index.records import Span
from qa.archive import Archive
from tests.fake_encoder import FakeEncoder
from tests.three_papers import VOLUME, three_papers
from ui.cli import COMMANDS, main
from ui.texts import TEXTS

DATA = Path(__file__).parent / "data"
REPOSITORY = Path(__file__).parents[1]
LEGENDA = (sys.executable, "-m", "ui")
QUESTION = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"
IN_ENGLISH = "From where was the session of the TsIK moved to Moscow?"

ANSWER = """\
«Прошу поэтому освободить меня от работы в комиссии по «ножницам», так как это для меня
физически не выполнимо.»

РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 143. Подлинник. Машинопись
Документ № 14, 14 ноября 1923 г., с. 9: Письмо Л. Д. Троцкого от 14 ноября 1923 г. в бюро
секретариата ЦК РКП(б) об освобождении его от работы в комиссии по «ножницам»
{assurance}

2. «Слушали: 14. Просьба т. Троцкого об освобождении его от работы в комиссии по «Ножницам» (т.
   Троцкий).»
   РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 142. Копия. Машинопись · Документ № 15, 15 ноября 1923 г.,
   с. 9: Выписка из протокола заседания Политбюро ЦК от 15 ноября 1923 г. об освобождении Л. Д.
   Троцкого от работы в комиссии по «ножницам»
"""
ANSWER_IN_ENGLISH = """\
«г) Перенести сессию ЦИК’а СССР из Тифлиса в Москву, поручив тов. Калинину провести в советском
порядке извещение кавказских товарищей о причинах переноса, и согласовать все даты созывов
сессии, исходя из назначения Пленума ЦК на 25.10; поручить тов. Калинину совместно с
Секретариатом ЦК выработать текст официальной мотивировки перенесения сессии СОЦИКА из Тифлиса в
Москву.»

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
    people    list the people named, or show one
    serve     serve the web page at / and the HTTP API at /api
    eval      print how often the evidence of gold questions is found, by type
    doctor    check what is installed, the model, the index, and that all of
              it works without a network

options:
  -h, --help  show this help message and exit
"""
PERSON = """\
Крупская Н. К.
Формы имени: Н. К. Крупской, Н. Крупская, Н.К. Крупской
19\t1923-12-21\tЗаявление Н. К. Крупской и М. И. Ульяновой от 21 декабря 1923 г. в ЦК РКП(б)
20\t1923-12-22\tВыписка из протокола заседания Политбюро ЦК ВКП (б) от 22 декабря 1923 г. по заявлению Н. К. Крупской и М. И. Ульяновой

"""
CHOICES = "'build', 'ask', 'documents', 'show', 'people', 'serve', 'eval', 'doctor'"


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    status: int
    out: str
    err: str


Legenda = Callable[..., Ran]


@pytest.fixture
def legenda(small_index: Path, capsys: pytest.CaptureFixture[str]) -> Legenda:
    """Runs a command in this process, on the small index where no other is named."""

    def run(*arguments: object, index: Path = small_index) -> Ran:
        words = [str(word) for word in arguments]
        try:
            status = main([*words, "--index", str(index)] if words and words[0] != "--help" else words)
        except SystemExit as stop:  # argparse ends the program itself
            status = int(stop.code or 0)
        return Ran(status, *capsys.readouterr())

    return run


def complaint(message: str, status: int) -> Ran:
    return Ran(status, "", f"legenda: {message}\n")


# ---- what is printed


def test_an_answer_in_russian(legenda: Legenda, archive: Archive) -> None:
    assurance = TEXTS["ru"].assurance(archive.ask(QUESTION).confidence)
    assert legenda("ask", QUESTION, "-k", 2) == Ran(0, ANSWER.format(assurance=assurance), "")


def test_what_the_documents_do_not_say_is_not_answered(legenda: Legenda) -> None:
    out = legenda("ask", "Как сварить суп на ужин?", "-k", 1).out
    assert out.startswith(f"{TEXTS['ru'].not_found}\n{TEXTS['ru'].nearest_note}\n\n1. «")


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
        "date_from": "title",
        "kind": "письмо",
        "kind_named": "письмо",
        "authors": ["Сталин И. В."],
        "authors_from": "title",
        "addressees": ["Литвинов М. М.", "Троцкий Л. Д.", "Зиновьев Г. Е."],
        "addressees_from": "title",
        "reference": {
            "archive": "РГАНИ",
            "fond": "3",
            "opis": "62",
            "delo": "182",
            "listy": "55–56",
            "authenticity": "Подлинник",
            "technique": "Рукопись",
            "text": "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 55–56",
        },
        "legend": "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 55–56. Подлинник. Рукопись",
        "source": {"start": 4830, "end": 5970, "lines": [130, 166], "page": 2},
        "title_lines": [131, 133],
        "secrecy": [],
        "office_number": "",
        "enclosures": [],
        "publication": "",
        "annotations": "",
        "footnotes": [],
        "heading_inferred": False,
        "characters": 972,
    }


def test_the_people_are_listed_with_the_number_of_their_documents(legenda: Legenda) -> None:
    ran = legenda("people")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[:1] == ["Троцкий Л. Д.\t13"]
    assert "Крупская Н. К.\t2" in ran.out.splitlines()


@pytest.mark.parametrize("name", ["Крупская", "крупской", "Krupskaia", "Н. К. Крупской"])
def test_a_person_is_shown_with_forms_and_documents(legenda: Legenda, name: str) -> None:
    assert legenda("people", name) == Ran(0, PERSON, "")


def test_people_are_listed_as_json(legenda: Legenda) -> None:
    ran = legenda("people", "Ульянова", "--json")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {
            "name": "Ульянова М. И.",
            "forms": ["М. И. Ульяновой", "М. Ульянова", "М.И. Ульяновой"],
            "documents": ["19", "20"],
            "mentions": 4,
        }
    ]


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
    assert "\n\nПриложение к п. 1. Протокола Политбюро № 50 от 8 декабря 1923 г.\n" in legenda("show", 16).out


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


def test_the_doctor_finds_all_well(legenda: Legenda, small_index: Path) -> None:
    generation, _ = open_generation(small_index)
    ran = legenda("doctor")
    *installed, model, index, offline = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert all(re.fullmatch(r"ok    \S+: \S.*", line) for line in installed)
    assert model == "ok    model: multilingual-e5-small-q4:1571fc98"
    assert index == (
        f"ok    index: whole, 22 documents, 80 passages, model multilingual-e5-small-q4:1571fc98, in {generation}"
    )
    assert re.fullmatch(r"ok    offline: a question was answered in \d+ ms with the network refused", offline)


def test_the_doctor_says_what_fails_and_looks_on(legenda: Legenda, tmp_path: Path) -> None:
    ran = legenda("doctor", index=tmp_path)
    assert (ran.status, ran.err) == (1, "")
    assert [line for line in ran.out.splitlines() if not line.startswith("ok    ")] == [
        f"FAIL  index: no index in {tmp_path}; run: legenda build --index {tmp_path}",
        f"FAIL  offline: no index in {tmp_path}; run: legenda build --index {tmp_path}",
    ]


def test_the_help_lists_every_command(legenda: Legenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert legenda("--help") == Ran(0, HELP, "")
    assert all(f"\n    {command.NAME}" in HELP for command in COMMANDS)


# ---- a wrong call


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
        (["ask", "Кто?", "-k"], "argument -k: expected one argument (see: legenda ask --help)"),
        (["ask", "Кто?", "такой"], "unrecognized arguments: такой (see: legenda --help)"),
        (["show"], "the following arguments are required: number (see: legenda show --help)"),
        (["show", "999"], "the collection has no document '999'; see: legenda documents"),
        (["show", "пятый"], "the collection has no document 'пятый'; see: legenda documents"),
        (["people", "Наполеон"], "the collection names nobody 'Наполеон'; see: legenda people"),
        (["people", ""], "the collection names nobody ''; see: legenda people"),
        (["serve", "--port", "http"], "argument --port: invalid int value: 'http' (see: legenda serve --help)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_said_in_one_line(legenda: Legenda, arguments: Sequence[str], message: str) -> None:
    assert legenda(*arguments) == complaint(message, 2)


# ---- an index that cannot be used


@pytest.mark.parametrize(
    "command",
    [["ask", "Кто?"], ["documents"], ["show", "1"], ["people"], ["serve"], ["eval"]],
    ids=lambda command: command[0],
)
def test_without_an_index_the_command_that_makes_one_is_named(
    legenda: Legenda, tmp_path: Path, command: list[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert legenda(*command, index=nowhere) == complaint(
        f"no index in {nowhere}; run: legenda build --index {nowhere}", 1
    )


def damaged(generation: Path) -> str:
    catalogue = generation / "catalogue.sqlite"
    content = bytearray(catalogue.read_bytes())
    content[len(content) // 2] ^= 1
    catalogue.write_bytes(content)
    return "catalogue.sqlite is damaged"


def missing(generation: Path) -> str:
    (generation / "vectors.faiss").unlink()
    return "vectors.faiss is missing"


def foreign(generation: Path) -> str:
    (generation / "notes.txt").write_text("не отсюда", encoding="utf-8")
    return "notes.txt does not belong to the index"


@pytest.mark.parametrize("harm", [damaged, missing, foreign])
def test_a_file_that_is_not_as_it_was_built_is_named(
    legenda: Legenda, small_index: Path, tmp_path: Path, harm: Callable[[Path], str]
) -> None:
    index = tmp_path / "index"
    shutil.copytree(small_index, index)
    generation, _ = open_generation(index)
    fault = harm(generation)
    assert legenda("ask", "Кто?", index=index) == complaint(
        f"{generation}/{fault}; run: legenda build --index {index}", 1
    )


# ---- a collection that cannot be built


def collection_of(tmp_path: Path, like: Collection, text: str) -> Path:
    folder = tmp_path / "collection"
    folder.mkdir()
    shutil.copy(like.folder / MANIFEST, folder)
    (folder / like.manifest.source).write_text(text, encoding="utf-8", newline="")
    return folder


def test_a_collection_that_is_missing_is_named(legenda: Legenda, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert legenda("build", nowhere, index=tmp_path / "index") == complaint(
        f"{nowhere}/collection.toml does not exist; a collection is a folder with collection.toml and its source", 1
    )
    assert not (tmp_path / "index").exists()


def test_a_typo_in_the_manifest_is_named(legenda: Legenda, small_collection: Collection, tmp_path: Path) -> None:
    folder = collection_of(tmp_path, small_collection, small_collection.source.text)
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("editor =", "edtor ="), encoding="utf-8")
    assert legenda("build", folder, index=tmp_path / "index") == complaint(
        f"{manifest}: the key «editor» is missing; unknown key «edtor», known are title, languages, editor, "
        "publication, citation, source, reader, examples",
        1,
    )


def test_a_model_that_is_missing_is_named(legenda: Legenda, small_collection: Collection, tmp_path: Path) -> None:
    ran = legenda("build", small_collection.folder, "--model", "no-such-model", index=tmp_path / "index")
    assert ran == complaint(
        'the model "no-such-model" is not on this computer (no such folder, and not in the cache of models): '
        'give the folder of a sentence-transformers model, or "bundled"',
        1,
    )


def test_an_index_folder_that_cannot_be_made_is_named(
    legenda: Legenda, small_collection: Collection, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    index = tmp_path / "file" / "index"
    assert legenda("build", small_collection.folder, index=index) == complaint(
        f"the index cannot be written to {index} (Not a directory); free space, or choose another place with --index", 1
    )


def test_a_folder_with_other_files_is_not_taken_for_an_index(
    legenda: Legenda, small_collection: Collection, tmp_path: Path
) -> None:
    (tmp_path / "thesis.txt").write_text("не удалять", encoding="utf-8")
    assert legenda("build", small_collection.folder, index=tmp_path) == complaint(
        f"{tmp_path} is not empty and not an index; choose another place with --index", 1
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


class FullDisk(FakeEncoder):
    """Fills the disk half-way through the passages."""

    def encode_passages(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]], on_progress: Callable[[int], None] = no_report
    ) -> Encoded:
        """Raise what the system raises then."""
        half = len(texts) // 2
        super().encode_passages(texts[:half], parts[:half], on_progress)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_the_old_index_in_use(small_collection: Collection, tmp_path: Path) -> None:
    index = tmp_path / "index"
    build(small_collection, index, "fake", FakeEncoder(), lambda _done, _total: None)
    old, _ = open_generation(index)
    files = sorted(index.rglob("*"))
    with pytest.raises(IndexFolderError) as caught:
        build(small_collection, index, "fake", FullDisk(name="another"), lambda _done, _total: None)
    assert str(caught.value) == (
        f"the index cannot be written to {index} (No space left on device); "
        "free space, or choose another place with --index"
    )
    assert open_generation(index)[0] == old
    assert sorted(index.rglob("*")) == files


# ---- a batch

GOOD = {"id": "first", "question": QUESTION}
LAST = {"id": 2, "question": IN_ENGLISH, "history": ["Who was Kalinin?"], "note": "let pass"}
# line of a batch, what is said of it
BROKEN: list[tuple[bytes, str]] = [
    (b"{", "not JSON: Expecting property name enclosed in double quotes (column 2)"),
    (b"[" * 100_000, "not JSON that can be read: nested too deeply"),
    (b'["first", "?"]', 'not a JSON object {"id": ..., "question": ...}'),
    (b'{"id": "a"}', "«question»: Field required"),
    ('{"question": "Кто?"}'.encode(), "«id»: Field required"),
    (b'{"id": "a", "question": 5}', "«question»: Input should be a valid string"),
    (b'{"id": "a", "question": "?", "history": "?"}', "«history»: Input should be a valid tuple"),
    ('{"id": "a", "question": "Кто?"}'.encode("cp1251"), "not UTF-8 (byte 25)"),
    (
        b'{"id": "a", "question": "?!"}',
        "the question is empty; ask in words",
    ),
]


def test_a_broken_line_is_named_and_the_others_are_answered(legenda: Legenda, archive: Archive, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [json.dumps(GOOD).encode(), b"", *(line for line, _ in BROKEN), json.dumps(LAST).encode(), b""]
    into.write_bytes(b"\n".join(lines))
    ran = legenda("ask", "--batch", into, "--out", out, "-k", 3)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        f"legenda: {into}, line {number}: {fault}" for number, (_, fault) in enumerate(BROKEN, 3)
    ]
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    expected = [{"id": asked["id"]} | archive.ask(str(asked["question"]), k=3).as_json() for asked in (GOOD, LAST)]
    assert [untimed(answer) for answer in answers] == [untimed(answer) for answer in expected]


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "timing_ms"}


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + json.dumps(GOOD).encode(),  # a byte order mark
        json.dumps(GOOD).encode() + b"\r\n",
        b"\n\n" + json.dumps(GOOD, ensure_ascii=False).encode() + b"\n \n",
    ],
    ids=["byte order mark", "line end of Windows", "blank lines"],
)
def test_a_batch_may_be_written_in_any_editor(legenda: Legenda, tmp_path: Path, content: bytes) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    into.write_bytes(content)
    assert legenda("ask", "--batch", into, "--out", out, "-k", 1) == Ran(0, "", "")
    assert json.loads(out.read_bytes())["id"] == "first"


def test_an_empty_batch_has_no_answers(legenda: Legenda, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    into.touch()
    assert legenda("ask", "--batch", into, "--out", out) == Ran(0, "", "")
    assert out.read_bytes() == b""


def test_a_batch_that_is_missing_leaves_earlier_answers_alone(legenda: Legenda, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    out.write_text("earlier", encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", out) == complaint(
        f"{into}: No such file or directory; check the path, its permissions and the free space", 1
    )
    assert out.read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize(
    ("place", "reason"), [("nowhere/out.jsonl", "No such file or directory"), ("", "Is a directory")]
)
def test_answers_that_cannot_be_written_are_named(legenda: Legenda, tmp_path: Path, place: str, reason: str) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / place
    into.write_text(json.dumps(GOOD), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", out) == complaint(
        f"{out}: {reason}; check the path, its permissions and the free space", 1
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_is_full_of_answers_is_named(legenda: Legenda, tmp_path: Path) -> None:
    into = tmp_path / "in.jsonl"
    into.write_text(json.dumps(GOOD), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", "/dev/full") == complaint(
        "/dev/full: No space left on device; check the path, its permissions and the free space", 1
    )


def test_answers_do_not_overwrite_their_questions(legenda: Legenda, tmp_path: Path) -> None:
    into = tmp_path / "in.jsonl"
    into.write_text(json.dumps(GOOD), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", tmp_path / "." / "in.jsonl") == complaint(
        f"--out would overwrite the questions in {into}; name another file", 2
    )
    assert json.loads(into.read_bytes()) == GOOD


# ---- the world around


def test_a_port_in_use_is_named(legenda: Legenda) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert legenda("serve", "--port", port) == complaint(
            f"port {port} is in use; stop what listens there or choose another with --port", 1
        )


def test_a_port_that_does_not_exist_is_named(legenda: Legenda) -> None:
    assert legenda("serve", "--port", 65_536) == complaint(
        "cannot listen on 127.0.0.1, port 65536: ports end at 65535; change --port", 1
    )


def started(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    command = [*LEGENDA, *map(str, arguments)]
    return subprocess.Popen(command, cwd=REPOSITORY, env=os.environ | environment, **pipes)


def test_ctrl_c_stops_with_one_line(small_index: Path, tmp_path: Path) -> None:
    """The questions come from a pipe that stays empty, so that the command surely waits in its midst."""
    into = tmp_path / "in.jsonl"
    os.mkfifo(into)
    command = ("ask", "--batch", into, "--out", tmp_path / "out.jsonl", "--index", small_index)
    with started(*command) as process, into.open("wb"):  # which opens when the command opens it too
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (1, "", "legenda: stopped\n")


def test_a_reader_that_has_seen_enough_is_no_failure(small_index: Path) -> None:
    """As in `legenda documents | head -1`."""
    with started("documents", "--json", "--index", small_index) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.wait(timeout=30), process.stderr.read()) == (0, "")


def test_a_terminal_that_knows_no_russian_gets_question_marks(small_index: Path) -> None:
    with started("show", "15", "--index", small_index, PYTHONIOENCODING="ascii") as process:
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert out.splitlines()[0] == "???????? ? 15"
