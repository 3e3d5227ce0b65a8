"""The kiosk's settings: all that is wrong with a file is said at once, and nothing wrong is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.collection import Collection, Manifest
from index.errors import CallError
from tests.command import Legenda, complaint
from ui.kiosk.contrast import contrast
from ui.kiosk.logo import LARGEST, NoLogo, media_type
from ui.kiosk.settings import Settings, SettingsError

SHIPPED = Path(__file__).parents[1] / "collections" / "politburo-trotsky" / "kiosk.toml"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture(scope="module")
def manifest(collection: Collection) -> Manifest:
    return collection.manifest


def read(folder: Path, text: str, manifest: Manifest) -> Settings:
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return Settings.read(path, manifest)


def test_without_a_file_the_kiosk_is_that_of_the_collection(manifest: Manifest) -> None:
    settings = Settings.of(manifest)
    assert settings.languages == ("ru", "en")
    assert settings.name == manifest.title
    assert settings.themes[0].questions == manifest.examples
    assert settings.themes[0].title == {"ru": "Можно спросить", "en": "You may ask"}
    assert (settings.logo, settings.address, settings.idle_seconds, settings.countdown_seconds) == (None, "", 60, 20)


def test_a_collection_without_examples_or_with_a_long_title_has_a_kiosk_too(manifest: Manifest) -> None:
    bare = manifest.model_copy(update={"examples": {}, "title": {"ru": "Очень длинное заглавие " * 20}})
    settings = Settings.of(bare)
    assert settings.themes == ()
    assert settings.languages == ("ru",)
    assert settings.name["ru"] == ("Очень длинное заглавие " * 20)[:120]


def test_an_empty_file_changes_nothing(tmp_path: Path, manifest: Manifest) -> None:
    assert read(tmp_path, "", manifest) == Settings.of(manifest)


def test_what_stands_in_the_file_is_taken(tmp_path: Path, manifest: Manifest) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    text = 'languages = ["en"]\nidle_seconds = 5\nlogo = "logo.png"\naddress = "https://museum.example/a"\n'
    settings = read(tmp_path, f'{text}[name]\nen = "A museum"\n[colours]\nink = "#000000"\n', manifest)
    assert (settings.languages, settings.idle_seconds, settings.name) == (("en",), 5, {"en": "A museum"})
    assert settings.logo == tmp_path / "logo.png"
    assert settings.address == "https://museum.example/a"
    assert (settings.colours.ink, settings.colours.paper) == ("#000000", "#ffffff")


FAULTS = [
    ("idle = 60", "unknown key «idle», known are languages, name, logo, address, idle_seconds, countdown_seconds, colours, themes"),
    ('colours = {acent = "#000000"}', "unknown key «colours.acent», known are ink, paper, accent"),
    ('themes = [{title = {ru = "а", en = "a"}}]', "the key «themes.1.questions» is missing"),
    ("idle_seconds = 4", "«idle_seconds»: Input should be greater than or equal to 5"),
    ("countdown_seconds = 1.5", "«countdown_seconds»: write a whole number"),
    ('languages = "ru"', "«languages»: write a list, in [ ]"),
    ('name = "Museum"', "«name»: write a table, with a value for each language"),
    ('colours = "dark"', "«colours»: write a table"),
    ("logo = 5", "«logo»: write the name of a file, in quotes"),
    ("address = 7", "«address»: write words, in quotes"),
    ("countdown_seconds = 121", "«countdown_seconds»: Input should be less than or equal to 120"),
    ('idle_seconds = "soon"', "«idle_seconds»: write a whole number"),
    ("languages = []", "«languages»: it is empty"),
    ('languages = ["ru", "ru"]', "«languages»: a language stands there twice"),
    ('name = {ru = "Музей"}', "«name»: «en» is missing"),
    ('name = {ru = " ", en = "Museum"}', "«name.ru»: it is empty"),
    ('themes = [{title = {ru = "а"}, questions = {ru = ["Кто?"], en = ["Who?"]}}]', "«themes»: theme 1: title «en» is missing"),
    ('themes = [{title = {ru = "а", en = "a"}, questions = {ru = ["Кто?"]}}]', "«themes»: theme 1: questions «en» is missing"),
    ('themes = [{title = {ru = "а", en = "a"}, questions = {ru = [], en = ["Who?"]}}]', "«themes.1.questions.ru»: it is empty"),
    ('colours = {ink = "black"}', "«colours.ink»: 'black' is no colour; write it as #rrggbb"),
    ('colours = {ink = "#777777"}', "«colours»: ink #777777 on paper #ffffff has a contrast of 4.5 : 1; choose colours with 7.0 : 1"),
    ('colours = {accent = "#888888"}', "«colours»: accent #888888 on paper #ffffff has a contrast of 3.5 : 1; choose colours with 4.5 : 1"),
    ('address = "museum.example"', "«address»: 'museum.example' is no address of a page; write it as https://museum.example/page, or leave it out"),
    ('address = "javascript:alert(1)"', "«address»: 'javascript:alert(1)' is no address of a page; write it as https://museum.example/page, or leave it out"),
    (f'address = "https://museum.example/{"a" * 300}"', "«address»: it has 323 characters; give a page with at most 300"),
    ('logo = "none.png"', "«logo»: {folder}/none.png cannot be read (No such file or directory)"),
    ('logo = "kiosk.toml"', "«logo»: {folder}/kiosk.toml is no picture of the kinds PNG, JPEG, WebP and SVG"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "fault"), FAULTS)
def test_a_fault_is_named_with_its_key(line: str, fault: str, tmp_path: Path, manifest: Manifest) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, line, manifest)
    assert str(caught.value) == f"{tmp_path / 'kiosk.toml'}: {fault.format(folder=tmp_path)}"


def test_all_faults_are_said_in_one_line(tmp_path: Path, manifest: Manifest) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, 'idle_seconds = 1\naddress = "x"\nfoo = 1\nname = {ru = "Музей"}', manifest)
    faults = str(caught.value).split(": ", maxsplit=1)[1].split("; ")
    assert [fault.split("»")[0] for fault in faults] == [
        "«name",
        "«address",
        "write it as https://museum.example/page, or leave it out",
        "«idle_seconds",
        "unknown key «foo",
    ]
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_not_toml_is_named(tmp_path: Path, manifest: Manifest) -> None:
    missing = tmp_path / "none.toml"
    with pytest.raises(SettingsError, match=re.escape(f"{missing} cannot be read (No such file or directory)")):
        Settings.read(missing, manifest)
    with pytest.raises(SettingsError, match=r"is not TOML: .*; mend that line"):
        read(tmp_path, "languages = [", manifest)


LOGOS = [
    (PNG, "image/png"),
    (b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
    (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
    (b'<?xml version="1.0"?>\n<!-- a logo -->\n<svg width="1"/>', "image/svg+xml"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "kind"), LOGOS)
def test_a_logo_is_told_by_its_bytes(content: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "logo.gif"
    path.write_bytes(content)
    assert media_type(path) == kind


@pytest.mark.parametrize("content", [b"GIF89a", b"<html><svg></svg></html>", b"", PNG + bytes(LARGEST)])
def test_what_is_no_small_picture_is_no_logo(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(NoLogo):
        media_type(path)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48), ("#4338ca", "#ffffff", 7.9)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


def test_the_settings_that_come_with_the_collection_are_right(manifest: Manifest) -> None:
    settings = Settings.read(SHIPPED, manifest)
    assert [theme.title["ru"] for theme in settings.themes] == [
        "Троцкий в изгнании",
        "Вокруг Ленина",
        "Сталин пишет",
        "Споры наверху",
        "Обыски и тюрьмы",
        "Голод и война",
    ]
    questions = [question for theme in settings.themes for asked in theme.questions.values() for question in asked]
    assert len(set(questions)) == len(questions) == 45
    assert all(question[0].isupper() and question.endswith("?") for question in questions)


def test_every_key_stands_in_the_example(manifest: Manifest) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert [
        key for key in Settings.model_fields if not re.search(rf"^(?:# )?(?:{key} = |\[+{key}\])", text, re.MULTILINE)
    ] == []


def test_faulty_settings_end_the_command(legenda: Legenda, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("idle_seconds = 1", encoding="utf-8")
    expected = complaint(f"{path}: «idle_seconds»: Input should be greater than or equal to 5", 2)
    assert legenda("serve", "--kiosk", "--settings", path) == expected
    assert issubclass(SettingsError, CallError)
