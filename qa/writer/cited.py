"""Reads what a language model wrote: its sentences, each with the passages that it cites."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from index.sentence_spans import sentences

LONGEST = 4_000
"""Characters of a reply that are read, thoughts apart; four sentences need a fifth of it."""
MOST_SENTENCES = 8
THOUGHTS = re.compile(r"^.*</think(?:ing)?>", re.DOTALL)
"""What some models say to themselves before they answer."""
MARKER = re.compile(r"^\s*(?:[-*•#>]+|\d{1,2}[.)])\s+", re.MULTILINE)
"""«- », «2. », «## » before a line."""
CITATION = re.compile(r"\s*\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]")
AFTER_STOP = re.compile(rf"([.!?…]+[»”\"]?)((?:{CITATION.pattern})+)")
STOP = re.compile(r"\s*([.!?…]+)$")


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence without its citations and its full stop, and the numbers that it cites, none twice."""

    words: str
    citations: tuple[int, ...]
    stop: str = "."

    @property
    def text(self) -> str:
        """The sentence as it is shown: «Его выслали в Алма-Ату [2][3].»."""
        marks = "".join(f"[{number}]" for number in self.citations)
        return f"{self.words} {marks}{self.stop}"


def cited_sentences(reply: str) -> list[CitedSentence]:
    """The sentences of a reply that cite something, in order, at most eight.

    >>> [sentence.text for sentence in cited_sentences("1. Его выслали. [2] Так решило **Политбюро** [1, 3]! Вот.")]
    ['Его выслали [2].', 'Так решило Политбюро [1][3]!']
    """
    plain = MARKER.sub("", _printable(THOUGHTS.sub("", reply)[:LONGEST])).replace("**", "")
    before_stop = AFTER_STOP.sub(lambda found: f"{found[2]}{found[1]}", plain)
    return [sentence for span in sentences(before_stop) for sentence in _cited(before_stop[slice(*span)])][
        :MOST_SENTENCES
    ]


def _cited(sentence: str) -> Iterator[CitedSentence]:
    numbers = [int(number) for found in CITATION.findall(sentence) for number in re.findall(r"\d+", found)]
    words = " ".join(CITATION.sub("", sentence).split())
    stop = STOP.search(words)
    words = STOP.sub("", words)
    if numbers and any(map(str.isalpha, words)):
        yield CitedSentence(words, tuple(dict.fromkeys(numbers)), stop[1] if stop else ".")


def _printable(text: str) -> str:
    """The text without what would steer a terminal or turn the order of its letters; line breaks stay."""
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign)[0] != "C")
