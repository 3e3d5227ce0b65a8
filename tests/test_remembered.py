"""What was asked can be forgotten: nothing of it is left in memory, and the next answer is the same."""

from __future__ import annotations

import gc

from index.remembered import forget, remembered
from qa.archive import Archive

ASKED = (
    "Что Квазимордашкин писал Троцкому о фабрике Zyzxovski?",
    "Ктоо такой Квазимордашкин, и кто ему ответил?",
    "Who was Quazzimord of Zyzxovski, and what did Buhharin say to him?",
)
"""Questions with names that stand nowhere else."""
PIECES = ("вазимордашк", "yzxovsk", "uazzimord")


def remaining() -> list[str]:
    """The texts in memory with a piece of those names, but for the lines and the constants of this file."""
    texts = (held for owner in gc.get_objects() for held in gc.get_referents(owner) if type(held) is str)
    found = {text for text in texts if "\n" not in text and any(piece in text.lower() for piece in PIECES)}
    return sorted(found - {*ASKED, *PIECES})


def test_nothing_of_what_was_asked_is_left(archive: Archive) -> None:
    for at, question in enumerate(ASKED):
        archive.ask(question, history=ASKED[:at])
    assert remaining()
    archive.forget()
    assert remaining() == []


def test_a_question_is_answered_alike_after_all_is_forgotten(archive: Archive) -> None:
    question, history = "А когда?", ["Откуда и куда перенесли сессию ЦИКа?"]
    before = archive.ask(question, history=history)
    archive.forget()
    after = archive.ask(question, history=history)
    assert (after.standalone, after.passages, after.answer) == (before.standalone, before.passages, before.answer)


def test_a_function_remembers_until_all_forget() -> None:
    asked: list[str] = []

    @remembered(2)
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length("Ягода"), length("Ягода")] == [5, 5] and asked == ["Ягода"]
    forget()
    assert length("Ягода") == 5 and asked == ["Ягода", "Ягода"]
