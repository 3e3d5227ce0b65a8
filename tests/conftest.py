"""What all tests share: the collection that ships with the package, and no way out to the network."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from index.build import build
from index.catalogue import Catalogue
from index.collection import MANIFEST, Collection
from index.embed import BUNDLED, Encoder, encoder
from index.folder import CATALOGUE, PEOPLE, PLACES, open_generation
from index.people import People
from index.places import Places
from index.records import Document
from index.source import Source
from qa.archive import Archive
from qa.retrieve import Searches
from qa.understanding import Understanding
from tests.command import Legenda, Ran
from tests.fake_encoder import FakeEncoder
from tests.loopback import guard
from ui.cli import main

REPOSITORY = Path(__file__).parents[1]
SMALL = tuple(str(number) for number in range(1, 26) if number not in (3, 5, 11))
"""The documents of the small collection: those up to the 25th, but for three that are longer than all others together."""


@pytest.fixture(scope="session", autouse=True)
def offline() -> Iterator[None]:
    """No other machine is reached, and no language model is asked, whatever the environment names."""
    guard()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LEGENDA_MODEL_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def collection() -> Collection:
    return Collection.open(REPOSITORY / "collections" / "politburo-trotsky")


@pytest.fixture(scope="session")
def volume_text() -> str:
    return (REPOSITORY / "collections" / "politburo-trotsky" / "volume.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def source(collection: Collection) -> Source:
    return collection.source


@pytest.fixture(scope="session")
def documents(collection: Collection) -> tuple[Document, ...]:
    return collection.documents()


@pytest.fixture(scope="session")
def small_collection(
    collection: Collection, documents: tuple[Document, ...], tmp_path_factory: pytest.TempPathFactory
) -> Collection:
    """The first short documents of the volume, cut out of it from heading to heading."""
    folder = tmp_path_factory.mktemp("small")
    cut = [
        collection.source.text[document.place.start : following.place.start]
        for document, following in pairwise(documents)
        if document.number in SMALL
    ]
    (folder / collection.manifest.source).write_text("".join(cut), encoding="utf-8", newline="")
    shutil.copy(collection.folder / MANIFEST, folder)
    return Collection.open(folder)


@pytest.fixture(scope="session")
def small_index(small_collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small collection as the bundled model reads it; made in some ten seconds."""
    folder = tmp_path_factory.mktemp("small-index")
    build(small_collection, folder, BUNDLED, encoder(), _no_report)
    return folder


@pytest.fixture(scope="session")
def archive(small_index: Path) -> Archive:
    return Archive.open(small_index)


@pytest.fixture(scope="session")
def recognised_words() -> dict[str, int]:
    """What index.recogniser.recognised makes of the whole volume; it takes a minute to find out."""
    words: dict[str, int] = json.loads((REPOSITORY / "tests" / "data" / "recognised.json").read_text(encoding="utf-8"))
    return words


@pytest.fixture(scope="session")
def whole_index(
    collection: Collection, recognised_words: dict[str, int], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The whole volume, its vectors made up: what does not depend on them is as in earnest."""
    folder = tmp_path_factory.mktemp("whole-index")
    build(collection, folder, "fake", FakeEncoder(), _no_report, lambda _texts, _advance: recognised_words)
    return folder


@pytest.fixture(scope="session")
def whole_archive(whole_index: Path, collection: Collection) -> Archive:
    generation, _ = open_generation(whole_index)
    searches = Searches.open(generation, FakeEncoder())
    catalogue, places = Catalogue.read(generation / CATALOGUE), Places.load(generation / PLACES)
    return Archive(collection.manifest, catalogue, searches, places, People.load(generation / PEOPLE))


@pytest.fixture(scope="session")
def otherwise_asked(whole_archive: Archive, whole_index: Path) -> Callable[[Encoder], Archive]:
    """The whole archive, its questions read by another encoder."""
    generation, _ = open_generation(whole_index)

    def asked_by(other: Encoder) -> Archive:
        return Archive(
            whole_archive.manifest,
            Catalogue(whole_archive.documents, whole_archive.passages),
            replace(whole_archive.searches, encoder=other),
            Places.load(generation / PLACES),
            People.load(generation / PEOPLE),
        )

    return asked_by


@pytest.fixture(scope="session")
def understanding(whole_archive: Archive) -> Understanding:
    """What reads questions about the whole volume."""
    return whole_archive.understanding


def _no_report(_done: int, _total: int) -> None:
    """Nobody watches."""


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
