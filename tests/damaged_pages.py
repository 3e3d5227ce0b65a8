"""Real pages of the volume, and what print, hands and machines do to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import strategies as some

VOLUME = Path(__file__).parents[1] / "collections" / "politburo-trotsky" / "volume.txt"
LINES = VOLUME.read_text(encoding="utf-8").split("\n")
LONG_ENOUGH = 400
HEADED = [at for at, line in enumerate(LINES[:-LONG_ENOUGH]) if at > 1300 and re.fullmatch(r" ?№ ?\d+ ?", line)]

FIRST = ("№ 1", "Письмо А. А. Первого", " ")
"""So that there is a heading whatever happens."""

PUT_IN = (
    "24", "*", " ", " " * 49, "* Слово", "____________", "№ 7", " № 365", "  без даты", "\f", "37 ", "Приложение № 1",
    "Приложение: упомянутое.", "РГАСПИ. Ф. 17. Оп. 171. Д. 1. Л. 1. Копия", "РГАСПИ Ф. 17", "Опубликовано: там же.",
    "198. СЛОВО", "19938.", "ПРОТОКОЛ ДОПРОСА", "Слово24", "слово*", "",
)  # fmt: skip
Damage = Callable[[str], list[str]]
DAMAGES: Sequence[Damage] = (
    lambda line: [line[:0]],
    lambda line: [line.strip()],
    lambda line: [f" {line}"],
    lambda line: [line[: len(line) // 2], line[len(line) // 2 :]],
    lambda line: [line, line],
    lambda line: [f"{line}\r"],
    *(lambda line, put_in=put_in: [put_in, line] for put_in in PUT_IN),
)
FAULTS = some.lists(some.tuples(some.integers(1, LONG_ENOUGH - 1), some.sampled_from(DAMAGES)), max_size=30)


def damaged(start: int, faults: Sequence[tuple[int, Damage]]) -> str:
    """The pages from the line `start` on, with `faults` put in."""
    lines = [[line] for line in LINES[start : start + LONG_ENOUGH]]
    for at, damage in faults:
        lines[at] = [made for line in lines[at] for made in damage(line)]
    return "\n".join([*FIRST, *(line for made in lines for line in made)])
