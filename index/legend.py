"""Reads the line that says where a paper is kept: «РГАСПИ. Ф. 17. Оп. 171. Д. 31. Л. 5–26. Подлинник. Машинопись»."""

from __future__ import annotations

import re

from index.records import Reference

LEAF = r"\d+(?:\s?\(об\.?\)|\s?об\.?)?"
"""One sheet: «29», its back «29(об)», «29 (об)» or «29 об»."""

LEGEND = re.compile(
    r"(?P<archive>[А-ЯЁ][А-ЯЁа-яё-]{2,})\.\s*"
    r"Ф\.\s*(?P<fond>[\wА-Я-]+)\s*\.\s*"
    r"Оп\.\s*(?P<opis>[\wА-Я-]+)\s*\.\s*"
    r"Д\.\s*(?P<delo>[\wА-Я-]+)\s*\.\s*"
    rf"Л\.\s*(?P<listy>{LEAF}(?:\s?[-–,;]\s?{LEAF})*)\s*\.?"
    r"(?:\s*(?P<authenticity>Подлинник|Копия)\s*\.?)?"
    r"(?:\s*(?P<technique>Машинопись|Рукопись|Типографский экземпляр)\s*\.?)?"
)

SPELLING = (
    # «1-2» -> «1–2»: a range takes a dash
    (re.compile(r"\s?[-–]\s?"), "–"),
    # «88–88 (об)», «122–124 об» -> «88–88(об)», «122–124(об)»
    (re.compile(r"\s?\(?об\.?\)?"), "(об)"),
    # «83,87» -> «83, 87»
    (re.compile(r"\s?([,;])\s?"), r"\1 "),
)


def is_legend(line: str) -> bool:
    """Whether `line` begins with a legend."""
    return LEGEND.match(line) is not None


def is_whole_legend(line: str) -> bool:
    """Whether `line` is a legend and nothing else."""
    return LEGEND.fullmatch(line) is not None


def read_legend(text: str) -> Reference | None:
    """The reference that `text` begins with, its sheets in one spelling; None if it begins otherwise."""
    found = LEGEND.match(text)
    if found is None:
        return None
    parts = {name: value or "" for name, value in found.groupdict().items()}
    return Reference(**parts | {"listy": _spelled(parts["listy"])})


def _spelled(listy: str) -> str:
    for pattern, form in SPELLING:
        listy = pattern.sub(form, listy)
    return listy


def spelled(text: str) -> str:
    """The legend that `text` begins with as it should be printed; "" where there is none.

    >>> spelled("РГАНИ. Ф. 3. Оп. 62. Д.178. Л.24-25 Копия. Машинопись.")
    'РГАНИ. Ф. 3. Оп. 62. Д. 178. Л. 24–25. Копия. Машинопись'
    """
    reference = read_legend(text)
    if reference is None:
        return ""
    return ". ".join(part for part in (reference.text, reference.authenticity, reference.technique) if part)
