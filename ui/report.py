"""The doubts about a collection as its editor reads them, in Russian."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from index.doubts import Doubt, Kind

WIDTH = 120
"""Characters of a line of the report; what does not fit is cut off."""

HEADINGS: Mapping[Kind, str] = {
    Kind.HEADING_INFERRED: "Заголовка нет; документ начат после легенды предыдущего",
    Kind.NUMBER_MISSING: "Пропущен номер документа",
    Kind.NUMBER_REPEATED: "Номер с заголовком, который не продолжает счёт; новый документ не начат",
    Kind.TITLE_BROKEN: "Заголовок обрывается",
    Kind.LEGEND_MISSING: "Нет легенды",
    Kind.LEGEND_UNREAD: "Похоже на легенду, но не читается",
    Kind.LEGEND_ODD: "Легенда напечатана не как остальные: точки, пробелы, тире, «об»; прочитана",
    Kind.LEGENDS_SEVERAL: "Несколько легенд в одном документе",
    Kind.MARK_ALONE: "Знак сноски есть, самой сноски нет",
    Kind.NOTE_ALONE: "Сноска есть, знака в тексте нет",
    Kind.NOTE_WORDLESS: "Номер сноски напечатан без её слов",
    Kind.NOTE_UNNUMBERED: "Сноска напечатана без номера; номер восстановлен по знаку",
    Kind.NOTE_MOVED: "Сноска напечатана в другом документе и возвращена своему",
    Kind.ENCLOSURE_INFERRED: "Начало приложения определено по тексту, слова «Приложение» нет",
    Kind.DATES_DIFFER: "Дата в тексте противоречит дате заголовка",
    Kind.TEXT_TWICE: "Тот же текст есть в другом документе",
    Kind.LINE_LOST: "Строка не отнесена ни к чему или отнесена дважды (ошибка программы)",
}
"""What each kind of doubt means."""


def report(doubts: Sequence[Doubt]) -> Iterator[str]:
    """The report line by line: how many there are, then each kind under its heading, with the places."""
    yield f"Сомнений: {len(doubts)}" if doubts else "Сомнений нет."
    for kind, group in groupby(doubts, key=lambda doubt: doubt.kind):
        found = list(group)
        yield ""
        yield f"{HEADINGS[kind]}: {len(found)}"
        yield from map(_line, found)


def _line(doubt: Doubt) -> str:
    detail = f"документ {doubt.detail}" if doubt.kind is Kind.TEXT_TWICE else " ".join(doubt.detail.split())
    place = f"  строка {doubt.line:>6}, документ {doubt.document or '—':>3}"
    line = f"{place}: {detail}" if detail else place
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"
