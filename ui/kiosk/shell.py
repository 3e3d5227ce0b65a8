"""The page that holds the kiosk's screens: the first of them, and those that are shown without the server."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path

from ui.kiosk.parts import View
from ui.kiosk.screens import away, still
from ui.kiosk.settings import Colours
from ui.static_files import FOLDER

SCREENS = ("attract", "choices", "keyboard", "answer", "document", "over")
SHEETS = (
    *("/ui/scale.css", "/ui/kiosk.css"),
    *(f"/ui/kiosk/{screen}.css" for screen in SCREENS),
    "/kiosk/colours.css",
)
OWN = ("scale.css", "kiosk.css", "kiosk.js", "kiosk/*.css", "kiosk/*.js")
"""The files whose change makes an open page load itself anew."""


def page(views: Iterable[View], attracts: Iterable[str], version: str, started: str) -> str:
    """The page in the first of the languages, with the first screens and the overlays of all of them."""
    spoken = list(zip(views, attracts, strict=True))
    (first, begun), *_ = spoken
    settings = first.settings
    sheets = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in SHEETS)
    return (
        f'<!doctype html><html lang="{first.language}" class="light" translate="no" data-version="{version}"'
        f' data-started="{started}" data-idle="{settings.idle_seconds}" data-countdown="{settings.countdown_seconds}">'
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(first.name)}</title><link rel="icon" href="/ui/favicon.png">{sheets}'
        '<script src="/ui/vendor/keyboard.js" defer></script><script type="module" src="/ui/kiosk.js"></script></head>'
        f'<body><main id="stage">{begun}</main><p id="waiting" role="status"></p>'
        f"{''.join(_kept(view, attract) for view, attract in spoken)}</body></html>"
    )


def colours(chosen: Colours) -> str:
    """A style sheet with the curator's colours; the high contrast of a visitor comes before them."""
    named = "".join(f" --{name}: {colour};" for name, colour in chosen)
    return f":root:not(.contrast) {{{named} }}\n"


def version(*parts: str, folder: Path = FOLDER) -> str:
    """A short digest of what an open page consists of: `parts`, and the style sheets and scripts."""
    digest = sha256()
    for part in parts:
        digest.update(part.encode())
    for file in sorted(found for pattern in OWN for found in folder.glob(pattern)):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _kept(view: View, attract: str) -> str:
    """What the page shows in this language without asking the server."""
    texts = view.speech.texts
    return (
        f'<template data-language="{view.language}" data-title="{escape(view.name)}"'
        f' data-searching="{escape(texts.searching)}" data-slow="{escape(view.words.waiting)}">'
        f"{attract}{still(view)}{away(view)}</template>"
    )
