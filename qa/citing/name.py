"""Names of people in the parts that programs for citations keep them in."""

from __future__ import annotations

import re
from dataclasses import dataclass

INITIALS = r"(?:[^\W\d_]\.\s?)+"
SURNAME_FIRST = re.compile(rf"(?P<family>[^\s.,]+)\s(?P<given>{INITIALS})")
INITIALS_FIRST = re.compile(rf"(?P<given>{INITIALS})(?P<family>[^\s.,]+)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: `given` is empty where only one word is known, a surname or a by-name."""

    family: str
    given: str = ""

    @classmethod
    def of(cls, text: str) -> Name:
        """The parts of a name as a document has it.

        >>> Name.of("Орджоникидзе Г. К.").inverted, Name.of("О. Мозохин").inverted, Name.of("Абрам").inverted
        ('Орджоникидзе, Г. К.', 'Мозохин, О.', 'Абрам')
        """
        found = SURNAME_FIRST.fullmatch(text) or INITIALS_FIRST.fullmatch(text)
        return cls(found["family"], found["given"].strip()) if found else cls(text)

    @property
    def inverted(self) -> str:
        """«Сталин, И. В.»."""
        return f"{self.family}, {self.given}" if self.given else self.family
