"""What is said of a document: its kind, date, authors and addressees, by its title, else by its own text."""

from __future__ import annotations

from dataclasses import dataclass

from index.correspondents import correspondents
from index.dates import date_in, date_of_body
from index.kinds import UNNAMED, kind_of, kind_of_body
from index.signatures import signed

SIGNED = frozenset({"письмо", "телеграмма", "докладная записка", "заявление", "сообщение", "предисловие", UNNAMED})
"""Kinds that one sender signs; the signatures under an extract or in a correspondence are not its author's."""
UNDATED = "без даты"


@dataclass(frozen=True, slots=True)
class Description:
    """Kind, date and people of a document; `from_body` names the fields that its title does not give."""

    kind: str
    date: str
    authors: tuple[str, ...]
    addressees: tuple[str, ...]
    from_body: tuple[str, ...]


def describe(title: str, body: str) -> Description:
    """The description of a document with this title, "" if it was lost; `body` is its text before the legend."""
    kind = kind_of(title) if title else kind_of_body(body)
    named = correspondents(title, kind)
    seen = named if named.authors or named.others or kind not in SIGNED else signed(body)
    addressees = named.addressees or seen.addressees
    date = date_in(title)
    dated = date or ("" if UNDATED in title else date_of_body(body))
    from_body = {
        "kind": not title and kind != UNNAMED,
        "date": dated != date,
        "authors": seen.authors != named.authors,
        "addressees": addressees != named.addressees,
    }
    return Description(
        kind, dated, seen.authors, addressees, tuple(name for name, is_found in from_body.items() if is_found)
    )
