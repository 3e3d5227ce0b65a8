"""Whether the words that were shown give the gold answer.

Both sides are normalised alike: words and numbers in small letters, «е» for «ё», without punctuation; a Russian word
equals every other that may have the same dictionary form («Пятакова» = «Пятаков»). Not compared are words that say
nothing of the matter («в», «и», "the"), initials, and the words of FORMAL; but an answer that has no others («за») is
sought as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from index.dictionary import dictionary
from index.lexical import NUMERAL, WORD, lemma

Token = frozenset[str]
"""The dictionary forms that a word may have."""

FORMAL = frozenset({
    "тт",  # тт. Рыков и Пятаков
    "тов",  # тов. Калинину
    "товарищ",  # товарищ Сталин
    "гг",  # 1923–1924 гг.
    "год",  # 1927 год, where another writes 1927 г.
})  # fmt: skip


def tokens(text: str) -> list[Token]:
    """The words of `text` that say something of the matter."""
    return [_forms(word) for word in WORD.findall(text) if _tells(word)]


def _every(text: str) -> list[Token]:
    return [_forms(word) for word in WORD.findall(text)]


def _tells(word: str) -> bool:
    initial = len(word) == 1 and not word.isdigit() and not NUMERAL.fullmatch(word)
    return not initial and bool(lemma(word)) and not _forms(word) & FORMAL


@lru_cache(maxsize=100_000)
def _forms(word: str) -> Token:
    small = word.lower()
    forms = {small} if NUMERAL.fullmatch(word) else {small, *(parse.normal_form for parse in dictionary().parse(small))}
    return frozenset(form.replace("ё", "е") for form in forms)


def contains(text: str, answers: Sequence[str]) -> bool:
    """Whether the words of one of the answers stand in `text` in this order, one right after the other."""
    return any(
        _stands(told, tokens(text)) if (told := tokens(answer)) else _stands(_every(answer), _every(text))
        for answer in answers
    )


def _stands(answer: Sequence[Token], shown: Sequence[Token]) -> bool:
    starts = range(len(shown) - len(answer) + 1) if answer else ()
    return any(all(one & other for one, other in zip(answer, shown[start:], strict=False)) for start in starts)


def f1(text: str, answers: Sequence[str]) -> float:
    """The highest token F1 of `text` against one of the answers, as in SQuAD (Rajpurkar et al. 2016)."""
    shown = tokens(text)
    return max(_f1(shown, tokens(answer)) for answer in answers)


def _f1(shown: Sequence[Token], answer: Sequence[Token]) -> float:
    left = list(shown)
    for token in answer:
        same = next((at for at, other in enumerate(left) if token & other), None)
        if same is not None:
            del left[same]
    common = len(shown) - len(left)
    return 2 * common / (len(shown) + len(answer)) if common else 0.0


def overlaps(quote: str, evidence: str) -> bool:
    """Whether half of the letters and digits of the shorter one stand in the other in one piece."""
    one, other = ("".join(letter for letter in text.lower() if letter.isalnum()) for text in (quote, evidence))
    shared = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return shared > 0 and 2 * shared >= min(len(one), len(other))
