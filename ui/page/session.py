"""A session: the visit of one visitor, which several acts may change at once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

from ui.page.visit import Visit


class Session:
    """Holds the visit as it stands now: an answer that comes late finds what was opened or switched meanwhile."""

    def __init__(self, visit: Visit | None = None) -> None:
        self._visit = visit or Visit()
        self._lock = Lock()

    @property
    def visit(self) -> Visit:
        """The visit as it stands."""
        return self._visit

    def change(self, by: Callable[[Visit], Visit]) -> Visit:
        """The visit after the change `by`, which nothing comes between."""
        with self._lock:
            self._visit = by(self._visit)
            return self._visit

    def __deepcopy__(self, memo: dict[int, Any]) -> Session:
        """A session of its own, as each browser window begins with."""
        return Session(self._visit)
