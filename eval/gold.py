"""Gold questions: what is asked, and the places of the collection that answer it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from index.collection import Language
from index.errors import CallError

SHIPPED = tuple(sorted((Path(__file__).parent / "gold").glob("*/*.jsonl")))
"""The gold files that come with Legenda."""
STANDALONE = "-standalone"
"""What the set of a dialogue's complete questions adds to the name of its file."""

Words = Annotated[str, Field(pattern=r"\S")]
Told = Annotated[str, Field(pattern=r"[^\W_]")]
"""What has no letter and no digit can neither be asked nor be evidence."""


class Evidence(BaseModel):
    """A place that answers: document number, lines of the source, verbatim quote with its lines joined by one space."""

    model_config = ConfigDict(frozen=True)

    doc: str
    quote: Told
    lines: tuple[int, int] | None = None


class _Answered(BaseModel):
    """What questions and turns have in common; any one evidence suffices, and none means that nothing answers."""

    model_config = ConfigDict(frozen=True)

    question: Told
    answer: str
    evidence: tuple[Evidence, ...]
    answer_aliases: tuple[str, ...] = ()
    """Other accepted forms of a short answer."""
    archive_ref: str = ""
    """The legend of the document of the first evidence."""

    @model_validator(mode="after")
    def _both_or_neither(self) -> _Answered:
        if bool(self.answer.strip()) != bool(self.evidence):
            raise ValueError("answer and evidence go together: an unanswerable question has neither")
        return self


class GoldQuestion(_Answered):
    """One line of a gold file, or one turn of a dialogue; keys that are not named here are let pass.

    `kind` says why a question is unanswerable: near, false_premise, off_topic, injection. `of` is the id of the
    question that asks the same in other words, where there is one. A turn has the questions before it as `history`,
    and itself in a form that is complete without them as `standalone`.
    """

    id: Words
    lang: Language
    type: str
    kind: str = ""
    of: str | None = None
    history: tuple[str, ...] = ()
    standalone: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the collection answers it."""
        return bool(self.evidence)

    @property
    def answers(self) -> tuple[str, ...]:
        """All accepted forms of the answer."""
        return (self.answer, *self.answer_aliases)


class Turn(_Answered):
    """One question of a dialogue."""

    standalone: Told


class Dialogue(BaseModel):
    """A line with `turns`."""

    model_config = ConfigDict(frozen=True)

    id: Words
    lang: Language
    turns: Annotated[tuple[Turn, ...], Field(min_length=1)]

    @property
    def questions(self) -> tuple[GoldQuestion, ...]:
        """The turns as questions: `d-004.1` of the type «opening», those after it of the type «follow_up»."""
        asked = [turn.question for turn in self.turns]
        return tuple(
            GoldQuestion(
                id=f"{self.id}.{at + 1}",
                lang=self.lang,
                type="follow_up" if at else "opening",
                history=tuple(asked[:at]),
                **dict(turn),
            )
            for at, turn in enumerate(self.turns)
        )


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file as read: `set` is its name, `digest` its SHA-256; each question and fault with its line."""

    path: Path
    digest: str
    questions: tuple[tuple[int, GoldQuestion], ...]
    faults: tuple[tuple[int, str], ...]

    @property
    def set(self) -> str:
        """The name of the set of questions."""
        return self.path.stem


def read_gold(path: Path) -> tuple[GoldQuestion, ...]:
    """The questions of a gold file in order; raises CallError that lists all faulty lines at once."""
    file = read_file(path)
    refuse([(path, file.faults)])
    return tuple(question for _, question in file.questions)


def refuse(faults: Sequence[tuple[Path, Sequence[tuple[int, str]]]]) -> None:
    """Raise CallError with all faults of the files, in the order of their lines, if there are any."""
    told = [
        f"{path}: {'; '.join(f'line {number}: {fault}' for number, fault in sorted(found, key=_line))}"
        for path, found in faults
        if found
    ]
    if told:
        raise CallError("; ".join(told))


def _line(fault: tuple[int, str]) -> int:
    return fault[0]


def read_file(path: Path) -> GoldFile:
    """The gold file with its faults; raises CallError where it cannot be read at all."""
    content = _content(path)
    questions: list[tuple[int, GoldQuestion]] = []
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(_text(path, content).split("\n"), 1):
        if line.strip():
            try:
                questions += [(number, question) for question in _questions(line)]
            except ValidationError as error:
                faults += [(number, fault) for fault in _faults(error)]
    if not questions and not faults:
        raise CallError(f"{path} holds no question; give a file with one JSON object a line")
    return GoldFile(path, hashlib.sha256(content).hexdigest(), tuple(questions), tuple(faults))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CallError(f"{path} cannot be read ({error.strerror}); give a gold file") from error


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CallError(f"{path} is not UTF-8 (byte {error.start}); convert it") from error


def _questions(line: str) -> tuple[GoldQuestion, ...]:
    if _has_turns(line):
        return Dialogue.model_validate_json(line).questions
    return (GoldQuestion.model_validate_json(line),)


def _has_turns(line: str) -> bool:
    try:
        return "turns" in json.loads(line)
    except (ValueError, TypeError, RecursionError):
        return False


def _faults(error: ValidationError) -> Iterator[str]:
    """What is wrong, and where; what only follows from a fault within is left out."""
    errors = error.errors()
    for found in errors:
        place = found["loc"]
        if all(other["loc"] == place or other["loc"][: len(place)] != place for other in errors):
            yield " ".join([".".join(map(str, place)), found["msg"].removeprefix("Value error, ")]).strip()
