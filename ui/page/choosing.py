"""What a visitor has chosen: read from the panel of filters, changed, and said in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from qa.selection import Selection
from ui.page.offer import Offer
from ui.texts import Texts

SHELF = ("archive", "fond", "opis", "delo")
MARK = ("{}", "Ф. {}", "Оп. {}", "Д. {}")
"""The parts of a shelf mark as Russian archives write them."""


class Chosen(NamedTuple):
    """One thing that was chosen: in words, and what lifts it."""

    words: str
    what: str
    value: str = ""


def chosen(data: Mapping[str, Any], before: Selection, offer: Offer) -> Selection:
    """The selection that the panel says, with the people of the one before and the one that was added.

    What the collection does not offer is left out: the panel may be older than the collection, or the sender no panel.
    """
    person = offer.person(_word(data.get("person")))
    return Selection(
        years=_years(data, offer),
        kinds=tuple(kind for kind, _ in offer.kinds if kind in _words(data.get("kinds"))),
        people=tuple(dict.fromkeys([*before.people, *([person] if person else [])])),
        **_shelf(data, offer),
    )


def lifted(only: Selection, what: str, value: str) -> Selection:
    """The selection without one thing that was chosen."""
    match what:
        case "years":
            return replace(only, years=None)
        case "kind":
            return replace(only, kinds=tuple(kind for kind in only.kinds if kind != value))
        case "person":
            return replace(only, people=tuple(name for name in only.people if name != value))
        case "shelf":
            return replace(only, archive="", fond="", opis="", delo="")
    return only


def things(only: Selection, texts: Texts) -> Iterator[Chosen]:
    """All that was chosen, thing by thing."""
    if only.years:
        first, last = only.years
        yield Chosen(str(first) if first == last else f"{first}–{last}", "years")
    for kind in only.kinds:
        yield Chosen(texts.kinds.get(kind, kind), "kind", kind)
    for name in only.people:
        yield Chosen(name, "person", name)
    if only.archive:
        parts = (only.archive, only.fond, only.opis, only.delo)
        yield Chosen(". ".join(mark.format(part) for mark, part in zip(MARK, parts, strict=True) if part), "shelf")


def _years(data: Mapping[str, Any], offer: Offer) -> tuple[int, int] | None:
    """The years within those of the collection; None for all of them."""
    asked = _number(data.get("from")), _number(data.get("to"))
    if not offer.years or -1 in asked:
        return None
    first, last = offer.span
    within = max(min(asked), first), min(max(asked), last)
    return within if within != offer.span and within[0] <= within[1] else None


def _shelf(data: Mapping[str, Any], offer: Offer) -> dict[str, str]:
    """The parts of the shelf mark as far as there are documents."""
    kept: list[str] = []
    for part in SHELF:
        if not offer.holds(*kept, value := _word(data.get(part))):
            break
        kept.append(value)
    return dict(zip(SHELF, kept, strict=False))


def _number(value: object) -> int:
    """A whole number from a data attribute or a field, -1 for anything else."""
    return int(value) if isinstance(value, str) and len(value) < 5 and value.isascii() and value.isdigit() else -1


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _words(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
