"""Whom a form of a name means, by the register of people that the index holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Self

from index.people import People, Person


class Register:
    """The people of a collection by the forms in which they are written."""

    def __init__(self, persons: Mapping[str, Sequence[Person]]) -> None:
        self._persons = persons

    @classmethod
    def of(cls, people: People) -> Self:
        """The register of `people`, who come in the order of their fame."""
        persons: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people.persons:
            for form in person.forms:
                persons[form].append(person)
        return cls(persons)

    def knows(self, form: str) -> bool:
        """Whether somebody is written so."""
        return form in self._persons

    def person(self, form: str, document: str) -> Person | None:
        """Who is written so in a document, else anywhere; None for a form that nobody has."""
        bearers = self._persons.get(" ".join(form.split()), ())
        here = (person for person in bearers if document in person.documents)
        return next(here, next(iter(bearers), None))


NOBODY = Register({})
"""The register of an index without people."""
