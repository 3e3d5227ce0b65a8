"""The fake archive with a question that waits, so that a test can do something in the midst of an answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any, cast

from qa.archive import Archive
from qa.contract import Answer
from tests.fake_archive import NUMBERS, FakeArchive

WAITING = "подожди"
"""A question with this word is answered only when the test says so."""
LONGEST_WAIT_S = 30
FORGOTTEN = "FORGOTTEN"
"""What is told when the archive was made to forget."""


@dataclass(frozen=True)
class WatchedArchive:
    """Answers as `archive` does, once a line of the input says so where the question waits; tells when it forgets."""

    archive: FakeArchive
    told: Callable[[str], object]
    go_on: Event = field(default_factory=Event)

    def __getattr__(self, name: str) -> Any:
        """All else is as the archive has it."""
        return getattr(self.archive, name)

    def ask(self, question: str, **options: Any) -> Answer:
        """The answer of the archive."""
        if WAITING in question:
            self.go_on.wait(LONGEST_WAIT_S)
            self.go_on.clear()
        return self.archive.ask(question, **options)

    def forget(self) -> None:
        """Forget as the archive does."""
        self.archive.forget()
        self.told(FORGOTTEN)

    def listen(self) -> None:
        """Take each line of the input as leave to answer."""
        for _ in sys.stdin:
            self.go_on.set()


def watched_archive(told: Callable[[str], object], *further: str) -> Archive:
    """The archive, with `further` documents, in the type that the pages ask for; `told` hears that it forgot."""
    watched = WatchedArchive(FakeArchive.of(numbers=(*NUMBERS, *further)), told)
    Thread(target=watched.listen, daemon=True).start()
    return cast("Archive", watched)
