"""Passages are moved to where the question's tokens find most, over two real documents under hand-made vectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest

from index.collection import Collection
from index.lexical import LexicalIndex
from index.names import NameIndex
from index.passages import cut
from index.places import Places
from index.records import Document, Enclosure, Passage, Reference
from index.sentences import SentenceVectors
from index.source import Source
from index.stores.flat import FlatStore
from index.token_map import Tokens
from index.tokens import TokenVectors
from qa.archive import Archive
from qa.passages.heard import CONTEXT, Heard
from qa.passages.window import Window, Windows
from qa.retrieve import Query, Searches
from tests.fake_encoder import FakeEncoder

BEFORE = 5
"""Characters that stand before the text of each passage."""
ASKED = Tokens(
    np.array([1, 2], np.int32), np.eye(2, 3, dtype=np.float32), np.array([1, 3], np.float32), np.array([4, 9], np.int32)
)
"""Two tokens, as rare, the second of three times the emphasis."""
NO_TOKENS = Tokens(ASKED.pieces[:0], ASKED.vectors[:0], ASKED.emphasis[:0], ASKED.ends[:0])
QUERY = Query(np.array([1, 0], np.float32), (), ASKED)
Finds = Mapping[tuple[int, int], tuple[float, float]]
"""By the row of a passage and the number of a sentence in it: what the question's tokens find there, elsewhere 0."""


class Small(NamedTuple):
    """Documents 36 and 45 of the volume, in passages of these runs of sentences.

    36: 0 to 7, 7 to 10, 11 to 15, the closing 13 to 16, the footnote 17.
    45: 0 to 9, 8 to 12, the closing 10 to 13. Rows go from 0 to 7.
    """

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    source: Source

    def found(self, finds: Finds, *rows: int, query: Query = QUERY, heard: bool = True) -> list[Window]:
        """The windows of the passages in these rows, where the question's tokens find so much."""
        windows = Windows(self.documents, self.passages, self.searches(finds, heard=heard), Places.of(self.source))
        return list(windows.found(rows, query))

    def searches(self, finds: Finds, *, heard: bool = True) -> Searches:
        """The first sentence of a row has the cosine of a tenth of the row, each further one 0.005 more."""
        told = [
            row / 10 + number / 200 for row, one in enumerate(self.passages) for number in range(len(one.sentences))
        ]
        vectors = np.array([(cosine, (1 - cosine**2) ** 0.5) for cosine in told], np.float32)
        tokens = [_tokens(passage, row, finds) for row, passage in enumerate(self.passages)]
        return Searches(
            FakeEncoder(),
            FlatStore.of(vectors[:1]),
            SentenceVectors.of(vectors, [len(passage.sentences) for passage in self.passages]),
            LexicalIndex.of(["письмо"]),
            NameIndex.of(()),
            TokenVectors.of(tokens, [BEFORE] * len(tokens)) if heard else None,
        )


def _tokens(passage: Passage, row: int, finds: Finds) -> Tokens:
    """One token before the text and one for each sentence, which ends with it."""
    ends = [BEFORE - 2, *(BEFORE + end for _, end in passage.sentences)]
    cosines = [finds.get((row, number), (0.0, 0.0)) for number in range(CONTEXT, len(passage.sentences))]
    vectors = np.array([(one, other, (1 - one**2 - other**2) ** 0.5) for one, other in cosines], np.float32)
    return Tokens(np.zeros(len(ends), np.int32), vectors, np.ones(len(ends), np.float32), np.array(ends, np.int32))


@pytest.fixture(scope="module")
def small(documents: tuple[Document, ...], collection: Collection) -> Small:
    chosen = (documents[36], documents[45])
    passages = tuple(passage for document in chosen for passage in cut(document, collection.source))
    return Small(chosen, passages, collection.source)


CASES = [
    # row 1 may go to the sentences 6 to 10, which begin in row 0, or 8 to 11, which end in row 2
    ({(2, 0): (0.9, 0)}, 1, (1151, 2325)),
    ({(0, 6): (0.9, 0)}, 1, (728, 1799)),
    ({(0, 6): (0.8, 0), (2, 0): (0.9, 0)}, 1, (1151, 2325)),
    ({(0, 6): (0.8, 0), (2, 0): (0, 0.3)}, 1, (1151, 2325)),  # 0.3 thrice is more than 0.8 once
    ({(0, 6): (0.8, 0), (2, 0): (0, 0.2)}, 1, (728, 1799)),
    ({(0, 6): (0, 0.2), (2, 0): (0.8, 0), (1, CONTEXT): (0.8, 0)}, 1, (728, 1799)),  # the words above have it anyway
    ({(0, 6): (0.5, 0), (1, 1): (0.9, 0), (2, 0): (0, 0.1)}, 1, (1151, 2325)),  # 8, which stays, has what 6 has
    ({(2, 2): (0.9, 0), (2, 0): (0.1, 0)}, 1, (1151, 2325)),  # to reach 13 it would have to leave 438 of 842
    ({(0, 5): (0.9, 0), (2, 0): (0.1, 0)}, 1, (1151, 2325)),  # and to reach 5 a third and one more
    ({(0, 0): (0.9, 0)}, 2, (1395, 2568)),  # what no window around it holds counts for nothing
]


@pytest.mark.parametrize(("finds", "row", "span"), CASES)
def test_a_passage_moves_to_where_the_tokens_find_most_and_keeps_two_thirds_of_itself(
    finds: Finds, row: int, span: tuple[int, int], small: Small
) -> None:
    (window,) = small.found(finds, row)
    assert (window.passage.start, window.passage.end) == span
    assert window.row == row


def test_a_closing_is_kept_whole(small: Small) -> None:
    """Sentences 3 to 12 of document 45 are what is asked and the closing but for its legend."""
    (window,) = small.found({(5, 3): (0.9, 0.1)}, 7)
    assert window.passage.closing and small.passages[7].closing
    assert (window.passage.start, window.passage.end) == (462, small.passages[7].end)
    assert len(window.meaning) == 10  # sentences 4 to 13


@pytest.mark.parametrize(("tokens", "heard"), [(ASKED, False), (None, True), (NO_TOKENS, True)])
def test_without_tokens_a_passage_stays(tokens: Tokens | None, heard: bool, small: Small) -> None:
    query = replace(QUERY, tokens=tokens)
    windows = small.found({(2, 0): (0.9, 0)}, *range(8), query=query, heard=heard)
    assert [window.passage for window in windows] == list(small.passages)
    assert [window.cosines.size + window.ends.size for window in windows] == [0] * 8
    assert windows[1].meaning.tolist() == pytest.approx([0.1, 0.105, 0.11, 0.115], abs=0.001)


@pytest.mark.parametrize(
    ("rows", "given"),
    [
        ((3, 4), [3]),  # closing and footnote of document 36 both move to its last sentences
        ((4, 3), [4]),
        ((2, 3), [2]),  # 1395 to 2568 and 1519 to 2711: 1,049 characters in common are over 0.8 of 1,173
        ((1, 2), [1, 2]),  # 728 to 1799 and 1395 to 2568 are not
        ((0, 5), [0, 5]),  # 0 to 1150 and 0 to 1115, but of two documents
    ],
)
def test_the_same_place_is_given_once(rows: tuple[int, ...], given: list[int], small: Small) -> None:
    assert [window.row for window in small.found({}, *rows)] == given


def test_a_moved_passage_is_told_of_as_its_sentences_were_where_they_were_read(small: Small) -> None:
    """Of the sentences 6 to 10 the passage of row 1 holds all but the first; 7 was read in that of row 0 as well."""
    finds = {(1, CONTEXT): (0.5, 0), (0, 6): (0.7, 0.2), (0, 7): (0.6, 0.6), (1, 0): (0.3, 0.1), (1, 2): (0, 0.4)}
    (window,) = small.found(finds, 1)
    assert window.meaning.tolist() == pytest.approx([0.03, 0.1, 0.105, 0.11, 0.115], abs=0.001)
    np.testing.assert_allclose(window.cosines, [(0.5, 0.7, 0.3, 0, 0, 0), (0, 0.2, 0.1, 0, 0.4, 0)], atol=0.005)
    assert window.ends.tolist() == [-2, *(end for _, end in window.passage.sentences)]
    assert window.passage.text[: window.ends[1]].endswith(
        "отказаться от того, чему он учил в течение предшествующих 15 лет;"
    )


def test_a_moved_passage_stands_in_the_source_where_its_sentences_do(small: Small) -> None:
    (window,) = small.found({(2, 0): (0.9, 0)}, 1)
    passage, document = window.passage, small.documents[0]
    assert passage.text == document.text.content[1151:2325]
    assert passage.place == small.source.place(*document.text.span(1151, 2325))
    assert passage.place != small.passages[1].place
    assert [passage.text[start:end] for start, end in passage.sentences] == [
        document.text.content[start:end] for start, end in ((1151, 1394), (1395, 1518), (1519, 1799), (1800, 2325))
    ]
    assert (passage.document, passage.closing, passage.reference) == ("36", False, document.reference)


def test_a_moved_passage_has_the_reference_of_the_paper_it_stands_in(small: Small) -> None:
    own = Reference("РГАНИ", "3", "62", "178", "24")
    enclosed = replace(small.documents[0], enclosures=(Enclosure("Копия", (500, 2603), reference=own),))
    windows = small._replace(documents=(enclosed, small.documents[1])).found({(2, 0): (0.9, 0)}, 1, 0)
    assert [window.passage.reference for window in windows] == [own, small.documents[0].reference]


def test_a_token_is_heard_in_the_sentence_that_it_ends_in(small: Small) -> None:
    passage = small.passages[1]
    finds = {(1, CONTEXT): (0.2, 0), (1, 1): (0.6, 0.3)}
    heard = Heard.of(passage, 1, QUERY, small.searches(finds))
    assert heard.numbers.tolist() == [CONTEXT, 0, 1, 2, 3]
    assert heard.ends.tolist() == [-2, *(end for _, end in passage.sentences)]
    np.testing.assert_allclose(heard.nearest, [(0, 0), (0.6, 0.3), (0, 0), (0, 0), (0.2, 0)], atol=0.005)


def test_what_stands_between_two_sentences_is_heard_in_the_latter(small: Small) -> None:
    passage = small.passages[1]
    ends = [passage.sentences[0][1] + 1, passage.sentences[1][0] + 3, passage.sentences[-1][1] + 9]
    tokens = Tokens(
        np.zeros(3, np.int32), np.eye(3, dtype=np.float32), np.ones(3, np.float32), np.array(ends, np.int32)
    )
    searches = replace(small.searches({}), tokens=TokenVectors.of([tokens, tokens]))
    heard = Heard.of(passage, 1, QUERY, searches)
    assert heard.numbers.tolist() == [1, 1, 3]
    np.testing.assert_allclose(heard.nearest, [(0, 0), (1, 1), (0, 0), (0, 0), (0, 0)], atol=0.005)


# questions of which the small collection answers some
QUESTIONS = [
    "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?",
    "Какую поправку внесли к интервью Ренсому?",
    "Откуда и куда перенесли сессию ЦИК?",
    "Кто подписал заявление 46-ти?",
    "Где хранится письмо Сталина Литвинову?",
    "Что писал Радек в Политбюро?",
    "Когда состоялся Пленум ЦК?",
    "Что решило Политбюро о внутрипартийной демократии?",
    "Кто болен и кому нужен отпуск?",
    "From where was the session of the TsIK moved to Moscow?",
]


def test_every_passage_of_an_answer_stands_where_it_says(archive: Archive, small_collection: Collection) -> None:
    cuts = {(passage.document, passage.start, passage.end) for passage in archive.passages}
    moved = 0
    for question in QUESTIONS:
        for ranked in archive.ask(question).passages:
            passage, document = ranked.passage, archive.document(ranked.passage.document)
            assert passage.text == document.text.content[passage.start : passage.end]
            assert 0 < len(passage.text) <= 1200
            span = document.text.span(passage.start, passage.end)
            assert passage.place == small_collection.source.place(*span)
            assert passage.reference == document.reference_at(passage.start)
            moved += (passage.document, passage.start, passage.end) not in cuts
    assert moved > len(QUESTIONS)
