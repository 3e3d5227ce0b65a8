"""What a question says before anything is searched: its words, its language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.collection import Language
from index.errors import CallError

SAYS_SOMETHING = re.compile(r"[^\W_]")
CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+")
LATIN_WORD = re.compile(r"[A-Za-z]+")


class EmptyQuestion(CallError):
    """The question has no letter and no digit in it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was put, white space straightened, and the language it is in."""

    text: str
    language: Language


def whole_characters(text: str) -> str:
    r"""The text with «?» for half a character, which a broken copy may hold and no file or reply can.

    >>> whole_characters("Кто\ud800 он")
    'Кто? он'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def understand(text: str) -> Question:
    """The question that `text` asks; raises EmptyQuestion where it asks none.

    >>> understand("  За что  исключили Смилгу? ")
    Question(text='За что исключили Смилгу?', language='ru')
    >>> understand("Why was Smilga expelled?").language
    'en'
    """
    straightened = " ".join(text.split())
    if not SAYS_SOMETHING.search(straightened):
        raise EmptyQuestion("the question is empty; ask in words")
    return Question(straightened, language_of(straightened))


def language_of(text: str) -> Language:
    """English where most words are in Latin letters, else Russian.

    >>> language_of("Кто писал в «Daily Express»?"), language_of("Who was Смилга in 1927?")
    ('ru', 'en')
    """
    return "en" if len(LATIN_WORD.findall(text)) > len(CYRILLIC_WORD.findall(text)) else "ru"
