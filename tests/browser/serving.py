"""Serves the web page or the kiosk over the fake archive: `python -m tests.browser.serving page|kiosk PORT [FEEDBACK]`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tests.loopback import guard

if TYPE_CHECKING:
    from fastapi import FastAPI

    from qa.archive import Archive

REACHED_OUT = "REACHED OUT"
"""How a line of the errors begins that names another machine."""

IDLE, COUNTDOWN = 60, 20
"""Seconds."""
VOICED = "32", "89", "139", "202"
"""Short documents of different years, each with a sentence for the first screen of the kiosk."""
KIOSK = {"address": "https://museum.example/trotsky", "idle_seconds": IDLE, "countdown_seconds": COUNTDOWN}
"""What the curator of the tests has set."""


def main(page: str, port: int, *feedback: str) -> None:
    """Serve until stopped; the address goes to the output, what visitors say of answers to the file `feedback`."""
    guard(_tells(sys.stderr, f"{REACHED_OUT}: "))
    from tests.browser.watched import watched_archive
    from ui.server import serve

    offer = OFFERS[page](*feedback)
    archive = watched_archive(_tells(sys.stdout), *(VOICED if page == "kiosk" else ()))
    serve(archive, port=port, announce=_tells(sys.stdout), offer=offer)


def _page(*feedback: str) -> Offer:
    from ui.feedback.feedback import Feedback
    from ui.server import application

    return partial(application, feedback=Feedback(Path(feedback[0])) if feedback else None)


def _kiosk() -> Offer:
    from ui.kiosk.settings import Settings
    from ui.server import application

    def offer(archive: Archive) -> FastAPI:
        settings = Settings.model_validate(Settings.of(archive.manifest).model_dump() | KIOSK)
        return application(archive, kiosk=settings, only_kiosk=True)

    return offer


Offer = Callable[["Archive"], "FastAPI"]
OFFERS: dict[str, Callable[..., Offer]] = {"page": _page, "kiosk": _kiosk}


def _tells(stream: IO[str], before: str = "") -> Callable[[str], object]:
    """Writes a line of its own for each thing said."""

    def tell(said: str) -> None:
        stream.write(f"{before}{said}\n")
        stream.flush()

    return tell


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
