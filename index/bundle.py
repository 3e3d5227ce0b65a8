"""The texts that were filed together: the paragraphs of a document, and where the print left a gap between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.endings import is_ending, is_signature
from index.paragraphs import Paragraph

HEAD = 10
"""Paragraphs; heading, address and salutation are not more."""
UNDER = 4
"""Paragraphs that may stand under a signature: date, place, number."""
LONGEST_LINE = 100
"""Characters of one of them."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The paragraphs of a document; `gaps` are the positions of those with an empty paragraph before them."""

    paragraphs: Sequence[Paragraph]
    gaps: frozenset[int] = frozenset()

    def text(self, at: int) -> str:
        """The words of the paragraph `at`; "" outside of the document."""
        return self.paragraphs[at].text if 0 <= at < len(self.paragraphs) else ""

    def after_gap(self, at: int) -> bool:
        """Whether an empty paragraph stands before the paragraph `at`."""
        return at < len(self.paragraphs) and self.paragraphs[at].start in self.gaps

    def past(self, at: int, belongs: Callable[[str], bool]) -> int:
        """The first paragraph from `at` on that does not belong, or that a gap parts from those that do."""
        while at < len(self.paragraphs) and belongs(self.text(at)):
            at += 1
            if self.after_gap(at):
                break
        return at

    def in_head(self, at: int, last: int) -> bool:
        """Whether only lines of a heading stand between `at` and the paragraph `last` that a text begins with."""
        if at - last >= HEAD:
            return False
        lines = [self.text(one) for one in range(last, at)]
        return all(len(line) <= LONGEST_LINE for line in lines) and not any(is_signature(line) for line in lines[1:])

    def ended(self, at: int) -> bool:
        """Whether a text ends just before the paragraph `at`; a row of asterisks in between is passed over."""
        before = at - 1
        while before > 0 and not self.text(before).strip("* "):
            before -= 1
        return before >= 0 and is_ending(self.text(before))

    def signed(self, at: int) -> bool:
        """Whether the paragraph before `at` is a signature, or stands with date and number under one."""
        before = at - 1
        while before > at - UNDER and is_ending(self.text(before)) and not is_signature(self.text(before)):
            before -= 1
        return is_signature(self.text(before))
