"""The permanent addresses: /document/88, and /document/88?from=10&to=25 with that piece of the text marked."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import Headers, QueryParams

from index.collection import Language
from index.records import Document, Span
from qa.archive import Archive, UnknownDocument
from qa.cite import Citation
from ui.caption import Speech
from ui.document.address import AT
from ui.document.neighbours import neighbours
from ui.document.page import Page, Wanted
from ui.texts import TEXTS

NOT_FOUND, UNPROCESSABLE = 404, 422
LONGEST_POSITION = 9
"""Digits: more than any text has characters."""


class WrongPlace(ValueError):
    """The address names a piece of the text that the document does not have."""


def document_pages(archive: Archive) -> APIRouter:
    """The route of the pages over one archive; a number may be any string, and hold a slash."""
    router = APIRouter()

    @router.get(AT + "/{number:path}", include_in_schema=False)
    def page(number: str, request: Request) -> HTMLResponse:
        return _answer(archive, number, request)

    return router


def _answer(archive: Archive, number: str, request: Request) -> HTMLResponse:
    chosen = _chosen(request.query_params)
    speech = Speech(TEXTS[chosen or _accepted(request.headers)], archive.manifest.languages[0])
    wanted = Wanted(number, chosen=chosen)
    html, status = _page(archive, wanted, speech, request.query_params)
    return HTMLResponse(html, status, {"Vary": "Accept-Language", "Content-Language": speech.language})


def _page(archive: Archive, wanted: Wanted, speech: Speech, asked: QueryParams) -> tuple[str, int]:
    try:
        document = archive.document(wanted.number)
    except UnknownDocument:
        lost = Page(archive.manifest, speech, wanted).lost(speech.texts.unknown_document, known=False)
        return lost, NOT_FOUND
    page = _set(archive, wanted, speech)
    try:
        piece = _piece(asked, document)
    except WrongPlace:
        return page.lost(speech.texts.reading.wrong_place, known=True), UNPROCESSABLE
    cited = Citation.of(archive.manifest, document, at=piece[0] if piece else None, places=archive.places)
    return replace(page, wanted=replace(wanted, piece=piece)).shown(document, cited), 200


def _set(archive: Archive, wanted: Wanted, speech: Speech) -> Page:
    before, after = neighbours(archive.documents, wanted.number)
    near = [archive.document(number) if number is not None else None for number in (before, after)]
    return Page(archive.manifest, speech, wanted, *near)


def _piece(asked: QueryParams, document: Document) -> Span | None:
    """The piece of the text that is asked for, None where none is; raises WrongPlace."""
    if "from" not in asked and "to" not in asked:
        return None
    start, end = _position(asked.get("from", "")), _position(asked.get("to", ""))
    if not 0 <= start < end <= len(document.text.content):
        raise WrongPlace
    return start, end


def _position(written: str) -> int:
    """A position in the text; raises WrongPlace."""
    if not (written.isascii() and written.isdigit() and len(written) <= LONGEST_POSITION):
        raise WrongPlace
    return int(written)


def _chosen(asked: QueryParams) -> Language | None:
    """The language that the address names, if the page speaks it."""
    return next((language for language in TEXTS if language == asked.get("language")), None)


def _accepted(headers: Headers) -> Language:
    """The first language that the browser would like and the page speaks; else the page's first."""
    for part in headers.get("accept-language", "").split(","):
        named = part.split(";")[0].split("-")[0].strip().lower()
        if spoken := next((language for language in TEXTS if language == named), None):
            return spoken
    return next(iter(TEXTS))
