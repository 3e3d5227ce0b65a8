"""Names the papers that a number or a shelf mark stands for."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Document

TITLES = 3
"""So many papers are named by their titles; of more, the others by their numbers alone."""


def listed(papers: Sequence[Document]) -> str:
    """The title of one paper; of several, each with its number: «№ 77. Выписка ...; № 78. Выписка ...; № 79, 80»."""
    if len(papers) == 1:
        return papers[0].title
    named = [f"№ {paper.number}. {paper.title}" for paper in papers[:TITLES] if paper.title]
    rest = ", ".join(paper.number for paper in papers if paper not in papers[:TITLES] or not paper.title)
    return "; ".join([*named, f"№ {rest}"] if rest else named)
