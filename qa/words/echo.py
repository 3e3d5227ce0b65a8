"""Finds where a passage says the question's own words, so that a reader sees at a glance why it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.lexical import WORD, LexicalIndex, lemma, term
from index.names import NameIndex
from index.people import Person
from index.records import Span
from qa.asked.lexicon import plain
from qa.asked.people import forms, surname
from qa.follow_up.reference import says_something
from qa.question import Question

EVERYWHERE = 0.6
"""A word in so large a share of the passages, as «Троцкий» in a volume about him, tells none from another."""
SHORTEST_NUMBER = 3
"""Digits; shorter numbers are met by chance: «5» of a question about the 5th of May in «5 человек»."""
SHORT = 5
"""Letters: of a shorter word only the first two are the same in all forms: «день» and «дня»."""
ALTERNATING = str.maketrans("дзгстк", "жжжшчч")
"""Consonants that forms of one word exchange: «видел» and «вижу», «писал» and «пишет»."""
EMPTY = frozenset(
    {
        "год",  # Что было в 1927 году?
        "быть",  # Кто был секретарём?
        "стать",  # Кем стал Блюмкин?
        "мочь",  # Что мог знать Радек?
        "иметь",  # Какое значение имела статья?
        "являться",  # Кто является автором?
        "происходить",  # Что происходило на пленуме?
        "произойти",  # Что произошло в Харькове?
        "случиться",  # Что случилось с рукописью?
    }
)
"""Lemmas that say nothing of the matter themselves."""


@dataclass(frozen=True, slots=True)
class Echo:
    """What is listened for in a passage: `words` as lemmas and forms in small letters, `names` as terms.

    Only what begins like one of them, as `beginnings` say, is looked up in the dictionary, which takes long.
    """

    words: frozenset[str]
    names: frozenset[str]
    beginnings: frozenset[str]

    def heard(self, text: str) -> tuple[Span, ...]:
        """Where `text` says a word of the question, in whatever form."""
        return tuple(found.span() for found in WORD.finditer(text) if self._is_said(found[0]))

    def _is_said(self, word: str) -> bool:
        small = plain(word)
        if _beginning(small) not in self.beginnings:
            return False
        base = lemma(word)
        return small in self.words or base in self.words or (word[0].isupper() and term(base) in self.names)


class Echoes:
    """Makes the echo of a question, by what a collection says everywhere and by whom it names."""

    def __init__(self, lexical: LexicalIndex, names: NameIndex, persons: Sequence[Person]) -> None:
        self._lexical = lexical
        self._names = names
        self._persons = {person.name: person for person in persons}

    def of(self, question: Question) -> Echo:
        """The echo of a question; words that are everywhere are not in it."""
        typed = {plain(word) for word in WORD.findall(question.text) if _tells(word)}
        told = {word for word in typed if self._tells_apart(lemma(word))}
        words = told | {lemma(word) for word in told} | self._surnames(question.reading.people)
        names = {name for name in self._names.terms(question.text) if self._tells_apart(name)}
        return Echo(frozenset(words), frozenset(names), _beginnings(words | names))

    def _surnames(self, people: Iterable[str]) -> set[str]:
        """The forms of the surnames of these people."""
        named = [self._persons[name] for name in people if self._tells_apart(lemma(surname(name)))]
        return {plain(form) for person in named for form in forms(plain(surname(person.name)), [person])}

    def _tells_apart(self, base: str) -> bool:
        """Whether a lemma, or the term of a name, says something and is not everywhere."""
        return bool(base) and base not in EMPTY and self._lexical.share(term(base)) < EVERYWHERE


def _tells(word: str) -> bool:
    """Whether a word of the question says something of the matter."""
    return len(word) >= SHORTEST_NUMBER if word.isdigit() else len(word) > 1 and says_something(word)


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of these words, as their shorter and their longer forms have them."""
    return frozenset(beginning for word in words for beginning in (word[:2], _three(word)))


def _beginning(word: str) -> str:
    return word[:2] if len(word) < SHORT else _three(word)


def _three(word: str) -> str:
    """The first three letters, alike for all forms of most words.

    >>> _three("писал") == _three("пишет"), _three("вижу") == _three("видел")
    (True, True)
    """
    return word[:2] + word[2:3].translate(ALTERNATING)
