"""What a visitor may mean while typing."""

from __future__ import annotations

from index.collection import Language
from qa.archive import Archive
from ui.kiosk.settings import Settings

MOST = 5


class Suggestions:
    """Questions and names that begin as what is typed, kept ready."""

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self._settings = settings

    def of(self, typed: str, language: Language) -> tuple[str, ...]:
        """At most five lines that go on as `typed` begins, in either layout of the keyboard."""
        return ()
