"""The head of the page: the collection's title, what the page is for, its switches and examples."""

from __future__ import annotations

from html import escape

from index.collection import Language, Manifest
from ui.texts import TEXTS


def masthead(manifest: Manifest, language: Language) -> str:
    """Title, switches of language and of light and dark, and which publication the documents are from."""
    texts, title = TEXTS[language], escape(manifest.title[language])
    return (
        f'<header class="masthead" data-language="{language}" data-title="{title}">'
        f'<h1>{title}</h1><div class="switches">{_look(language)}{_languages(language)}</div>'
        f'<p class="intro">{escape(texts.intro)}</p>'
        f'<p class="published">{escape(texts.published)} '
        f'<span lang="{manifest.languages[0]}">{escape(manifest.publication)}</span></p></header>'
    )


def examples(manifest: Manifest, language: Language) -> str:
    """A button for each example question in the language of the page."""
    buttons = "".join(
        f'<li><button type="button" data-act="ask" data-example="{at}">{escape(question)}</button></li>'
        for at, question in enumerate(manifest.examples[language])
    )
    heading = escape(TEXTS[language].examples)
    return f'<nav class="examples" aria-label="{heading}"><p>{heading}</p><ul>{buttons}</ul></nav>'


def _look(language: Language) -> str:
    """Dark or light as the system has it, until this is pressed; the page itself sees to it."""
    return f'<button type="button" data-act="dark" aria-pressed="false">{escape(TEXTS[language].talk.dark)}</button>'


def _languages(language: Language) -> str:
    buttons = "".join(
        f'<button type="button" data-act="switch" data-language="{one}" lang="{one}"'
        f' aria-pressed="{str(one == language).lower()}">{escape(texts.language)}</button>'
        for one, texts in TEXTS.items()
    )
    label = escape(TEXTS[language].switch)
    return f'<div class="switch" role="group" aria-label="{label}">{buttons}</div>'
