"""What a run of the gold questions brought: one outcome a question, in a form that can be saved and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Rank = int | None
"""Where the first one with evidence stood, from 1; None where none came back."""


@dataclass(frozen=True, slots=True)
class Came:
    """One passage that came back; `relevant` where it holds evidence.

    `key` is "document:start-end", offsets in the document's text; `delo` is the file of the archive that keeps the
    paper, «РГАСПИ 17/171/79», "" without a reference.
    """

    key: str
    document: str
    delo: str
    score: float
    relevant: bool
    shown: str = ""
    """The words that are quoted of it, for the first few."""


@dataclass(frozen=True, slots=True)
class Relevant:
    """All that answers a question: keys of passages, numbers of documents, dela."""

    passages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    dela: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question and what came of it; a turn of a dialogue is one too, with the questions before it as `history`.

    `passage`, `document` and `delo` are the ranks of the first passage that holds evidence, of the first document of
    the evidence among the distinct documents, and of its delo among the distinct dela. `text` and `quote` are "" where
    the question was refused; of an answerable question that was refused, what is said of the answer is a no. What does
    not apply is None.
    """

    id: str
    set: str
    """The gold file it is of, «dev», or «dialogues-standalone» for the complete form of a turn."""
    lang: str
    type: str
    question: str
    history: tuple[str, ...]
    standalone: str
    """The question as the archive understood it."""
    gold: str
    """The gold answer."""
    answerable: bool
    passage: Rank
    document: Rank
    delo: Rank
    status: str
    confidence: float
    text: str
    quote: str
    contains: bool | None
    """Whether the shown text or the quote contains the gold answer or another form of it, normalised (eval/answers.py).

    None where the gold answer is a description.
    """
    text_contains: bool | None
    """The same of the text alone."""
    f1: float | None
    """Token F1 of the shown text against the best form of the gold answer."""
    quote_overlaps: bool | None
    """Whether half of the shown quote, or of the evidence if that is shorter, is in one piece in the other."""
    reference_exact: bool | None
    """Whether the reference of the first passage is the one printed under the paper that holds it."""
    milliseconds: float
    came: tuple[Came, ...]
    cited: bool | None
    """Whether the passage of the shown quote holds evidence; None where the question was refused."""
    relevant: Relevant

    @property
    def answered(self) -> bool:
        """Whether an answer was given, right or wrong."""
        return self.status == "answered"

    @property
    def right(self) -> bool:
        """Whether the first passage holds evidence: what the confidence is to foretell."""
        return self.passage == 1


@dataclass(frozen=True, slots=True)
class Run:
    """All outcomes, and what they were made with: `gold` holds the SHA-256 of the file of each set."""

    name: str
    made: str
    """When, in ISO 8601."""
    model: str
    index: str
    """The digest of the index."""
    commit: str
    machine: tuple[str, ...]
    gold: Mapping[str, str]
    outcomes: tuple[Outcome, ...]
