"""When a passage answers a gold question, and where the first one stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from eval.gold import Evidence
from eval.outcome import Came, Rank, Relevant
from index.records import Document, Passage, Reference
from qa.contract import RankedPassage

WINDOW = 60
"""Characters: so much of a quote in one piece makes a passage a hit (the rule of the gold set)."""

SHOWN = 3
"""Of so many passages a run keeps the words: who asks why a question failed looks no further."""


def holds(passage: Passage, evidence: Evidence) -> bool:
    """Whether the passage is of the same document and holds the quote, or 60 characters of it in one piece."""
    text = straightened(passage.text)
    return passage.document == evidence.doc and any(piece in text for piece in _windows(evidence.quote))


def _windows(quote: str) -> Iterator[str]:
    straight = straightened(quote)
    return (straight[start : start + WINDOW] for start in range(max(1, len(straight) - WINDOW + 1)))


@lru_cache(maxsize=10_000)
def straightened(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


def key(passage: Passage) -> str:
    """The name of a passage that stays the same as long as the collection is cut as it is."""
    return f"{passage.document}:{passage.start}-{passage.end}"


def delo(reference: Reference | None) -> str:
    """The file of the archive that keeps a paper, «РГАСПИ 17/171/79»; "" without a reference."""
    return f"{reference.archive} {reference.fond}/{reference.opis}/{reference.delo}" if reference else ""


def kept_in(delo: str, document: str) -> str:
    """The delo, or a stand-in for it where the document has no reference: it is then kept alone."""
    return delo or f"№ {document}"


class Judge:
    """Knows the passages of an archive, and so all that answer a question, also those that do not come back."""

    def __init__(self, documents: Iterable[Document], passages: Iterable[Passage]) -> None:
        self._references = {document.number: document.reference for document in documents}
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            self._passages[passage.document].append(passage)

    def relevant(self, evidence: Sequence[Evidence], returned: Iterable[Passage] = ()) -> Relevant:
        """What is to come back; for a quote that no passage holds, a passage that never will.

        A passage may have been moved before it was `returned`: it then stands for those that
        it was cut as.
        """
        returned, passages, dela = list(returned), [], []
        for one in evidence:
            given = [passage for passage in returned if holds(passage, one)]
            cut = (passage for passage in self._passages[one.doc] if holds(passage, one))
            holding = given + [passage for passage in cut if not any(_meet(passage, other) for other in given)]
            passages += [key(passage) for passage in holding] or [f"{one.doc}:unindexed"]
            references = [passage.reference for passage in holding] or [self._references.get(one.doc)]
            dela += [kept_in(delo(reference), one.doc) for reference in references]
        documents = (one.doc for one in evidence)
        return Relevant(*(tuple(dict.fromkeys(found)) for found in (passages, documents, dela)))


def _meet(one: Passage, other: Passage) -> bool:
    """Whether two passages of one document have a place in common."""
    return one.start < other.end and other.start < one.end


def came(passages: Iterable[RankedPassage], relevant: Relevant) -> tuple[Came, ...]:
    """The passages that came back, each judged."""
    return tuple(
        Came(
            key=key(one.passage),
            document=one.passage.document,
            delo=delo(one.passage.reference),
            score=one.score,
            relevant=key(one.passage) in relevant.passages,
            shown=one.quoted if one.rank <= SHOWN else "",
        )
        for one in passages
    )


def rankings(passages: Iterable[Came]) -> tuple[tuple[str, ...], ...]:
    """What came back at each level: passages, distinct documents, distinct dela, each where its first passage stood."""
    named = [(one.key, one.document, kept_in(one.delo, one.document)) for one in passages]
    return tuple(tuple(dict.fromkeys(level)) for level in zip(*named, strict=True)) if named else ((), (), ())


def rank(order: Sequence[str], relevant: Sequence[str]) -> Rank:
    """The rank of the first of `order` that is relevant; None if none is."""
    return next((at for at, one in enumerate(order, 1) if one in relevant), None)
