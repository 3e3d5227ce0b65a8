"""Puts the answer together: short text, verbatim quote, confidence; or an honest "not here"."""

from __future__ import annotations

from collections.abc import Mapping

from qa.confidence import ANSWERED_FROM
from qa.contract import Answer, Finding, RankedPassage
from qa.question import Question


def answered(
    question: str,
    asked: Question,
    passages: tuple[RankedPassage, ...],
    confidence: float,
    timing_ms: Mapping[str, int],
) -> Answer:
    """The answer made of the best passage's quote; without one where the confidence is too low for it."""
    found = confidence >= ANSWERED_FROM
    words = passages[0].quoted
    return Answer(
        question=question,
        language=asked.language,
        standalone=asked.text,
        filters=asked.reading.filters(),
        status="answered" if found else "not_found",
        answer=Finding(text=words, quote=words, passage=0, confidence=confidence) if found else None,
        confidence=confidence,
        passages=passages,
        timing_ms=timing_ms,
        corrections=asked.reading.corrections,
        beyond=asked.reading.beyond,
    )
