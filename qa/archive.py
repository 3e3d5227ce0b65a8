"""The one front door: an archive is opened once and asked many times."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.catalogue import Catalogue
from index.collection import Manifest
from index.embed import encoder
from index.errors import CallError
from index.folder import CATALOGUE, PEOPLE, IndexFolderError, mend, open_generation
from index.people import People
from index.records import Document
from qa.answer import answered
from qa.closings import Closings
from qa.confidence import CALIBRATIONS, signs
from qa.contract import MOST_PASSAGES, Answer, RankedPassage
from qa.question import understand, whole_characters
from qa.quote import Asked, Sentence, quote, quoted
from qa.rank import first, fused
from qa.register import NOBODY, Register
from qa.retrieve import Scores, Searches
from qa.said import said
from qa.stopwatch import Stopwatch


class UnknownDocument(CallError):
    """The collection has no document of that number."""


class Archive:
    """A built index, ready to be asked; safe to use from several threads."""

    def __init__(
        self, manifest: Manifest, catalogue: Catalogue, searches: Searches, register: Register = NOBODY
    ) -> None:
        self.manifest = manifest
        self.documents: tuple[Document, ...] = catalogue.documents
        self._by_number = {document.number: document for document in catalogue.documents}
        self.passages = catalogue.passages
        self.searches = searches
        self.closings = Closings.of(catalogue.passages)
        self.register = register

    @classmethod
    def open(cls, index: Path) -> Archive:
        """The archive in the index folder; raises IndexFolderError or ModelError."""
        try:
            return cls._opened(index)
        except (OSError, sqlite3.Error, IndexFolderError):
            return cls._opened(index)  # a build may just have swept the generation that was being read

    @classmethod
    def _opened(cls, index: Path) -> Archive:
        generation, made = open_generation(index)
        model = encoder(made.model)
        if model.name != made.encoder:
            raise IndexFolderError(f"{index} was built with the model {made.encoder}, not {model.name}; {mend(index)}")
        catalogue = Catalogue.read(generation / CATALOGUE)
        register = Register.of(People.load(generation / PEOPLE))
        return cls(Manifest.model_validate(made.collection), catalogue, Searches.open(generation, model), register)

    def document(self, number: str) -> Document:
        """The document of this number; raises UnknownDocument."""
        if number not in self._by_number:
            raise UnknownDocument(f"the collection has no document {number!r}; see: legenda documents")
        return self._by_number[number]

    def warm(self) -> None:
        """Load now what the first question would otherwise wait for: tokenizer, network, dictionary."""
        self.searches.signals(self.searches.query(understand("Кто?")))

    def ask(self, question: str, *, k: int = 10, history: Sequence[str] = ()) -> Answer:  # noqa: ARG002
        """The answer to `question` with at most `k` passages.

        `history` holds the questions before it, first to last; they are not used yet.
        Raises EmptyQuestion, and CallError where `k` is not from 1 to 50.
        """
        if not 1 <= k <= MOST_PASSAGES:
            raise CallError(f"k is {k}; ask for 1 to {MOST_PASSAGES} passages")
        watch = Stopwatch()
        question = whole_characters(question)
        asked = understand(question)
        query = self.searches.query(asked)
        watch.lap("question")
        signals = self.searches.signals(query)
        watch.lap("retrieve")
        scores = self.closings.raised(fused(signals), query.words)
        rows = first(scores, MOST_PASSAGES)
        watch.lap("rank")
        looked_for = Asked.of(asked.text, query, self.register)
        passages = tuple(self._ranked(rows[:k], scores, looked_for))
        document = self._by_number[passages[0].passage.document]
        short = said(asked, passages, rows[0], document, looked_for, self.searches)
        confidence = CALIBRATIONS[asked.language].confidence(signs(rows, scores, signals))
        watch.lap("answer")
        return answered(question, asked, passages, confidence, watch.timing(), short)

    def _ranked(self, rows: Sequence[int], scores: Scores, asked: Asked) -> Iterator[RankedPassage]:
        told: set[Sentence] = set()
        for rank, row in enumerate(rows, 1):
            passage = self.passages[row]
            document = self._by_number[passage.document]
            found = quote(passage, row, asked, self.searches, told)
            told |= quoted(passage, found)
            yield RankedPassage(
                rank, float(scores[row]), passage, document.title, document.date, document.kind, quote=found
            )
