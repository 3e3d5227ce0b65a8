"""The HTTP API: ask a question, list the documents, read one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from index.errors import CallError
from index.records import Document
from qa.archive import Archive, UnknownDocument
from qa.selection import FIRST_YEAR, LAST_YEAR, Selection
from ui.health import health
from ui.notice import LONGEST_QUESTION

Question = Annotated[str, Field(max_length=LONGEST_QUESTION)]
Count = Annotated[int, Field(ge=1, le=50)]
History = Annotated[list[Question], Field(max_length=100)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Name = Annotated[str, Field(max_length=200)]
Names = Annotated[tuple[Name, ...], Field(max_length=100)]


class Chosen(BaseModel):
    """The documents that an answer is limited to."""

    model_config = ConfigDict(extra="forbid")

    years: tuple[Year, Year] | None = None
    kinds: Names = ()
    people: Names = ()
    archive: Name = ""
    fond: Name = ""
    opis: Name = ""
    delo: Name = ""


class Asked(BaseModel):
    """A question in an address; an unknown key is most likely a typo and is refused."""

    model_config = ConfigDict(extra="forbid")

    question: Question
    k: Count = 10
    history: History = []


class AskedWithin(Asked):
    """A question as it is posted, with what it is limited to."""

    only: Chosen = Chosen()
    without: Names = ()

    @property
    def selection(self) -> Selection:
        """The documents that were chosen."""
        return Selection(**self.only.model_dump())


def api(archive: Archive) -> APIRouter:
    """The routes under /api over one archive."""
    router = APIRouter(prefix="/api")

    @router.get("/ask")
    def ask(asked: Annotated[Asked, Query()]) -> dict[str, Any]:
        return _answer(archive, AskedWithin(**asked.model_dump()))

    @router.post("/ask")
    def ask_posted(asked: AskedWithin) -> dict[str, Any]:
        return _answer(archive, asked)

    @router.get("/documents")
    def documents() -> list[dict[str, Any]]:
        return [described(document) for document in archive.documents]

    @router.get("/documents/{number:path}")
    def document(number: str) -> dict[str, Any]:
        return _document(archive, number)

    router.include_router(health(archive))

    @router.api_route("/{path:path}", methods=["GET", "POST"])
    def nothing(path: str) -> None:
        raise HTTPException(404, f"there is no /api/{path}")

    return router


def described(document: Document) -> dict[str, Any]:
    """What the list of documents says of each."""
    return {
        "number": document.number,
        "title": document.title,
        "date": document.date,
        "kind": document.kind,
        "reference": document.reference.text if document.reference else None,
    }


def explain_faults(app: FastAPI) -> None:
    """Make `app` answer a malformed request with one line instead of a list of records."""

    @app.exception_handler(RequestValidationError)
    def fault(_: Request, error: RequestValidationError) -> JSONResponse:
        return JSONResponse({"detail": "; ".join(_fault(found) for found in error.errors())}, 422)


def _answer(archive: Archive, asked: AskedWithin) -> dict[str, Any]:
    try:
        answer = archive.ask(
            asked.question, k=asked.k, history=asked.history, only=asked.selection, without=asked.without
        )
    except CallError as error:
        raise HTTPException(422, str(error)) from error
    return answer.as_json()


def _document(archive: Archive, number: str) -> dict[str, Any]:
    try:
        found = archive.document(number)
    except UnknownDocument as error:
        raise HTTPException(404, str(error)) from error
    return described(found) | {"text": found.text.content}


def _fault(found: dict[str, Any]) -> str:
    """«k: Input should be less than or equal to 50», for a parameter, a field or the body as a whole."""
    where = ".".join(str(part) for part in found["loc"][1:] if part)
    return f"{where or found['loc'][0]}: {found['msg']}"
