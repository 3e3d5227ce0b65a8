"""The one front door: an archive is opened once and asked many times."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal

from index.catalogue import Catalogue
from index.collection import Manifest
from index.embed import encoder
from index.errors import CallError
from index.folder import CATALOGUE, PEOPLE, PLACES, IndexFolderError, mend, open_generation
from index.people import People
from index.places import Places
from index.reader import Opinion, Reader, shipped
from index.records import Document
from index.remembered import forget
from qa.answer import answered
from qa.confidence import Verdict, verdict, within
from qa.contract import MOST_PASSAGES, Answer, RankedPassage
from qa.dialogue import Chain, Completed, Dialogue
from qa.follow_up.focus import Focus, standing
from qa.follow_up.named import Surnames
from qa.generate import Writer, worded
from qa.passages.closer import READ, Closer
from qa.passages.window import Window, Windows
from qa.question import Question, whole_characters
from qa.quote import Asked, Sentence, quote, quoted
from qa.rank import Ranker, Ranking, Sought
from qa.refusal.manner import manner
from qa.retrieve import Searches
from qa.said import Said, said
from qa.selection import EVERYTHING, Limits, Selection
from qa.stopwatch import Stopwatch
from qa.understanding import Understanding
from qa.words.echo import Echo, Echoes
from qa.words.listed import listed
from qa.words.register import Register
from qa.words.wanted import asks


class UnknownDocument(CallError):
    """The collection has no document of that number."""


class Archive:
    """A built index, ready to be asked; safe to use from several threads."""

    def __init__(  # noqa: PLR0913
        self,
        manifest: Manifest,
        catalogue: Catalogue,
        searches: Searches,
        places: Places,
        people: People,
        *,
        reader: Reader | None = None,
        writer: Writer | None = None,
    ) -> None:
        self.manifest = manifest
        self.documents: tuple[Document, ...] = catalogue.documents
        self.passages = catalogue.passages
        self.persons = people.persons
        self.places = places
        self.searches = searches
        self.understanding = Understanding(catalogue.documents, people.persons, searches.names)
        self.ranker = Ranker(catalogue.documents, catalogue.passages, searches, people.persons)
        self._by_number = {document.number: document for document in catalogue.documents}
        self._dialogue = Dialogue(Surnames(people.persons), self._focus)
        self._windows = Windows(catalogue.documents, catalogue.passages, searches, places)
        self._echoes = Echoes(searches.lexical, searches.names, people.persons)
        self.register = Register.of(people)
        self._closer = Closer(reader, catalogue.documents)
        self.writer = writer

    @classmethod
    def open(
        cls, index: Path, *, reader: Reader | Literal["shipped"] | None = "shipped", writer: Writer | None = None
    ) -> Archive:
        """The archive in the index folder, its passages read by `reader`, its answers worded by `writer`.

        Raises IndexFolderError or ModelError.
        """
        try:
            return cls._opened(index, reader, writer)
        except (OSError, sqlite3.Error, IndexFolderError):
            return cls._opened(index, reader, writer)  # a build may just have swept the generation that was being read

    @classmethod
    def _opened(cls, index: Path, reader: Reader | Literal["shipped"] | None, writer: Writer | None) -> Archive:
        generation, made = open_generation(index)
        model = encoder(made.model)
        if model.name != made.encoder:
            raise IndexFolderError(f"{index} was built with the model {made.encoder}, not {model.name}; {mend(index)}")
        return cls(
            Manifest.model_validate(made.collection),
            Catalogue.read(generation / CATALOGUE),
            Searches.open(generation, model),
            Places.load(generation / PLACES),
            People.load(generation / PEOPLE),
            reader=shipped() if reader == "shipped" else reader,  # last: without the model there is nothing to read for
            writer=writer,
        )

    def document(self, number: str) -> Document:
        """The document of this number; raises UnknownDocument."""
        if number not in self._by_number:
            raise UnknownDocument(f"the collection has no document {number!r}; see: legenda documents")
        return self._by_number[number]

    def warm(self) -> None:
        """Load now what the first question would otherwise wait for: tokenizer, networks, dictionary."""
        self.understanding.warm()
        self.found("Кто?")

    def forget(self) -> None:
        """Drop all that is remembered of questions: their texts, what they were about, and each of their words."""
        self.understanding.forget()
        self._dialogue.forget()
        forget()

    def ask(
        self,
        question: str,
        *,
        k: int = 10,
        history: Sequence[str] = (),
        only: Selection = EVERYTHING,
        without: Sequence[str] = (),
    ) -> Answer:
        """The answer to `question` with at most `k` passages, of the `only` documents that were chosen.

        `history` holds the questions before it, first to last; a follow-up is completed from them.
        `without` names the filters that are not to be read out of the question, as in Answer.filters.
        Raises EmptyQuestion, and CallError where `k` is not from 1 to 50 or the limits make no sense.
        """
        if not 1 <= k <= MOST_PASSAGES:
            raise CallError(f"k is {k}; ask for 1 to {MOST_PASSAGES} passages")
        limits = Limits(only, tuple(sorted(set(without))))
        self.ranker.check(limits)
        watch = Stopwatch()
        question = whole_characters(question)
        put = self.understanding.understand(question)
        chain = self._dialogue.chain(put.text, history)
        answer, rows, _ = self._answer(chain, limits, k, watch)
        answer = replace(answer, question=question, corrections=put.reading.corrections)
        return worded(answer, rows, self.searches, self.writer, watch) if self.writer else answer

    def found(self, text: str, hidden: Container[str] = ()) -> tuple[Ranking, list[Window]]:
        """How the searches rank what is not of the `hidden` documents, and the first windows as the reader leaves them.

        For whoever measures or trains: no follow-up is completed, and nothing is judged.
        """
        sought = self._sought(1.0, text, Limits(EVERYTHING))
        ranking = self.ranker.ranking([sought], sought.question.reading)
        shown = [row for row in ranking.order if self.passages[row].document not in hidden]
        ranking = replace(ranking, order=shown)
        windows = list(islice(self._windows.found(shown, sought.query), READ))
        looked_for = Asked.of(sought.question.text, sought.query, self.register)
        return ranking, self._read(text, windows, looked_for, ranking)

    def _focus(self, chain: Chain, only: Selection) -> Focus:
        """What the last question of `chain`, put to the `only` documents, leaves for the next one."""
        return self._answer(chain, Limits(only), 1, Stopwatch())[2]

    def _answer(self, chain: Chain, limits: Limits, k: int, watch: Stopwatch) -> tuple[Answer, list[int], Focus]:
        """The answer to the last question of `chain`, the rows of its passages, and what it leaves for the next one."""
        completed = self._dialogue.completed(chain, limits.only)
        sought = [self._sought(share, text, limits) for share, text in completed.searched]
        asked = self._asked(completed.asked, sought, limits)
        watch.lap("question")
        ranking = self.ranker.ranking(sought, asked.reading, completed.focus, limits.only)
        watch.lap("retrieve")
        query = sought[-1].query
        windows = list(islice(self._windows.found(ranking.order, query), max(k, READ)))
        watch.lap("rank")
        looked_for = Asked.of(asked.text if asks(asked.text) else sought[-1].question.text, query, self.register)
        windows = self._read(completed.text, windows, looked_for, ranking)[:k]
        watch.lap("read")
        echo = self._echoes.of(self.understanding.understand(completed.text))
        passages = tuple(self._ranked(windows, ranking, looked_for, echo))
        of_paper = replace(asked, reading=sought[0].question.reading)
        short = self._said(of_paper, passages, windows, looked_for, ranking)
        opinion = windows[0].opinion if windows else None
        ours = self._is_ours(completed)
        reached = self._judged(asked, ranking, passages, opinion, carried=ours, told=short.told)
        watch.lap("answer")
        answer = answered(chain[-1], asked, completed.text, passages, within(reached, limits), watch.timing(), short)
        stood = standing(ranking.scores, self.ranker.documents)
        focus = self._dialogue.remember(chain, completed, answer, stood, limits)
        return replace(answer, relaxed=ranking.relaxed), [window.row for window in windows], focus

    def _read(self, question: str, windows: list[Window], looked_for: Asked, ranking: Ranking) -> list[Window]:
        """The windows as the reader leaves them."""
        quoting = partial(quote, asked=looked_for, searches=self.searches)
        return self._closer.look(question, windows, quoting, ranking.scores)

    def _is_ours(self, completed: Completed) -> bool:
        """Whether a question goes on from another, or names somebody or something here, left unread or not."""
        named = self.understanding.understand(completed.asked).reading.of_the_collection
        return completed.focus is not None or named

    def _judged(  # noqa: PLR0913
        self,
        asked: Question,
        ranking: Ranking,
        passages: Sequence[RankedPassage],
        opinion: Opinion | None,
        *,
        carried: bool,
        told: bool,
    ) -> Verdict:
        """Whether there is an answer; what is no question to documents needs no search to tell."""
        how = manner(asked.text)
        if how or not passages:
            return Verdict(how or "selection", 0.0)
        known = self.searches.lexical
        return verdict(asked, ranking, passages[0], known, opinion=opinion, carried=carried, told=told)

    def _said(
        self,
        asked: Question,
        passages: Sequence[RankedPassage],
        windows: Sequence[Window],
        looked_for: Asked,
        ranking: Ranking,
    ) -> Said:
        """The answer in short; to a bare number or shelf mark it is what papers these are."""
        if not passages:
            return Said("")
        if asked.reading.bare and not ranking.relaxed:
            papers = self._listed(ranking)
            return Said(papers or passages[0].quoted, told=bool(papers))
        document = self.document(passages[0].passage.document)
        return said(asked, passages, windows[0], document, looked_for, self.searches)

    def _listed(self, ranking: Ranking) -> str:
        """What the papers are that may be shown."""
        rows = sorted({int(row) for row in self.ranker.documents[list(ranking.order)]})
        return listed([self.documents[row] for row in rows])

    def _asked(self, text: str, sought: Sequence[Sought], limits: Limits) -> Question:
        """The question itself; where it names nobody and no paper, with what the completed one says of them."""
        asked = self.understanding.understand(text)
        if len(sought) == 1 and not asked.reading.of_the_collection:
            return replace(asked, reading=sought[0].question.reading)
        return replace(asked, reading=asked.reading.without(limits.without))

    def _sought(self, share: float, text: str, limits: Limits) -> Sought:
        question = self.understanding.understand(text)
        read = replace(question, reading=question.reading.without(limits.without))
        return Sought(share, read, self.searches.query(question))

    def _ranked(self, windows: Iterable[Window], ranking: Ranking, asked: Asked, echo: Echo) -> Iterator[RankedPassage]:
        told: set[Sentence] = set()
        scores = ranking.scores
        for rank, window in enumerate(windows, 1):
            passage = window.passage
            document = self._by_number[passage.document]
            found = quote(window, asked, self.searches, told)
            told |= quoted(passage, found)
            yield RankedPassage(
                rank,
                float(scores[window.row]) + window.added,
                passage,
                document.title,
                document.date,
                document.kind,
                quote=found,
                parts=ranking.parts.of(window.row) | {"reader": window.added},
                heard=echo.heard(passage.text),
            )
