"""`legenda people`: the register of people, or one person with the forms met and the documents."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from index.catalogue import Catalogue
from index.errors import CallError
from index.folder import CATALOGUE, PEOPLE, open_generation
from index.people import People, Person
from index.records import Document
from ui.texts import RUSSIAN

NAME = "people"
HELP = "list the people named, or show one"


class UnknownPerson(CallError):
    """The collection names nobody so."""


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("name", nargs="?", help="a surname in any form or in Latin letters, with initials or without")
    options.add_argument("--json", action="store_true", help="one JSON object a line")


def run(options: argparse.Namespace) -> int:
    """Print everyone with the number of documents, or all that is known of those named so."""
    generation, _ = open_generation(options.index)
    people = People.load(generation / PEOPLE)
    wanted = options.name
    persons = people.persons if wanted is None else people.named(wanted)
    if wanted is not None and not persons:
        raise UnknownPerson(f"the collection names nobody {wanted!r}; see: legenda people")
    if options.json:
        lines = [json.dumps(asdict(person), ensure_ascii=False) for person in persons]
    elif wanted is None:
        lines = [f"{person.name}\t{len(person.documents)}" for person in persons]
    else:
        documents = {document.number: document for document in Catalogue.read(generation / CATALOGUE).documents}
        lines = [line for person in persons for line in _shown(person, documents)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _shown(person: Person, documents: Mapping[str, Document]) -> Sequence[str]:
    return [
        person.name,
        RUSSIAN.forms.format(forms=", ".join(person.forms)),
        *(_line(documents[number]) for number in person.documents),
        "",
    ]


def _line(document: Document) -> str:
    return f"{document.number}\t{document.date}\t{document.title or RUSSIAN.untitled}"
