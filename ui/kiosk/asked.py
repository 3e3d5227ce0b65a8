"""What the page of the kiosk asks of the server; an unknown key is refused."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.collection import Language
from ui.notice import LONGEST_QUESTION, LONGEST_VISIT

Question = Annotated[str, Field(max_length=LONGEST_QUESTION)]


class Touched(BaseModel):
    """A button was touched in this language."""

    model_config = ConfigDict(extra="forbid")

    language: Language


class Chosen(Touched):
    """The button of a theme, a person or a year, by its place."""

    at: Annotated[int, Field(ge=0)]


class Asked(Touched):
    """A question, with those of the same visit before it."""

    question: Question
    history: Annotated[list[Question], Field(max_length=LONGEST_VISIT)] = []


class Opened(Touched):
    """A document at a piece of its text."""

    document: str
    start: int = 0
    end: int = 0


class Typed(Touched):
    """The beginning of a question."""

    typed: Question
