"""Asks an archive the gold questions and says where their evidence came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.progress import track

from eval.gold import Evidence, GoldQuestion
from eval.metrics import DEPTH, Rank, mean_reciprocal_rank, recall_at
from index.records import Passage
from qa.archive import Archive
from qa.contract import RankedPassage

WINDOW = 60
"""Characters: so much of a quote in one piece makes a passage a hit (the rule of the gold set)."""
DEPTHS = (1, 3, 5, 10)


def ranks(archive: Archive, questions: Sequence[GoldQuestion]) -> list[Rank]:
    """For each question the rank of the first passage that holds evidence."""
    console = Console(stderr=True)
    asked = track(questions, "asking", console=console, transient=True, disable=not console.is_terminal)
    return [rank_of_evidence(archive.ask(gold.question, k=DEPTH).passages, gold.evidence) for gold in asked]


def rank_of_evidence(passages: Sequence[RankedPassage], evidence: Sequence[Evidence]) -> Rank:
    """The rank of the first passage that holds one of `evidence`; None if none does."""
    hits = (ranked.rank for ranked in passages if any(holds(ranked.passage, one) for one in evidence))
    return next(hits, None)


def holds(passage: Passage, evidence: Evidence) -> bool:
    """Whether the passage is of the same document and holds the quote, or 60 characters of it in one piece."""
    text = _straightened(passage.text)
    return passage.document == evidence.doc and any(piece in text for piece in _windows(evidence.quote))


def _windows(quote: str) -> Iterator[str]:
    straight = _straightened(quote)
    return (straight[start : start + WINDOW] for start in range(max(1, len(straight) - WINDOW + 1)))


def _straightened(text: str) -> str:
    return " ".join(text.split())


def figures_table(archive: Archive, questions: Sequence[GoldQuestion], name: str) -> str:
    """Recall and MRR by type of question, as a table to print."""
    found = ranks(archive, questions)
    kinds = sorted({gold.type for gold in questions})
    rows = [_row("all", found)]
    rows += [
        _row(kind, [rank for rank, gold in zip(found, questions, strict=True) if gold.type == kind]) for kind in kinds
    ]
    head = f"{name:<22}{'n':>5}" + "".join(f"{f'recall@{depth}':>11}" for depth in DEPTHS) + f"{'MRR@10':>9}"
    return "\n".join([head, *rows, ""])


def _row(kind: str, found: Sequence[Rank]) -> str:
    recalls = "".join(f"{recall_at(depth, found):>11.3f}" for depth in DEPTHS)
    return f"{kind:<22}{len(found):>5}{recalls}{mean_reciprocal_rank(found):>9.3f}"
