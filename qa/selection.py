"""What an asker limits the answer to, and what is not to be read out of the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents that were chosen: those that agree with all that is given; what is left empty limits nothing.

    `years` are the first and the last; a document agrees with any of the `kinds`, named as the
    collection does, and with any of the `people`, named as in its register: by them, to them,
    or naming them. The parts of a shelf mark are compared as whole words, small and capital letters alike.
    """

    years: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    archive: str = ""
    fond: str = ""
    opis: str = ""
    delo: str = ""


EVERYTHING = Selection()
"""The whole collection."""


class Limits(NamedTuple):
    """What a question is asked with: the documents chosen, and the filters that are not to be read out of it.

    `without` are names of filters as an answer has them, "date_from" or "people".
    """

    only: Selection = EVERYTHING
    without: tuple[str, ...] = ()


UNLIMITED = Limits()
