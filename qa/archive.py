"""The one front door: an archive is opened once and asked many times."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

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
from qa.dialogue import Chain, Dialogue
from qa.focus import Focus, leaning, standing
from qa.named import Surnames
from qa.question import Question, language_of, understand, whole_characters
from qa.quote import Sentence, quote, quoted
from qa.rank import first, fused
from qa.retrieve import Query, Scores, Searches, Signals
from qa.stopwatch import Stopwatch


class UnknownDocument(CallError):
    """The collection has no document of that number."""


class Archive:
    """A built index, ready to be asked; safe to use from several threads."""

    def __init__(
        self, manifest: Manifest, catalogue: Catalogue, searches: Searches, surnames: Surnames | None = None
    ) -> None:
        self.manifest = manifest
        self.documents: tuple[Document, ...] = catalogue.documents
        self._by_number = {document.number: document for document in catalogue.documents}
        self.passages = catalogue.passages
        self.searches = searches
        self.closings = Closings.of(catalogue.passages)
        self.dialogue = Dialogue(surnames or Surnames(), lambda chain: self._answer(chain, 1)[1])

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
        surnames = Surnames(People.load(generation / PEOPLE).persons)
        return cls(Manifest.model_validate(made.collection), catalogue, Searches.open(generation, model), surnames)

    def document(self, number: str) -> Document:
        """The document of this number; raises UnknownDocument."""
        if number not in self._by_number:
            raise UnknownDocument(f"the collection has no document {number!r}; see: legenda documents")
        return self._by_number[number]

    def warm(self) -> None:
        """Load now what the first question would otherwise wait for: tokenizer, network, dictionary."""
        self.searches.signals(self.searches.query(understand("Кто?")))

    def ask(self, question: str, *, k: int = 10, history: Sequence[str] = ()) -> Answer:
        """The answer to `question` with at most `k` passages.

        `history` holds the questions before it, first to last; a follow-up is completed from them.
        Raises EmptyQuestion, and CallError where `k` is not from 1 to 50.
        """
        if not 1 <= k <= MOST_PASSAGES:
            raise CallError(f"k is {k}; ask for 1 to {MOST_PASSAGES} passages")
        question = whole_characters(question)
        understand(question)
        return self._answer(self.dialogue.chain(question, history), k)[0]

    def _answer(self, chain: Chain, k: int) -> tuple[Answer, Focus]:
        """The answer to the last question of `chain`, and what it leaves for the next one."""
        watch = Stopwatch()
        completed = self.dialogue.completed(chain)
        asked = [(share, understand(text)) for share, text in completed.searched]
        queries = [self.searches.query(question) for _, question in asked]
        watch.lap("question")
        signals = [self.searches.signals(query) for query in queries]
        watch.lap("retrieve")
        scores = self._scores([share for share, _ in asked], queries, signals, completed.focus)
        rows = first(scores, MOST_PASSAGES)
        watch.lap("rank")
        passages = tuple(self._ranked(rows[:k], scores, queries[-1]))
        understood = Question(completed.text, language_of(completed.asked))
        confidence = CALIBRATIONS[understood.language].confidence(signs(rows, scores, signals[0]))
        watch.lap("answer")
        answer = answered(chain[-1], understood, passages, confidence, watch.timing())
        return answer, self.dialogue.remember(chain, completed, answer, standing(scores, self.closings.document))

    def _scores(
        self, shares: Sequence[float], queries: Sequence[Query], signals: Sequence[Signals], focus: Focus | None
    ) -> Scores:
        """One score for each passage out of those for each reading of the question."""
        read = zip(shares, queries, signals, strict=True)
        scores = [share * self.closings.raised(fused(found), query.words) for share, query, found in read]
        return leaning(np.sum(scores, axis=0, dtype=np.float32), self.closings.document, focus)

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
