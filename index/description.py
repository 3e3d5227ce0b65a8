"""What is said of a document: its kind, date, authors and addressees, by its title, else by its own text."""

from __future__ import annotations

from dataclasses import dataclass

from index.correspondents import correspondents
from index.dates import date_in, date_of_body, date_of_data
from index.kinds import UNNAMED, kind_of, kind_of_body
from index.signatures import as_signed, signed

SIGNED = frozenset({"письмо", "телеграмма", "докладная записка", "заявление", "предисловие", UNNAMED})
"""Kinds that one sender signs; a signature under an extract, a correspondence or a cover is not its author's."""
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
    named = as_signed(correspondents(title, kind), title, body)
    seen = named if named.authors or named.others or kind not in SIGNED else signed(body)
    addressees = named.addressees or seen.addressees
    date = date_in(title)
    dated = date or ("" if UNDATED in title else date_of_body(body) or date_of_data(title))
    from_body = {
        "kind": not title and kind != UNNAMED,
        "date": dated not in (date, date_of_data(title)),
        "authors": seen.authors != named.authors,
        "addressees": addressees != named.addressees,
    }
    return Description(
        kind, dated, seen.authors, addressees, tuple(name for name, is_found in from_body.items() if is_found)
    )
