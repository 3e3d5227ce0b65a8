"""A guard that lets a process reach its own machine only: for the tests, and for the servers that they start."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from ipaddress import ip_address

OWN = ("127.0.0.1", "::1", "localhost", "", None)
"""The hosts let through; the last two are how a look-up says "this machine"."""
CALLS, LOOK_UPS = {"socket.connect", "socket.sendto"}, {"socket.getaddrinfo", "socket.gethostbyname"}
"""Python's own reports of what can leave the machine; the first hand over the address after the socket."""


class ReachedOut(OSError):
    """Something tried to reach another machine."""


def guard(told: Callable[[str], object] = str) -> None:
    """From here to its end this process is refused every other machine; `told` hears of each attempt."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in CALLS:
            outward = _called(arguments[1])
        elif event in LOOK_UPS:
            outward = _looked_up(arguments[0])
        else:
            return
        if outward:
            told(f"{event} {outward}")
            raise ReachedOut(errno.ENETUNREACH, f"this runs without a network, {outward} was refused")

    sys.addaudithook(watch)


def _called(address: object) -> str:
    """The other machine of an address, "" where it is this one; a Unix socket has no tuple for its address."""
    if not isinstance(address, tuple) or address[0] in OWN:
        return ""
    return f"{address[0]}:{address[1]}"


def _looked_up(host: object) -> str:
    """The name that others would be asked for; a number is no name."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in OWN:
        return ""
    try:
        ip_address(str(name))
    except ValueError:
        return str(name)
    return ""
