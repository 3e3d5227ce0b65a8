"""What is known of a document, and of its collection, as the headers of TEI."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from index.collection import Collection
from index.export.citation import citation
from index.export.markup import element
from index.export.tei_text import note_id, part_id, sure
from index.records import Document, Enclosure, Place, Reference

PROGRAM, FORM = "legenda", "1"
"""By what, and in which form, the corpus was written; the form is raised when it changes."""
REMARKS = (
    "Each document is a TEI of its own, and the marks of footnotes stand in its text as pointers to the notes.",
    "A milestone of the unit «offset» says at which character of the source (@n, counted from 0) the text goes on.",
    "Scopes of the unit «character» are half-open and count from 0; lines and pages count from 1.",
    "The attribute cert marks what is not printed so: a lost heading or number, an enclosure without a heading,",
    "and what was read out of the text because the title does not say it.",
    "A character that XML cannot hold stands as the symbol for escape (U+241B) and its four hexadecimal digits.",
)


def corpus_header(collection: Collection) -> Element:
    """Title, editor and publication of the collection, how it is cited, and how this was written."""
    manifest = collection.manifest
    titles = (element("title", title, xml_lang=language) for language, title in manifest.title.items())
    source = element(
        "bibl",
        element("title", manifest.publication),
        element("idno", manifest.source, type="file"),
        element("idno", collection.fingerprint, type="sha256"),
    )
    program = element("application", element("label", "Legenda"), ident=PROGRAM, version=FORM)
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", *titles, element("editor", manifest.editor)),
            element("publicationStmt", element("p", manifest.publication)),
            element("sourceDesc", source),
        ),
        element(
            "encodingDesc",
            element("editorialDecl", element("p", " ".join(REMARKS)), xml_lang="en"),
            element("refsDecl", element("p", manifest.citation)),
            element("appInfo", program),
        ),
        element("profileDesc", element("langUsage", *(element("language", ident=one) for one in manifest.languages))),
    )


def document_header(document: Document, collection: Collection) -> Element:
    """What is known of `document`."""
    title = element("title", document.title or document.kind, cert=sure(unless=not document.title))
    authors = (element("author", name) for name in document.authors)
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", title, *authors),
            element("publicationStmt", element("p", citation(collection.manifest, document))),
            element("sourceDesc", *_sources(document)),
        ),
        element("profileDesc", *_profile(document)),
    )


def _sources(document: Document) -> Iterator[Element]:
    """Where the document is printed and kept, and the same of its enclosures and footnotes."""
    yield _printed(document)
    if document.reference:
        yield element("msDesc", _identifier(document.reference), _paper(document.reference))
    for one in document.enclosures:
        yield _enclosure(document, one)
    for index, note in enumerate(document.footnotes):
        if note.place:
            yield element("bibl", *_scopes(note.place), type="note", corresp=f"#{note_id(document, index)}")


def _printed(document: Document) -> Element:
    lines = document.title_lines
    return element(
        "bibl",
        element("biblScope", document.number, unit="document", cert=sure(unless=document.heading_inferred)),
        *_scopes(document.place),
        *([_scope("title", *lines)] if lines else []),
        *([element("idno", document.office_number, type="office")] if document.office_number else []),
        type="document",
    )


def _scopes(place: Place) -> Iterator[Element]:
    yield _scope("character", place.start, place.end)
    yield _scope("line", *place.lines)
    yield _scope("page", place.page, place.page)


def _scope(unit: str, first: int, last: int) -> Element:
    return element("biblScope", unit=unit, from_=str(first), to=str(last))


def _identifier(reference: Reference) -> Element:
    fond, opis, delo, listy = (
        element("idno", value, type=kind)
        for kind, value in (
            ("fond", reference.fond),
            ("opis", reference.opis),
            ("delo", reference.delo),
            ("listy", reference.listy),
        )
    )
    mark = element("idno", "Ф. ", fond, ". Оп. ", opis, ". Д. ", delo, ". Л. ", listy, type="reference")
    return element("msIdentifier", element("repository", reference.archive), mark)


def _paper(reference: Reference) -> Element:
    return element("physDesc", element("p", *_qualities(reference)))


def _qualities(reference: Reference) -> Iterator[Element]:
    for kind, value in (("authenticity", reference.authenticity), ("technique", reference.technique)):
        if value:
            yield element("term", value, type=kind)


def _enclosure(document: Document, one: Enclosure) -> Element:
    held = [i for i, part in enumerate(document.parts) if one.span[0] <= part.start < one.span[1]]
    return element(
        "bibl",
        *([element("title", one.heading)] if one.heading else []),
        *([element("author", one.author)] if one.author else []),
        *([_date(one.date)] if one.date else []),
        *([_identifier(one.reference), *_qualities(one.reference)] if one.reference else []),
        _scope("line", *one.lines),
        type="enclosure",
        corresp=" ".join(f"#{part_id(document, index)}" for index in held),
        cert=sure(unless=one.inferred),
    )


def _date(date: str, *, inferred: bool = False) -> Element:
    """A date of ISO 8601, or two with a stroke between them."""
    first, _, last = date.partition("/")
    certainty = sure(unless=inferred)
    return (
        element("date", from_=first, to=last, cert=certainty) if last else element("date", when=first, cert=certainty)
    )


def _profile(document: Document) -> Iterator[Element]:
    dated = [_date(document.date, inferred="date" in document.from_body)] if document.date else []
    yield element("creation", *dated)
    kind = element("term", document.kind, type="kind", cert=sure(unless="kind" in document.from_body))
    secrecy = (element("term", mark, type="secrecy") for mark in document.secrecy)
    yield element("textClass", element("keywords", kind, *secrecy))
    if document.authors or document.addressees:
        yield element("correspDesc", *_actions(document))


def _actions(document: Document) -> Iterator[Element]:
    for action, field, names in (
        ("sent", "authors", document.authors),
        ("received", "addressees", document.addressees),
    ):
        inferred = sure(unless=field in document.from_body)
        dated = [_date(document.date)] if document.date and action == "sent" else []
        if names:
            people = (element("persName", name, cert=inferred) for name in names)
            yield element("correspAction", *people, *dated, type=action)
