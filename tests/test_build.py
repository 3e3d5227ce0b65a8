"""Building an index: done once, done truthfully, and never half done."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest

from index import build as build_module
from index.build import build, catalogued
from index.catalogue import Catalogue
from index.collection import Collection, CollectionError
from index.folder import IndexFolderError, open_generation
from index.lexical import LexicalIndex
from index.mentions import read
from index.names import NameIndex
from index.records import Document
from index.searched import searched_texts
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from tests.fake_encoder import FakeEncoder
from tests.stopped_builds import built_on_a_full_disk, halted
from tests.three_papers import MANIFEST, VOLUME, three_papers

FILES = [
    "catalogue.sqlite",
    "lexical/data.csc.index.npy",
    "lexical/indices.csc.index.npy",
    "lexical/indptr.csc.index.npy",
    "lexical/params.index.json",
    "lexical/vocab.index.json",
    "names.json",
    "people.json",
    "places.npz",
    "sentences.npz",
    "vectors.faiss",
]


def silent(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def made(folder: Path, collection: Collection, encoder: FakeEncoder | None = None, model: str = "fake") -> bool:
    """Build the index in `folder`; False if it was current."""
    return build(collection, folder, model, encoder or FakeEncoder(), silent)


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of `folder`: its content and the time it was written."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "build.lock"]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def papers(tmp_path: Path) -> Collection:
    return three_papers(tmp_path / "collection")


@pytest.fixture
def index(tmp_path: Path, papers: Collection) -> Path:
    """The index of the three papers."""
    assert made(tmp_path / "index", papers)
    return tmp_path / "index"


def test_an_index_holds_what_its_collection_says(index: Path, papers: Collection) -> None:
    generation, manifest = open_generation(index)
    catalogue = Catalogue.read(generation / "catalogue.sqlite")
    assert sorted(manifest.files) == FILES
    assert manifest.counts == {"documents": 3, "passages": 3}
    assert (manifest.model, manifest.encoder, manifest.fingerprint) == ("fake", "fake", papers.fingerprint)
    assert manifest.collection["title"] == {"ru": "Документы", "en": "Documents"}
    assert catalogue == catalogued(papers)


def test_every_file_is_about_the_same_passages(index: Path, papers: Collection) -> None:
    generation = open_generation(index)[0]
    catalogue = catalogued(papers)
    texts = searched_texts(catalogue)
    encoded = FakeEncoder().encode_passages([text.text for text in texts], [text.sentences for text in texts])
    question = FakeEncoder().encode_question("Куда решили выслать?").vector
    vectors = FlatStore.load(generation / "vectors.faiss").scores(question)
    np.testing.assert_allclose(vectors, encoded.texts @ question, atol=1e-6)
    sentences = SentenceVectors.load(generation / "sentences.npz")
    scores = np.concatenate([sentences.scores(passage, question) for passage in range(len(texts))])
    np.testing.assert_allclose(scores, encoded.parts @ question, atol=1e-3)
    assert int(LexicalIndex.load(generation / "lexical").scores(["выслат"]).argmax()) == 2
    assert "Выслать за границу за антисоветскую работу. СЕКРЕТАРЬ ЦК" in catalogue.passages[2].text
    assert NameIndex.load(generation / "names.json").terms("What did Krupskaya write?") == ["крупск"]


def test_a_second_build_does_nothing(index: Path, papers: Collection) -> None:
    before = tree(index)
    told: list[tuple[int, int]] = []
    assert not build(papers, index, "fake", FakeEncoder(), lambda done, total: told.append((done, total)))
    assert tree(index) == before
    assert told == []


@pytest.mark.parametrize(
    ("manifest", "volume", "model", "encoder"),
    [
        (MANIFEST.replace("О. Мозохин", "О. Б. Мозохин"), VOLUME, "fake", "fake"),
        (MANIFEST, VOLUME.replace("Строго секретно", "Секретно"), "fake", "fake"),
        (MANIFEST, VOLUME + "\n", "fake", "fake"),
        (MANIFEST, VOLUME, "another folder", "fake"),
        (MANIFEST, VOLUME, "fake", "fake with other weights"),
    ],
    ids=["manifest", "source", "blank line", "model", "weights"],
)
def test_a_changed_input_is_built_anew(index: Path, manifest: str, volume: str, model: str, encoder: str) -> None:
    changed = three_papers(index.parent / "collection", manifest=manifest, volume=volume)
    assert made(index, changed, FakeEncoder(name=encoder), model)
    assert not made(index, changed, FakeEncoder(name=encoder), model)


def test_a_changed_setting_is_built_anew(index: Path, papers: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(build_module.SETTINGS, "bm25_k1", 1.2)
    assert made(index, papers)
    assert open_generation(index)[1].settings["bm25_k1"] == 1.2


class BetterRead(Collection):
    """The collection as a later version of the reader sees it: it dates the letters otherwise."""

    def documents(self) -> tuple[Document, ...]:
        """The documents, each of the same year."""
        return tuple(replace(document, date="1924") for document in Collection.documents(self))


def test_what_a_better_reader_sees_is_built_anew(
    index: Path, papers: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    better = BetterRead(papers.folder, papers.manifest, papers.text, papers.fingerprint)
    monkeypatch.setattr(build_module, "_code", lambda: "of a better reader")
    assert made(index, better)
    assert {document.date for document in Catalogue.read(open_generation(index)[0] / "catalogue.sqlite").documents} == {
        "1924"
    }


def test_an_index_is_not_out_of_date_by_what_writes_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "index"
    (package / "export").mkdir(parents=True)
    reader, writer = package / "build.py", package / "export" / "tei.py"
    reader.write_text("1", encoding="utf-8")
    writer.write_text("1", encoding="utf-8")
    monkeypatch.setattr(build_module, "__file__", str(reader))
    before = build_module._code()
    writer.write_text("2", encoding="utf-8")
    assert build_module._code() == before
    reader.write_text("2", encoding="utf-8")
    assert build_module._code() != before


def test_progress_counts_the_characters_read_from_none_to_all(tmp_path: Path, papers: Collection) -> None:
    told: list[tuple[int, int]] = []
    build(papers, tmp_path / "index", "fake", FakeEncoder(), lambda done, total: told.append((done, total)))
    catalogue = catalogued(papers)
    paragraphs = [len(line) + 1 for document in catalogue.documents for line in read(document).split("\n")]
    lengths = [len(text.text) for text in searched_texts(catalogue)]
    total = sum(paragraphs) + sum(lengths)
    assert told == [(done, total) for done in accumulate([*paragraphs, *lengths], initial=0)]
    assert len(lengths) == 3


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_a_build_that_is_stopped_leaves_the_old_index(index: Path, error: BaseException) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise error

    before = tree(index)
    changed = three_papers(index.parent / "collection", volume=VOLUME + "И. Сталин")
    with pytest.raises(type(error)):
        build(changed, index, "fake", FakeEncoder(), stop)
    assert tree(index) == before
    assert made(index, changed)


def test_a_killed_build_leaves_the_old_index_and_the_next_one_sweeps(index: Path, papers: Collection) -> None:
    before = tree(index)
    with halted(index.parent) as program:
        program.send_signal(signal.SIGKILL)
        assert program.wait(10) == -signal.SIGKILL
    left = tree(index)
    assert before.items() < left.items()
    assert {name.split("/", 1)[1] for name in left.keys() - before.keys()} == {
        name for name in FILES if name not in ("vectors.faiss", "sentences.npz")
    }
    assert not made(index, papers)
    assert made(index, three_papers(index.parent / "changed", volume=VOLUME + "\n"))
    assert sorted(path.name for path in index.iterdir()) == ["build.lock", "current", open_generation(index)[0].name]


@pytest.mark.parametrize(
    ("size", "reason"),
    [(4096, "/catalogue.sqlite: disk I/O error"), (60_000, "File too large")],
    ids=["database", "vectors"],
)
def test_a_full_disk_is_said_in_one_line_and_leaves_the_old_index(index: Path, size: int, reason: str) -> None:
    before = tree(index)
    said = built_on_a_full_disk(index.parent, size).splitlines()[-1]
    assert said.startswith(f"the index cannot be written to {index} (")
    assert said.endswith(f"{reason}); free space, or choose another place with --index")
    assert tree(index) == before


def test_a_second_build_at_the_same_time_is_refused(index: Path, papers: Collection) -> None:
    with halted(index.parent), pytest.raises(IndexFolderError) as caught:
        made(index, papers, model="another")
    assert str(caught.value) == f"another build is at work in {index}; wait until it is done"
    assert open_generation(index)[1].model == "fake"


def flip(path: Path) -> None:
    """Change one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(("damage", "fault"), [(flip, "is damaged"), (Path.unlink, "is missing")])
def test_a_damaged_file_is_named_and_building_mends_it(
    index: Path, papers: Collection, damage: Callable[[Path], None], fault: str, file: str
) -> None:
    generation = open_generation(index)[0]
    damage(generation / file)
    with pytest.raises(IndexFolderError) as caught:
        open_generation(index)
    assert str(caught.value) == f"{generation / file} {fault}; run: legenda build --index {index}"
    assert made(index, papers)
    assert Catalogue.read(open_generation(index)[0] / "catalogue.sqlite") == catalogued(papers)


@pytest.mark.parametrize("file", ["current", "manifest.json"])
def test_an_index_without_its_manifest_is_built_anew(index: Path, papers: Collection, file: str) -> None:
    next(index.rglob(file)).unlink()
    assert made(index, papers)
    assert not made(index, papers)


def test_documents_without_text_are_refused_in_one_line(tmp_path: Path) -> None:
    empty = three_papers(tmp_path / "collection", volume="№ 1\nПисьмо А. А. Первого\n")
    with pytest.raises(CollectionError) as caught:
        made(tmp_path / "index", empty)
    assert str(caught.value) == (
        f"{tmp_path}/collection/volume.txt has headings and no text under them; put the documents' text there"
    )
    assert not (tmp_path / "index").exists()


def test_the_same_collection_makes_the_same_files(index: Path, papers: Collection) -> None:
    made(index.parent / "other", papers)
    one, other = (open_generation(folder)[1].files for folder in (index, index.parent / "other"))
    assert one == other
