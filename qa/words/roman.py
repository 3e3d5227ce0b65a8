"""Russian names in Latin letters, as English readers know them: BGN/PCGN without its signs."""

from __future__ import annotations

import re

from index.names import ROMAN

LETTERS = ROMAN | {
    "ё": "yo",  # Королёв: Korolyov
    "й": "y",  # Андрейчин: Andreychin
    "ы": "y",  # Рыков: Rykov
    "ю": "yu",  # Юровский: Yurovsky
    "я": "ya",  # Ягода: Yagoda
}
"""What readers know better than the letters of the Library of Congress."""
COMBINED = (
    # letters that are written otherwise together, how, example
    (r"[иы]й\b", "y"),  # Троцкий, Белый: Trotsky, Bely
    (r"\bе", "ye"),  # Ежов: Yezhov
    (r"(?<=[аеёиоуыэюяьъ])е", "ye"),  # Преображенский stays; Соловьев: Solovyev
    (r"кс", "x"),  # Александр: Alexandr
)
"""Applied in this order before the single letters."""


def romanised(name: str) -> str:
    """The name in Latin letters.

    >>> romanised("Менжинский"), romanised("Ежов"), romanised("Л. Д. Троцкий"), romanised("Ягода")
    ('Menzhinsky', 'Yezhov', 'L. D. Trotsky', 'Yagoda')
    """
    return re.sub(r"[А-ЯЁа-яё]+", lambda word: _word(word[0]), name)


def _word(word: str) -> str:
    latin = word.lower()
    for letters, ours in COMBINED:
        latin = re.sub(letters, ours, latin)
    latin = "".join(LETTERS.get(letter, letter) for letter in latin)
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin.capitalize() if word[0].isupper() else latin
