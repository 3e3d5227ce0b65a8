"""The doubts about a collection as its editor reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.doubts import Doubt, Kind
from ui.texts import Texts

WIDTH = 120
"""Characters of a line of the report; what does not fit is cut off."""


def report(doubts: Sequence[Doubt], texts: Texts) -> Iterator[str]:
    """The report line by line: how many there are, then each kind under its heading, with the places."""
    yield texts.doubts.format(count=len(doubts)) if doubts else texts.no_doubts
    for kind, group in groupby(doubts, key=lambda doubt: doubt.kind):
        found = list(group)
        yield ""
        yield f"{texts.doubt_kinds[kind]}: {len(found)}"
        yield from (_line(doubt, texts) for doubt in found)


def _line(doubt: Doubt, texts: Texts) -> str:
    again = doubt.kind is Kind.TEXT_TWICE
    detail = texts.doubt_again.format(number=doubt.detail) if again else " ".join(doubt.detail.split())
    place = texts.doubt_place.format(line=doubt.line, document=doubt.document or "—")
    line = f"  {place}: {detail}" if detail else f"  {place}"
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"
