"""Lets a language model word an answer from its passages, and keeps of that what the passages bear out."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from qa.contract import Answer
from qa.retrieve import Searches
from qa.stopwatch import Stopwatch
from qa.writer.cited import cited_sentences
from qa.writer.endpoint import EndpointError, Messages
from qa.writer.prompt import messages
from qa.writer.supported import Source, supported

SHOWN = 5
"""Passages that the model is given, the first ones."""

log = logging.getLogger("legenda")


class Writer(Protocol):
    """A language model."""

    @property
    def model(self) -> str:
        """Its name, which is shown with what it worded."""

    def reply(self, messages: Messages) -> str:
        """Return what it says; raises EndpointError."""


def worded(answer: Answer, rows: Sequence[int], searches: Searches, writer: Writer, watch: Stopwatch) -> Answer:
    """The answer in the words of `writer`, each sentence with its citation, or as it was where that fails.

    `rows` holds the rows of the passages in the index. The quote, the passages and a refusal stay as they are.
    """
    if answer.answer is None:
        return answer
    finding = answer.answer
    try:
        finding = replace(finding, text=_text(answer, rows, searches, writer), worded_by=writer.model, span=None)
    except EndpointError as error:
        log.warning("the language model %s did not word the answer: %s; the quote stands", writer.model, error)
    watch.lap("write")
    return replace(answer, answer=finding, timing_ms=watch.timing())


def _text(answer: Answer, rows: Sequence[int], searches: Searches, writer: Writer) -> str:
    shown = answer.passages[:SHOWN]
    said = cited_sentences(writer.reply(messages(answer.standalone, answer.language, shown)))
    sources = [Source(passage, row) for passage, row in zip(shown, rows, strict=False)]
    kept = supported(said, sources, answer.language, searches)
    if not kept:
        raise EndpointError("no sentence of its reply is borne out by the passages that it cites")
    return " ".join(sentence.text for sentence in kept)
