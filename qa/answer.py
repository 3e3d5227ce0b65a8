"""Puts the answer together: short text, verbatim quote, confidence; or an honest "not here"."""

from __future__ import annotations

from collections.abc import Mapping

from qa.confidence import Verdict
from qa.contract import Answer, Finding, RankedPassage
from qa.question import Question
from qa.said import Said

SHORT_FROM = 0.5
"""A less likely answer is left in the document's own words: «Вена» alone would say more than is known."""


def answered(  # noqa: PLR0913, PLR0917
    question: str,
    asked: Question,
    standalone: str,
    passages: tuple[RankedPassage, ...],
    reached: Verdict,
    timing_ms: Mapping[str, int],
    said: Said,
) -> Answer:
    """What is `said`, in short only where it is likely enough; nothing where the verdict has a reason against it."""
    finding = None if reached.reason else _finding(passages, reached.confidence, said)
    return Answer(
        question=question,
        language=asked.language,
        standalone=standalone,
        filters=asked.reading.filters(),
        status="answered" if finding else "not_found",
        answer=finding,
        confidence=reached.confidence,
        reason=reached.reason,
        passages=passages,
        timing_ms=timing_ms,
        corrections=asked.reading.corrections,
        beyond=asked.reading.beyond,
    )


def _finding(passages: tuple[RankedPassage, ...], confidence: float, said: Said) -> Finding:
    quote = passages[said.passage].quoted
    if confidence < SHORT_FROM:
        said = Said(quote, said.passage)
    return Finding(said.text, quote, said.passage, confidence, said.span)
