"""Who signed a paper and whom it addresses, as its own text says where the title names nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.correspondents import Correspondents, may_be_surname
from index.endings import NAMES
from index.surnames import nominative
from index.written_names import CAPITALISED, WrittenName, written_names

FORWARDS = re.compile(r"препровожда|посыла|направля", re.IGNORECASE)
"""A covering letter says so; its signature comes before the papers that it forwards."""
BEGINNING = 4
"""Paragraphs from the first in which a covering letter says it."""
LONGEST = 90
"""Characters of an office with its name, or of an address."""

OFFICE = re.compile(
    r"(?:^|[.!?»]\s)(?P<office>(?:(?:Зам|Пом|Отв|Вр)\w*\.?\s)?"
    r"(?:Секретар|Генсекретар|Председател|Пред\.|Нач\.|Начальник|Зав|Нарком|д\.и\.н\.|к\.и\.н\.)[^!?]*)$"
)
"""«Секретарь Губкома», «д.и.н.», at the beginning of a paragraph or where a sentence runs on into it."""

ADDRESS = re.compile(
    rf"(?!.*\bтт\.)(?:^|.*\s)(?:т|тов)\.\s(?P<name>(?:[А-ЯЁ]\.\s?){{0,2}}{CAPITALISED})\.?", re.IGNORECASE
)
"""«Зав. Секретным Отделом ЦК ВКП(б) т. Товстухе.»; but «ЧЛЕНАМ ЦК: тт. Бубнову, Чичерину, т. Менжинскому.» are many."""


Rule = Callable[[str], WrittenName | None]


def _in_brackets(paragraph: str) -> WrittenName | None:
    """«Зам. Пред. ОГПУ (Ягода)», «Секретарь т.Троцкого /Сермукс/»: an office, then the name in brackets."""
    found = re.search(r"[А-ЯЁ][\w.]*\s+[(/]([^()/]+)[)/]$", paragraph)
    return _whole(found[1]) if found else None


def _sender(paragraph: str) -> WrittenName | None:
    """«Отправитель: г. Томск, Гоголевская ул. № 33, Карл Бернгардович Радек»."""
    return _last(paragraph) if paragraph.startswith("Отправитель") else None


def _alone(paragraph: str) -> WrittenName | None:
    """«Чудов», «Л. Мехлис»: a surname and nothing else."""
    return _whole(paragraph.rstrip("."))


def _after_office(paragraph: str) -> WrittenName | None:
    """«Секретарь Губкома Аболин», also at the end of the last sentence: «... типографии». Секретарь Крайкома Чудов»."""
    found = OFFICE.search(paragraph[-LONGEST:])
    return _last(found["office"]) if found else None


RULES: tuple[Rule, ...] = (_in_brackets, _sender, _alone, _after_office)
"""What makes a paragraph a signature; the first rule that finds a name decides."""


def signed(body: str) -> Correspondents:
    r"""Who signed `body`, in a covering letter else at its end, and the one person it is addressed to by name.

    >>> signed("Москва ЦК ВКП т. Сталину\nНами установлен случай\nЧудов")
    Correspondents(authors=('Чудов',), addressees=('Сталин',), others=False)
    """
    paragraphs = body.split("\n")
    signatures = [_signature(paragraph) for paragraph in paragraphs]
    blocks = list(_blocks(signatures))
    if not blocks:
        return Correspondents()
    covering = any(FORWARDS.search(paragraph) for paragraph in paragraphs[:BEGINNING])
    start, end = blocks[0 if covering else -1]
    authors = tuple(name.nominative("nomn") for name in signatures[start:end] if name)
    return Correspondents(authors, tuple(_addressees(paragraphs[:start]))[:1])


def as_signed(named: Correspondents, title: str, body: str) -> Correspondents:
    """`named` in `title`, but for the authors whom it names in the nominative, as they signed `body`.

    >>> as_signed(Correspondents(("Каспаров В. Д.",)), "Письмо К. Б. Радека, В. Д. Каспарова", "К. Радек, В. Каспарова")
    Correspondents(authors=('Каспарова В. Д.',), addressees=(), others=False)
    """
    lines = (line.strip().rstrip(".") for line in body.split("\n"))
    signers = [name for line in lines if re.fullmatch(NAMES, line) for name in written_names(line)]
    undeclined = [name for name in signers if re.search(rf"\b{name.surname}\b", title)]
    return replace(named, authors=tuple(_undeclined(author, undeclined) for author in named.authors))


def _undeclined(author: str, signers: Sequence[WrittenName]) -> str:
    """«Каспаров В. Д.» is «Каспарова В. Д.» where «В. Каспарова» signed, a form that was taken for a genitive."""
    surname, _, initials = author.partition(" ")
    for name in signers:
        if nominative(name.surname, "gent") == surname and name.initials[:2] == initials[:2]:
            return f"{name.surname} {initials}".rstrip()
    return author


def _signature(paragraph: str) -> WrittenName | None:
    return next((name for rule in RULES if (name := rule(paragraph.strip()))), None)


def _blocks(signatures: Sequence[WrittenName | None]) -> Iterator[tuple[int, int]]:
    """Where signatures stand one under the other."""
    start = None
    for index, name in enumerate([*signatures, None]):
        if name and start is None:
            start = index
        elif not name and start is not None:
            yield start, index
            start = None


def _addressees(paragraphs: Sequence[str]) -> Iterator[str]:
    """Who a line of address names, as «Зав. Секретным Отделом ЦК ВКП(б) т. Товстухе» does."""
    for paragraph in paragraphs:
        found = ADDRESS.fullmatch(paragraph.strip()) if len(paragraph) < LONGEST else None
        name = _whole(found["name"]) if found else None
        if name and "datv" in name.cases:
            yield name.nominative("datv")


def _whole(text: str) -> WrittenName | None:
    """`text` as a name, if it is nothing else."""
    if re.fullmatch(CAPITALISED, text) and may_be_surname(text):
        return WrittenName(0, len(text), text)
    return next((name for name in written_names(text) if (name.start, name.end) == (0, len(text))), None)


def _last(text: str) -> WrittenName | None:
    """The name that `text` ends with."""
    full = [name for name in written_names(text) if name.end == len(text)]
    bare = re.search(rf"(?<![\w.-]){CAPITALISED}$", text)
    if full or not bare or not may_be_surname(bare[0]):
        return full[-1] if full else None
    return WrittenName(*bare.span(), bare[0])
