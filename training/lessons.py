"""Questions to learn from: what the model makes of each, the passages that answer it, and the nearest that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rich.progress import Progress, track

from eval.gold import GoldQuestion
from eval.judgement import holds
from index.build import catalogued
from index.bundled import DIMENSION, BundledEncoder, weights_name
from index.catalogue import Catalogue
from index.collection import Collection
from index.embed import no_report
from index.lexical import LexicalIndex
from index.mentions import read
from index.names import NameIndex
from index.people import People
from index.recogniser import recognised
from index.records import Passage
from index.searched import searched_texts
from index.sentences import SentenceVectors
from index.stores.flat import FlatStore
from index.token_map import TokenMap, Tokens
from index.trunk import Trunk
from qa.passages.agreement import Agreements
from qa.question import understand
from qa.rank import first, fused
from qa.retrieve import Scores, Searches
from qa.understanding import Understanding

CANDIDATES = 60
"""So many of the first passages by meaning and words are the wrong ones to choose from."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A question as it is understood: its tokens as the model made them, what is known of each passage, the answers.

    `both` is what meaning and words say together, `date` and `people` how well the document agrees.

    `right` and `wrong` are rows of passages, best first by meaning and words; `group` is
    one for questions that ask the same thing in other words.
    """

    asked: str
    group: str
    document: str
    tokens: Tokens
    both: Scores
    date: Scores
    people: Scores
    right: tuple[int, ...]
    wrong: tuple[int, ...]


class Course(NamedTuple):
    """The passages of a collection, their texts as searched, their tokens as the model made them, and the lessons."""

    documents: tuple[str, ...]
    texts: Sequence[str]
    passages: Sequence[Tokens]
    lessons: tuple[Lesson, ...]


def untuned() -> BundledEncoder:
    """The bundled model as it came, every token given as the model makes it."""
    return BundledEncoder(Trunk.untuned(weights_name(), TokenMap.untrained(DIMENSION)))


def course(collection: Collection, questions: Sequence[GoldQuestion], encoder: BundledEncoder) -> Course:
    """The lessons that `questions` give; one whose evidence stands in no passage gives none."""
    catalogue = catalogued(collection)
    texts = searched_texts(catalogue)
    words = [searched.text for searched in texts]
    with Progress() as progress:
        bar = progress.add_task("reading the passages", total=sum(map(len, words)))
        encoded = encoder.encode_passages(words, [()] * len(words), partial(progress.advance, bar))
    searches = Searches(
        encoder,
        FlatStore.of(encoded.texts),
        SentenceVectors.of(encoded.parts, [0] * len(words)),
        LexicalIndex.of(words),
        NameIndex.of(words),
    )
    assert encoded.tokens is not None
    lessons = tuple(_lessons(questions, catalogue, searches))
    return Course(tuple(passage.document for passage in catalogue.passages), words, encoded.tokens, lessons)


def _lessons(questions: Sequence[GoldQuestion], catalogue: Catalogue, searches: Searches) -> Iterator[Lesson]:
    passages, rows = catalogue.passages, _rows(catalogue.passages)
    agreed = _Agreed(catalogue, searches.names)
    for asked in track(questions, "reading the questions"):
        beside = {row for one in asked.evidence for row in rows.get(one.doc, ()) if holds(passages[row], one)}
        if beside:
            understood = understand(asked.question)
            query = searches.query(understood)
            both = fused(searches.signals(query))
            order = first(both, len(both))
            right = tuple(row for row in order if row in beside)
            wrong = tuple(row for row in order[:CANDIDATES] if row not in beside)
            assert query.tokens is not None
            date, people = agreed.passages(asked.question)
            group = asked.of or asked.id
            document = asked.evidence[0].doc
            yield Lesson(understood.text, group, document, query.tokens, both, date, people, right, wrong)


def _rows(passages: Sequence[Passage]) -> dict[str, list[int]]:
    """The rows of the passages of each document."""
    rows: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        rows.setdefault(passage.document, []).append(row)
    return rows


class _Agreed:
    """How well passages agree with what a question says of dates and people."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        people = People.of(catalogue.documents, recognised([read(one) for one in catalogue.documents], no_report))
        self._understanding = Understanding(catalogue.documents, people.persons, names)
        self._agreements = Agreements(catalogue.documents, people.persons)
        numbers = {document.number: row for row, document in enumerate(catalogue.documents)}
        self._documents = [numbers[passage.document] for passage in catalogue.passages]

    def passages(self, question: str) -> tuple[Scores, Scores]:
        """The agreement of each passage's document in date, and in people."""
        agreement = self._agreements.agreements(self._understanding.understand(question).reading)
        return agreement.date[self._documents], agreement.people[self._documents]
