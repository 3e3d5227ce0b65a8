"""The kiosk over HTTP: its page, and each screen as a fragment of it.

What a visitor asks is posted, so that no question stands in an address, and nothing of it is kept or logged.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from typing import TypeVar
from uuid import uuid4

from fastapi import APIRouter, Depends, HTTPException, Response
from fastapi.responses import FileResponse, HTMLResponse

from index.collection import Language
from qa.archive import Archive, UnknownDocument
from qa.question import EmptyQuestion
from ui.kiosk import screens, shell
from ui.kiosk.answers import MOST_PLACES, reply
from ui.kiosk.asked import Asked, Chosen, Opened, Touched, Typed
from ui.kiosk.choices import people, years
from ui.kiosk.logo import media_type
from ui.kiosk.papers import paper
from ui.kiosk.parts import View, questions
from ui.kiosk.settings import Settings
from ui.kiosk.suggestions import Suggestions
from ui.kiosk.voices import voices
from ui.notice import Notice

log = logging.getLogger(__name__)

Item = TypeVar("Item")


def unkept(response: Response) -> None:
    """Nothing that the kiosk shows is kept by a browser."""
    response.headers["Cache-Control"] = "no-store"


def kiosk(archive: Archive, settings: Settings) -> APIRouter:
    """The routes under /kiosk over one archive."""
    router = APIRouter(prefix="/kiosk", dependencies=[Depends(unkept)], default_response_class=HTMLResponse)
    views = {language: _view(language, archive, settings) for language in settings.languages}
    _add_page(router, archive, views, settings)
    _add_choices(router, archive, views, settings)
    _add_answers(router, archive, views, settings)
    return router


def _view(language: Language, archive: Archive, settings: Settings) -> View:
    return View(language, archive.manifest.languages[0], settings)


def _add_page(router: APIRouter, archive: Archive, views: dict[Language, View], settings: Settings) -> None:
    """The page, its colours and logo, and whether it is still the one that the server would send."""
    heard = voices(archive.documents)
    attracts = [screens.attract(heard, archive, view) for view in views.values()]
    colours = shell.colours(settings.colours)
    version = shell.version(colours, settings.model_dump_json(), *attracts)
    whole = shell.page(views.values(), attracts, version, started := uuid4().hex)

    @router.get("")
    def page() -> str:
        return whole

    @router.get("/version", response_class=Response)
    def current() -> Response:
        return Response(f"{version} {started}", media_type="text/plain", headers={"Cache-Control": "no-store"})

    @router.get("/colours.css")
    def sheet() -> Response:
        return Response(colours, media_type="text/css", headers={"Cache-Control": "no-store"})

    @router.get("/logo")
    def logo() -> Response:
        if settings.logo is None:
            raise HTTPException(404, "this kiosk has no logo")
        return FileResponse(settings.logo, media_type=media_type(settings.logo))


def _add_choices(router: APIRouter, archive: Archive, views: dict[Language, View], settings: Settings) -> None:
    """The screens that lead to answers by touch alone."""
    persons, times = people(archive), years(archive)

    @router.post("/home")
    def home(touched: Touched) -> str:
        return screens.home(persons, times, _of(views, touched))

    @router.post("/theme")
    def theme(chosen: Chosen) -> str:
        return screens.theme(_nth(settings.themes, chosen), _of(views, chosen))

    @router.post("/person")
    def person(chosen: Chosen) -> str:
        return screens.person(_nth(persons, chosen), archive, _of(views, chosen))

    @router.post("/year")
    def year(chosen: Chosen) -> str:
        return screens.year(_nth(times, chosen), archive, _of(views, chosen))


def _add_answers(router: APIRouter, archive: Archive, views: dict[Language, View], settings: Settings) -> None:
    """The keyboard, what may be meant, the answer, a document, and the end of a visit."""
    meant = Suggestions(archive, settings)

    @router.post("/ask")
    def ask(touched: Touched) -> str:
        return screens.ask(_of(views, touched))

    @router.post("/suggestions")
    def suggestions(typed: Typed) -> str:
        _of(views, typed)
        return questions(meant.of(typed.typed, typed.language))

    @router.post("/answer")
    def answer(asked: Asked) -> str:
        return _answer(archive, asked, _of(views, asked))

    @router.post("/document")
    def document(opened: Opened) -> str:
        try:
            return paper(archive.document(opened.document), (opened.start, opened.end), _of(views, opened))
        except UnknownDocument as error:
            raise HTTPException(404, str(error)) from error

    @router.post("/forget", status_code=204)
    def forget() -> None:
        archive.forget()


def _of(views: dict[Language, View], touched: Touched) -> View:
    if touched.language not in views:
        raise HTTPException(422, f"this kiosk does not speak {touched.language}")
    return views[touched.language]


def _nth(items: Sequence[Item], chosen: Chosen) -> Item:
    if chosen.at >= len(items):
        raise HTTPException(404, f"there is no choice {chosen.at}")
    return items[chosen.at]


def _answer(archive: Archive, asked: Asked, view: View) -> str:
    """The answer, or a civil word; of a fault only the place in the code is logged, since its message may quote."""
    try:
        return reply(archive.ask(asked.question, k=MOST_PLACES, history=asked.history), view)
    except EmptyQuestion:
        return screens.trouble(Notice.EMPTY.words(view.speech.texts), view)
    except Exception as error:  # noqa: BLE001
        places = "".join(traceback.format_tb(error.__traceback__))
        log.error("a question of the kiosk could not be answered: %s at\n%s", type(error).__name__, places)  # noqa: TRY400
        return screens.trouble(Notice.FAILED.words(view.speech.texts), view)
