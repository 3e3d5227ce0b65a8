"""What a question says before anything is searched: its words, its language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.collection import Language
from index.errors import CallError
from qa.reading import NOTHING_READ, Reading

SAYS_SOMETHING = re.compile(r"[^\W_]")
CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+")
LATIN_WORD = re.compile(r"[A-Za-z]+")


class EmptyQuestion(CallError):
    """The question has no letter and no digit in it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its `text` as it is searched, the language it is in, and what it says of the papers it asks for.

    `put` is the question as it was typed, white space straightened.
    """

    text: str
    language: Language
    put: str = ""
    reading: Reading = NOTHING_READ


def whole_characters(text: str) -> str:
    r"""The text with «?» for half a character, which a broken copy may hold and no file or reply can.

    >>> whole_characters("Кто\ud800 он")
    'Кто? он'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def understand(text: str) -> Question:
    """The question that `text` asks, its words taken as they stand; raises EmptyQuestion where it asks none.

    >>> understand("  За что  исключили Смилгу? ").text
    'За что исключили Смилгу?'
    >>> understand("Why was Smilga expelled?").language
    'en'
    """
    put = straightened(text)
    return Question(put, language_of(put), put)


def straightened(text: str) -> str:
    """The text with single spaces for its white space; raises EmptyQuestion where it has no letter and no digit."""
    put = " ".join(text.split())
    if not SAYS_SOMETHING.search(put):
        raise EmptyQuestion("the question is empty; ask in words")
    return put


def language_of(text: str) -> Language:
    """English where most words are in Latin letters, else Russian.

    >>> language_of("Кто писал в «Daily Express»?"), language_of("Who was Смилга in 1927?")
    ('ru', 'en')
    """
    return "en" if len(LATIN_WORD.findall(text)) > len(CYRILLIC_WORD.findall(text)) else "ru"
