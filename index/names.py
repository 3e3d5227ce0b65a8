"""Finds the Russian words of the collection that an English question writes in Latin letters."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from index.lexical import lemma, term

NAME = re.compile(r"[А-ЯЁ][а-яё]+")
LATIN = re.compile(r"[A-Za-z]+(?:’|')?[a-z]+|[A-Za-z]+")
POSSESSIVE = re.compile(r"['’]s?$")
SHORTEST = 4
"""Letters of a key; a shorter one is met by chance: «on» is not «он»."""

FALSE_FRIENDS = frozenset(
    {
        "bare",  # Барре
        "july",  # Юлий
        "list",  # лист
        "marks",  # Маркс
        "most",  # мост
        "nine",  # Нина
        "port",  # порт
        "risky",  # Рисский
        "same",  # самый
        "sane",  # Сан
        "slow",  # слов
        "sold",  # солд.
        "take",  # такие
        "tried",  # Трэд
        "urge",  # в Урге
        "very",  # Веры
        "were",  # вере
        "witty",  # выйти
    }
)
"""English words whose letters spell a Russian word of another meaning."""

ROMAN = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ё": "e",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "i",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "i",
    "ь": "",
    "э": "e",
    "ю": "iu",
    "я": "ia",
}
"""A letter of Russian in Latin, as the Library of Congress writes it without signs: Ягода is Iagoda."""

SPELLINGS = (
    # another way of writing, this key's way, example
    ("shch", "sch"),  # Shcherbakov, Scherbakov
    ("kh", "h"),  # Bukharin, Buharin
    ("cki", "tski"),  # Trockij, Trotskii
    ("ck", "k"),  # Brockdorff, Brokdorf
    ("'", ""),  # Zinov'ev, Zinovev
    ("’", ""),  # Zinov’ev
    ("x", "ks"),  # Alexei, Aleksei
    ("tz", "ts"),  # Trotzki, Trotsky
    ("w", "v"),  # Maslow, Maslov
    ("ph", "f"),  # Joseph, Iosef
    ("ya", "ia"),  # Yagoda, Iagoda
    ("yu", "iu"),  # Yuri, Iurii
    ("ye", "e"),  # Yevdokimov, Evdokimov
    ("yo", "e"),  # Fyodorov, Fedorov
    ("j", "i"),  # Trotskij, Trotskii
    ("y", "i"),  # Trotsky, Trotskii
    ("ie", "e"),  # Zinoviev, Zinovev
    ("liu", "lu"),  # Bliumkin, Blumkin
)
DOUBLED = re.compile(r"(.)\1+")
"""Doubled letters come and go: Sapronov, Saprronov; Trotskii, Trotski."""


def key(word: str) -> str:
    """What all Latin spellings of a name have in common, for a word in Cyrillic or in Latin letters.

    >>> key("Троцкий"), key("Trotsky"), key("Trotzki"), key("Trotskij")
    ('trotski', 'trotski', 'trotski', 'trotski')
    >>> key("Ягода") == key("Yagoda") == key("Iagoda"), key("Зиновьев") == key("Zinoviev")
    (True, True)
    """
    latin = "".join(ROMAN.get(letter, letter) for letter in word.lower())
    for other, ours in SPELLINGS:
        latin = latin.replace(other, ours)
    return DOUBLED.sub(r"\1", latin)


class NameIndex:
    """The capitalised words of a collection by their key, as terms."""

    def __init__(self, terms: dict[str, list[str]]) -> None:
        self._terms = terms

    @classmethod
    def of(cls, texts: Iterable[str]) -> NameIndex:
        """The names that `texts` hold; a name is found by its dictionary form and by each form met."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for word in {word for text in texts for word in NAME.findall(text)}:
            if base := lemma(word):
                found[key(base)].add(term(base))
                found[key(word)].add(term(base))
        return cls({name: sorted(terms) for name, terms in found.items() if len(name) >= SHORTEST})

    @classmethod
    def load(cls, path: Path) -> NameIndex:
        """The index that `save` wrote to `path`."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def save(self, path: Path) -> None:
        """Write the index to the file `path`."""
        path.write_text(json.dumps(self._terms, ensure_ascii=False, sort_keys=True), encoding="utf-8")

    def terms(self, question: str) -> list[str]:
        """The terms of the collection's names that `question` writes in Latin letters."""
        words = (POSSESSIVE.sub("", word) for word in LATIN.findall(question))
        return [
            found for word in words if word.lower() not in FALSE_FRIENDS for found in self._terms.get(key(word), ())
        ]
