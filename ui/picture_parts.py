"""The pictures of a collection as HTML: what each shows, a place to draw it in, and the same facts as a list."""

from __future__ import annotations

from html import escape

from ui import picture_lists
from ui.caption import Speech
from ui.picture_lists import AT
from ui.pictures import LEAST, MOST, Pictures

DRAWN_PAIRS = 60
"""So many bands can still be told apart; those of most documents are drawn, the list has all."""


def pictures(speech: Speech) -> str:
    """The pictures folded up: the page's script fetches what is inside when they are first unfolded."""
    texts = speech.texts.pictures
    own = f"{AT}?language={speech.language}"
    return (
        f'<details class="pictures" data-from="{AT}/parts?language={speech.language}">'
        f"<summary><h2>{escape(texts.heading)}</h2></summary>"
        f'<p class="picture-own"><a href="{own}">{escape(texts.own_page)}</a></p>'
        f'<div class="pictures-inside"><p role="status">{escape(texts.loading)}</p></div>{_opener()}</details>'
    )


def parts(found: Pictures, speech: Speech) -> str:
    """All that the pictures' section holds."""
    return _timeline(found, speech) + _people(found, speech) + _letters(found, speech)


def _opener() -> str:
    """What a script presses so that the page opens a document beside the conversation, and where focus comes back to."""
    return (
        '<button type="button" class="unseen picture-opener" tabindex="-1" aria-hidden="true" data-act="open"'
        ' data-document="" data-start="0" data-end="0"></button>'
    )


def _timeline(found: Pictures, speech: Speech) -> str:
    texts = speech.texts.pictures
    undated = texts.undated.format(count=len(found.undated)) if found.undated else ""
    says = (
        f"{_says(texts.timeline_says)}{_says(undated)}"
        f'<p class="picture-says picture-hits" hidden>{escape(texts.hits)}</p>{_years(found, speech)}'
    )
    return _part("timeline", texts.timeline, says, picture_lists.timeline(found, speech), speech)


def _years(found: Pictures, speech: Speech) -> str:
    """A button for each year that shows it alone, and one for all."""
    texts = speech.texts.pictures
    choices = [("", texts.all_years), *((year, year) for year in found.years)]
    buttons = "".join(
        f'<button type="button" data-year="{year}" aria-pressed="{str(not year).lower()}">{escape(words)}</button>'
        for year, words in choices
    )
    return f'<div class="picture-years" role="group" aria-label="{escape(texts.years)}">{buttons}</div>'


def _people(found: Pictures, speech: Speech) -> str:
    texts = speech.texts.pictures
    least = texts.least.format(least=LEAST, most=MOST, count=len(found.people))
    says = _says(texts.people_says) + _says(least)
    roles = "".join(
        f' data-{role}="{escape(words)}"'
        for role, words in (("author", texts.author), ("addressee", texts.addressee), ("named", texts.named))
    )
    inside = picture_lists.people(found, speech)
    return _part("people", texts.people, says, inside, speech, rows=len(found.people), data=roles)


def _letters(found: Pictures, speech: Speech) -> str:
    texts = speech.texts.pictures
    drawn = found.letters[:DRAWN_PAIRS]
    rows = max(len({one.author for one in drawn}), len({one.addressee for one in drawn}))
    says = _says(texts.letters_says) + _says(texts.between.format(known=found.between, total=found.total))
    data = f' data-pairs="{DRAWN_PAIRS}"'
    return _part("letters", texts.letters, says, picture_lists.letters(found, speech), speech, rows=rows, data=data)


def _says(words: str) -> str:
    return f'<p class="picture-says">{escape(words)}</p>' if words else ""


def _part(  # noqa: PLR0913
    name: str, heading: str, says: str, inside: str, speech: Speech, *, rows: int = 0, data: str = ""
) -> str:
    """One picture: heading, what it says, where it is drawn, its list, and a place for the documents chosen in it."""
    texts = speech.texts.pictures
    return (
        f'<section class="picture" data-picture="{name}" aria-labelledby="picture-{name}">'
        f'<h3 id="picture-{name}">{escape(heading)}</h3>{says}'
        f'<div class="picture-canvas" data-rows="{rows}" role="img" aria-label="{escape(heading)}"{data}></div>'
        f'<p class="picture-failed" role="status" data-words="{escape(texts.not_drawn)}"></p>'
        f'<details class="picture-list"><summary>{escape(texts.as_list)}</summary>{inside}</details>'
        '<div class="picture-chosen" tabindex="-1"></div></section>'
    )
