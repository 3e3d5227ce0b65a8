"""How to cite a document, as HTML: the reference itself, a button that copies it, and files for other programs."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, urlencode

from qa.cite import Citation
from ui import caption
from ui.caption import Speech
from ui.citing.forms import Form

FILES: tuple[tuple[Form, str], ...] = (("csl", "CSL-JSON"), ("bibtex", "BibTeX"), ("ris", "RIS"))
"""The forms that are downloaded, by their own names."""


def cite_menu(citation: Citation, speech: Speech) -> str:
    """A fold-out with the reference, to be copied or downloaded; the page's script does the copying."""
    texts = speech.texts.citing
    return (
        f'<details class="cite"><summary>{escape(texts.heading)}'
        f'<span class="unseen">: {caption.name(citation.number, speech)}</span></summary>'
        f'<p class="cited">{caption.quotation(citation.gost(), speech)}</p>'
        f"{copy_button(citation, speech)}{downloads(citation, speech)}</details>"
    )


def copy_button(citation: Citation, speech: Speech) -> str:
    """The button that copies the reference by GOST, and the place where it is said to be copied.

    Its data say what is copied, and what is then said in the `output` after it.
    """
    texts = speech.texts.citing
    return (
        f'<button type="button" class="copy" data-copy="{escape(citation.gost())}"'
        f' data-copied="{escape(texts.copied)}" data-uncopied="{escape(texts.uncopied)}">{escape(texts.copy)}'
        f'<span class="unseen">: {caption.name(citation.number, speech)}</span></button>'
        '<output class="copied"></output>'
    )


def downloads(citation: Citation, speech: Speech) -> str:
    """A link for each form that other programs read."""
    texts = speech.texts.citing
    links = "".join(
        f'<li><a href="{escape(_address(citation, form))}" download>{escape(name)}'
        f'<span class="unseen">: {caption.name(citation.number, speech)}</span></a></li>'
        for form, name in FILES
    )
    return f'<p class="downloads">{escape(texts.files)}</p><ul class="downloads">{links}</ul>'


def _address(citation: Citation, form: Form) -> str:
    asked = {"form": form} | ({} if citation.at is None else {"at": str(citation.at)})
    return f"/api/cite/{quote(citation.number, safe='')}?{urlencode(asked)}"
