"""The pictures of a collection as HTML: what each shows, a place to draw it in, and the same facts as a list."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ui.caption import Speech
from ui.pictures import lists
from ui.pictures.lists import AT
from ui.pictures.pictures import LEAST, MOST, Pictures

MOST_BANDS = 60
"""So many can still be told apart; those of most documents are drawn, the list has all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One picture: its heading, what it says, the same as a list; all but `heading` are HTML.

    `rows` stand above each other in it; `data` is what the script that draws it must know.
    """

    name: str
    heading: str
    says: str
    listed: str
    rows: int = 0
    data: str = ""


def pictures(speech: Speech) -> str:
    """The pictures folded up: the page's script fetches what is inside when they are first unfolded."""
    texts = speech.texts.pictures
    own = f"{AT}?language={speech.language}"
    return (
        f'<details class="pictures" data-from="{AT}/parts?language={speech.language}">'
        f"<summary><h2>{escape(texts.heading)}</h2></summary>"
        f'<p class="picture-own"><a href="{own}" target="_blank" rel="noopener">{escape(texts.own_page)}</a></p>'
        f'<div class="pictures-inside"><p role="status">{escape(texts.loading)}</p></div></details>'
    )


def parts(found: Pictures, speech: Speech, *, level: int = 3) -> str:
    """All pictures, under headings of `level`."""
    shown = _timeline(found, speech), _people(found, speech), _letters(found, speech)
    return "".join(_drawn(part, speech, level) for part in shown)


def _timeline(found: Pictures, speech: Speech) -> Part:
    texts = speech.texts.pictures
    undated = _says(texts.undated.format(count=len(found.undated))) if found.undated else ""
    hits = f'<p class="picture-says picture-hits" hidden>{escape(texts.hits)}</p>'
    says = f"{_says(texts.timeline_says)}{undated}{hits}{_years(found, speech)}"
    return Part("timeline", texts.timeline, says, lists.timeline(found, speech))


def _years(found: Pictures, speech: Speech) -> str:
    """A button for each year that shows it alone, and one for all."""
    texts = speech.texts.pictures
    choices = [("", texts.all_years), *((year, year) for year in found.years)]
    buttons = "".join(
        f'<button type="button" data-year="{year}" aria-pressed="{str(not year).lower()}">{escape(words)}</button>'
        for year, words in choices
    )
    return f'<div class="picture-years" role="group" aria-label="{escape(texts.years)}">{buttons}</div>'


def _people(found: Pictures, speech: Speech) -> Part:
    texts = speech.texts.pictures
    rule = texts.least.format(least=LEAST, most=MOST, count=len(found.people))
    roles = ("author", texts.author), ("addressee", texts.addressee), ("named", texts.named)
    data = "".join(f' data-{role}="{escape(words)}"' for role, words in roles)
    says = _says(texts.people_says) + _says(rule)
    return Part("people", texts.people, says, lists.people(found, speech), len(found.people), data)


def _letters(found: Pictures, speech: Speech) -> Part:
    texts = speech.texts.pictures
    drawn = found.letters[:MOST_BANDS]
    rows = max(len({one.author for one in drawn}), len({one.addressee for one in drawn}))
    says = _says(texts.letters_says) + _says(texts.between.format(known=found.between, total=found.total))
    data = f' data-bands="{MOST_BANDS}"'
    return Part("letters", texts.letters, says, lists.letters(found, speech), rows, data)


def _says(words: str) -> str:
    return f'<p class="picture-says">{escape(words)}</p>'


def _drawn(part: Part, speech: Speech, level: int) -> str:
    """A picture with its list under it, and a place for the documents that are chosen in it."""
    texts, heading = speech.texts.pictures, escape(part.heading)
    return (
        f'<section class="picture" data-picture="{part.name}" aria-labelledby="picture-{part.name}">'
        f'<h{level} class="picture-heading" id="picture-{part.name}">{heading}</h{level}>{part.says}'
        f'<div class="picture-canvas" data-rows="{part.rows}" role="img" aria-label="{heading}"{part.data}></div>'
        f'<p class="picture-failed" role="status" data-words="{escape(texts.not_drawn)}"></p>'
        f'<details class="picture-list"><summary>{escape(texts.as_list)}</summary>{part.listed}</details>'
        '<div class="picture-chosen" tabindex="-1"></div></section>'
    )
