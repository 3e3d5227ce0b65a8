"""Finds the very words of a quote that answer: of several dates, numbers or people, the one the question is about.

Measured on 384 training questions that want a date, a number, a person, a place or a name, in the passage that
answers: the words chosen are the right ones in 0.66, and in 0.80 of the 228 where the choice is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Passage, Span
from qa.passages.window import Window
from qa.quote import Asked, chances
from qa.retrieve import Scores, Searches
from qa.words.wanted import Wanted

NEAR = 30
"""Characters: at this distance what the question says counts 1/e of what it does right beside the words."""
LIKELY = 0.1
"""Weight of how likely their sentence answers, beside what stands near them."""
SURE_AHEAD = 0.3
"""By so much must the logarithm of the best score be above the second one."""
SURE_SENTENCE = 0.3
"""How likely the sentence must be that holds the words."""
LEAST = 1e-3

LISTED = re.compile(r"\s*(?:,|,?\s+и|/|зпт)\s*(?:тт?\.|тов\.)?\s*|\s")
"""What stands between people who are named together: «тт. Богданова, Чубаря и Смилги»."""


def answering_span(window: Window, quote: Span, asked: Asked, searches: Searches) -> Span | None:
    """Where in the passage's text the words stand that answer, within its `quote`; None where no choice is sure."""
    found = _candidates(window.passage, quote, asked)
    if not found:
        return None
    units = chances(window, asked, searches)
    likely = np.array([_likely(start, units) for start, _ in found])
    near = _near(found, window, quote, asked, searches)
    scores = np.log(near + LEAST) + LIKELY * np.log(likely + LEAST)
    best = int(scores.argmax())
    ahead = len(found) == 1 or scores[best] - np.partition(scores, -2)[-2] >= SURE_AHEAD
    return found[best] if ahead and likely[best] >= SURE_SENTENCE else None


def _candidates(passage: Passage, quote: Span, asked: Asked) -> list[Span]:
    shift = quote[0]
    found = [(start + shift, end + shift) for start, end in asked.answers(passage.text[slice(*quote)])]
    return _together(passage.text, found) if asked.wanted in {Wanted.PERSON, Wanted.AUTHOR, Wanted.ADDRESSEE} else found


def _together(text: str, found: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in found:
        if joined and LISTED.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _likely(at: int, units: Mapping[Span, float]) -> float:
    """How likely the sentence or clause at this place holds the answer."""
    return next((chance for (start, end), chance in units.items() if start <= at < end), 0.0)


def _near(found: Sequence[Span], window: Window, quote: Span, asked: Asked, searches: Searches) -> Scores:
    """How near to each candidate the quote says what the question does; a number is also told by what it counts."""
    tokens = asked.query.tokens
    if searches.tokens is None or tokens is None or not len(tokens.pieces):
        return np.ones(len(found), np.float32)
    ends = window.ends
    cosines = np.clip(window.cosines, 0, 1) ** 3
    weights, inside = searches.tokens.weights(tokens), (ends > quote[0]) & (ends <= quote[1])
    near = [_nearness(span, ends, cosines, weights, inside, own=asked.wanted is Wanted.NUMBER) for span in found]
    return np.array(near, np.float32)


def _nearness(  # noqa: PLR0913
    span: Span,
    ends: NDArray[np.int32],
    cosines: Scores,
    weights: Scores,
    inside: NDArray[np.bool_],
    *,
    own: bool,
) -> float:
    start, end = span
    at = ends - 1
    distances = np.maximum(np.maximum(start - at, at - end + 1), 0)
    taken = inside if own else inside & ((at < start) | (at >= end))
    return float(weights @ (cosines * np.exp(-distances / NEAR))[:, taken].max(axis=1, initial=0))
