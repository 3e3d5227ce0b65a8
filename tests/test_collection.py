"""A collection that is read, and every way in which it may not be: one line, with the file and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection, CollectionError
from tests.three_papers import MANIFEST

VOLUME = "№ 1\nПисьмо Л. Д. Троцкого\n \nТекст.\nРГАНИ. Ф. 3. Оп. 62. Д. 1. Л. 1. Копия. Машинопись\n"
IN_BRACES = "it may hold {title}, {reference}, {publication}, {number}, {page} and nothing else in braces"
KNOWN = "title, languages, editor, publication, citation, source, reader, examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound collection of one document."""
    (tmp_path / "collection.toml").write_text(MANIFEST, "utf-8")
    (tmp_path / "volume.txt").write_text(VOLUME, "utf-8")
    return tmp_path


def refusal(folder: Path) -> str:
    """The message with which the collection is refused, when it is opened or read."""
    with pytest.raises(CollectionError) as caught:
        Collection.open(folder).documents()
    message = str(caught.value)
    assert "\n" not in message
    return message.replace(str(folder), "DIR")


def test_a_sound_collection_is_read(folder: Path) -> None:
    collection = Collection.open(folder)
    assert collection.manifest.title == {"ru": "Документы", "en": "Documents"}
    assert collection.manifest.examples["ru"] == ("Что Крупская рассказала о Ленине?",)
    assert [(document.number, document.title) for document in collection.documents()] == [
        ("1", "Письмо Л. Д. Троцкого")
    ]
    assert collection.source.text == VOLUME


def test_the_collection_that_ships_is_read(collection: Collection) -> None:
    assert collection.manifest.editor == "О. Мозохин"
    assert collection.manifest.languages == ("ru",)
    assert {language: len(questions) for language, questions in collection.manifest.examples.items()} == {
        "ru": 5,
        "en": 4,
    }


def test_the_fingerprint_is_of_the_manifest_and_the_source(folder: Path) -> None:
    expected = hashlib.sha256(MANIFEST.encode() + b"\0" + VOLUME.encode()).hexdigest()
    assert Collection.open(folder).fingerprint == expected
    (folder / "volume.txt").write_text(VOLUME + "\n", "utf-8")
    assert Collection.open(folder).fingerprint != expected


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_files_saved_on_windows_are_read_the_same(folder: Path, change: Callable[[str], str]) -> None:
    expected = [(document.title, document.text.content) for document in Collection.open(folder).documents()]
    for name, text in (("collection.toml", MANIFEST), ("volume.txt", VOLUME)):
        (folder / name).write_bytes(change(text).encode())
    read = Collection.open(folder).documents()
    assert [(document.title, document.text.content) for document in read] == expected


# change to the manifest, message
MANIFESTS = [
    ('editor = "О. Мозохин"', 'editr = "О. Мозохин"',
     f"DIR/collection.toml: the key «editor» is missing; unknown key «editr», known are {KNOWN}"),
    ('reader = "volume"', 'reader = "tei"', "DIR/collection.toml: «reader»: Input should be 'volume'"),
    ('citation = "{title}"', 'citation = "{title} // {sheet}"',
     f"DIR/collection.toml: «citation»: it cannot be filled in ('sheet'); {IN_BRACES}"),
    ('citation = "{title}"', 'citation = "{title"',
     f"DIR/collection.toml: «citation»: it cannot be filled in (expected '}}' before end of string); {IN_BRACES}"),
    ('languages = ["ru"]', 'languages = "ru"', "DIR/collection.toml: «languages»: Input should be a valid tuple"),
    ('editor = "О. Мозохин"', "editor = 5", "DIR/collection.toml: «editor»: Input should be a valid string"),
    ('ru = "Документы"', 'fr = "Documents"', "DIR/collection.toml: «title.fr.[key]»: Input should be 'ru' or 'en'"),
    ('source = "volume.txt"', 'source = "missing.txt"',
     "DIR/missing.txt does not exist; a collection is a folder with collection.toml and its source"),
    ('source = "volume.txt"', 'source = "../volume.txt"',
     "DIR/collection.toml: «source»: ../volume.txt lies outside the collection; put the file into its folder"),
    ('source = "volume.txt"', 'source = "/etc/hostname"',
     "DIR/collection.toml: «source»: /etc/hostname lies outside the collection; put the file into its folder"),
    ('source = "volume.txt"', 'source = "."', "DIR cannot be read (Is a directory); check the path and its permissions"),
    ('editor = "О. Мозохин"', "editor = О. Мозохин",
     "DIR/collection.toml is not TOML: Invalid value (at line 2, column 10); mend that line"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "message"), MANIFESTS)
def test_a_wrong_manifest_is_refused_with_the_key(right: str, wrong: str, message: str, folder: Path) -> None:
    assert MANIFEST.count(right) == 1
    (folder / "collection.toml").write_text(MANIFEST.replace(right, wrong), "utf-8")
    assert refusal(folder) == message


SOURCES = [
    (b"", "DIR/volume.txt is empty; put the text of the volume there"),
    (b" \n\n", "DIR/volume.txt is empty; put the text of the volume there"),
    (VOLUME.encode("cp1251"), "DIR/volume.txt is not UTF-8 text (byte 0); convert it, e.g. iconv -f cp1251 -t utf-8"),
    (b"%PDF-1.4\n\0\0\0", "DIR/volume.txt is a binary file (a zero byte at 9); give its plain text"),
    ("Просто текст.\n".encode(),
     "DIR/volume.txt: no document heading found; a volume needs lines «№ 1», «№ 2», ... each with a title on the next line"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), SOURCES)
def test_a_wrong_source_is_refused_with_its_fault(content: bytes, message: str, folder: Path) -> None:
    (folder / "volume.txt").write_bytes(content)
    assert refusal(folder) == message


def test_a_missing_folder_and_a_missing_manifest_are_told_by_their_path(tmp_path: Path) -> None:
    told = "collection.toml does not exist; a collection is a folder with collection.toml and its source"
    assert refusal(tmp_path) == f"DIR/{told}"
    assert refusal(tmp_path / "nowhere") == f"DIR/{told}"


def test_a_file_is_no_collection(folder: Path) -> None:
    told = "collection.toml cannot be read (Not a directory); check the path and its permissions"
    assert refusal(folder / "volume.txt") == f"DIR/{told}"
