"""A sentence of a document, taken to words as the dictionary knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from index.dictionary import dictionary

WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


@lru_cache(maxsize=50_000)
def readings(word: str) -> list[Any]:
    """What the dictionary may take a word in small letters for, the likeliest first."""
    return list(dictionary().parse(word))


@dataclass(frozen=True)
class Sentence:
    """The piece `content[start:end]` of a document's text."""

    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> list[str]:
        """The words as they stand."""
        return WORD.findall(self.text)

    @cached_property
    def parses(self) -> list[Any]:
        """What each word is most likely."""
        return [readings(word.lower())[0] for word in self.words]

    @cached_property
    def lemmas(self) -> list[str]:
        """The dictionary forms of the words, «е» for «ё»."""
        return [parse.normal_form.replace("ё", "е") for parse in self.parses]

    @cached_property
    def named(self) -> int:
        """Which word is the first name; the number of words where none is."""
        names = (at for at, word in enumerate(self.words) if word[0].isupper() and (at or _is_name(self.parses[0])))
        return next(names, len(self.words))


def _is_name(parse: Any) -> bool:
    return "Surn" in parse.tag or "Name" in parse.tag
