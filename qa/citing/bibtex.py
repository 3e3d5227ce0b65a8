"""A citation as a BibTeX entry in UTF-8, with the fields of BibLaTeX for the date and the language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.citing.cited import Cited
from qa.citing.name import Name
from qa.citing.typography import plain

ESCAPED = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
"""Signs that mean something to TeX; a brace, even after a backslash, would be counted by BibTeX."""
LANGUAGES = {"ru": "russian", "en": "english"}


def bibtex(cited: Cited) -> str:
    """The entry: `misc` for a paper, which all styles print with its shelf mark, `incollection` for print alone."""
    kind = "misc" if cited.reference else "incollection"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(cited) if value)
    return f"@{kind}{{{cited.key},\n{fields}}}\n"


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    document, manifest = cited.document, cited.manifest
    yield "author", _people(document.authors)
    yield "title", f"{{{escaped(plain(cited.title))}}}"
    if cited.reference:
        yield "howpublished", escaped(plain(cited.reference.text))
    else:
        yield "booktitle", f"{{{escaped(plain(manifest.publication))}}}"
        yield "editor", _people(manifest.editor.split(", "))
        yield "pages", cited.page.replace("–", "--")
    yield "year", document.date[:4]
    yield "date", document.date
    yield "langid", LANGUAGES.get(next(iter(manifest.languages), ""), "")
    yield "note", escaped(plain(cited.note))


def escaped(text: str) -> str:
    r"""`text` with the signs of TeX made harmless.

    >>> escaped("Д. 5_а & {б}")
    'Д. 5\\_а \\& {\\textbraceleft}б{\\textbraceright}'
    """
    return "".join(ESCAPED.get(sign, sign) for sign in text)


def _people(names: Sequence[str]) -> str:
    return " and ".join(_person(Name.of(name)) for name in names if name)


def _person(name: Name) -> str:
    return escaped(name.inverted) if name.given else f"{{{escaped(name.family)}}}"
