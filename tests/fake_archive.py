"""An archive of four real documents whose answers can be foreseen: no index and no model."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from index.collection import Collection, Language, Manifest
from index.passages import cut
from index.people import People, Person
from index.places import Places
from index.records import Document, Passage, Span
from qa.archive import Archive, UnknownDocument
from qa.contract import Answer, Finding, RankedPassage
from qa.passages.choices import Choices
from qa.question import EmptyQuestion
from qa.selection import EVERYTHING, Limits, Selection

COLLECTION = Path(__file__).parents[1] / "collections" / "politburo-trotsky"
NUMBERS = ("0", "1", "35", "127")
"""The preface, a letter of a known day, one without an addressee, and one that has lost its heading."""
YEAR = "1923"
"""A question with this year is read as one about it."""
NOTHING_OF = "погод", "weather"
"""A question with one of these gets no answer."""
QUOTED = "владимир ильич предложил ему, троцкому, блок против тт. зиновьева и каменева"
"""The words of document 35 that every other question is answered with."""
FAILING = "сбой"
"""A question with this word breaks the archive."""


@dataclass(frozen=True)
class FakeArchive:
    """Answers every question with the same words, and asks nothing of the network."""

    manifest: Manifest
    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    persons: tuple[Person, ...]
    places: Places

    @classmethod
    def of(cls, folder: Path = COLLECTION, numbers: Sequence[str] = NUMBERS) -> FakeArchive:
        """The fake over the documents of these numbers of the collection in `folder`."""
        collection = Collection.open(folder)
        documents = tuple(found for found in collection.documents() if found.number in numbers)
        passages = [passage for document in documents for passage in cut(document, collection.source)]
        ordered = sorted(passages, key=lambda passage: (QUOTED not in passage.text.lower(), passage.start))
        places = Places.of(collection.source)
        return cls(collection.manifest, documents, tuple(ordered), People.of(documents).persons, places)

    def ask(
        self,
        question: str,
        *,
        k: int = 10,
        history: Sequence[str] = (),
        only: Selection = EVERYTHING,
        without: Sequence[str] = (),
    ) -> Answer:
        """The same answer each time, of the `only` documents; a follow-up is understood with the question before."""
        if not any(letter.isalnum() for letter in question):
            raise EmptyQuestion("the question has no words; write what you want to know")
        if FAILING in question:
            raise RuntimeError("the fake archive was asked to fail")
        begun = time.perf_counter()
        passages = tuple(
            self._ranked(rank, row, question) for rank, row in enumerate(self._chosen(only, without)[:k], 1)
        )
        found = bool(passages) and not any(word in question.lower() for word in NOTHING_OF)
        finding = Finding(passages[0].quoted, passages[0].quoted, 0, 0.83) if found else None
        return Answer(
            question=question,
            language=self._language(question),
            standalone=" ".join([*history[-1:], question]),
            filters=_read(question, without),
            status="answered" if found else "not_found",
            answer=finding,
            confidence=0.83 if found else 0.1,
            reason="" if found else "selection" if only != EVERYTHING else "nothing",
            passages=passages,
            timing_ms={"total": round(1000 * (time.perf_counter() - begun))},
        )

    def document(self, number: str) -> Document:
        """The document with this number; raises UnknownDocument."""
        for document in self.documents:
            if document.number == number:
                return document
        raise UnknownDocument(f"there is no document {number}")

    def forget(self) -> None:
        """Nothing is remembered."""

    def _chosen(self, only: Selection, without: Sequence[str]) -> list[int]:
        """The rows of the passages of what was chosen."""
        choices = Choices(self.documents, self.passages, self.persons)
        choices.check(Limits(only, tuple(without)))
        return [int(row) for row in np.flatnonzero(choices.agreeing(only))]

    def _ranked(self, rank: int, row: int, question: str) -> RankedPassage:
        passage = self.passages[row]
        document = self.document(passage.document)
        start = max(passage.text.lower().find(QUOTED), 0)
        quote = (start, min(start + len(QUOTED), len(passage.text)))
        heard = _heard(question, passage.text)
        return RankedPassage(rank, 1 / rank, passage, document.title, document.date, document.kind, quote, heard=heard)

    def _language(self, question: str) -> Language:
        return "ru" if any("а" <= letter <= "я" for letter in question.lower()) else "en"


def _heard(question: str, text: str) -> tuple[Span, ...]:
    """Where the text has the longer words of the question, letter for letter."""
    words = [word for word in re.findall(r"\w{4,}", question) if word in text]
    return tuple(found.span() for found in re.finditer("|".join(words), text)) if words else ()


def _read(question: str, without: Sequence[str]) -> dict[str, str]:
    """The filters read out of a question."""
    read = {"date_from": f"{YEAR}-01-01", "date_to": f"{YEAR}-12-31"} if YEAR in question else {}
    return {name: value for name, value in read.items() if name not in without}


def fake_archive() -> Archive:
    """The fake in the type that the pages ask for."""
    return cast("Archive", FakeArchive.of())
