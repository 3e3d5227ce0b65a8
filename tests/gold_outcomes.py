"""Outcomes of questions about real papers, of which a test says only what matters to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from eval.outcome import Came, Outcome, Relevant, Run

CAME = (
    Came("88:0-900", "88", "РГАСПИ 17/171/79", 0.9, relevant=False),
    Came("88:700-1600", "88", "РГАСПИ 17/171/79", 0.8, relevant=True),
    Came("90:0-1100", "90", "РГАСПИ 17/171/79", 0.7, relevant=False),
    Came("0:50-1200", "0", "", 0.6, relevant=False),
    Came("12:0-400", "12", "РГАНИ 3/62/182", 0.5, relevant=False),
)
"""Five passages of four documents in three dela; the preface has no reference."""
ASKED = Outcome(
    id="s05-001",
    set="dev",
    lang="ru",
    type="factoid",
    question="Когда исключили Троцкого?",
    history=(),
    standalone="Когда исключили Троцкого?",
    gold="14 ноября 1927 г.",
    answerable=True,
    passage=2,
    document=1,
    delo=1,
    status="answered",
    confidence=0.75,
    text="14 ноября 1927 г.",
    quote="Исключить тт. Троцкого и Зиновьева из рядов ВКП(б).",
    contains=True,
    text_contains=True,
    f1=1.0,
    quote_overlaps=False,
    reference_exact=True,
    milliseconds=150.0,
    came=CAME,
    cited=False,
    relevant=Relevant(("88:700-1600",), ("88",), ("РГАСПИ 17/171/79",)),
)
REFUSED: dict[str, Any] = {
    "status": "not_found", "text": "", "quote": "", "contains": False, "text_contains": False, "f1": 0.0, "cited": None,
}  # fmt: skip
UNANSWERABLE: dict[str, Any] = {
    "set": "unanswerable", "type": "near", "answerable": False, "gold": "", "passage": None, "document": None, "delo": None,
    "contains": None, "text_contains": None, "f1": None, "quote_overlaps": None, "relevant": Relevant(),
}  # fmt: skip


def outcome(**changed: Any) -> Outcome:
    """The outcome above but for what is changed."""
    return replace(ASKED, **changed)


def first(rank: int | None, **changed: Any) -> Outcome:
    """An outcome whose evidence stands in the passage of this rank among five, or in none of them."""
    came = tuple(replace(one, relevant=at == rank) for at, one in enumerate(CAME, 1))
    found = [one.key for one in came if one.relevant] or ["7:unindexed"]
    right = Relevant(tuple(found), tuple(key.split(":")[0] for key in found), ("elsewhere",))
    return outcome(**{"passage": rank, "came": came, "relevant": right, **changed})


def run_of(outcomes: Sequence[Outcome], name: str = "before") -> Run:
    """A run that brought these outcomes."""
    return Run(
        name, "2026-03-01T12:00:00+00:00", "multilingual-e5-small-q4", "5c1f" * 16, "", ("2 cores",),
        {"dev": "0a" * 32}, tuple(outcomes),
    )  # fmt: skip
