"""The contract of an answer: what the command line, the HTTP API, the page and Python callers all get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from index.collection import Language
from index.records import Passage, Span
from qa.reading import Correction

Status = Literal["answered", "not_found"]
Manner = Literal["", "greeting", "small_talk", "thanks", "abuse", "order", "museum", "today"]
"""How something is said that is no question to documents; "" where it may be one."""
Reason = Manner | Literal["nothing", "off_topic", "unknown_name", "selection"]
"""Why there is no answer; "" where there is one. "selection": those that were chosen do not say."""
MANNERS = frozenset(get_args(Manner)) - {""}
MOST_PASSAGES = 50
"""More cannot be asked for."""


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage in the order of the answer, with what a card about it shows.

    `quote` is the half-open piece of the passage's text that answers best; `score` is
    comparable only within one answer, and `parts` says what each search and each agreement
    added to it. `heard` are the pieces where the passage says words of the question.
    """

    rank: int
    score: float
    passage: Passage
    title: str
    date: str
    kind: str
    quote: Span
    parts: Mapping[str, float] = field(default_factory=dict)
    heard: tuple[Span, ...] = ()

    @property
    def quoted(self) -> str:
        """The words of the quote."""
        return self.passage.text[slice(*self.quote)]

    def as_json(self) -> dict[str, Any]:
        """The passage as the contract has it."""
        place, reference = self.passage.place, self.passage.reference
        return {
            "rank": self.rank,
            "score": round(self.score, 4),
            "parts": {name: round(part, 4) for name, part in self.parts.items()},
            "document": self.passage.document,
            "title": self.title,
            "date": self.date,
            "kind": self.kind,
            "text": self.passage.text,
            "quote": _span(self.quote),
            "heard": [_span(piece) for piece in self.heard],
            "source": {
                "start": place.start,
                "end": place.end,
                "lines": list(place.lines),
                "page": place.page,
            },
            "reference": asdict(reference) | {"text": reference.text} if reference else None,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer in short: `text` to read, `quote` the verbatim words, `passage` their place in the list.

    `span` is the half-open piece of the quote that the text comes from; None where it is the
    whole quote, or comes from the record of the paper.
    `worded_by` names the language model whose words `text` is, each sentence with the ranks of
    the passages that bear it out, as [1]; "" where the words are the documents' own.
    """

    text: str
    quote: str
    passage: int
    confidence: float
    span: Span | None = None
    worded_by: str = ""

    def as_json(self) -> dict[str, Any]:
        """The finding as the contract has it."""
        return asdict(self) | {"span": _span(self.span) if self.span else None}


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered, or honestly not: then `answer` is None and the passages are only the nearest, if any.

    `confidence` (0..1) says how likely the first quote answers, `reason` why there is no
    answer; `timing_ms` holds milliseconds of each step and their total. `relaxed` names the
    filters that were given up because nothing agrees with them, `corrections` the words that
    were read otherwise than typed, `beyond` what was understood and cannot be followed.
    """

    question: str
    language: Language
    standalone: str
    filters: Mapping[str, str]
    status: Status
    answer: Finding | None
    confidence: float
    reason: Reason
    passages: tuple[RankedPassage, ...]
    timing_ms: Mapping[str, int]
    relaxed: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    beyond: tuple[str, ...] = ()

    @property
    def nearest(self) -> bool:
        """Whether the passages are worth showing as the nearest: they are not to a greeting."""
        return self.reason not in MANNERS

    def as_json(self) -> dict[str, Any]:
        """The answer as the contract has it."""
        return {
            "question": self.question,
            "language": self.language,
            "standalone": self.standalone,
            "filters": dict(self.filters),
            "relaxed": list(self.relaxed),
            "corrections": [correction._asdict() for correction in self.corrections],
            "beyond": list(self.beyond),
            "status": self.status,
            "answer": self.answer.as_json() if self.answer else None,
            "confidence": self.confidence,
            "reason": self.reason,
            "passages": [passage.as_json() for passage in self.passages],
            "timing_ms": dict(self.timing_ms),
        }


def _span(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
