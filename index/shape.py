"""How a paragraph of one sort looks: a pattern, and the length it may have."""

from __future__ import annotations

import re
from typing import NamedTuple

ANY_LENGTH = 1_000_000
"""More characters than a paragraph has."""


class Shape(NamedTuple):
    """A pattern with the most characters of a paragraph that has this shape."""

    pattern: re.Pattern[str]
    longest: int

    @classmethod
    def of(cls, pattern: str, longest: int = ANY_LENGTH) -> Shape:
        """The shape of what `pattern`, anchored where it should be, is found in."""
        return cls(re.compile(pattern), longest)

    def fits(self, text: str) -> bool:
        """Whether the paragraph `text` has this shape."""
        return len(text) <= self.longest and self.pattern.search(text) is not None
