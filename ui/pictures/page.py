"""The pictures on a page of their own, which other pages can link to."""

from __future__ import annotations

from html import escape

from index.collection import Manifest
from ui.caption import Speech
from ui.pictures.lists import AT
from ui.pictures.parts import parts
from ui.pictures.pictures import Pictures
from ui.texts import TEXTS

HEAD = '<link rel="stylesheet" href="/ui/pictures.css"><script type="module" src="/ui/pictures.js"></script>'
"""What a page needs that shows pictures, besides the shared scale."""


def picture_page(found: Pictures, manifest: Manifest, speech: Speech, chosen: str = "") -> str:
    """The page with all pictures, and with the documents `chosen` (HTML) before them."""
    title, heading = escape(manifest.title[speech.language]), escape(speech.texts.pictures.heading)
    above = f'<section class="picture-chosen" tabindex="-1">{chosen}</section>' if chosen else ""
    return (
        f'<!doctype html><html lang="{speech.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{heading} · {title}</title><link rel="icon" href="/ui/favicon.png">'
        f'<link rel="stylesheet" href="/ui/scale.css">{HEAD}</head><body class="pictures-page">'
        f"<header><p>{title}</p><h1>{heading}</h1>{_ways(speech)}</header>"
        f'<main class="pictures">{above}{parts(found, speech, level=2)}</main></body></html>'
    )


def _ways(speech: Speech) -> str:
    """To the conversation, and to the same page in the other language."""
    others = "".join(
        f'<a href="{AT}?language={language}" lang="{language}" hreflang="{language}">{escape(texts.language)}</a>'
        for language, texts in TEXTS.items()
        if language != speech.language
    )
    back = f'<a href="/">{escape(speech.texts.pictures.back)}</a>'
    return f'<nav aria-label="{escape(speech.texts.switch)}">{back}{others}</nav>'
