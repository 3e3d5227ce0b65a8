"""What visitors said of answers, made into gold questions that a curator has yet to check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from index.errors import CallError
from index.places import Places
from index.records import Document
from qa.question import language_of
from ui.feedback.feedback import Judgement

LINE = TypeAdapter(Judgement)
TO_CHECK = "from a visitor; check the question, shorten the answer, then take this key away"


@dataclass(frozen=True, slots=True)
class Told:
    """One answer with how often it was said to be right, and how often not."""

    judgement: Judgement
    at: int
    """Where the quote stands in the document's text."""
    right: int
    wrong: int

    @property
    def question(self) -> str:
        """The question, complete in itself."""
        return " ".join((self.judgement.standalone or self.judgement.question).split())


@dataclass(frozen=True, slots=True)
class Sorted:
    """A file of feedback as read: the answers, each once, and the faulty lines by their number."""

    told: tuple[Told, ...]
    faults: tuple[tuple[int, str], ...]


def read_feedback(path: Path, documents: Mapping[str, Document]) -> Sorted:
    """What `path` says of the answers from `documents`; raises CallError where it cannot be read at all."""
    told: dict[tuple[str, str, str], Told] = {}
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(_content(path).split(b"\n"), 1):
        if line.strip():
            try:
                _add(LINE.validate_json(line), documents, told)
            except ValidationError as error:
                faults.append((number, _fault(error)))
            except _OfAnother as error:
                faults.append((number, str(error)))
    return Sorted(tuple(told.values()), tuple(faults))


class _OfAnother(ValueError):
    """The judgement is about another collection, or about another state of it."""


def _add(said: Judgement, documents: Mapping[str, Document], told: dict[tuple[str, str, str], Told]) -> None:
    one = Told(said, _position(said, documents), right=int(said.right), wrong=int(not said.right))
    key = (one.question.casefold(), said.document, said.quote)
    before = told.get(key, replace(one, right=0, wrong=0))
    told[key] = replace(before, right=before.right + one.right, wrong=before.wrong + one.wrong)


def _position(said: Judgement, documents: Mapping[str, Document]) -> int:
    document = documents.get(said.document)
    if document is None:
        raise _OfAnother(f"the collection has no document {said.document!r}")
    content, at = document.text.content, -1
    while said.quote and (at := content.find(said.quote, at + 1)) >= 0:
        if document.text.span(at, at + len(said.quote)) == (said.start, said.end):
            return at
    raise _OfAnother(f"the quote does not stand in document {said.document}: {said.quote!r}")


def candidates(told: Iterable[Told], documents: Mapping[str, Document], places: Places) -> list[dict[str, Any]]:
    """The answers said to be right as lines of a gold file, with a key that says they have yet to be checked."""
    right = enumerate((one for one in told if one.right), 1)
    return [_candidate(one, f"f-{count:03}", documents[one.judgement.document], places) for count, one in right]


def _candidate(told: Told, name: str, document: Document, places: Places) -> dict[str, Any]:
    said = told.judgement
    reference = document.reference_at(told.at)
    lines = places.place(said.start, said.end).lines
    quote = " ".join(said.quote.split())
    return {
        "id": name,
        "lang": language_of(told.question),
        "type": "visitor",
        "question": told.question,
        "answer": quote,
        "evidence": [{"doc": said.document, "lines": lines, "quote": quote}],
        "archive_ref": reference.text if reference else "",
        "asked": said.question,
        "right": told.right,
        "wrong": told.wrong,
        "check": TO_CHECK,
    }


def as_lines(found: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CallError(f"{path} cannot be read ({error.strerror}); give a file that --feedback wrote") from error


def _fault(error: ValidationError) -> str:
    found = error.errors()[0]
    return " ".join([".".join(map(str, found["loc"])), found["msg"]]).strip()
