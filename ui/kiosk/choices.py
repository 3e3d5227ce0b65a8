"""What a visitor can ask by touch alone: people and years, each with its documents and their voices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.collection import Language
from qa.archive import Archive
from ui.kiosk.voices import Voice


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Someone who wrote or received documents: `name` as in the register, «Сталин И. В.».

    `labels` are for a button, «И. В. Сталин» and “I. V. Stalin”; `documents` are numbers in the collection's order.
    """

    name: str
    labels: Mapping[Language, str]
    documents: tuple[str, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class YearChoice:
    """A year with its documents (numbers) and their voices."""

    year: int
    documents: tuple[str, ...]
    voices: tuple[Voice, ...]


def people(archive: Archive) -> tuple[PersonChoice, ...]:
    """The people with most documents as author or addressee, those with most first."""
    return ()


def years(archive: Archive) -> tuple[YearChoice, ...]:
    """The years that documents are dated to, in order."""
    return ()
