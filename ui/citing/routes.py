"""The routes that cite a document: /api/cite/88?form=bibtex."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Response

from qa.archive import Archive, UnknownDocument
from qa.cite import Citation
from ui.citing.forms import FORMS, Form


def citations(archive: Archive) -> APIRouter:
    """The route over one archive; it goes before those of `ui.api`, which refuse every other address."""
    router = APIRouter(prefix="/api")

    @router.get("/cite/{number}")
    def cite(number: str, form: Form = "gost", at: Annotated[int | None, Query(ge=0)] = None) -> Response:
        written = FORMS[form]
        text = written.write(_citation(archive, number, at))
        named = f'attachment; filename="legenda-{quote(number, safe="")}.{written.ending}"'
        headers = {"Content-Disposition": named} if written.ending else {}
        return Response(text, media_type=written.media_type, headers=headers)

    return router


def _citation(archive: Archive, number: str, at: int | None) -> Citation:
    try:
        return Citation.of(archive.manifest, archive.document(number), at=at, places=archive.places)
    except UnknownDocument as error:
        raise HTTPException(404, str(error)) from error
    except IndexError as error:
        raise HTTPException(422, f"at: {error}") from error
