"""Where to search: the panel of filters and what was chosen in it, as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from qa.selection import EVERYTHING, Selection
from ui.caption import Speech
from ui.page.choosing import MARK, SHELF, Chosen, things
from ui.page.offer import MOST_PEOPLE, Offer, Shelf
from ui.page.visit import Visit
from ui.texts import FilterTexts

TALLEST = 10
"""The height of the highest bar over the years; an empty year keeps a tenth of a unit, so that its place is seen."""


def limits(offer: Offer, visit: Visit, speech: Speech) -> str:
    """The panel, folded; the page keeps it open where it is, and sets the fields anew where `data-choice` changes."""
    words, only = speech.texts.limits, visit.only
    fields = (
        f"{_years(offer, only, words)}{_people(offer, speech)}{_shelf(offer, only, words)}{_kinds(offer, only, speech)}"
    )
    return (
        f'<details class="limits fold" id="limits-panel"><summary><h2>{escape(words.heading)}</h2></summary>'
        f'<form class="panel" autocomplete="off" data-choice="{visit.choices}">{fields}</form></details>'
    )


def limited(visit: Visit, speech: Speech) -> str:
    """What was chosen, as buttons that take each away; "" where nothing was."""
    words, only = speech.texts.limits, visit.only
    again = _button("again", words.again) if visit.stale else ""
    if only == EVERYTHING:
        return f'<div class="chosen">{again}</div>' if again else ""
    lifting = "".join(f"<li>{_lifting(thing, speech)}</li>" for thing in things(only, speech.texts))
    return (
        f'<div class="chosen" role="group" aria-label="{escape(words.chosen)}"><p>{escape(words.chosen)}</p>'
        f'<ul class="chips">{lifting}<li>{_button("everywhere", words.everywhere)}</li></ul>{again}</div>'
    )


def _lifting(thing: Chosen, speech: Speech) -> str:
    label = escape(speech.texts.limits.remove.format(words=thing.words))
    return (
        f'<button type="button" class="chip" data-act="lift" data-what="{thing.what}"'
        f' data-value="{escape(thing.value)}" aria-label="{label}" title="{label}">{escape(thing.words)}</button>'
    )


def _button(act: str, words: str) -> str:
    return f'<button type="button" class="{act}" data-act="{act}">{escape(words)}</button>'


def _field(name: str, legend: str, inner: str) -> str:
    return f'<fieldset class="{name}"><legend>{legend}</legend>{inner}</fieldset>'


def _years(offer: Offer, only: Selection, words: FilterTexts) -> str:
    """Two handles on one line under a bar for each year; nothing where all documents are of one year."""
    if len(offer.years) < 2:
        return ""
    (first, last), chosen = offer.span, only.years or offer.span
    ends = "".join(
        f'<input type="range" name="{name}" min="{first}" max="{last}" step="1" value="{value}"'
        f' aria-label="{escape(label)}">'
        for name, value, label in (("from", chosen[0], words.first), ("to", chosen[1], words.last))
    )
    legend = f"{escape(words.years)} <output>{chosen[0]}–{chosen[1]}</output>"
    line = f'<p class="ends" aria-hidden="true"><span>{first}</span><span>{last}</span></p>'
    return _field("years", legend, f'<div class="slider">{_bars(offer, chosen)}{ends}</div>{line}')


def _bars(offer: Offer, chosen: tuple[int, int]) -> str:
    most = max(count for _, count in offer.years)
    bars = "".join(_bar(at, year, count, most, chosen) for at, (year, count) in enumerate(offer.years))
    return (
        f'<svg class="bars" viewBox="0 0 {len(offer.years)} {TALLEST}" preserveAspectRatio="none"'
        f' aria-hidden="true">{bars}</svg>'
    )


def _bar(at: int, year: int, count: int, most: int, chosen: tuple[int, int]) -> str:
    height = round(max(TALLEST * count / most, 0.1), 1)
    out = "" if chosen[0] <= year <= chosen[1] else ' class="out"'
    where = f'x="{at + 0.1:.1f}" y="{TALLEST - height:.1f}" width="0.8" height="{height:.1f}"'
    return f'<rect {where} data-year="{year}"{out}><title>{year}: {count}</title></rect>'


def _kinds(offer: Offer, only: Selection, speech: Speech) -> str:
    boxes = "".join(
        f'<li><label><input type="checkbox" name="kinds" value="{escape(kind)}"{_set("checked", kind in only.kinds)}>'
        f" <span>{escape(speech.texts.kinds.get(kind, kind))} <small>{count}</small></span></label></li>"
        for kind, count in offer.kinds
    )
    return _field("kinds", escape(speech.texts.limits.kinds), f"<ul>{boxes}</ul>")


def _people(offer: Offer, speech: Speech) -> str:
    words = speech.texts.limits
    names = "".join(f'<option value="{escape(name)}"></option>' for name in offer.people[:MOST_PEOPLE])
    field = (
        f'<input type="text" name="person" list="limits-people" maxlength="80" placeholder="{escape(words.person)}"'
        f' aria-label="{escape(words.person)}"><datalist id="limits-people" lang="{escape(speech.original)}">{names}'
        "</datalist>"
    )
    return _field("people", escape(words.people), field)


def _shelf(offer: Offer, only: Selection, words: FilterTexts) -> str:
    """A list for each part of the mark; the page shows in it what is under the parts before."""
    labels = (words.archive, words.fond, words.opis, words.delo)
    chosen = tuple(part for part in (only.archive, only.fond, only.opis, only.delo) if part)
    lists = "".join(_list(offer, at, labels[at], chosen, words) for at in range(len(SHELF)))
    return _field("shelf", escape(words.shelf), lists)


def _list(offer: Offer, at: int, label: str, chosen: tuple[str, ...], words: FilterTexts) -> str:
    shelves = [shelf for shelf in offer.shelves if len(shelf.path) == at + 1]
    options = "".join(_options(shelves, at, chosen))
    off = _set("disabled", len(chosen) < at)
    return (
        f'<label><span>{escape(label)}</span><select name="{SHELF[at]}"{off}>'
        f'<option value="">{escape(words.all)}</option>{options}</select></label>'
    )


def _options(shelves: list[Shelf], at: int, chosen: tuple[str, ...]) -> Iterator[str]:
    """Each names in data-within the parts before it, and is hidden where these are not the chosen ones."""
    for path, count in shelves:
        here = _set("selected", path == chosen[: at + 1]) + _set("hidden", path[:at] != chosen[:at])
        within, value = escape("/".join(path[:at])), escape(path[at])
        shown = escape(f"{MARK[at].format(path[at])} ({count})")
        yield f'<option value="{value}" data-within="{within}"{here}>{shown}</option>'


def _set(attribute: str, truth: bool) -> str:
    return f" {attribute}" if truth else ""
