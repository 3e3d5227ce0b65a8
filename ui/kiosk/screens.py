"""The screens before a question is asked, and those that lie over all others, as escaped HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.records import Document
from qa.archive import Archive
from ui import caption
from ui.dates import readable
from ui.kiosk.choices import PersonChoice, YearChoice
from ui.kiosk.parts import (
    View,
    bar,
    button,
    examples,
    group,
    listed,
    museum,
    offered,
    questions,
    screen,
    size,
    switches,
)
from ui.kiosk.settings import Theme
from ui.kiosk.voices import Voice
from ui.notice import LONGEST_QUESTION

MOST_PEOPLE = 9
"""Buttons of people on the first screen."""
MOST_OFFERED = 4
"""Questions that are offered over the keyboard before anything is typed."""


def attract(voices: Sequence[Voice], archive: Archive, view: View) -> str:
    """The screen that waits: the voices, of which one is seen at a time, and the invitation to ask."""
    said = "".join(_voice(voice, archive.document(voice.document), view, at) for at, voice in enumerate(voices))
    invited = f'{button("home", escape(view.words.ask), "ask")}<p class="touch">{escape(view.words.touch)}</p>'
    ways = f'<div class="languages">{switches(view)}</div>'
    return (
        f'<section class="screen attract" data-screen="attract" data-language="{view.language}" data-act="home"'
        f' aria-labelledby="heading"><header class="top"><h1 id="heading" tabindex="-1" class="museum">{museum(view)}'
        f'</h1></header><div class="voices">{said}</div><div class="controls">{invited}{ways}</div></section>'
    )


def home(people: Sequence[PersonChoice], years: Sequence[YearChoice], view: View) -> str:
    """Everything that can be asked by touch: questions, themes, people, years, and the way to the keyboard."""
    words = view.words
    titles = (theme.title for theme in view.settings.themes)
    themes = [button("theme", escape(title[view.language]), "tile", at=at) for at, title in enumerate(titles)]
    labels = (choice.labels[view.language] for choice in people[:MOST_PEOPLE])
    names = [button("person", escape(label), "name", at=at) for at, label in enumerate(labels)]
    shown = [button("year", str(choice.year), "year", at=at) for at, choice in enumerate(years)]
    others = f"{_group(words.people, names, 'names')}{_group(words.years, shown, 'years')}"
    low = f'{examples(view)}{_group(words.themes, themes, "tiles")}<div class="others">{others}</div>'
    return screen(
        "home",
        view,
        escape(words.wish),
        f'<p class="lead">{escape(words.intro)}</p>',
        f'<div class="results low">{low}</div>',
        f'<div class="controls">{button("type", escape(words.typing), "ask")}</div>',
        bar(view, beginning=True),
    )


def theme(chosen: Theme, view: View) -> str:
    """The questions of a theme."""
    return screen(
        "theme",
        view,
        escape(chosen.title[view.language]),
        f'<p class="lead">{escape(view.words.choose)}</p>',
        f'<div class="results low">{questions(chosen.questions[view.language])}</div>',
        bar(view),
    )


def person(choice: PersonChoice, archive: Archive, view: View) -> str:
    """Someone's documents, those first that can be heard."""
    return _chosen("person", escape(choice.labels[view.language]), choice, archive, view)


def year(choice: YearChoice, archive: Archive, view: View) -> str:
    """The documents of a year, those first that can be heard."""
    return _chosen("year", escape(readable(str(choice.year), view.speech.texts)), choice, archive, view)


def ask(view: View) -> str:
    """The field for a question, what may be meant, and the keyboard."""
    words, texts = view.words, view.speech.texts
    field = (
        f'<input id="question" name="question" type="text" inputmode="none" autocomplete="off" autocapitalize="off"'
        f' spellcheck="false" maxlength="{LONGEST_QUESTION}" placeholder="{escape(texts.placeholder)}"'
        f' aria-label="{escape(texts.question)}">'
    )
    return screen(
        "ask",
        view,
        escape(texts.question),
        f'<form class="asking">{field}<button type="submit" class="ask">{escape(words.ask)}</button></form>',
        f'<div class="results suggestions" role="group" aria-label="{escape(words.suggested)}">'
        f"{offered(view, MOST_OFFERED)}</div>",
        f'<div class="keys" role="group" aria-label="{escape(words.keyboard)}" data-space="{escape(words.space)}"'
        f' data-erase="{escape(words.erase)}" data-enter="{escape(words.ask)}" data-layout="{escape(words.layout)}">'
        '<div class="keyboard"></div></div>',
        bar(view),
    )


def trouble(words: str, view: View) -> str:
    """Something said civilly instead of an answer."""
    offered = f'<div class="results low">{examples(view)}</div>'
    controls = f'<div class="controls">{button("type", escape(view.words.again), "ask")}</div>'
    return screen("trouble", view, escape(words), offered, controls, bar(view))


def still(view: View) -> str:
    """The question whether somebody is there, with room for the seconds that are left."""
    words = view.words
    return (
        f'<dialog class="over" data-screen="idle" data-language="{view.language}" lang="{view.language}"'
        f' aria-labelledby="still" aria-describedby="still-note"><h2 id="still">{escape(words.still)}</h2>'
        f'<p class="countdown" role="timer" aria-live="off"></p><p id="still-note">{escape(words.still_note)}</p>'
        f"{button('stay', escape(words.stay), 'ask')}</dialog>"
    )


def away(view: View) -> str:
    """What is said while the server cannot be reached."""
    words = view.words
    return (
        f'<dialog class="over" data-screen="away" data-language="{view.language}" lang="{view.language}"'
        f' aria-labelledby="away" aria-describedby="away-note"><h2 id="away" tabindex="-1" autofocus>'
        f'{escape(words.away)}</h2><p id="away-note" role="status">{escape(words.away_note)}</p></dialog>'
    )


def _voice(voice: Voice, document: Document, view: View, at: int) -> str:
    """One voice with its date, large, and where it stands; all but the first are hidden."""
    hidden = " hidden" if at else ""
    facts = _facts(document, voice.start, view)
    return (
        f'<figure class="voice {size(voice.text)}"{hidden}><p class="date">{_date(document, view)}</p>'
        f'<blockquote lang="{escape(view.original)}">{escape(voice.text)}</blockquote>'
        f"<figcaption>{facts}</figcaption></figure>"
    )


def _facts(document: Document, at: int, view: View) -> str:
    """Title and reference of the paper that holds this position."""
    return (
        f'<p class="title">{caption.title(document.title, view.speech)}</p>'
        f'<p class="reference">{caption.reference(document.reference_at(at), view.speech)}</p>'
    )


def _date(document: Document, view: View) -> str:
    return escape(readable(document.date, view.speech.texts))


def _group(heading: str, buttons: Sequence[str], style: str) -> str:
    return group(heading, listed(buttons, style) if buttons else "", f"of-{style}")


def _chosen(name: str, heading: str, choice: PersonChoice | YearChoice, archive: Archive, view: View) -> str:
    counted = view.words.counted.format(count=len(choice.documents))
    heard = [_opening(archive.document(voice.document), view, voice) for voice in choice.voices]
    said = {voice.document for voice in choice.voices}
    silent = [_opening(archive.document(number), view) for number in choice.documents if number not in said]
    return screen(
        name,
        view,
        heading,
        f'<p class="lead">{escape(counted)}. {escape(view.words.heard)}</p>',
        f'<div class="results">{listed([*heard, *silent], "heard")}</div>',
        bar(view),
    )


def _opening(document: Document, view: View, voice: Voice | None = None) -> str:
    """A document as a button that opens it, at its voice where it has one that stands alone."""
    quote = f'<q lang="{escape(view.original)}">{escape(voice.text)}</q>' if voice else ""
    label = (
        f'<span class="date">{_date(document, view)}</span>{quote}'
        f'<span class="title">{caption.title(document.title, view.speech)}</span>'
    )
    start, end = (voice.start, voice.end) if voice else (0, 0)
    return button("open", label, "quote" if voice else "quote silent", document=document.number, start=start, end=end)
