"""What is searched of a passage: its text, under words that say where it comes from but are not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.records import Document, Passage, Reference, Role, Span

MOST_NAMED = 8
"""Enclosures of a document; the model reads no more than some 500 pieces of words."""
ANNOTATED = 100
"""Characters before the mark of a footnote that are searched with it."""


@dataclass(frozen=True, slots=True)
class SearchedText:
    """The words a passage is found by; `sentences` are the passage's, as spans in `text`.

    The first `context` characters are not the passage's own.
    """

    text: str
    sentences: tuple[Span, ...]
    context: int


def searched_texts(catalogue: Catalogue) -> list[SearchedText]:
    """For each passage, in order, its own text under its document's title; a closing also says where it is kept."""
    documents = {document.number: document for document in catalogue.documents}
    return [_searched(documents[passage.document], passage) for passage in catalogue.passages]


def _searched(document: Document, passage: Passage) -> SearchedText:
    context = "".join(f"{line}\n" for line in _context(document, passage) if line)
    shifted = ((start + len(context), end + len(context)) for start, end in passage.sentences)
    return SearchedText(context + passage.text, tuple(shifted), len(context))


def _context(document: Document, passage: Passage) -> Iterator[str]:
    yield document.title
    if passage.closing:
        yield spelled_out(passage.reference) if passage.reference else ""
        yield correspondence(document)
        yield attached(document)
    elif enclosure := document.enclosure_at(passage.start):
        yield enclosure.author
    elif document.part_at(passage.start).role is Role.FOOTNOTE and (words := _annotated(document, passage)):
        yield f"Сноска к словам: {words}"


def _annotated(document: Document, passage: Passage) -> str:
    """The words before the mark of the footnote that holds `passage`; "" where they are in the title or unknown."""
    at = next((note.at for note in document.footnotes if note.span[0] <= passage.start < note.span[1]), None)
    before = document.text.content[max((at or 0) - ANNOTATED, 0) : at or 0]
    return before[before.rfind("\n") + 1 :].strip()


def correspondence(document: Document) -> str:
    """Who wrote a document to whom, in the words people ask for it with; "" where neither is known.

    «Кто написал, автор: Крупская Н. К. Кому, адресат: Троцкий Л. Д.»
    """
    asked = (("Кто написал, автор", document.authors), ("Кому, адресат", document.addressees))
    return " ".join(f"{words}: {', '.join(names)}" for words, names in asked if names)


def attached(document: Document) -> str:
    """What is attached to a document, whose legend serves it too; "" where nothing is.

    «Приложения: Письмо тов. Пятакова Г. Пятаков; Письмо тов. Радека К. Радек»
    """
    names = (f"{one.heading} {one.author}".strip() for one in document.enclosures[:MOST_NAMED])
    named = "; ".join(name for name in names if name)
    return f"Приложения: {named}" if named else ""


def spelled_out(reference: Reference) -> str:
    """A legend in the words people ask for it with.

    >>> print(spelled_out(Reference("РГАНИ", "3", "62", "182", "55–56", "Подлинник", "Рукопись")))
    Где хранится: архив РГАНИ, фонд 3, опись 62, дело 182, листы 55–56.
    Архивный шифр. Подлинник или копия: подлинник, рукопись.
    """
    paper = ", ".join(word.lower() for word in (reference.authenticity, reference.technique) if word) or "не указано"
    return (
        f"Где хранится: архив {reference.archive}, фонд {reference.fond}, опись {reference.opis}, "
        f"дело {reference.delo}, листы {reference.listy}.\nАрхивный шифр. Подлинник или копия: {paper}."
    )
