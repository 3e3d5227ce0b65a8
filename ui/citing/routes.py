"""The routes that cite a document: /api/cite/88?form=bibtex."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from qa.archive import Archive, UnknownDocument
from qa.cite import Citation
from ui.citing.forms import FORMS, Form


class Wanted(BaseModel):
    """The form of a citation, and the position in the text that is cited; an unknown key is most likely a typo."""

    model_config = ConfigDict(extra="forbid")

    form: Form = "gost"
    at: Annotated[int | None, Field(ge=0)] = None


def citations(archive: Archive) -> APIRouter:
    """The route over one archive; it goes before those of `ui.api`, which refuse every other address."""
    router = APIRouter(prefix="/api")

    @router.get("/cite/{number:path}")
    def cite(number: str, wanted: Annotated[Wanted, Query()]) -> Response:
        written = FORMS[wanted.form]
        text = written.write(_citation(archive, number, wanted.at))
        named = f"attachment; filename*=UTF-8''legenda-{quote(number, safe='')}.{written.ending}"
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
