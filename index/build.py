"""Builds the index of a collection: documents, passages, vectors and lemmas into the index folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from index import lexical, passages, recogniser, sentence_spans, stretches
from index.catalogue import Catalogue
from index.collection import Collection, CollectionError
from index.embed import RECIPE, Encoder
from index.folder import (
    CATALOGUE,
    FORMAT,
    LEXICAL,
    NAMES,
    PEOPLE,
    PLACES,
    SENTENCES,
    TOKENS,
    VECTORS,
    IndexFolderError,
    IndexManifest,
    open_generation,
    write_generation,
)
from index.lexical import LexicalIndex
from index.mentions import read
from index.names import NameIndex
from index.people import People
from index.places import Places
from index.recogniser import Recogniser
from index.searched import SearchedText, searched_texts
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from index.tokens import TokenVectors

SETTINGS: dict[str, float | str] = {
    "passage_longest": sentence_spans.LONGEST,
    "passage_overlap": stretches.OVERLAP,
    "bm25_k1": lexical.K1,
    "bm25_b": lexical.B,
    "term_letters": lexical.FAMILY,
    "bm25s": version("bm25s"),
    "recogniser": recogniser.NAME,
    "pymorphy3-dicts-ru": version("pymorphy3-dicts-ru"),
    "encoding": RECIPE,
}
"""What else decides how an index comes out; words must be read the same way when it is asked."""

Progress = Callable[[int, int], None]
"""Told how many characters are done, and of how many, as the work goes on: all are read for people, then for search."""


def build(  # noqa: PLR0913, PLR0917
    collection: Collection,
    folder: Path,
    model: str,
    encoder: Encoder,
    progress: Progress,
    recognise: Recogniser = recogniser.recognised,
) -> bool:
    """Bring the index in `folder` up to date; False if it was current already.

    Raises CollectionError, ModelError or IndexFolderError; the old index then stays in use.
    """
    manifest = _manifest(collection, model, encoder)
    if _is_current(folder, manifest):
        return False
    catalogue = catalogued(collection)
    texts = searched_texts(catalogue)
    written = [read(document) for document in catalogue.documents]
    advance = _advancing(progress, sum(len(text) + 1 for text in written) + sum(len(text.text) for text in texts))

    def write(generation: Path) -> None:
        advance(0)
        catalogue.write(generation / CATALOGUE)
        Places.of(collection.source).save(generation / PLACES)
        People.of(catalogue.documents, recognise(written, advance)).save(generation / PEOPLE)
        LexicalIndex.of([searched.text for searched in texts]).save(generation / LEXICAL)
        NameIndex.of(searched.text for searched in texts).save(generation / NAMES)
        _write_vectors(generation, texts, encoder, advance)

    counts = {"documents": len(catalogue.documents), "passages": len(catalogue.passages)}
    write_generation(folder, replace(manifest, counts=counts), write)
    return True


def catalogued(collection: Collection) -> Catalogue:
    """The documents of `collection`, and the passages they are cut into; raises CollectionError."""
    documents = collection.documents()
    cut = (passage for document in documents for passage in passages.cut(document, collection.source))
    catalogue = Catalogue(documents, tuple(cut))
    if not catalogue.passages:
        source = collection.folder / collection.manifest.source
        raise CollectionError(f"{source} has headings and no text under them; put the documents' text there")
    return catalogue


def _advancing(progress: Progress, total: int) -> Callable[[int], None]:
    """What is told how many characters more are done."""
    done = 0

    def advance(characters: int) -> None:
        nonlocal done
        done += characters
        progress(done, total)

    return advance


def _write_vectors(
    generation: Path, texts: Sequence[SearchedText], encoder: Encoder, advance: Callable[[int], None]
) -> None:
    sentences = [searched.sentences for searched in texts]
    encoded = encoder.encode_passages([searched.text for searched in texts], sentences, advance)
    FlatStore.of(encoded.texts).save(generation / VECTORS)
    SentenceVectors.of(encoded.parts, [len(spans) for spans in sentences]).save(generation / SENTENCES)
    if encoded.tokens is not None:
        TokenVectors.of(encoded.tokens, [searched.context for searched in texts]).save(generation / TOKENS)


def _is_current(folder: Path, manifest: IndexManifest) -> bool:
    try:
        _, present = open_generation(folder)
    except IndexFolderError:
        return False
    return present.same_making(manifest)


def _manifest(collection: Collection, model: str, encoder: Encoder) -> IndexManifest:
    """The manifest of an index still to be made: what it will hold is not known yet."""
    return IndexManifest(
        format=FORMAT,
        fingerprint=collection.fingerprint,
        code=_code(),
        model=model,
        encoder=encoder.name,
        settings=SETTINGS,
        counts={},
        collection=collection.manifest.model_dump(mode="json"),
        files={},
    )


def _code() -> str:
    """SHA-256 over the modules of this package; what writes exports has no part in an index."""
    package = Path(__file__).parent
    modules = sorted(set(package.rglob("*.py")) - set((package / "export").rglob("*.py")))
    return hashlib.sha256(b"\0".join(module.read_bytes() for module in modules)).hexdigest()
