"""The one front door: an archive is opened once and asked many times."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.catalogue import Catalogue
from index.collection import Manifest
from index.embed import encoder
from index.errors import CallError
from index.folder import CATALOGUE, IndexFolderError, mend, open_generation
from index.records import Document
from qa.answer import answered
from qa.closings import Closings
from qa.confidence import Verdict, verdict
from qa.contract import MOST_PASSAGES, Answer, RankedPassage
from qa.manner import manner
from qa.question import understand, whole_characters
from qa.quote import Sentence, quote, quoted
from qa.rank import first, fused
from qa.retrieve import Query, Scores, Searches, Signals
from qa.signs import Ranking
from qa.stopwatch import Stopwatch


class UnknownDocument(CallError):
    """The collection has no document of that number."""


class Archive:
    """A built index, ready to be asked; safe to use from several threads."""

    def __init__(self, manifest: Manifest, catalogue: Catalogue, searches: Searches) -> None:
        self.manifest = manifest
        self.documents: tuple[Document, ...] = catalogue.documents
        self._by_number = {document.number: document for document in catalogue.documents}
        self.passages = catalogue.passages
        self.searches = searches
        self.closings = Closings.of(catalogue.passages)

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
        return cls(Manifest.model_validate(made.collection), catalogue, Searches.open(generation, model))

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
        ranking = self.ranking(query, signals)
        watch.lap("rank")
        passages = tuple(self._ranked(ranking.order[:k], ranking.scores, query))
        said = manner(asked.text)
        reached = Verdict(said, 0.0) if said else verdict(asked, ranking, passages[0], self.searches.lexical)
        watch.lap("answer")
        return answered(question, asked, passages, reached, watch.timing())

    def ranking(self, query: Query, signals: Signals) -> Ranking:
        """The passages in the order of one score out of all searches."""
        scores = self.closings.raised(fused(signals), query.words)
        return Ranking(query, signals, scores, first(scores, MOST_PASSAGES))

    def _ranked(self, rows: Sequence[int], scores: Scores, query: Query) -> Iterator[RankedPassage]:
        said: set[Sentence] = set()
        for rank, row in enumerate(rows, 1):
            passage = self.passages[row]
            document = self._by_number[passage.document]
            found = quote(passage, row, query, self.searches, said)
            said |= quoted(passage, found)
            yield RankedPassage(
                rank, float(scores[row]), passage, document.title, document.date, document.kind, quote=found
            )
