"""What was once found out of a word is remembered; all of it is forgotten together, for the word may be a visitor's."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Found = TypeVar("Found")

_FORGET: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Given, Found]], Callable[Given, Found]]:
    """Make a function of words remember what it returned for the `most` latest ones, until `forget`."""

    def remembering(function: Callable[Given, Found]) -> Callable[Given, Found]:
        kept = lru_cache(maxsize=most)(function)
        _FORGET.append(kept.cache_clear)
        return cast("Callable[Given, Found]", kept)

    return remembering


def forget() -> None:
    """Forget what every such function remembers."""
    for one in _FORGET:
        one()
