"""The paragraphs of a text with their places in it."""

from __future__ import annotations

from typing import NamedTuple


class Paragraph(NamedTuple):
    """One line of a repaired text: `content[start:end]` is `text`."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The position just after the last character."""
        return self.start + len(self.text)


def paragraphs(content: str, start: int = 0, end: int | None = None) -> list[Paragraph]:
    """The paragraphs of `content[start:end]`, in order."""
    found = []
    for line in content[start:end].split("\n"):
        found.append(Paragraph(start, line))
        start += len(line) + 1
    return found
