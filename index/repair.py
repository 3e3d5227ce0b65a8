"""Makes printed lines readable: joins them into paragraphs and takes out footnote marks, losing no position."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from statistics import quantiles

from index.legend import is_legend, is_whole_legend
from index.records import Run, Span, Text
from index.secrecy import MARK
from index.source import FOOTNOTE_NUMBER, Line
from index.standalone import ends_a_paragraph, stands_alone

FULL = 0.82
"""A line of a proportional face is full from about this share of the long lines' characters."""

SENTENCE_END = re.compile(r"[.!?:;…»\")]$")

TORN = re.compile(r"[a-zа-яё\d%.][-–]$")

MISSING_ROWS = 3
"""«308. ДОРОШЕВ» is followed by «310. ДОВТЯН А.А.»: a list may leave numbers out."""
NUMBERED = re.compile(r"(\d{1,3})[.)/] ?\D")

LONE_NUMBER = re.compile(r"\d{4}|\d{2,6}\.")

ITEM = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[а-я])[/).] ?\S")


def repair(lines: Sequence[Line], marks: Collection[Span]) -> Text:
    """The written ones of `lines` as paragraphs, one a line, without the footnote `marks`."""
    written = [line for line in lines if line.text and not line.page_number]
    margin = _margin(written)
    text = _Joined([mark for mark in marks if written and written[0].start < mark[0] < written[-1].end])
    for before, line in pairwise([None, *written]):
        if before and line:
            text.join(before, _joint(before, line, margin))
        if line:
            text.add(line)
    return text.finished()


def _margin(lines: Sequence[Line]) -> float:
    """The length from which a line counts as full."""
    if len(lines) < 2:
        return 0
    return FULL * quantiles([len(line.text) for line in lines], n=10)[-1]


Rule = Callable[[Line, Line, float], str | None]


def _around_legend(line: Line, following: Line, margin: float) -> str | None:
    """A legend begins a paragraph, and a whole one is a paragraph of its own."""
    return "\n" if is_legend(following.text) or is_whole_legend(line.text) else None


def _after_footnote_number(line: Line, following: Line, margin: float) -> str | None:
    """«24» above « Конец декабря 1924 г.» is one footnote."""
    return " " if FOOTNOTE_NUMBER.fullmatch(line.text) and following.indented else None


def _after_gap(line: Line, following: Line, margin: float) -> str | None:
    """An empty paragraph parts what stands before it from what follows."""
    return "\n" if following.after_gap else None


def _after_mark(line: Line, following: Line, margin: float) -> str | None:
    """«Сов. Секретно. Лично|тов. Сталину»: a mark of secrecy is a paragraph of its own."""
    return "\n" if MARK.fullmatch(line.text) else None


def _after_hyphen(line: Line, following: Line, margin: float) -> str | None:
    """«какие-|нибудь», «письмо 46-|ти», «Маслова–|Фишер» keep their dash and are one word."""
    return "" if TORN.search(line.text) and following.text[0].isalnum() else None


def _item_begins(line: Line, following: Line, margin: float) -> str | None:
    """«... в Красной Армии.|3/ Вы спрашиваете»: the next item of a list begins a paragraph."""
    return "\n" if ITEM.match(following.text) and SENTENCE_END.search(line.text) else None


def _row_follows(line: Line, following: Line, margin: float) -> str | None:
    """«5. АЛЕКСАШВИЛЛИ|6. АККЕРТАВА И»: the rows of a list are numbered one after the other."""
    row, next_row = NUMBERED.match(line.text), NUMBERED.match(following.text)
    return "\n" if row and next_row and 0 < int(next_row[1]) - int(row[1]) <= MISSING_ROWS else None


def _column_begins(line: Line, following: Line, margin: float) -> str | None:
    """«306. ДАНИЛЬЯНЦ И.|1920»: whose year it was is lost, so it is no part of the row; nor is the row «19838.»."""
    return "\n" if NUMBERED.match(line.text) and LONE_NUMBER.fullmatch(following.text) else None


def _sentence_goes_on(line: Line, following: Line, margin: float) -> str | None:
    """«Комиссии по|«ножницам»» goes on after a short line too, where a small letter follows no full stop."""
    begins = ITEM.match(following.text) or SENTENCE_END.search(line.text)
    goes_on = following.text[0].islower() and not begins
    return " " if goes_on else None


def _room_was_left(line: Line, following: Line, margin: float) -> str | None:
    """The compositor ended the line though the next word would have fitted: a paragraph ends."""
    word = following.text.split()[0]
    return "\n" if len(line.text) + 1 + len(word) < margin else None


def _stands_alone(line: Line, following: Line, margin: float) -> str | None:
    """«... на следующем Пленуме ЦК.|СЕКРЕТАРЬ ЦК»: a signature is no part of the paragraph that it stands under."""
    return "\n" if stands_alone(following.text, line.text) or ends_a_paragraph(line.text) else None


RULES: tuple[Rule, ...] = (
    _around_legend,
    _after_footnote_number,
    _after_gap,
    _after_mark,
    _after_hyphen,
    _item_begins,
    _row_follows,
    _column_begins,
    _sentence_goes_on,
    _room_was_left,
    _stands_alone,
)
"""What stands between two lines; the first rule with an opinion decides, else a space."""


def _joint(line: Line, following: Line, margin: float) -> str:
    opinions = (rule(line, following, margin) for rule in RULES)
    return next((joint for joint in opinions if joint is not None), " ")


class _Joined:
    """A text in the making."""

    def __init__(self, marks: Collection[Span]) -> None:
        self.marks = sorted(marks)
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0

    def add(self, line: Line) -> None:
        start = line.start
        for mark_start, mark_end in self.marks:
            if line.start < mark_start < line.end:
                self._append(line.text[start - line.start : mark_start - line.start], start)
                start = mark_end
        self._append(line.text[start - line.start :], start)

    def join(self, line: Line, joint: str) -> None:
        self._append(joint, line.end)

    def _append(self, piece: str, source: int) -> None:
        if not piece:
            return
        continues = self.runs and self.runs[-1].source - self.runs[-1].text == source - self.length
        if not continues:
            self.runs.append(Run(self.length, source))
        self.parts.append(piece)
        self.length += len(piece)

    def finished(self) -> Text:
        return Text("".join(self.parts), tuple(self.runs))
