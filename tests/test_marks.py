"""Footnote marks that the print glued to words, told from other numbers."""

from __future__ import annotations

import pytest

from index.marks import footnote_marks

# line of volume.txt, text before the mark, mark
MARKS = [
    (50, "Троцком", 2),
    (90, "портрет»", 7),
    (110, "Сталина»", 9),
    (132, "руководстве.", 10),
    (847, "Иоффе", 14),
    (1073, "выйдет", 16),
    (5135, "вечера", 18),
    (7428, "Ред.)", 19),
    (7944, "Губкома", 24),
    (8328, "ЦК", 26),
    (9153, "/Бройдо/", 27),
    (9405, 'пробел"/', 30),
    (9640, "листах", 31),
    (18029, "198", 38),
    (19946, "780", 39),
    (9866, "Л.Троцкий", 32),
    (24714, "Уполне", 47),
    (25182, "IV", 48),
    (28084, "Приложение", 52),
    (31784, "(Ягода)", 54),
    (47499, "(без даты)", 66),
    (50393, "Троцкого", 67),
]


@pytest.fixture(scope="module")
def found(volume_text: str) -> dict[int, tuple[int, str]]:
    """Line and text before it, by mark."""
    return {
        int(volume_text[start:end]): (volume_text.count("\n", 0, start) + 1, volume_text[start - 20 : start])
        for start, end in footnote_marks(volume_text)
    }


@pytest.mark.parametrize(("line", "before", "mark"), MARKS)
def test_a_mark_is_found_where_it_is_glued(
    line: int, before: str, mark: int, found: dict[int, tuple[int, str]]
) -> None:
    assert found[mark][0] == line
    assert found[mark][1].endswith(before)


def test_all_marks_that_the_volume_has_are_found_once(found: dict[int, tuple[int, str]]) -> None:
    """38 and 39 are glued to the numbers of a list: «19838.», «78039.»."""
    assert sorted(found) == list(range(1, 68))
    assert max(found) == 67


# the marks stand between bars
CASES = [
    "Троцкого|1| и Ленина|2|",
    "руководстве.|1| На стр.12 секретарю Губкома|2|",
    "портрет»|1| и (без даты)|2|",
    "/Бройдо/|1| на стр.13",
    "Троцкого|1| в №7 и Д.178. Л.24",
    "16 октября 1926 г.|1| и В.Д.|2|",
    "Слово|1| Д.3 Л.4 Оп. 5",
    "в 1924г. и 15/11/24",
    "Слово|1| и снова слово1",
    "Декрета|1|\n1. А.\n2|2|.\n3. Б.",
    "Декрета|1|\n1. А.\n23.\n24. Б.",
    "Декрета|1| 9 по IV|2| и снова Декрета1",
]


@pytest.mark.parametrize("case", CASES)
def test_only_glued_numbers_that_continue_the_count_are_marks(case: str) -> None:
    pieces = case.split("|")
    text = "".join(pieces)
    assert [text[start:end] for start, end in footnote_marks(text)] == pieces[1::2]


def test_a_mark_may_be_six_further_but_not_seven() -> None:
    assert footnote_marks("Слово1 слово7") == [(5, 6), (12, 13)]
    assert footnote_marks("Слово1 слово8") == [(5, 6)]


def test_a_part_of_a_volume_may_begin_with_a_later_mark() -> None:
    assert footnote_marks("Слово18 стр.12 слово19", 18) == [(5, 7), (20, 22)]
    assert footnote_marks("Слово18 слово19") == []
