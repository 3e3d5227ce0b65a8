"""What a question says of the papers it asks for: dates, kinds, people, where they are kept, their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple


class Correction(NamedTuple):
    """A word as it was typed, and as it was read."""

    typed: str
    read: str


SHELF = ("archive", "fond", "opis", "delo", "listy")
"""The parts of a shelf mark, from the widest to the narrowest."""
DATES = ("date_from", "date_to", "day")
LISTS = ("kinds", "people", "documents")
FILTERS = (*DATES, *SHELF, *LISTS)
"""The names of all that can be read out of a question."""
BETWEEN = "; "
"""Stands between several values of one filter."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of a question; all of it empty where it says nothing of the kind.

    `date_from` and `date_to` are days in ISO 8601, one of them "" where the question leaves
    that end open; `day` is a date without its year, "--09-22" or "--09". `kinds` are the
    collection's names of kinds, `people` those of its register, where a bare surname may
    stand for several bearers. `listy` are sheets as asked, «143» or «146–148»; `documents`
    are numbers. `beyond` are the question's words that were understood, but cannot be followed.
    A question is `bare` that says nothing else than where papers are kept or what number they have.
    """

    date_from: str = ""
    date_to: str = ""
    day: str = ""
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    archive: str = ""
    fond: str = ""
    opis: str = ""
    delo: str = ""
    listy: str = ""
    documents: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    beyond: tuple[str, ...] = ()
    bare: bool = False

    @property
    def of_the_collection(self) -> bool:
        """Whether somebody or some paper of the collection is named: the question is then not about something else."""
        return bool(self.people) or self.names_papers

    @property
    def names_papers(self) -> bool:
        """Whether a number or some part of a shelf mark is named."""
        return bool(self.documents or any(getattr(self, name) for name in SHELF))

    def without(self, names: Iterable[str]) -> Reading:
        """The reading as if nothing had been read for the filters of these names.

        >>> Reading(fond="17", delo="159").without(["delo"]).filters()
        {'fond': '17'}
        """
        unread: dict[str, Any] = {name: getattr(NOTHING_READ, name) for name in names}
        rest = replace(self, **unread)
        return replace(rest, bare=rest.bare and rest.names_papers)

    def filters(self) -> dict[str, str]:
        """Only what was read, as the contract has it: one string for each name.

        >>> Reading(date_from="1927-10-01", date_to="1927-10-31", people=("Троцкий Л. Д.", "Сталин И. В.")).filters()
        {'date_from': '1927-10-01', 'date_to': '1927-10-31', 'people': 'Троцкий Л. Д.; Сталин И. В.'}
        """
        read = {name: getattr(self, name) for name in (*DATES, *SHELF)}
        read |= {name: BETWEEN.join(getattr(self, name)) for name in LISTS}
        return {name: value for name, value in read.items() if value}


NOTHING_READ = Reading()
