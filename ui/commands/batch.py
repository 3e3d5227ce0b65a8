"""A file of questions in, a file of answers out; a broken line is named and the others are still answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, StrictInt, StrictStr, ValidationError
from rich.console import Console
from rich.progress import track

from index.errors import CallError, LegendaError
from qa.selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from qa.archive import Archive


class _Asked(BaseModel):
    """A line of the file."""

    model_config = ConfigDict(extra="allow")

    id: StrictStr | StrictInt
    question: str
    history: tuple[str, ...] = ()


def answer_batch(archive: Archive, questions: Path, answers: Path, k: int, only: Selection = EVERYTHING) -> list[str]:
    """Answer the lines of `questions` into `answers`; a message for each line that was not answered.

    Raises CallError where both are one file, and LegendaError where one cannot be read or written.
    """
    faults = []
    try:
        if answers.exists() and answers.samefile(questions):
            raise CallError(f"--out would overwrite the questions in {questions}; name another file")
        lines = questions.read_bytes().split(b"\n")
        with answers.open("w", encoding="utf-8") as out:
            for number, line in enumerate(_watched(lines), 1):
                if not line.strip():
                    continue
                try:
                    out.write(json.dumps(_answered(archive, line, k, only), ensure_ascii=False) + "\n")
                except (ValueError, RecursionError, LegendaError) as error:
                    faults.append(f"{questions}, line {number}: {_reason(error)}")
    except OSError as error:
        path = error.filename or answers  # a full disk names no file
        raise LegendaError(f"{path}: {error.strerror}; check the path, its permissions and the free space") from error
    return faults


def _watched(lines: Sequence[bytes]) -> Iterable[bytes]:
    console = Console(stderr=True)
    return track(lines, "answering", console=console, transient=True, disable=not console.is_terminal)


def _answered(archive: Archive, line: bytes, k: int, only: Selection) -> dict[str, Any]:
    table = json.loads(line.decode("utf-8-sig"))
    if not isinstance(table, dict):
        raise ValueError('not a JSON object {"id": ..., "question": ...}')  # noqa: TRY004 - one kind for all faults
    asked = _Asked.model_validate(table)
    answer = archive.ask(asked.question, k=k, history=asked.history, only=only)
    return {"id": asked.id} | answer.as_json()


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"«{'.'.join(map(str, found['loc']))}»: {found['msg']}" for found in error.errors())
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start})"
    if isinstance(error, RecursionError):
        return "not JSON that can be read: nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} (column {error.colno})"
    return str(error)
