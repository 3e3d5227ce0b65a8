"""Puts the answer together: short text, verbatim quote, confidence; or an honest "not here"."""

from __future__ import annotations

from collections.abc import Mapping

from qa.confidence import Verdict
from qa.contract import Answer, Finding, RankedPassage
from qa.question import Question


def answered(
    question: str,
    asked: Question,
    passages: tuple[RankedPassage, ...],
    reached: Verdict,
    timing_ms: Mapping[str, int],
) -> Answer:
    """The answer made of the best passage's quote; without one where the verdict has a reason against it."""
    found, confidence = not reached.reason, reached.confidence
    words = passages[0].quoted
    return Answer(
        question=question,
        language=asked.language,
        standalone=asked.text,
        filters={},
        status="answered" if found else "not_found",
        answer=Finding(text=words, quote=words, passage=0, confidence=confidence) if found else None,
        confidence=confidence,
        reason=reached.reason,
        passages=passages,
        timing_ms=timing_ms,
    )
