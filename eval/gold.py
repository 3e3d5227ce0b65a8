"""Gold questions: what is asked, and the places of the collection that answer it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import CallError

SHIPPED = tuple(sorted((Path(__file__).parent / "gold").glob("*/*.jsonl")))
"""The gold files that come with Legenda."""


class Evidence(BaseModel):
    """A place that answers: document number and verbatim quote, its lines joined with one space."""

    model_config = ConfigDict(frozen=True)

    doc: str
    quote: Annotated[str, Field(pattern=r"\S")]


class GoldQuestion(BaseModel):
    """One line of a gold file; any one evidence suffices. Keys that no figure needs yet are let pass.

    `of` is the id of the question that asks the same in other words, where there is one.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    type: str
    question: str
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    of: str | None = None


def read_gold(path: Path) -> tuple[GoldQuestion, ...]:
    """The questions of a gold file in order; raises CallError that lists all faulty lines at once."""
    questions, faults = [], []
    for number, line in _lines(path):
        try:
            questions.append(GoldQuestion.model_validate_json(line))
        except ValidationError as error:
            faults += [f"line {number}: {'.'.join(map(str, found['loc']))} {found['msg']}" for found in error.errors()]
    if faults:
        raise CallError(f"{path}: {'; '.join(faults)}")
    if not questions:
        raise CallError(f"{path} holds no question; give a file with one JSON object a line")
    return tuple(questions)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CallError(f"{path} cannot be read ({error.strerror}); give a gold file") from error
    except UnicodeDecodeError as error:
        raise CallError(f"{path} is not UTF-8 (byte {error.start}); convert it") from error
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
