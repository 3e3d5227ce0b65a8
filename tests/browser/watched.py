"""The fake archive with a question that waits, so that a test can do something in the midst of an answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import Any, cast

from qa.archive import Archive
from qa.contract import Answer
from tests.fake_archive import FakeArchive

WAITING = "подожди"
"""A question with this word is answered only when the test says so."""
LONGEST_WAIT_S = 30


class WatchedArchive(FakeArchive):
    """Answers as the fake archive does, once a line of the input says so where the question waits."""

    go_on = Event()

    def ask(self, question: str, **options: Any) -> Answer:
        """The answer of the fake archive."""
        if WAITING in question:
            self.go_on.wait(LONGEST_WAIT_S)
            self.go_on.clear()
        return super().ask(question, **options)


def watched_archive(_told: Callable[[str], object]) -> Archive:
    """The archive in the type that the pages ask for."""
    Thread(target=_listen, daemon=True).start()
    return cast("Archive", WatchedArchive.of())


def _listen() -> None:
    for _ in sys.stdin:
        WatchedArchive.go_on.set()
