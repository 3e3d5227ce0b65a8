"""A citation by GOST R 7.0.5-2008, section 11 (archival documents), with the publication that was read.

The standard wants what is known of the document, two slashes, and what finds it: archive, fond, opis, delo, sheets,
parted by full stops; then notes, here the publication. All but the title is put together by the collection's pattern.
"""

from __future__ import annotations

from index.export.citation import filled
from index.records import Reference
from qa.citing.cited import Cited
from qa.citing.typography import written

CLOSED = (".", "…", "!", "?")


def gost(cited: Cited) -> str:
    """«Письмо И. В. Сталина … // РГАСПИ. Ф. 558. Оп. 11. Д. 777. Л. 29–29 об. (публ.: …, док. № 40, с. 82–83).»."""
    text = written(_of_paper(cited, cited.reference) if cited.reference else _of_print(cited))
    return text if text.endswith(CLOSED) else f"{text}."


def _of_paper(cited: Cited, reference: Reference) -> str:
    return filled(
        cited.manifest,
        title=_headed(cited),
        reference=reference.text,
        number=cited.document.number,
        page=cited.page,
    )


def _of_print(cited: Cited) -> str:
    """Of what has no archival reference nothing but the print can be cited."""
    return f"{_headed(cited)} // {cited.manifest.publication}. С. {cited.page}"


def _headed(cited: Cited) -> str:
    names = ", ".join(cited.heading)
    return f"{names}{'' if names.endswith('.') else '.'} {cited.title}" if names else cited.title
