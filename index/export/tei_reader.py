"""Reads the documents back from the TEI corpus that this package writes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from index.export.markup import (
    AGAIN,
    XML_ID,
    MarkupError,
    attribute,
    every,
    needed,
    number,
    optional,
    parsed,
)
from index.export.tei import NAMESPACE
from index.export.tei_flow import Flow
from index.export.tei_header import FORM, PROGRAM
from index.records import Document, Enclosure, Footnote, Place, Reference, Span

TOLD = {
    "kind": "textClass/keywords/term[@type='kind']",
    "date": "creation/date",
    "authors": "correspDesc/correspAction[@type='sent']/persName",
    "addressees": "correspDesc/correspAction[@type='received']/persName",
}
"""What a document may have from its body, in the order of `from_body`, and where it stands."""


def read_tei(content: bytes) -> tuple[Document, ...]:
    """The documents of a corpus, as they were when it was written; raises MarkupError."""
    corpus = parsed(content)
    _ours(corpus)
    return tuple(map(_read, every(corpus, "TEI")))


def _ours(corpus: Element) -> None:
    if corpus.tag != f"{{{NAMESPACE}}}teiCorpus":
        raise MarkupError(f"it is no TEI corpus but <{corpus.tag}>; {AGAIN}")
    program = optional(corpus, f"teiHeader/encodingDesc/appInfo/application[@ident='{PROGRAM}']")
    if program is None:
        raise MarkupError(f"it is TEI of another origin, which has no offsets into the source; {AGAIN}")
    if attribute(program, "version") != FORM:
        raise MarkupError(f"it is of the form {program.get('version')}, and this program reads form {FORM}; {AGAIN}")


def _read(tei: Element) -> Document:
    try:
        return _document(tei)
    except MarkupError as error:
        raise MarkupError(f"document {tei.get('n')}: {error}") from error


def _document(tei: Element) -> Document:
    described, profile = needed(tei, "teiHeader/fileDesc/sourceDesc"), needed(tei, "teiHeader/profileDesc")
    printed = needed(described, "bibl[@type='document']")
    scope = needed(printed, "biblScope[@unit='document']")
    told = {field: every(profile, path) for field, path in TOLD.items()}
    flow = Flow.of(needed(tei, "text/body"))
    return Document(
        number=scope.text or "",
        title=flow.title,
        date=_date(told["date"]),
        kind=needed(profile, TOLD["kind"]).text or "",
        reference=next((_reference(one) for one in every(described, "msDesc")), None),
        text=flow.text(),
        place=_place(printed),
        parts=flow.parts(),
        enclosures=tuple(_enclosure(one, flow) for one in every(described, "bibl[@type='enclosure']")),
        footnotes=tuple(_footnote(one, described, flow) for one in flow.notes),
        title_lines=next((_span(one) for one in every(printed, "biblScope[@unit='title']")), None),
        secrecy=_words(every(profile, "textClass/keywords/term[@type='secrecy']")),
        office_number=_word(printed, "idno[@type='office']"),
        heading_inferred=_inferred(scope),
        authors=_words(told["authors"]),
        addressees=_words(told["addressees"]),
        from_body=tuple(field for field, found in told.items() if any(map(_inferred, found))),
    )


def _enclosure(one: Element, flow: Flow) -> Enclosure:
    spans = [_division(target, flow) for target in attribute(one, "corresp").split() or [""]]
    return Enclosure(
        heading=_word(one, "title"),
        span=(spans[0][0], spans[-1][1]),
        date=_date(every(one, "date")),
        author=_word(one, "author"),
        reference=_reference(one) if every(one, "msIdentifier") else None,
        inferred=_inferred(one),
        lines=_span(needed(one, "biblScope[@unit='line']")),
    )


def _division(target: str, flow: Flow) -> Span:
    try:
        return flow.divisions[target.removeprefix("#")]
    except KeyError as error:
        raise MarkupError(f"an enclosure points to «{target}», and no division is called so; {AGAIN}") from error


def _footnote(read: tuple[Element, Span], described: Element, flow: Flow) -> Footnote:
    note, span = read
    target = f"#{attribute(note, XML_ID)}"
    printed = next((one for one in every(described, "bibl[@type='note']") if one.get("corresp") == target), None)
    return Footnote(
        mark=attribute(note, "n"),
        span=span,
        at=flow.marks.get(target),
        title_at=flow.title_marks.get(target),
        place=_place(printed) if printed is not None else None,
        inferred=_inferred(note),
    )


def _place(printed: Element) -> Place:
    offsets, lines, pages = (
        _span(needed(printed, f"biblScope[@unit='{unit}']")) for unit in ("character", "line", "page")
    )
    return Place(*offsets, lines, pages[0])


def _span(scope: Element) -> Span:
    return number(scope, "from"), number(scope, "to")


def _reference(described: Element) -> Reference:
    """The reference that `described`, a paper, says it is kept under."""
    fond, opis, delo, listy = (
        needed(described, f".//idno[@type='{kind}']").text or "" for kind in ("fond", "opis", "delo", "listy")
    )
    archive = needed(described, ".//repository").text or ""
    authenticity, technique = (_word(described, f".//term[@type='{kind}']") for kind in ("authenticity", "technique"))
    return Reference(archive, fond, opis, delo, listy, authenticity, technique)


def _date(dates: list[Element]) -> str:
    """The date of ISO 8601, or two with a stroke between them; "" where there is none."""
    if not dates:
        return ""
    one = dates[0]
    return one.get("when") or f"{attribute(one, 'from')}/{attribute(one, 'to')}"


def _words(found: list[Element]) -> tuple[str, ...]:
    return tuple(one.text or "" for one in found)


def _word(parent: Element, path: str) -> str:
    return next(iter(_words(every(parent, path))), "")


def _inferred(one: Element) -> bool:
    return one.get("cert") is not None
