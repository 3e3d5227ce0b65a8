"""The answer in short: what the record of the paper says, or the words of the quote, or the quote itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Document, Span
from qa.contract import RankedPassage
from qa.passages.window import Window
from qa.question import Question
from qa.quote import REFERENCE, Asked
from qa.retrieve import Searches
from qa.words.paper import told_by_record
from qa.words.span import answering_span
from qa.words.wanted import LEGEND
from qa.words.worded import worded

TITLED = 0.4
"""So much of what the question says must stand in a document's title before its record tells who, to whom and when."""


@dataclass(frozen=True, slots=True)
class Said:
    """`text` to read; `passage` is the place in the list of the passage whose quote shows it.

    `span` is where in the quote the answering words stand; None where no choice of them is sure.
    It is `told` where the record of the paper says it.
    """

    text: str
    passage: int = 0
    span: Span | None = None
    told: bool = False


def said(  # noqa: PLR0913, PLR0917
    question: Question,
    passages: Sequence[RankedPassage],
    window: Window,
    document: Document,
    asked: Asked,
    searches: Searches,
) -> Said:
    """The answer that the first of `passages` gives; `window` is what it was found as, `document` the one it is of."""
    first = passages[0]
    titled = searches.coverage(asked.query, document.title) >= TITLED
    told = told_by_record(question, document, first.passage, titled=titled)
    if told:
        return Said(told, _with_legend(passages) if asked.wanted in LEGEND else 0, told=True)
    span = answering_span(window, first.quote, asked, searches)
    if span is None:
        return Said(first.quoted)
    words = first.passage.text[slice(*span)]
    text = worded(words, asked.wanted, question.language, asked.register, first.passage.document)
    return Said(text, 0, (span[0] - first.quote[0], span[1] - first.quote[0]))


def _with_legend(passages: Sequence[RankedPassage]) -> int:
    """The place of the passage that quotes the legend of the first one's paper; the first one where none does."""
    first = passages[0].passage
    legends = (
        at
        for at, one in enumerate(passages)
        if (one.passage.document, one.passage.reference) == (first.document, first.reference)
        and REFERENCE.search(one.quoted)
    )
    return next(legends, 0)
