"""What the screens of the kiosk are made of: the frame of a screen, its bar of tools, buttons, quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from index.collection import Language
from ui.caption import Speech
from ui.kiosk.settings import Settings
from ui.texts import TEXTS, KioskTexts

BRIEF, MIDDLE = 140, 320
"""Characters of the longest quote that is set in the largest type, and in large type."""
MOST_EXAMPLES = 3
"""Questions that are offered before anything was asked, and after nothing was found."""
LOGO = "/kiosk/logo"


@dataclass(frozen=True, slots=True)
class View:
    """In which language a screen speaks, `original` being that of the documents, and whose kiosk it is."""

    language: Language
    original: str
    settings: Settings

    @property
    def speech(self) -> Speech:
        """The words of all pages, for the parts that are shared with them."""
        return Speech(TEXTS[self.language], self.original)

    @property
    def words(self) -> KioskTexts:
        """The words of the kiosk."""
        return TEXTS[self.language].kiosk

    @property
    def name(self) -> str:
        """What the curator calls the kiosk."""
        return self.settings.name[self.language]


def screen(name: str, view: View, heading: str, *parts: str) -> str:
    """A whole screen: whose kiosk this is, `heading` (HTML), and below it the parts."""
    return (
        f'<section class="screen" data-screen="{name}" data-language="{view.language}" aria-labelledby="heading">'
        f'<header class="top"><p class="museum">{museum(view)}</p><h1 id="heading" tabindex="-1">{heading}</h1>'
        f"</header>{''.join(parts)}</section>"
    )


def museum(view: View) -> str:
    """The curator's name of the kiosk, with the logo where there is one."""
    logo = f'<img class="logo" src="{LOGO}" alt="">' if view.settings.logo else ""
    return f"{logo}{escape(view.name)}"


def bar(view: View, *, beginning: bool = False) -> str:
    """The tools at the lower edge: ways back, size of letters, contrast, language; from the `beginning` one leaves."""
    words = view.words
    ways = (("reset", words.leave),) if beginning else (("back", words.back), ("home", words.home))
    shown = "".join(button(act, escape(label), "way") for act, label in ways)
    return f'<nav class="bar" aria-label="{escape(words.tools)}"><div>{shown}</div><div>{_comforts(view)}</div></nav>'


def _comforts(view: View) -> str:
    words = view.words
    sizes = (("smaller", words.smaller, "A−"), ("usual", words.usual, "A"), ("larger", words.larger, "A+"))
    letters = "".join(
        f'<button type="button" data-act="{act}" class="{act}" aria-label="{escape(label)}">{sign}</button>'
        for act, label, sign in sizes
    )
    contrast = f'<button type="button" data-act="contrast" aria-pressed="false">{escape(words.contrast)}</button>'
    return f"{letters}{contrast}{switches(view)}"


def switches(view: View) -> str:
    """A button for each other language of the kiosk, in that language."""
    return "".join(
        f'<button type="button" data-act="language" data-language="{other}" lang="{other}">'
        f"{escape(TEXTS[other].language)}</button>"
        for other in view.settings.languages
        if other != view.language
    )


def button(act: str, label: str, style: str = "", **data: object) -> str:
    """A button that says what it does in `data-act`; `label` is HTML."""
    named = "".join(f' data-{name}="{escape(str(value))}"' for name, value in data.items())
    return f'<button type="button" class="{style}" data-act="{act}"{named}>{label}</button>'


def listed(items: Iterable[str], style: str) -> str:
    """Items (HTML) as a list."""
    return f'<ul class="{style}">{"".join(f"<li>{item}</li>" for item in items)}</ul>'


def questions(lines: Iterable[str]) -> str:
    """Each of the questions as a button that asks it."""
    return listed((button("ask", escape(line), "question", question=line) for line in lines), "questions")


def examples(view: View) -> str:
    """A few questions that have answers, under a heading; nothing where the curator has no themes."""
    return group(view.speech.texts.examples.rstrip(":"), offered(view), "examples")


def offered(view: View, most: int = MOST_EXAMPLES) -> str:
    """The first questions of the themes, one of each in turn."""
    rows = (theme.questions[view.language] for theme in view.settings.themes)
    turns = [line for turn in zip_longest(*rows) for line in turn if line]
    return questions(turns[:most]) if turns else ""


def group(heading: str, shown: str, style: str) -> str:
    """Buttons (HTML) under a heading; nothing where there are none."""
    return f'<section class="{style}"><h2>{escape(heading)}</h2>{shown}</section>' if shown else ""


def size(quote: str) -> str:
    """How large a quote of this length is set."""
    return "brief" if len(quote) <= BRIEF else "middle" if len(quote) <= MIDDLE else "long"
