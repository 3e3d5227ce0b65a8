"""Legends as the volume prints them, with all their slips, and the references read from them."""

from __future__ import annotations

import pytest

from index.legend import is_legend, is_whole_legend, read_legend
from index.records import Reference

COPY, ORIGINAL = "Копия", "Подлинник"
TYPED, WRITTEN = "Машинопись", "Рукопись"

# line of volume.txt, as printed, archive, fond, opis, delo, listy, authenticity, technique
PRINTED = [
    (2910, "РГАСПИ. Ф. 17. Оп. 171. Д. 31. Л. 29–34. Копия. Машинопись", "РГАСПИ 17 171 31", "29–34", COPY, TYPED),
    # a stop is missing
    (1426, "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 50–53 Подлинник. Машинопись", "РГАНИ 3 62 182", "50–53", ORIGINAL, TYPED),
    (9236, "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 73 Подлинник. Рукопись", "РГАНИ 3 62 182", "73", ORIGINAL, WRITTEN),
    (10251, "РГАНИ. Ф. 3. Оп. 62. Д. 181. Л. 67. Подлинник Рукопись.", "РГАНИ 3 62 181", "67", ORIGINAL, WRITTEN),
    (36033, "РГАСПИ. Ф. 17. Оп. 171. Д. 153. Л. 211–212 Копия. Машинопись", "РГАСПИ 17 171 153", "211–212", COPY, TYPED),
    # a space is missing, or one too many
    (35604, "РГАСПИ. Ф. 17. Оп. 171. Д. 153. Л.201. Подлинник. Машинопись", "РГАСПИ 17 171 153", "201", ORIGINAL, TYPED),
    (7815, "РГАНИ. Ф. 3. Оп. 62. Д.178. Л.24. Копия. Машинопись", "РГАНИ 3 62 178", "24", COPY, TYPED),
    (41546, "РГАСПИ. Ф. 558. Оп. 11. Д. 777. Л.86–87 Подлинник. Рукопись", "РГАСПИ 558 11 777", "86–87", ORIGINAL, WRITTEN),
    (37932, "РГАСПИ. Ф. 17. Оп. 171. Д. 136. Л. 43 . Копия. Машинопись", "РГАСПИ 17 171 136", "43", COPY, TYPED),
    # a hyphen for a dash
    (27146, "РГАСПИ. Ф. 17. Оп. 171. Д. 151. Л. 85-86. Копия. Машинопись", "РГАСПИ 17 171 151", "85–86", COPY, TYPED),
    # backs of sheets
    (1142, "РГАСПИ. Ф. 558. Оп. 11. Д. 729. Л. 90–92(об).", "РГАСПИ 558 11 729", "90–92(об)", "", ""),
    (8185, "РГАСПИ. Ф. 558. Оп. 11. Д.777. Л. 29–29(об) Подлинник. Рукопись.", "РГАСПИ 558 11 777", "29–29(об)", ORIGINAL, WRITTEN),
    (8745, "РГАСПИ. Ф. 17. Оп. 171. Д. 40. Л. 83, 88–88 (об). Копия. Машинопись", "РГАСПИ 17 171 40", "83, 88–88(об)", COPY, TYPED),
    (16704, "РГАСПИ. Ф. 17. Оп. 171. Д. 104. Л. 101(об). Подлинник. Машинопись", "РГАСПИ 17 171 104", "101(об)", ORIGINAL, TYPED),
    (16865, "РГАСПИ. Ф. 17. Оп. 171. Д. 104. Л. 122–124 об. Копия. Машинопись", "РГАСПИ 17 171 104", "122–124(об)", COPY, TYPED),
    (37832, "РГАСПИ. Ф. 17. Оп. 171. Д. 154. Л. 20-27(об). Подлинник. Машинопись", "РГАСПИ 17 171 154", "20–27(об)", ORIGINAL, TYPED),
    # several ranges
    (9154, "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л.83, 87–89 Копия. Машинопись.", "РГАНИ 3 62 182", "83, 87–89", COPY, TYPED),
    (36856, "РГАСПИ. Ф. 17. Оп. 171. Д. 153. Л. 213–220; 222–229. Копия. Машинопись", "РГАСПИ 17 171 153", "213–220; 222–229", COPY, TYPED),
    (40780, "РГАСПИ. Ф. 17. Оп. 171. Д. 159. Л. 53, 69–82, 88–93. Копия. Машинопись", "РГАСПИ 17 171 159", "53, 69–82, 88–93", COPY, TYPED),
]  # fmt: skip

# a note follows on the same line
NOTED = [
    (
        7792,
        "РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. 1–29. Подлинник. Рукопись. В несколько другой",
        "1–29",
        WRITTEN,
    ),
    (45540, "РГАСПИ. Ф. 17. Оп. 171. Д. 136. Л. 94–126. Подлинник. Машинопись. (Показания", "94–126", TYPED),
    (
        53838,
        "РГАСПИ. Ф. 17. Оп. 171. Д. 139. Л. 36-108. Подлинник. Машинопись (частично документ",
        "36–108",
        TYPED,
    ),
]

NO_LEGENDS = [
    "Опубликовано: Ю. Фельштинский. Коммунистическая оппозиция в СССР. Т.4. Л. 52–67.",
    "Л.189.",
    "Л. 36-52. был опубликован в сборнике документов: Сталин и ВЧК-ГПУ-ОГПУ-НКВД. Январь",
    "См. РГАСПИ. Ф. 17. Оп. 171. Д. 31. Л. 5",
    "Ф. 17. Оп. 171. Д. 31. Л. 5–26",
    "РГАСПИ. Ф. 17. Оп. 171. Д. 31.",
    "",
]


@pytest.mark.parametrize(("line", "printed", "shelf", "listy", "authenticity", "technique"), PRINTED)
def test_a_legend_is_read_in_one_spelling(
    line: int, printed: str, shelf: str, listy: str, authenticity: str, technique: str
) -> None:
    archive, fond, opis, delo = shelf.split()
    assert read_legend(printed) == Reference(archive, fond, opis, delo, listy, authenticity, technique)
    assert is_whole_legend(printed)


@pytest.mark.parametrize(("line", "printed", "listy", "technique"), NOTED)
def test_a_note_after_a_legend_is_no_part_of_it(line: int, printed: str, listy: str, technique: str) -> None:
    reference = read_legend(printed)
    assert reference is not None
    assert (reference.listy, reference.authenticity, reference.technique) == (listy, ORIGINAL, technique)
    assert is_legend(printed)
    assert not is_whole_legend(printed)


@pytest.mark.parametrize(("line", "printed"), [case[:2] for case in (*PRINTED, *NOTED)])
def test_the_legends_of_these_tests_stand_in_the_volume(line: int, printed: str, volume_text: str) -> None:
    assert volume_text.split("\n")[line - 1].strip() == printed


@pytest.mark.parametrize("text", NO_LEGENDS)
def test_other_lines_are_no_legends(text: str) -> None:
    assert not is_legend(text)
    assert read_legend(text) is None


def test_a_legend_torn_over_two_lines_is_read_after_they_are_joined() -> None:
    torn = read_legend("ГАРФ. Ф. Р-5446. Оп. 71а. Д. 4.\nЛ. 1 об., 3. Типографский экземпляр")
    assert torn == Reference("ГАРФ", "Р-5446", "71а", "4", "1(об), 3", "", "Типографский экземпляр")


def test_a_reference_is_written_as_archives_write_it() -> None:
    reference = Reference("РГАСПИ", "17", "171", "79", "146–148", COPY, TYPED)
    assert reference.text == "РГАСПИ. Ф. 17. Оп. 171. Д. 79. Л. 146–148"


@pytest.mark.parametrize("printed", [case[1] for case in PRINTED])
def test_a_reference_that_is_written_and_read_again_is_the_same(printed: str) -> None:
    reference = read_legend(printed)
    assert reference is not None
    again = read_legend(f"{reference.text}. {reference.authenticity}. {reference.technique}")
    assert again == reference
