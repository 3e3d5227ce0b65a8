"""The closer look: what the reader thinks of the first passages puts them in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np
import pytest

from index.reader import Opinion, Piece, Reader
from index.records import Document, Passage, Place, Span
from qa.archive import Archive
from qa.passages.closer import LONGEST, READ, READER, Closer, surroundings
from qa.passages.window import Window

NOTHING = np.zeros((0, 0), np.float32)


def passage_of(*sentences: str) -> Passage:
    """A passage of these sentences, one space between."""
    text, spans = "", []
    for sentence in sentences:
        start = len(text) + bool(text)
        text = f"{text} {sentence}".strip()
        spans.append((start, start + len(sentence)))
    return Passage("1", 0, len(text), text, tuple(spans), Place(0, len(text), (1, 2), 1), None)


@dataclass
class Opinionated:
    """Thinks of pieces what the test says, in the order in which it reads them."""

    odds: Sequence[float]
    pieces: list[Piece] = field(default_factory=list)

    def read(self, question: str, pieces: Sequence[Piece]) -> list[Opinion]:
        """The opinions, whatever the pieces say."""
        assert question == "Куда?"
        self.pieces += pieces
        return [Opinion(one, (1, 3)) for one in self.odds[: len(pieces)]]


def looked(
    documents: Sequence[Document], reader: Opinionated | None, scores: Sequence[float], quote: Span = (0, 8)
) -> list[Window]:
    """Windows with these scores after the look; all are of document 1."""
    passage = passage_of("Слушали.", "Постановили выслать.")
    windows = [
        Window(row, passage, np.zeros(2, np.float32), NOTHING, np.zeros(0, np.int32)) for row in range(len(scores))
    ]
    closer = Closer(cast("Reader | None", reader), documents)
    return closer.look("Куда?", windows, lambda _: quote, np.array(scores, np.float32))


def test_better_odds_raise_a_passage_by_their_weight(documents: tuple[Document, ...]) -> None:
    found = looked(documents, Opinionated([-1, 2, 0.5]), [3, 2.9, 1])
    assert [(window.row, window.added) for window in found] == [
        (1, 3 * READER),
        (0, 0),
        (2, pytest.approx(1.5 * READER)),
    ]
    assert [window.opinion and window.opinion.odds for window in found] == [2, -1, 0.5]


def test_only_the_first_few_are_read_and_none_of_them_falls_behind_the_rest(documents: tuple[Document, ...]) -> None:
    reader = Opinionated([-9.0, -8.0, -7.0, -6.0, -5.0, 100.0])
    found = looked(documents, reader, [7, 6, 5, 4, 3, 2, 1])
    assert (len(reader.pieces), READ) == (4, 4)
    assert [window.row for window in found[READ:]] == [4, 5, 6]
    assert all(window.opinion is None and window.added == 0 for window in found[READ:])


def test_equal_scores_stay_in_their_order(documents: tuple[Document, ...]) -> None:
    assert [window.row for window in looked(documents, Opinionated([1, 1, 1]), [2, 2, 2])] == [0, 1, 2]


def test_without_a_reader_all_stays_as_it_was(documents: tuple[Document, ...]) -> None:
    found = looked(documents, None, [1, 2, 3])
    assert [(window.row, window.opinion, window.added) for window in found] == [
        (0, None, 0),
        (1, None, 0),
        (2, None, 0),
    ]


def test_nothing_found_is_nothing_read(documents: tuple[Document, ...]) -> None:
    assert looked(documents, Opinionated([]), []) == []


def test_the_reader_gets_the_title_and_its_words_are_placed_in_the_passage(documents: tuple[Document, ...]) -> None:
    reader = Opinionated([0.0])
    (window,) = looked(documents, reader, [1])
    title = next(document.title for document in documents if document.number == "1")
    assert reader.pieces == [Piece(title, "Слушали. Постановили выслать.")]
    assert window.opinion == Opinion(0.0, (1, 3))


def test_the_words_of_a_piece_that_begins_later_are_moved_with_it(documents: tuple[Document, ...]) -> None:
    long = "а" * 400 + "."
    passage = passage_of(long, "Куда выслать?", long)
    assert surroundings(passage, (402, 415)) == (402, 817)
    window = Window(0, passage, np.zeros(3, np.float32), NOTHING, np.zeros(0, np.int32))
    closer = Closer(cast("Reader", Opinionated([0.0])), documents)
    (seen,) = closer.look("Куда?", [window], lambda _: (402, 415), np.zeros(1, np.float32))
    assert seen.opinion == Opinion(0.0, (403, 405))


@pytest.mark.parametrize(
    ("sentences", "quote", "read"),
    [
        (["Один.", "Два.", "Три."], (6, 10), (0, 15)),  # all of a short passage
        (["а" * 250, "б" * 250, "в" * 250], (251, 260), (251, 752)),  # one after before one before
        (["а" * 250, "б" * 250, "в" * 250], (502, 510), (251, 752)),
        (["а" * 1000], (700, 720), (410, 1000)),  # of a long sentence, the words about the quote
        (["а" * 1000], (0, 20), (0, 600)),
    ],
)
def test_what_is_read_are_whole_sentences_about_the_quote(sentences: list[str], quote: Span, read: Span) -> None:
    assert surroundings(passage_of(*sentences), quote) == read
    assert read[1] - read[0] <= LONGEST


def test_the_parts_of_a_score_hold_what_the_reader_added(archive: Archive) -> None:
    answer = archive.ask("О чем Троцкий спорил с Политбюро в письме о ценах?")
    scores = [passage.score for passage in answer.passages]
    assert scores == sorted(scores, reverse=True)
    for passage in answer.passages:
        assert passage.score == pytest.approx(sum(passage.parts.values()), abs=1e-4)
    assert any(passage.parts["reader"] > 0 for passage in answer.passages[:READ])
    assert all(passage.parts["reader"] == 0 for passage in answer.passages[READ:])


def test_fewer_passages_are_the_first_of_more(archive: Archive) -> None:
    question = "О чем Троцкий спорил с Политбюро в письме о ценах?"
    one, ten = archive.ask(question, k=1), archive.ask(question)
    assert one.passages == ten.passages[:1]
