"""Writes the finding aid of a collection as EAD3: archive, fond, opis, delo, and the papers in them.

EAD3 is the edition of the standard that its authors maintain; unlike EAD 2002 it says who
wrote to whom (a person with a relator), and has a place for each kind of identifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from index.collection import Collection
from index.export.citation import citation
from index.export.markup import document_text, element
from index.records import Document, Reference

NAMESPACE = "http://ead3.archivists.org/schema/"
MIXED = frozenset({"unittitle", "unitid", "unitdate", "physdesc", "part", "p"})
"""Elements whose white space counts."""
UNREFERENCED = "unreferenced"


class Level(NamedTuple):
    """A level above the papers: the field of a reference, its name in EAD, the sign before its number."""

    field: str
    level: str
    other: str | None
    sign: str


LEVELS = (
    Level("archive", "otherlevel", "archive", ""),
    Level("fond", "fonds", None, "Ф. "),
    Level("opis", "series", None, "Оп. "),
    Level("delo", "file", None, "Д. "),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is described at the lowest level: a document, or an enclosure of one that is kept elsewhere."""

    document: Document
    reference: Reference | None
    title: str
    date: str
    authors: tuple[str, ...]
    enclosed: bool = False


def ead(collection: Collection, documents: Sequence[Document], *, made: date, unreferenced: str) -> str:
    """The finding aid of `documents`, drawn up on the day `made`; raises CollectionError.

    `unreferenced` is the heading of the papers that have no reference.
    """
    papers = [paper for document in documents for paper in _papers(document)]
    kept = [paper for paper in papers if paper.reference]
    lost = [paper for paper in papers if not paper.reference]
    levels = list(_levels(collection, sorted(kept, key=_order), 0))
    if lost:
        did = element("did", element("unittitle", unreferenced))
        items = (_item(collection, paper) for paper in lost)
        levels.append(element("c", did, *items, level="otherlevel", otherlevel=UNREFERENCED))
    description = element("archdesc", _whole(collection, papers), element("dsc", *levels), level="collection")
    return document_text(element("ead", _control(collection, made), description, xmlns=NAMESPACE), MIXED)


def _papers(document: Document) -> Iterator[Paper]:
    title = document.title or document.kind
    yield Paper(document, document.reference, title, document.date, document.authors)
    for one in document.enclosures:
        if one.reference:
            authors = (one.author,) if one.author else ()
            yield Paper(document, one.reference, one.heading or title, one.date, authors, enclosed=True)


Order = tuple[list[tuple[int, str]], str]
"""Numbers are compared as numbers: «Д. 9» stands before «Д. 10»."""


def _order(paper: Paper) -> list[Order]:
    """By archive, fond, opis, delo and sheets."""
    return [_natural(str(getattr(paper.reference, field))) for field in (*(level.field for level in LEVELS), "listy")]


def _natural(text: str) -> Order:
    return [(int(digits or 0), letters) for digits, letters in re.findall(r"([0-9]+)|([^0-9]+)", text)], text


def _levels(collection: Collection, papers: Sequence[Paper], depth: int) -> Iterator[Element]:
    """The components of `papers`, which are in order, from the level `depth` down."""
    if depth == len(LEVELS):
        yield from (_item(collection, paper) for paper in papers)
        return
    level = LEVELS[depth]
    for name, held in groupby(papers, key=lambda paper: str(getattr(paper.reference, level.field))):
        did = element("did", *_named(level, name))
        below = _levels(collection, list(held), depth + 1)
        yield element("c", did, *below, level=level.level, otherlevel=level.other)


def _named(level: Level, name: str) -> Iterator[Element]:
    if level.field == "archive":
        yield element("repository", element("corpname", element("part", name)))
    else:
        yield element("unitid", name, localtype=level.field)
    yield element("unittitle", f"{level.sign}{name}")


def _item(collection: Collection, paper: Paper) -> Element:
    described = element("did", *_identifiers(paper), element("unittitle", paper.title), *_facts(paper))
    cited = element("prefercite", element("p", citation(collection.manifest, paper.document)))
    return element("c", described, *_access(paper), cited, level="item")


def _identifiers(paper: Paper) -> Iterator[Element]:
    """The number in the volume, the sheets, and the reference in full."""
    yield element("unitid", paper.document.number, localtype="enclosed with" if paper.enclosed else "document")
    if paper.reference:
        yield element("unitid", f"Л. {paper.reference.listy}", localtype="listy")
        yield element("unitid", paper.reference.text, localtype="reference")


def _facts(paper: Paper) -> Iterator[Element]:
    if paper.date:
        read = not paper.enclosed and "date" in paper.document.from_body
        yield element("unitdate", paper.date, normal=paper.date, certainty="inferred" if read else None)
    if paper.authors:
        yield element("origination", *(_person(name, "author") for name in paper.authors))
    for kind in ("authenticity", "technique"):
        if value := paper.reference and getattr(paper.reference, kind):
            yield element("physdesc", value, localtype=kind)


def _access(paper: Paper) -> Iterator[Element]:
    """The kind of paper, and those it was addressed to: what the title says of a document holds for it alone."""
    if not paper.enclosed:
        kind = element("genreform", element("part", paper.document.kind))
        addressees = (_person(name, "addressee") for name in paper.document.addressees)
        yield element("controlaccess", kind, *addressees)


def _person(name: str, relator: str) -> Element:
    return element("persname", element("part", name), relator=relator)


def _whole(collection: Collection, papers: Sequence[Paper]) -> Element:
    """The collection as a whole: its titles, from when to when, its languages."""
    manifest = collection.manifest
    days = sorted(day for paper in papers for day in paper.date.split("/") if day)
    span = f"{days[0]}/{days[-1]}" if days else ""
    languages = (element("language", one, langcode=one) for one in manifest.languages)
    return element(
        "did",
        *(element("unittitle", title, lang=language) for language, title in manifest.title.items()),
        *([element("unitdate", span, normal=span)] if span else []),
        *([element("langmaterial", *languages)] if manifest.languages else []),
    )


def _control(collection: Collection, made: date) -> Element:
    manifest = collection.manifest
    titles = (element("titleproper", title, lang=language) for language, title in manifest.title.items())
    event = element(
        "maintenanceevent",
        element("eventtype", value="derived"),
        element("eventdatetime", made.isoformat(), standarddatetime=made.isoformat()),
        element("agenttype", value="machine"),
        element("agent", "Legenda"),
    )
    return element(
        "control",
        element("recordid", collection.folder.resolve().name),
        element(
            "filedesc",
            element("titlestmt", *titles, element("author", manifest.editor)),
            element("notestmt", element("controlnote", element("p", manifest.publication))),
        ),
        element("maintenancestatus", value="new"),
        element("maintenanceagency", element("agencyname", manifest.editor)),
        element("maintenancehistory", event),
        langencoding="iso639-1",
    )
