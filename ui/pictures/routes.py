"""The addresses of the pictures: a page of their own, its parts, and the data that is drawn."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Query, Response
from fastapi.responses import HTMLResponse

from index.collection import Language
from qa.archive import Archive
from ui.caption import Speech
from ui.pictures.choice import Choice
from ui.pictures.lists import AT
from ui.pictures.page import picture_page
from ui.pictures.parts import parts
from ui.pictures.pictures import Pictures
from ui.texts import TEXTS

Name = Annotated[str, Query(max_length=200)]
KEPT = {"Cache-Control": "no-cache"}
"""A browser keeps what it was given, and asks whether it is still so."""


class Gallery:
    """The pictures of an archive, made once they are asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.manifest = archive.manifest

    @cached_property
    def pictures(self) -> Pictures:
        """What is drawn."""
        return Pictures.of(self._archive.documents, self._archive.persons)

    @cached_property
    def data(self) -> bytes:
        """The same as JSON."""
        return json.dumps(self.pictures.as_json(), ensure_ascii=False, separators=(",", ":")).encode()

    @cached_property
    def tag(self) -> str:
        """The ETag of the data."""
        return f'"{hashlib.sha256(self.data).hexdigest()[:32]}"'

    def speech(self, language: Language) -> Speech:
        """The words of the page in this language."""
        return Speech(TEXTS[language], self.manifest.languages[0])


def picture_routes(archive: Archive) -> APIRouter:
    """/pictures with its parts, and /api/pictures, over one archive."""
    gallery = Gallery(archive)
    router = APIRouter()

    @router.get("/api/pictures")
    def data(if_none_match: Annotated[str, Header()] = "") -> Response:
        headers = KEPT | {"ETag": gallery.tag}
        if gallery.tag in if_none_match:
            return Response(status_code=304, headers=headers)
        return Response(gallery.data, media_type="application/json", headers=headers)

    @router.get(AT)
    def page(language: Language = "ru", person: Name = "", author: Name = "", addressee: Name = "") -> HTMLResponse:
        choice, speech = Choice(person, author, addressee), gallery.speech(language)
        chosen = _documents(gallery, choice, speech) if choice != Choice() else ""
        return HTMLResponse(picture_page(gallery.pictures, gallery.manifest, speech, chosen))

    @router.get(f"{AT}/parts")
    def inside(language: Language = "ru") -> HTMLResponse:
        return HTMLResponse(parts(gallery.pictures, gallery.speech(language)))

    @router.get(f"{AT}/chosen")
    def chosen(language: Language = "ru", person: Name = "", author: Name = "", addressee: Name = "") -> HTMLResponse:
        return HTMLResponse(_documents(gallery, Choice(person, author, addressee), gallery.speech(language)))

    return router


def _documents(gallery: Gallery, choice: Choice, speech: Speech) -> str:
    """The documents of a choice; raises HTTPException 404 where the pictures have none of them."""
    documents = choice.documents(gallery.pictures, speech)
    if not documents:
        raise HTTPException(404, speech.texts.pictures.unknown)
    return documents
