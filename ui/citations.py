"""The routes that cite a document: /api/cite/88?form=bibtex."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Literal, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Response

from qa.archive import Archive, UnknownDocument
from qa.cite import Citation

Form = Literal["gost", "csl", "bibtex", "ris"]


class Written(NamedTuple):
    """How a form is written out: what makes it, its media type, and how its file's name ends; "" is no file."""

    write: Callable[[Citation], str]
    media_type: str
    ending: str = ""


FORMS: Mapping[Form, Written] = {
    "gost": Written(lambda citation: citation.gost() + "\n", "text/plain; charset=utf-8"),
    "csl": Written(
        lambda citation: json.dumps([citation.csl_json()], ensure_ascii=False, indent=2) + "\n",
        "application/vnd.citationstyles.csl+json",
        "json",
    ),
    "bibtex": Written(Citation.bibtex, "application/x-bibtex; charset=utf-8", "bib"),
    "ris": Written(Citation.ris, "application/x-research-info-systems; charset=utf-8", "ris"),
}


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
