"""The text around a passage."""

from __future__ import annotations

import pytest

from index.records import Document, Part, Place, Role, Run, Text
from ui.page.around import LONGEST, around

TEXT = "Первый абзац.\n\nВторой абзац.\nТретий абзац, в нём два предложения. Вот второе.\nЧетвёртый.\n1 Сноска"


def document(content: str) -> Document:
    parts = (Part(Role.BODY, 0, content.find("1 Сноска")), Part(Role.FOOTNOTE, content.find("1 Сноска"), len(content)))
    return Document("7", "", "", "письмо", None, Text(content, (Run(0, 0),)), Place(0, 9, (1, 2), 1), parts)


@pytest.mark.parametrize(
    ("passage", "before", "after"),
    [
        ("Второй абзац.", "Первый абзац.", "Третий абзац, в нём два предложения. Вот второе."),
        ("Вот второе.", "Второй абзац.\nТретий абзац, в нём два предложения.", "Четвёртый."),
        ("Первый абзац.", "", "Второй абзац."),
        ("Четвёртый.", "Третий абзац, в нём два предложения. Вот второе.", ""),
    ],
)
def test_a_paragraph_to_each_side_is_shown_and_no_footnote(passage: str, before: str, after: str) -> None:
    start = TEXT.find(passage)
    assert around(document(TEXT), (start, start + len(passage))) == (before, after)


def test_of_a_long_paragraph_the_nearest_words_are_shown() -> None:
    content = f"{'слово ' * 1000}\nместо\n{'другое ' * 1000}"
    start = content.find("место")
    before, after = around(document(content + "\n1 Сноска"), (start, start + 5))
    assert before.startswith("…слово ") and before.endswith("слово") and len(before) <= LONGEST
    assert after.startswith("другое ") and after.endswith("другое…") and len(after) <= LONGEST


def test_a_passage_with_what_is_around_it_is_a_piece_of_the_document(documents: tuple[Document, ...]) -> None:
    found = documents[88]
    start = found.text.content.find("\n", len(found.text.content) // 2) + 1
    end = found.text.content.find("\n", start)
    before, after = around(found, (start, end))
    assert before and after
    before = before.removeprefix("…")
    assert f"{before}\n{found.text.content[start:end]}\n{after}" in found.text.content.replace("\n\n", "\n")
