"""XML as the exports need it: safe whatever characters a text holds, and refused in one line when it is broken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser, tostring

from index.errors import LegendaError

ESCAPE = "␛"
"""Stands, with four hexadecimal digits, for a character that XML cannot hold: «␛000C» is a form feed."""
UNWRITABLE = re.compile(f"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff{ESCAPE}]")
ESCAPED = re.compile(rf"{ESCAPE}([0-9A-F]{{4}})")
NUMBER = re.compile(r"[0-9]{1,12}")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
AGAIN = "write it anew with: legenda export tei"


class MarkupError(LegendaError):
    """The XML cannot be read; one line: what is wrong, what to do."""


def element(tag: str, *content: Element | str, **attributes: str | None) -> Element:
    """An element; `from_` is the attribute «from», `xml_id` is «xml:id», and one that is None is left out.

    >>> tostring(element("date", "May", from_="1928-05", cert=None), encoding="unicode")
    '<date from="1928-05">May</date>'
    """
    made = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.rstrip("_").replace("xml_", "xml:"), value)
    for piece in content:
        add(made, piece)
    return made


def add(parent: Element, piece: Element | str) -> None:
    """Put `piece` at the end of `parent`."""
    if isinstance(piece, Element):
        parent.append(piece)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + piece
    else:
        parent.text = (parent.text or "") + piece


def document_text(root: Element, mixed: Collection[str]) -> str:
    """The XML document: a line for each element, but none inside the elements named in `mixed`, which hold text."""
    _break_lines(root, mixed)
    written = UNWRITABLE.sub(lambda found: f"{ESCAPE}{ord(found[0]):04X}", tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _break_lines(parent: Element, mixed: Collection[str]) -> None:
    if parent.tag in mixed or not len(parent):
        return
    parent.text = "\n"
    for child in parent:
        child.tail = "\n"
        _break_lines(child, mixed)


class _WithoutDoctype(TreeBuilder):
    """Refuses what an export never has, so that no entity can blow up or reach for a file."""

    def doctype(self, name: str, _public: str | None, _system: str | None) -> None:
        raise MarkupError(f"it declares a document type «{name}», which no export does; {AGAIN}")


def parsed(content: bytes) -> Element:
    """The root of the XML document `content`, with its characters restored; raises MarkupError."""
    parser = XMLParser(target=_WithoutDoctype())  # noqa: S314 - without a document type there is nothing to expand
    try:
        parser.feed(content)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise MarkupError(f"it is not XML: {error}; {AGAIN}") from error
    for each in root.iter():
        each.text, each.tail = _restored(each.text), _restored(each.tail)
        for name, value in each.items():
            each.set(name, _restored(value))
    return root


def _restored(text: str | None) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text or "")


def local(one: Element) -> str:
    """The name of an element without its namespace."""
    return str(one.tag).rpartition("}")[2]


def children(parent: Element) -> Iterator[Element]:
    """The elements in one that holds no text of its own; raises MarkupError where it does."""
    for piece in (parent.text, *(child.tail for child in parent)):
        if (piece or "").strip():
            raise MarkupError(
                f"<{local(parent)}> holds text outside a paragraph: «{(piece or '').strip()[:40]}»; {AGAIN}"
            )
    yield from parent


def needed(parent: Element, path: str) -> Element:
    """The element at `path`, in the namespace of `parent`; raises MarkupError where there is none."""
    found = optional(parent, path)
    if found is None:
        raise MarkupError(f"<{local(parent)}> has no {path}; {AGAIN}")
    return found


def optional(parent: Element, path: str) -> Element | None:
    """The element at `path`, in the namespace of `parent`, if there is one."""
    return parent.find(path, _names(parent))


def every(parent: Element, path: str) -> list[Element]:
    """All elements at `path`, in the namespace of `parent`."""
    return parent.findall(path, _names(parent))


def _names(parent: Element) -> dict[str, str]:
    return {"": str(parent.tag).removeprefix("{").partition("}")[0]}


def attribute(one: Element, name: str) -> str:
    """The value of an attribute; raises MarkupError where it is missing."""
    value = one.get(name)
    if value is None:
        raise MarkupError(f"<{local(one)}> has no attribute {name.rpartition('}')[2]}; {AGAIN}")
    return value


def number(one: Element, name: str) -> int:
    """The value of an attribute that counts; raises MarkupError where it does not."""
    value = attribute(one, name)
    if not NUMBER.fullmatch(value):
        raise MarkupError(f"<{local(one)}> has {name}=«{value}», which is no number; {AGAIN}")
    return int(value)
