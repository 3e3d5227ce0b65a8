"""Reads where a paper is kept and its number: «Ф. 17 Оп. 171 Д. 79», «РГАНИ фонд 3», «документ 88»."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

NUMBER = r"\s*(?:№|No\.?|number)?\s*(?P<{name}>\d+)(?!\d*-(?:ти|х|го|й|м))\b"
SHEETS = r"\s*(?:№\s*)?(?P<listy>\d+(?:\s?\(?об\.?\)?)?(?:\s?[-–—,]\s?\d+(?:\s?\(?об\.?\)?)?)*)"
PARTS = (
    # part, how it is written in full, how in short
    ("fond", r"фонд[а-я]{0,2}|fond|fonds", r"Ф\.|ф\.|F\.|f\."),
    ("opis", r"опис[а-я]{1,3}|opis|inventory", r"Оп\.?|оп\.?|Op\.?|op\.?"),
    ("delo", r"дел(?:о|а|у|е|ом)|delo|file", r"Д\.|д\.|D\.|d\."),
    ("listy", r"лист(?:|а|е|у|ы|ов|ах|ам)|list|sheets?|leaf|leaves|folios?", r"Лл?\.|лл?\.|L\.|l\.|ff\."),
)
DOCUMENT = re.compile(
    r"\b(?:документ(?:а|е|у|ом|ы|ов|ах)?|док\.|documents?|doc\.)\s*"
    r"(?:(?:№№?|nos?\.?|numbers?)\s*|(?!(?:1[89]|20)\d\d\b))"
    r"(?P<numbers>\d{1,4}(?:(?:,\s*|\s+(?:и|and)\s+)\d{1,4})*)(?![\d-]|\.\d|\s*(?:г\b|год|лет|человек|член))",
    re.IGNORECASE,
)
FULL_STOP = re.compile(r"\s*(?:[?.,;!:)»]|$)")


class Asked(NamedTuple):
    """The parts of a shelf mark, the numbers of documents, and the `rest` of the text, those blanked out."""

    shelf: Mapping[str, str]
    documents: tuple[str, ...]
    rest: str


def asked_shelf(text: str, archives: Collection[str]) -> Asked:
    """The shelf mark and the documents that `text` names beyond doubt; `archives` are those of the collection.

    >>> asked_shelf("Что лежит в РГАСПИ, Ф. 17 Оп. 171 Д. 79?", {"РГАСПИ"}).shelf
    {'archive': 'РГАСПИ', 'fond': '17', 'opis': '171', 'delo': '79'}
    >>> asked_shelf("О чём документ 88?", ()).documents, asked_shelf("В каком фонде дело 46-ти?", ()).shelf
    (('88',), {})
    """
    found = {name: match for name, match in _parts(text) if match}
    longest_first = sorted(archives, key=len, reverse=True)
    archive = re.search("|".join(map(re.escape, longest_first)) or "$^", text, re.IGNORECASE)
    numbers = list(DOCUMENT.finditer(text))
    if not _is_mark(text, found, archive):
        found = {}
    kept = {name: re.sub(r"\s+", "", match[name]) for name, match in found.items()}
    where = {"archive": _spelled(archive[0], archives)} if archive and found else {}
    documents = tuple(dict.fromkeys(one for match in numbers for one in re.findall(r"\d+", match["numbers"])))
    return Asked(where | kept, documents, _without(text, [*found.values(), *numbers]))


def _parts(text: str) -> list[tuple[str, re.Match[str] | None]]:
    return [(name, re.search(_pattern(name, full, short), text)) for name, full, short in PARTS]


def _pattern(name: str, full: str, short: str) -> str:
    number = SHEETS if name == "listy" else NUMBER.format(name=name)
    return rf"(?<!\w)(?:(?i:{full})|{short}){number}"


def _is_mark(text: str, found: Mapping[str, re.Match[str]], archive: re.Match[str] | None) -> bool:
    """Whether the parts are a shelf mark: two of them, or one with the archive, or one that says all by itself.

    «Д. 5» and «лист 5» alone may be anything; «дело 79?» is one, «дело 79 арестованных» is none.
    """
    names = found.keys()
    if len(names) > 1 or (archive and names - {"listy"}):
        return True
    return any(found[name][0][0] not in "ДдЛлDdLl" or _alone(text, found[name]) for name in names - {"listy"})


def _alone(text: str, match: re.Match[str]) -> bool:
    return "." not in match[0] and FULL_STOP.match(text, match.end()) is not None


def _spelled(written: str, archives: Collection[str]) -> str:
    return next(archive for archive in archives if archive.casefold() == written.casefold())


def _without(text: str, found: list[re.Match[str]]) -> str:
    for match in found:
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text
