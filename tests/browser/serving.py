"""Serves the web page or the kiosk over the fake archive: `python -m tests.browser.serving page|kiosk PORT`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import IO, TYPE_CHECKING

from tests.loopback import guard

if TYPE_CHECKING:
    from qa.archive import Archive

REACHED_OUT = "REACHED OUT"
"""How a line of the errors begins that names another machine."""

KIOSK = {"address": "https://museum.example/trotsky", "idle_seconds": 60, "countdown_seconds": 20}
"""What the curator of the tests has set."""


def main(page: str, port: int) -> None:
    """Serve until stopped; the address goes to the output."""
    guard(_tells(sys.stderr, f"{REACHED_OUT}: "))
    from tests.browser.watched import watched_archive

    SERVE[page](watched_archive(_tells(sys.stdout)), port)


def _page(archive: Archive, port: int) -> None:
    from ui.server import serve

    serve(archive, port=port, announce=_tells(sys.stdout))


def _kiosk(archive: Archive, port: int) -> None:
    from ui.kiosk.settings import Settings
    from ui.server import application, serve

    settings = Settings.model_validate(Settings.of(archive.manifest).model_dump() | KIOSK)
    offer = partial(application, kiosk=settings, only_kiosk=True)
    serve(archive, port=port, announce=_tells(sys.stdout), offer=offer)


SERVE: dict[str, Callable[[Archive, int], None]] = {"page": _page, "kiosk": _kiosk}


def _tells(stream: IO[str], before: str = "") -> Callable[[str], object]:
    """Writes a line of its own for each thing said."""

    def tell(said: str) -> None:
        stream.write(f"{before}{said}\n")
        stream.flush()

    return tell


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
