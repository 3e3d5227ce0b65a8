"""The web page: a conversation with the archive, with any document open beside it, as Gradio serves it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI

from qa.archive import Archive
from ui.page.page import Page
from ui.page.session import Session
from ui.page.shell import Shell
from ui.page.visit import Visit
from ui.texts import TEXTS

WAKE = 'import("/ui/page.js").then((page) => page.wake(element, trigger, watch))'
FONTS = ("PT Sans", "system-ui", "sans-serif")
"""Our own: those that come with Gradio draw Russian letters in their decorative forms."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The components of the page, and the visitor's session."""

    session: gr.State
    masthead: gr.HTML
    examples: gr.HTML
    limits: gr.HTML
    pictures: gr.HTML
    answers: gr.HTML
    chosen: gr.HTML
    box: gr.Textbox
    button: gr.Button
    document: gr.HTML


class Acts:
    """The acts of a visitor as Gradio calls them, each with new values of the parts that it changes."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def ask(self, typed: str, session: Session, event: gr.EventData) -> tuple[Any, ...]:
        """The question as it waits, or why it cannot be asked: conversation, question field."""
        before = session.visit
        visit = self._page.asked(session, typed, _data(event))
        return self._page.conversation(visit), gr.skip() if visit.notice or visit is before else ""

    def ask_again(self, session: Session, event: gr.EventData) -> str:
        """The last question as it waits anew: conversation."""
        return self._page.conversation(self._page.asked_again(session, _data(event)))

    def answer(self, session: Session) -> tuple[Any, ...]:
        """What came of the question that waits: conversation, what was chosen, question field."""
        asked = session.visit.awaited
        if asked is None:
            return gr.skip(), gr.skip(), gr.skip()
        visit = self._page.answered(session)
        again = asked.question if visit.notice else gr.skip()
        return self._page.conversation(visit), self._page.chosen(visit), again

    def switch(self, session: Session, event: gr.EventData) -> tuple[Any, ...]:
        """The page in the language that was pressed: everything on it that has words."""
        page = self._page
        visit = session.change(lambda now: now.speaking("en" if _data(event).get("language") == "en" else "ru"))
        parts = page.masthead, page.examples, page.limits, page.pictures, page.conversation, page.chosen, page.reader
        return (*(part(visit) for part in parts), *(gr.update(**changed) for changed in _composer(visit)))

    def read(self, session: Session, event: gr.EventData) -> tuple[Any, ...]:
        """A document opened, or everything begun anew: conversation, what was chosen, panel, reader."""
        data = _data(event)
        renewing = data.get("act") == "renew"
        visit = session.change(Visit.renewed) if renewing else self._page.opened(session, data)
        choice = (self._page.chosen(visit), self._page.limits(visit)) if renewing else (gr.skip(), gr.skip())
        return self._page.conversation(visit), *choice, self._page.reader(visit)

    def turn(self, session: Session, event: gr.EventData) -> str:
        """Another document in the reader, or the reader put away: reader."""
        data = _data(event)
        closing = data.get("act") == "close"
        return self._page.reader(session.change(Visit.closed) if closing else self._page.opened(session, data))

    def choose(self, session: Session, event: gr.EventData) -> str:
        """What was chosen in the panel, which itself stays as it is: what was chosen."""
        return self._page.chosen(self._page.chosen_anew(session, _data(event)))

    def lift(self, session: Session, event: gr.EventData) -> tuple[str, str]:
        """A choice taken back: what was chosen, panel."""
        visit = self._page.lifted(session, _data(event))
        return self._page.chosen(visit), self._page.limits(visit)


def blocks(archive: Archive, *, judging: bool = False) -> gr.Blocks:
    """The page as Gradio blocks, its acts wired to its components."""
    page = Page(archive, judging=judging)
    made: gr.Blocks
    with gr.Blocks(title=archive.manifest.title[Visit().language], analytics_enabled=False) as made:
        _wire(Acts(page), _lay_out(page, Visit()))
    return made


def mount(app: FastAPI, archive: Archive, *, judging: bool = False) -> None:
    """Put the page on `app` at /; with `judging` visitors may say whether an answer is right."""
    gr.mount_gradio_app(app, blocks(archive, judging=judging), path="/", **mounting())
    app.add_middleware(Shell, manifest=archive.manifest)


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
        "favicon_path": str(files("ui") / "static" / "favicon.png"),
    }


def _lay_out(page: Page, start: Visit) -> Parts:
    box, button = _composer(start)
    session = gr.State(Session(start))
    masthead = _html(page.masthead(start), "masthead")
    with gr.Row(elem_id="desk"):
        with gr.Column(elem_id="talk"):
            examples = _html(page.examples(start), "examples")
            with gr.Row(elem_id="tools"):
                limits = _html(page.limits(start), "limits")
                pictures = _html(page.pictures(start), "pictures")
            answers = _html(page.conversation(start), "conversation")
            with gr.Column(elem_id="foot", scale=0):
                chosen = _html(page.chosen(start), "chosen")
                with gr.Row(elem_id="composer"):
                    asking = gr.Textbox(**box, lines=1, max_lines=4, container=False, scale=1)
                    sending = gr.Button(**button, variant="primary", scale=0)
        document = _html("", "reader")
    return Parts(session, masthead, examples, limits, pictures, answers, chosen, asking, sending, document)


def _wire(acts: Acts, parts: Parts) -> None:
    """Nothing waits in Gradio's queue, which would end with the connection; the page asks one question at a time.

    Acts that come while one of their kind is under way are done after it in their order, for which the page's script
    sees: Gradio's "always_last" would do the first once more. A question that comes while one is being taken down is
    the same key pressed twice.
    """
    session, answers, document, chosen = parts.session, parts.answers, parts.document, parts.chosen
    how: Any = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
    last: Any = how | {"trigger_mode": "always_last"}
    each: Any = how | {"trigger_mode": "multiple"}
    asking = [parts.box.submit, parts.button.click, parts.examples.submit]
    answer = (acts.answer, session, [answers, chosen, parts.box])
    gr.on(asking, acts.ask, [parts.box, session], [answers, parts.box], **how).then(*answer, **last)
    again = [answers.submit, chosen.submit]
    gr.on(again, acts.ask_again, session, answers, **how).then(*answer, **last)
    head = [parts.masthead, parts.examples, parts.limits, parts.pictures]
    words = [*head, answers, chosen, document, parts.box, parts.button]
    parts.masthead.click(acts.switch, session, words, **how)
    answers.click(acts.read, session, [answers, chosen, parts.limits, document], **each)
    gr.on([document.click, parts.pictures.click], acts.turn, session, document, **each)
    parts.limits.click(acts.choose, session, chosen, **each)
    chosen.click(acts.lift, session, [chosen, parts.limits], **each)


def _html(value: str, name: str) -> gr.HTML:
    return gr.HTML(value, elem_id=name, apply_default_css=False, js_on_load=WAKE)


def _composer(visit: Visit) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the question field and its button say in the visit's language."""
    texts = TEXTS[visit.language]
    return {"label": texts.question, "placeholder": texts.placeholder}, {"value": texts.ask}


def _data(event: gr.EventData) -> dict[str, Any]:
    """What the pressed button carries; nothing for the question field and its own button."""
    carried = event._data  # noqa: SLF001 - Gradio offers no other way to it when it is empty
    return carried if isinstance(carried, dict) else {}
