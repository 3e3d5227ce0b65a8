"""The suite itself: nothing in it reaches beyond this machine."""

from __future__ import annotations

import socket

import pytest


def test_a_connection_to_another_machine_is_refused() -> None:
    with (
        socket.socket() as outward,
        pytest.raises(OSError, match=r"without a network, 192\.0\.2\.1:80 was refused"),
    ):
        outward.connect(("192.0.2.1", 80))


def test_a_connection_to_this_machine_is_let_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
