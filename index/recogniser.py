"""A model that reads sentences and tells which words are people: slovnet, with the weights that natasha carries."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from index.written_names import CAPITALISED

Recogniser = Callable[[Iterable[str], Callable[[int], None]], Mapping[str, int]]
"""Reads texts, telling as it goes on how many characters; returns the words that are mostly people, and how often."""

NAME = f"natasha {version('natasha')}"
WEIGHTS = "model/slovnet_ner_news_v1.tar"
VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
WORD = re.compile(rf"(?<![\w-]){CAPITALISED}(?![\w-])")


def recognised(texts: Iterable[str], advance: Callable[[int], None]) -> dict[str, int]:
    """The capitalised words of `texts` that are people in at least half of their places, with how often.

    >>> recognised(["Вчера Урбанс писал Гитлеру из Берлина."], lambda characters: None)
    {'Урбанс': 1, 'Гитлеру': 1}
    """
    met: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for found in _model().map(paragraph for text in texts for paragraph in text.split("\n")):
        inside = [range(span.start, span.stop) for span in found.spans if span.type == "PER"]
        for word in WORD.finditer(found.text):
            met[word[0]] += 1
            people[word[0]] += any(word.start() in span for span in inside)
        advance(len(found.text) + 1)
    return {word: times for word, times in people.items() if times and 2 * times >= met[word]}


@cache
def _model() -> Any:
    from navec import Navec
    from slovnet import NER

    weights = _weights()
    model = NER.load(weights / WEIGHTS)
    model.navec(Navec.load(weights / VECTORS))
    return model


def _weights() -> Path:
    """Where natasha is installed: found without importing it, which takes long and is not needed."""
    package = importlib.util.find_spec("natasha")
    assert package is not None
    assert package.submodule_search_locations is not None
    return Path(package.submodule_search_locations[0]) / "data"
