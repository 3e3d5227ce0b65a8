"""Shuts the doors to the network within a block, to show that nothing needs them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import LegendaError


class NetworkTouched(LegendaError):
    """Something tried to reach the network."""


@contextmanager
def no_network() -> Iterator[None]:
    """Within this block every connection from this process is refused with NetworkTouched."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def refuse(*where: object, **_: object) -> None:
        raise NetworkTouched(f"something tried to reach the network: {where[-1]!r}; please report this")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]
        socket.getaddrinfo = look_up
