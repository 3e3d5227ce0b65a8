"""A citation as RIS, which EndNote, Mendeley and Zotero read."""

from __future__ import annotations

from collections.abc import Iterator

from qa.citing.cited import Cited
from qa.citing.csl import TYPES
from qa.citing.name import Name
from qa.citing.typography import plain

TYPE_OF = {"personal_communication": "PCOMM"}
"""By the type in CSL-JSON; other papers are manuscripts."""
PAPER, PRINT = "MANSCPT", "CHAP"
LINE_END = "\r\n"


def ris(cited: Cited) -> str:
    """The record, a tag a line, ended as its format wants it."""
    lines = [("TY", _type(cited)), *((tag, value) for tag, value in _fields(cited) if value), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}{LINE_END}" for tag, value in lines)


def _type(cited: Cited) -> str:
    return TYPE_OF.get(TYPES.get(cited.document.kind, ""), PAPER) if cited.reference else PRINT


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    document = cited.document
    yield "ID", cited.key
    yield "TI", plain(cited.title)
    yield from (("AU", Name.of(name).inverted) for name in document.authors)
    yield "PY", document.date[:4]
    yield "DA", _date(document.date)
    yield from _kept(cited)
    yield "M3", document.kind
    yield "LA", next(iter(cited.manifest.languages), "")
    yield "N1", plain(cited.note)


def _kept(cited: Cited) -> Iterator[tuple[str, str]]:
    """The second names are the addressees of a paper, and the editors of what is known from print alone."""
    found, manifest = cited.reference, cited.manifest
    people = cited.document.addressees if found else manifest.editor.split(", ")
    yield from (("A2", Name.of(name).inverted) for name in people if name)
    if found:
        yield "DB", found.archive
        yield "AV", plain(cited.shelf_mark)
    else:
        yield "T2", plain(manifest.publication)
        yield "SP", str(cited.pages[0])
        yield "EP", str(cited.pages[1])


def _date(date: str) -> str:
    """«1925/02/17/»; the end of an interval stands in the place for other words.

    >>> _date("1925-02-17"), _date("1925-04"), _date("1923-10-25/1923-10-27"), _date("")
    ('1925/02/17/', '1925/04//', '1923/10/25/– 1923-10-27', '')
    """
    first, _, last = date.partition("/")
    year, month, day = (*first.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/{f'– {last}' if last else ''}" if year else ""
