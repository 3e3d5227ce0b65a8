"""The facts of the pictures as lists of links: for keyboards and screen readers, and where nothing can be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from urllib.parse import quote, urlencode

from ui import caption
from ui.caption import Speech
from ui.pictures.pictures import Dated, Figure, Letters, Pictures

AT = "/pictures"


def timeline(found: Pictures, speech: Speech) -> str:
    """All documents by year, those without a date last."""
    texts = speech.texts.pictures
    years = [(year, list(those)) for year, those in groupby(found.dated, lambda one: one.start[:4])]
    if found.undated:
        years.append((speech.texts.undated.capitalize(), list(found.undated)))
    return "".join(
        f"<details><summary>{escape(texts.in_year.format(year=year, count=len(those)))}</summary>"
        f"{documents(those, speech)}</details>"
        for year, those in years
    )


def documents(those: Iterable[Dated], speech: Speech) -> str:
    """Documents as links to them, each with number, date, kind and title; beside a conversation they open there."""
    items = "".join(
        f'<li><a href="/document/{quote(one.number, safe="")}?language={speech.language}"'
        f' data-act="find" data-document="{escape(one.number)}">{caption.facts(one.number, one.date, one.kind, speech)}'
        f" · {caption.title(one.title, speech)}</a></li>"
        for one in those
    )
    return f'<ol class="picture-documents">{items}</ol>'


def people(found: Pictures, speech: Speech) -> str:
    """A table of the people with how many documents they wrote, received and are only named in."""
    texts = speech.texts.pictures
    heads = "".join(
        f'<th scope="col">{escape(head)}</th>'
        for head in (texts.name, texts.author, texts.addressee, texts.named, texts.documents)
    )
    rows = "".join(
        f'<tr><th scope="row">{_choice(one.name, speech, person=one.name)}</th><td>{len(one.author)}</td>'
        f"<td>{len(one.addressee)}</td><td>{len(one.named)}</td><td>{one.count}</td></tr>"
        for one in found.people
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def letters(found: Pictures, speech: Speech) -> str:
    """A table of who wrote how many documents to whom."""
    texts = speech.texts.pictures
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (texts.author, texts.addressee, texts.documents))
    rows = "".join(
        f"<tr><td>{caption.quotation(one.author, speech)}</td><td>{caption.quotation(one.addressee, speech)}</td>"
        f"<td>{_count(one, speech)}</td></tr>"
        for one in found.letters
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def of_person(figure: Figure, found: Pictures, speech: Speech) -> str:
    """The documents of a person by role."""
    texts = speech.texts.pictures
    roles = (texts.author, figure.author), (texts.addressee, figure.addressee), (texts.named, figure.named)
    shown = [(role, numbers) for role, numbers in roles if numbers]
    return _heading(caption.quotation(figure.name, speech), figure.count, speech) + "".join(
        f"<details{'' if at else ' open'}><summary>{escape(role)}: {len(numbers)}</summary>"
        f"{documents(map(found.document, numbers), speech)}</details>"
        for at, (role, numbers) in enumerate(shown)
    )


def of_letters(those: Iterable[Letters], who: str, found: Pictures, speech: Speech) -> str:
    """The documents between people, under the heading `who` (HTML), in the order of time."""
    numbers = {number for one in those for number in one.documents}
    chosen = [one for one in (*found.dated, *found.undated) if one.number in numbers]
    return _heading(who, len(chosen), speech) + documents(chosen, speech)


def _heading(who: str, count: int, speech: Speech) -> str:
    words = escape(speech.texts.pictures.chosen).format(who=who, count=count)
    return f'<p class="picture-who">{words}</p>'


def _choice(words: str, speech: Speech, **asked: str) -> str:
    """A link to the documents of a choice."""
    query = urlencode(asked | {"language": speech.language})
    return f'<a href="{AT}?{escape(query)}" data-choice>{caption.quotation(words, speech)}</a>'


def _count(one: Letters, speech: Speech) -> str:
    """How many, as a link to them whose name says between whom."""
    query = urlencode({"author": one.author, "addressee": one.addressee, "language": speech.language})
    label = escape(f"{one.author} → {one.addressee}: {len(one.documents)}")
    return f'<a href="{AT}?{escape(query)}" data-choice aria-label="{label}">{len(one.documents)}</a>'
