"""`legenda serve`: the web page, the museum kiosk and the HTTP API."""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from functools import partial
from pathlib import Path

from index.errors import CallError

NAME = "serve"
HELP = "serve the web page at /, the museum kiosk at /kiosk and the HTTP API at /api"
PORT = 7860


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this computer only)")
    options.add_argument("--port", type=int, default=PORT, help=f"the port to listen on (default: {PORT})")
    options.add_argument("--open", action="store_true", help="open the page in a browser too")
    options.add_argument("--feedback", type=Path, metavar="FILE", help="ask whether answers are right; keep that there")
    options.add_argument("--kiosk", action="store_true", help="serve the museum kiosk only; / leads to it")
    options.add_argument("--settings", type=Path, metavar="FILE", help="the kiosk's settings (default: none needed)")


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    if options.kiosk and options.feedback:
        raise CallError("--feedback goes with the web page; the kiosk asks nobody to judge: leave out one of the two")
    from qa.archive import Archive
    from ui.endpoint import endpoint
    from ui.feedback.feedback import Feedback
    from ui.kiosk.settings import Settings
    from ui.server import application, serve

    announce = _announce_and_open if options.open else _announce
    feedback = Feedback(options.feedback) if options.feedback else None
    archive = Archive.open(options.index, writer=endpoint())
    settings = Settings.read(options.settings, archive.manifest) if options.settings else None
    archive.warm()
    offer = partial(application, kiosk=settings, only_kiosk=options.kiosk, feedback=feedback)
    serve(archive, host=options.host, port=options.port, announce=announce, offer=offer)
    return 0


def _announce(address: str) -> None:
    sys.stdout.write(f"Legenda: {address} (stop with Ctrl-C)\n")
    sys.stdout.flush()


def _announce_and_open(address: str) -> None:
    _announce(address)
    # Without a screen a browser for terminals would take hold of this one.
    if sys.platform in {"darwin", "win32"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        webbrowser.open(address)
