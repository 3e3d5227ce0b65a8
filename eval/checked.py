"""Whether gold questions are of this collection: their documents are there, and their quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.gold import STANDALONE, Evidence, GoldFile, refuse
from index.errors import CallError
from index.records import Document

MARK = re.compile(r"(?<=[^\s\d])\d{1,3}(?!\d)|(?<!\S)\d{1,3}(?=\s[А-ЯЁ])")
"""The number of a footnote, in the text (проекта37) or before the note (37 Не приложена)."""
OF_ANOTHER = 0.5
"""Where more than this share of the quotes is missing, the questions are about something else."""
FEWEST = 4
"""Of fewer quotes no share is taken."""


def check(files: Sequence[GoldFile], documents: Sequence[Document]) -> None:
    """Raise CallError for files whose names or collection are wrong, else with all faults of all files at once."""
    _named_apart(files)
    known = Known(documents)
    for file in files:
        _same_collection(file, known)
    twice = _twice(files)
    refuse([
        (file.path, [*file.faults, *twice[at], *_missing(file, known)]) for at, file in enumerate(files)
    ])  # fmt: skip


def _named_apart(files: Sequence[GoldFile]) -> None:
    """Each file is a set of questions of its own, and none that of the complete forms of turns."""
    first: dict[str, Path] = {}
    for file in files:
        if file.set.endswith(STANDALONE):
            raise CallError(f"{file.path}: names in {STANDALONE} are for the complete forms of turns; rename the file")
        if file.set in first:
            raise CallError(
                f"{first[file.set]} and {file.path} are both the set {file.set!r}; rename one, or leave it out"
            )
        first[file.set] = file.path


class Known:
    """The documents of a collection, as far as quotes are compared: by letters and digits alone.

    The text of an index is repaired: lines and words are joined, marks of footnotes taken out, footnotes set last. So a
    quote is there when all its pieces between such marks stand somewhere in the collection, be it under the number of a
    neighbour: a page of print may hold both.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self.numbers = {document.number for document in documents}
        self._text = " ".join(_bare(f"{document.title} {document.text.content}") for document in documents)

    def holds(self, quote: str) -> bool:
        """Whether the quote stands in the collection."""
        return _bare(quote) in self._text or all(_bare(piece) in self._text for piece in MARK.split(quote))


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _same_collection(file: GoldFile, known: Known) -> None:
    quotes = [one.quote for _, one in _evidence(file)]
    missing = sum(not known.holds(quote) for quote in quotes)
    if len(quotes) >= FEWEST and missing > OF_ANOTHER * len(quotes):
        raise CallError(
            f"{file.path} asks about another collection: {missing} of its {len(quotes)} quotes do not stand in the "
            f"{len(known.numbers)} documents of this index; give gold questions of its own, or another --index"
        )


def _missing(file: GoldFile, known: Known) -> Iterator[tuple[int, str]]:
    for line, one in _evidence(file):
        if one.doc not in known.numbers:
            yield line, f"the collection has no document {one.doc!r}"
        elif not known.holds(one.quote):
            yield line, f"the quote does not stand in the collection: {one.quote!r}"


def _evidence(file: GoldFile) -> Iterator[tuple[int, Evidence]]:
    return ((line, one) for line, question in file.questions for one in question.evidence)


def _twice(files: Sequence[GoldFile]) -> list[list[tuple[int, str]]]:
    """For each file the ids that it, or a file before it, has given already."""
    first: dict[str, str] = {}
    faults: list[list[tuple[int, str]]] = [[] for _ in files]
    for at, file in enumerate(files):
        for line, question in file.questions:
            if question.id in first:
                faults[at].append((line, f"the id {question.id!r} is given already in {first[question.id]}"))
            else:
                first[question.id] = f"{file.path.name}, line {line}"
    return faults
