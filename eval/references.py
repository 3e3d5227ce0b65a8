"""Whether the reference that is shown is the one printed under the paper, read word for word and not parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Document, Passage

WORD = re.compile(r"\w+")


def exact(passage: Passage, document: Document, stated: str = "") -> bool | None:
    """Whether the passage's reference is printed so, and is the `stated` one; None where there is none to show.

    Printed, it stands in the text of the enclosure that has its own, else in the legend of the document. What gold
    states is the legend of the document.
    """
    printed, own = _printed(passage, document)
    if passage.reference is None:
        return False if printed else None
    shown = _words(passage.reference.text)
    return _ends(shown, _words(printed)) and (own or not stated or shown == _words(stated))


def _printed(passage: Passage, document: Document) -> tuple[str, bool]:
    """The text that prints the reference, and whether it is an enclosure's own."""
    text, enclosure = document.text.content, document.enclosure_at(passage.start)
    if enclosure and enclosure.reference:
        return text[slice(*enclosure.span)], True
    return " ".join(text[slice(*legend)] for legend in document.legends), False


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _ends(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether `shown` stands in `printed` and its last sheet is the last printed."""
    return any(
        list(printed[start : start + len(shown)]) == list(shown) and not _sheet(printed, start + len(shown))
        for start in range(len(printed) - len(shown) + 1)
    )


def _sheet(printed: Sequence[str], at: int) -> bool:
    return at < len(printed) and (printed[at].isdigit() or printed[at] == "об")
