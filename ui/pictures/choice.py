"""What a visitor presses in a picture, and the documents that it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from ui import caption
from ui.caption import Speech
from ui.pictures.lists import of_letters, of_person
from ui.pictures.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Choice:
    """A person, or an author, an addressee or both; "" for what is left open."""

    person: str = ""
    author: str = ""
    addressee: str = ""

    def documents(self, found: Pictures, speech: Speech) -> str:
        """The documents as HTML, "" where there are none."""
        if self.person:
            figure = next((one for one in found.people if one.name == self.person), None)
            return of_person(figure, found, speech) if figure else ""
        letters = found.between_whom(self.author, self.addressee)
        return of_letters(letters, self._who(speech), found, speech) if letters else ""

    def _who(self, speech: Speech) -> str:
        """Between whom, as HTML."""
        texts = speech.texts.pictures
        author, addressee = (caption.quotation(name, speech) for name in (self.author, self.addressee))
        if self.author and self.addressee:
            return f"{author} → {addressee}"
        return texts.from_one.format(name=author) if self.author else texts.to_one.format(name=addressee)
