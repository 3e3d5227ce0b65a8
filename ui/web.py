"""The web page: a conversation with the archive, with any document open beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

import gradio as gr

from index.collection import Manifest
from qa.archive import Archive, UnknownDocument
from qa.question import EmptyQuestion
from ui.caption import Speech
from ui.reader import reader
from ui.replies import conversation
from ui.texts import TEXTS
from ui.visit import LONGEST_QUESTION, Notice, Visit

log = logging.getLogger(__name__)

SCRIPT = "page.js"
SHEETS = ("scale", "document", "page")
HEAD = "".join(f'<link rel="stylesheet" href="/ui/{name}.css">' for name in SHEETS)
HEAD += '<script src="/ui/copy.js" defer></script>'
FONTS = ("PT Sans", "system-ui", "sans-serif")
"""Our own: those that come with Gradio draw Russian letters in their decorative forms."""


class Page:
    """The page over one archive: what each act of a visitor changes, as values of Gradio's components."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._manifest: Manifest = archive.manifest

    def masthead(self, visit: Visit) -> str:
        """The collection's title, what the page is for, and the switch of languages."""
        texts, title = TEXTS[visit.language], escape(self._manifest.title[visit.language])
        return (
            f'<header class="masthead" data-language="{visit.language}" data-title="{title}">'
            f'<h1>{title}</h1>{_switch(visit)}<p class="intro">{escape(texts.intro)}</p>'
            f'<p class="published">{escape(texts.published)} '
            f'<span lang="{self._original}">{escape(self._manifest.publication)}</span></p></header>'
        )

    def examples(self, visit: Visit) -> str:
        """A button for each example question in the language of the page."""
        buttons = "".join(
            f'<li><button type="button" data-act="ask" data-example="{at}">{escape(question)}</button></li>'
            for at, question in enumerate(self._manifest.examples[visit.language])
        )
        heading = escape(TEXTS[visit.language].examples)
        return f'<nav class="examples" aria-label="{heading}"><p>{heading}</p><ul>{buttons}</ul></nav>'

    def conversation(self, visit: Visit) -> str:
        """The questions and answers so far."""
        return conversation(visit, self._speech(visit))

    def reader(self, visit: Visit) -> str:
        """The open document, "" where none is."""
        opening = visit.opening
        if opening is None:
            return ""
        document = self._archive.document(opening.document)
        return reader(document, opening.quote, self._speech(visit), arrive=f"opening-{opening.count}")

    def ask(self, question: str, visit: Visit, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        """First the question as it waits, then its answer: visit, conversation, question field."""
        asked = self._asked(question, visit, event).strip()
        if notice := _objection(asked):
            yield self._said(visit.noticed(notice), question)
            return
        waiting = visit.asking(asked)
        yield self._said(waiting, "")
        answered = self._answered(waiting, asked, visit.history)
        yield self._said(answered, asked if answered.notice else "")

    def switch(self, visit: Visit, event: gr.EventData) -> tuple[Any, ...]:
        """The page in the language that was pressed: everything on it that has words."""
        visit = visit.speaking("en" if _data(event).get("language") == "en" else "ru")
        return (
            visit,
            self.masthead(visit),
            self.examples(visit),
            self.conversation(visit),
            self.reader(visit),
            *(gr.update(**changed) for changed in _composer(visit)),
        )

    def read(self, visit: Visit, event: gr.EventData) -> tuple[Any, ...]:
        """A document opened, or everything begun anew: visit, conversation, reader."""
        data = _data(event)
        visit = visit.renewed() if data.get("act") == "renew" else self._opened(visit, data)
        return visit, self.conversation(visit), self.reader(visit)

    def close(self, visit: Visit) -> tuple[Any, ...]:
        """The reader put away: visit, reader."""
        return visit.closed(), ""

    def _said(self, visit: Visit, question: str) -> tuple[Any, ...]:
        return visit, self.conversation(visit), question

    def _asked(self, typed: str, visit: Visit, event: gr.EventData) -> str:
        """The example that was pressed, or what was typed."""
        examples = self._manifest.examples[visit.language]
        example = _number(_data(event).get("example"))
        return examples[example] if 0 <= example < len(examples) else typed or ""

    def _answered(self, visit: Visit, question: str, history: tuple[str, ...]) -> Visit:
        try:
            return visit.answered(self._archive.ask(question, history=history))
        except EmptyQuestion:
            return visit.noticed(Notice.EMPTY)
        except Exception:  # a visitor gets a civil word and keeps the page, whatever went wrong
            log.exception("a question could not be answered")
            return visit.noticed(Notice.FAILED)

    def _opened(self, visit: Visit, data: dict[str, Any]) -> Visit:
        number = str(data.get("document", ""))
        try:
            self._archive.document(number)
        except UnknownDocument:
            return visit.noticed(Notice.UNKNOWN)
        return visit.opened(number, (_number(data.get("start")), _number(data.get("end"))))

    def _speech(self, visit: Visit) -> Speech:
        return Speech(TEXTS[visit.language], self._original)

    @property
    def _original(self) -> str:
        return self._manifest.languages[0]


@dataclass(frozen=True, slots=True)
class Parts:
    """The components of the page, and the visitor's visit."""

    visit: gr.State
    masthead: gr.HTML
    examples: gr.HTML
    answers: gr.HTML
    box: gr.Textbox
    button: gr.Button
    document: gr.HTML


def blocks(archive: Archive) -> gr.Blocks:
    """The page as Gradio blocks, its acts wired to its components."""
    page = Page(archive)
    made: gr.Blocks
    with gr.Blocks(title=archive.manifest.title[Visit().language], analytics_enabled=False) as made:
        _wire(page, _lay_out(page, Visit()))
    return made


def _lay_out(page: Page, start: Visit) -> Parts:
    box, button = _composer(start)
    visit = gr.State(start)
    masthead = _html(page.masthead(start), "masthead")
    with gr.Row(elem_id="desk"):
        with gr.Column(elem_id="talk"):
            examples = _html(page.examples(start), "examples")
            answers = _html(page.conversation(start), "conversation")
            with gr.Row(elem_id="composer"):
                asking = gr.Textbox(**box, lines=1, max_lines=4, container=False, scale=1)
                sending = gr.Button(**button, variant="primary", scale=0)
        document = _html("", "reader")
    return Parts(visit, masthead, examples, answers, asking, sending, document)


def _wire(page: Page, parts: Parts) -> None:
    """Questions wait in a queue, one at a time for a small computer; all else is answered at once."""
    visit, answers, document = parts.visit, parts.answers, parts.document
    quiet: Any = {"show_progress": "hidden", "api_visibility": "private"}
    asking = [parts.box.submit, parts.button.click, parts.examples.click]
    gr.on(asking, page.ask, [parts.box, visit], [visit, answers, parts.box], **quiet)
    words = [visit, parts.masthead, parts.examples, answers, document, parts.box, parts.button]
    parts.masthead.click(page.switch, visit, words, queue=False, **quiet)
    answers.click(page.read, visit, [visit, answers, document], queue=False, **quiet)
    document.click(page.close, visit, [visit, document], queue=False, **quiet)


def mounting() -> dict[str, Any]:
    """How the page is to be mounted: its looks, and all that speaks of Gradio switched off."""
    return {
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "pwa": False,
        "mcp_server": False,
        "ssr_mode": False,
        "show_error": False,
        "max_file_size": 1,
        "theme": gr.themes.Soft(font=FONTS, font_mono=FONTS),
        "head": HEAD,
        "favicon_path": str(files("ui") / "static" / "favicon.png"),
    }


def _html(value: str, name: str) -> gr.HTML:
    return gr.HTML(value, elem_id=name, apply_default_css=False, js_on_load=_static(SCRIPT))


def _composer(visit: Visit) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the question field and its button say in the visit's language."""
    texts = TEXTS[visit.language]
    return {"label": texts.question, "placeholder": texts.placeholder}, {"value": texts.ask}


def _switch(visit: Visit) -> str:
    buttons = "".join(
        f'<button type="button" data-act="switch" data-language="{language}" lang="{language}"'
        f' aria-pressed="{str(language == visit.language).lower()}">{escape(texts.language)}</button>'
        for language, texts in TEXTS.items()
    )
    label = escape(TEXTS[visit.language].switch)
    return f'<div class="switch" role="group" aria-label="{label}">{buttons}</div>'


def _objection(question: str) -> Notice | None:
    if not question:
        return Notice.EMPTY
    return Notice.LONG if len(question) > LONGEST_QUESTION else None


def _data(event: gr.EventData) -> dict[str, Any]:
    """What the pressed button carries; nothing for the question field and its own button."""
    carried = event._data  # noqa: SLF001 - Gradio offers no other way to it when it is empty
    return carried if isinstance(carried, dict) else {}


def _number(value: object) -> int:
    """A whole number from a data attribute, -1 for anything else."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else -1


def _static(name: str) -> str:
    return (files("ui") / "static" / name).read_text(encoding="utf-8")
