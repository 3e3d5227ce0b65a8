"""The answer in short above its quote, and whose words it is, as HTML."""

from __future__ import annotations

import re
from html import escape

from qa.contract import Answer, Finding
from ui.texts import TEXTS

RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)


def said(found: Finding, answer: Answer) -> str:
    """The short answer where it is more than the quote under it; under it the model that worded it, if one did."""
    if found.worded_by:
        worded = TEXTS[answer.language].worded.format(model=found.worded_by)
        return f"{_line('said', found.text, answer.language)}{_line('worded', worded, answer.language)}"
    if found.text.strip(" «»") == found.quote.strip(" «»"):
        return ""
    # An answer in an English conversation may still be made of Russian words.
    return _line("said", found.text, "ru" if RUSSIAN.search(found.text) else answer.language)


def _line(name: str, words: str, language: str) -> str:
    return f'<p class="{name}" lang="{language}">{escape(words)}</p>'
