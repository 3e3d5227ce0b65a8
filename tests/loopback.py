"""A guard that lets a process reach its own machine only: for the tests, and for the servers that they start."""

from __future__ import annotations

import sys
from collections.abc import Callable

OWN = ("127.0.0.1", "::1", "localhost", "", None)
"""The hosts let through; the last two are how a look-up says "this machine"."""
REACHING = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}
"""Python's own report of each call that can leave the machine -> which of its arguments says whereto."""


class ReachedOut(OSError):
    """Something tried to reach another machine."""


def guard(told: Callable[[str], object] = lambda _: None) -> None:
    """From here to its end this process is refused every other machine; `told` hears of each attempt."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event not in REACHING:
            return
        whereto = arguments[REACHING[event]]
        if not _is_own(event, whereto):
            told(f"{event} {whereto}")
            raise ReachedOut(f"this runs without a network, {whereto} was refused")

    sys.addaudithook(watch)


def _is_own(event: str, whereto: object) -> bool:
    """A look-up names a host; a connection to another machine has a tuple for its address, a Unix socket has none."""
    if event in {"socket.connect", "socket.sendto"}:
        return not isinstance(whereto, tuple) or whereto[0] in OWN
    return whereto in OWN
