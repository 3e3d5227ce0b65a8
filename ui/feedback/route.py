"""POST /api/feedback: what a visitor says of an answer; the route is there only where feedback is switched on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, ConfigDict, Field

from qa.archive import Archive, UnknownDocument
from ui.feedback.feedback import Feedback, FeedbackFull
from ui.notice import LONGEST_QUESTION


class Said(BaseModel):
    """A judgement as it is posted: `start` and `end` are positions in the document's text."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]
    standalone: Annotated[str, Field(max_length=2 * LONGEST_QUESTION)] = ""
    document: str
    start: int
    end: int
    right: bool


def feedback_route(archive: Archive, feedback: Feedback) -> APIRouter:
    """The route; it goes before those of `ui.api`, which refuse every other address."""
    router = APIRouter(prefix="/api")

    @router.post("/feedback", status_code=204)
    def said(said: Said) -> None:
        try:
            document = archive.document(said.document)
            feedback.add(said.question, said.standalone, document, (said.start, said.end), right=said.right)
        except UnknownDocument as error:
            raise HTTPException(404, str(error)) from error
        except IndexError as error:
            raise HTTPException(422, str(error)) from error
        except (FeedbackFull, OSError) as error:
            raise HTTPException(503, "the feedback cannot be kept now") from error

    return router
