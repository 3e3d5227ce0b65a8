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
from index.records import Document, Passage, Reference
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
        windows = Windows(self.documents, self.passages, self.searches(finds, heard), Places.of(self.source))
        return list(windows.found(rows, query))

    def searches(self, finds: Finds, heard: bool = True) -> Searches:
        """The first sentence of a row has the cosine of a tenth of the row, each further one 0.005 more."""
        told = [row / 10 + number / 200 for row, one in enumerate(self.passages) for number in range(len(one.sentences))]
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


FIRST, LAST = "2) что для того чтобы вести пролетариат", "(б) И. Сталин"
CASES = [
    # row 1 may go to the sentences 6 to 10, which begin in row 0, or 8 to 11, which end in row 2
    ({(2, 0): (0.9, 0)}, 1, (1151, 2325)),
    ({(0, 6): (0.9, 0)}, 1, (728, 1799)),
    ({(0, 6): (0.8, 0), (2, 0): (0.9, 0)}, 1, (1151, 2325)),
    ({(0, 6): (0.8, 0), (2, 0): (0, 0.3)}, 1, (1151, 2325)),  # 0.3 thrice is more than 0.8 once
    ({(0, 6): (0.8, 0), (2, 0): (0, 0.2)}, 1, (728, 1799)),
    ({(0, 6): (0, 0.3), (2, 0): (0.8, 0), (1, CONTEXT): (0.8, 0)}, 1, (728, 1799)),  # the words above have it anyway
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
    """Of the closing of document 45 the sentences 3 to 12 hold all but its legend, and what is asked besides."""
    (window,) = small.found({(5, 3): (0.9, 0.1)}, 7)
    assert window.passage.closing
    assert window.passage.text.endswith(small.passages[7].text)
    assert window.passage.text.startswith(small.documents[1].text.content[window.passage.start :][:40])
    assert len(window.meaning) == 10  # sentences 4 to 13


@pytest.mark.parametrize(
    ("query", "heard"),
    [(QUERY, False), (QUERY._replace(tokens=None) if hasattr(QUERY, "_replace") else replace(QUERY, tokens=None), True)],
)
def test_without_token_vectors_a_passage_stays(query: Query, heard: bool, small: Small) -> None:
    windows = small.found({(2, 0): (0.9, 0)}, *range(8), query=query, heard=heard)
    assert [window.passage for window in windows] == list(small.passages)
    assert [window.cosines.size + window.ends.size for window in windows] == [0] * 8
    assert windows[1].meaning.tolist() == pytest.approx([0.1, 0.105, 0.11, 0.115], abs=0.001)
