"""Running a command of `legenda` in a test, and what came back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    status: int
    out: str
    err: str


Legenda = Callable[..., Ran]


def complaint(message: str, status: int) -> Ran:
    return Ran(status, "", f"legenda: {message}\n")
