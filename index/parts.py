"""Divides the text of a document into body, enclosures, legend and what stands under the legend."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.enclosed import LONGEST_HEADING
from index.enclosures import enclosures
from index.legend import LEGEND, is_legend, read_legend
from index.paragraphs import Paragraph, paragraphs
from index.records import Enclosure, Part, Reference, Role, Span

PUBLISHED = re.compile(r"[Оо]публикован")
"""«Опубликовано: Ю. Фельштинский», «(частично документ Л. 36-52. был опубликован в сборнике ...»."""
BY_HAND = re.compile(r"(?:На (?:первом|сопроводительн|полях)|Рукописн|Резолюци)", re.IGNORECASE)
"""«На первом листе рукописная помета: Читал И. Стал.»"""


@dataclass(frozen=True, slots=True)
class Division:
    """What a text consists of; `reference` is its first legend's."""

    parts: tuple[Part, ...]
    enclosures: tuple[Enclosure, ...]
    reference: Reference | None


def divided(content: str, gaps: Collection[int] = ()) -> Division:
    """The parts of `content`, the text of a document without its footnotes.

    `gaps` are the positions of the paragraphs that an empty one stands before.
    """
    legends = list(_legends(content))
    body_end = legends[0][0] if legends else len(content)
    attached = enclosures(paragraphs(content, 0, max(body_end - 1, 0) if legends else body_end), gaps)
    starts = [(0, Role.BODY), *((one.span[0], Role.ENCLOSURE) for one in attached)]
    for legend, (following, _) in pairwise([*legends, (len(content), 0)]):
        below = list(_below(content, legend[1], following, last=following == len(content)))
        starts += [(legend[0], Role.LEGEND), *below]
    found = tuple(enclosed for enclosed in (*attached, *_between(content, starts, legends)))
    return Division(_parts(starts, len(content)), found, _reference(content, legends))


def _legends(content: str) -> Iterator[Span]:
    for one in paragraphs(content):
        if is_legend(one.text) and (found := LEGEND.match(one.text)):
            yield one.start, one.start + len(found[0].rstrip())


def _reference(content: str, legends: list[Span]) -> Reference | None:
    return read_legend(content[slice(*legends[0])]) if legends else None


def _below(content: str, start: int, end: int, *, last: bool) -> Iterator[tuple[int, Role]]:
    """Where the things under a legend begin; before another legend, text that is no note is an enclosure."""
    role = None
    for one in paragraphs(content, start, end):
        if not one.text.strip():
            continue
        found = _note(one) or (Role.ANNOTATION if last else Role.ENCLOSURE if role is not Role.ANNOTATION else role)
        if found is not role:
            role = found
            yield one.start, role


def _note(one: Paragraph) -> Role | None:
    if BY_HAND.match(one.text):
        return Role.ANNOTATION
    return Role.PUBLICATION if PUBLISHED.search(one.text) else None


def _between(content: str, starts: list[tuple[int, Role]], legends: list[Span]) -> Iterator[Enclosure]:
    """The enclosures that are closed by a legend of their own."""
    for part in _parts(starts, len(content)):
        own = next((legend for legend in legends[1:] if legend[0] == part.end), None)
        if own and part.role is Role.ENCLOSURE:
            heading = paragraphs(content, part.start, part.end)[0].text
            short = heading if len(heading) <= LONGEST_HEADING else ""
            yield Enclosure(short, (part.start, own[1]), reference=read_legend(content[slice(*own)]), inferred=True)


def _parts(starts: list[tuple[int, Role]], end: int) -> tuple[Part, ...]:
    """The parts that begin at `starts`; one of no length is none."""
    cuts = [*starts, (end, Role.BODY)]
    return tuple(Part(role, start, stop) for (start, role), (stop, _) in pairwise(cuts) if start < stop)
