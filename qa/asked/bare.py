"""Tells whether a question says nothing else than which papers it asks for: «О чём документ 88?»."""

from __future__ import annotations

import re
from collections.abc import Collection

from qa.asked.lexicon import plain

FRAME = frozenset(
    {"что", "о", "об", "про", "чем", "какой", "какая", "какие", "такое", "это", "за", "а"}  # О чём документ 88?
    | {"лежит", "лежат", "хранится", "хранятся", "находится", "находятся", "есть"}  # Что лежит в Д. 79?
    | {"содержит", "содержится", "говорится", "называется", "рассказывает"}  # Что содержится в Д. 79?
    | {"покажи", "покажите", "открой", "откройте", "найди", "найдите", "мне", "пожалуйста"}  # Покажи документ 88
    | {"документ", "документа", "документы", "бумаги", "материалы", "папка", "папке"}  # Какие бумаги в Д. 79?
    | {"архив", "архиве", "архива", "под", "номером", "номер", "в", "во", "на", "из", "с", "и"}
    | {"what", "which", "is", "are", "in", "about", "on", "there", "the", "a", "of", "and", "does"}  # What is in it?
    | {"show", "open", "find", "me", "please", "contain", "contains", "called", "kept", "held", "stored"}  # Open it
    | {"document", "documents", "paper", "papers", "archive", "number"}  # Which papers are in file 79?
)
"""Words that ask for papers as such, each line with a question that has some of them."""
WORD = re.compile(r"[^\W_]+")


def is_bare(rest: str, archives: Collection[str]) -> bool:
    """Whether `rest`, a question without its shelf mark and numbers, asks nothing but what these papers are.

    >>> is_bare("О чём            ?", ()), is_bare("Что лежит в РГАСПИ,     ?", ("РГАСПИ",))
    (True, True)
    >>> is_bare("О чём просит Троцкий в           ?", ())
    False
    """
    known = FRAME.union(map(plain, archives))
    return all(word in known for word in WORD.findall(plain(rest)))
