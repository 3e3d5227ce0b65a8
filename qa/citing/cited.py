"""What all forms of a citation are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.collection import Manifest
from index.dates import NAMES
from index.records import Document, Reference, Span
from index.volume import PREFACE
from qa.asked.latin_names import LETTERS
from qa.citing.typography import ended

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
KEY_LETTERS = LETTERS | {"ь": "", "ъ": ""}
NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as it is cited: `reference` says where the paper is kept, `pages` where it is printed.

    Both are those of the place that is cited, where one place is.
    """

    manifest: Manifest
    document: Document
    reference: Reference | None
    pages: Span

    @property
    def title(self) -> str:
        """The title; where there is none, the kind and the day in square brackets (GOST R 7.0.5-2008, 11.8)."""
        document = self.document
        return ended(document.title) or f"[{', '.join([_capital(document.kind), *_day(document.date)])}]"

    @property
    def heading(self) -> tuple[str, ...]:
        """The authors who have to stand before the title, since it does not name them (4.10)."""
        return self.document.authors if "authors" in self.document.from_body else ()

    @property
    def page(self) -> str:
        """«82», or «82–83»."""
        first, last = self.pages
        return str(first) if first == last else f"{first}–{last}"

    @property
    def published(self) -> str:
        """Where it was read: «Публ.: Сборник документов …, док. № 40, с. 82–83»."""
        return f"Публ.: {self.manifest.publication}, док. № {self.document.number}, с. {self.page}"

    @property
    def shelf_mark(self) -> str:
        """Where in its archive the paper is kept: «Ф. 558. Оп. 11. Д. 777. Л. 29–29(об)»."""
        found = self.reference
        return found.text.removeprefix(f"{found.archive}. ") if found else ""

    @property
    def paper(self) -> tuple[str, ...]:
        """What kind of paper it is: «Подлинник», «Машинопись»."""
        found = self.reference
        return tuple(word for word in (found.authenticity, found.technique) if word) if found else ()

    @property
    def note(self) -> str:
        """«Подлинник. Машинопись. Публ.: …»; what is cited as print needs no more than its number there."""
        if self.reference:
            return ". ".join([*self.paper, self.published])
        return "" if self.document.number == PREFACE else f"Док. № {self.document.number}"

    @property
    def key(self) -> str:
        """A name that stays the same as long as paper and number do: «rgaspi-558-11-777-40»."""
        found = self.reference
        mark = (found.archive, found.fond, found.opis, found.delo) if found else (self.document.kind,)
        letters = "-".join([*mark, self.document.number]).lower()
        return NO_LETTER.sub("-", "".join(KEY_LETTERS.get(letter, letter) for letter in letters)).strip("-")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _day(date: str) -> list[str]:
    """«26 июня 1928 г.» where the date is one day."""
    found = DAY.fullmatch(date)
    return [f"{int(found[3])} {NAMES[int(found[2]) - 1]} {found[1]} г."] if found else []
