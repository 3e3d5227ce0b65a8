"""The suite itself: nothing in it reaches beyond this machine."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


def test_a_connection_to_another_machine_is_refused() -> None:
    with (
        socket.socket() as outward,
        pytest.raises(OSError, match=r"without a network, 192\.0\.2\.1:80 was refused"),
    ):
        outward.connect(("192.0.2.1", 80))


def test_no_name_of_another_machine_is_looked_up() -> None:
    with pytest.raises(OSError, match=r"without a network, museum\.example was refused"):
        socket.getaddrinfo("museum.example", 443)
    assert socket.getaddrinfo("localhost", 80)


def test_a_connection_to_this_machine_is_let_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_the_servers_of_the_tests_report_whom_they_tried_to_reach() -> None:
    reaching = (
        "import socket; from tests.loopback import guard; guard(print); socket.create_connection(('192.0.2.1', 80))"
    )
    tried = subprocess.run(
        [sys.executable, "-c", reaching], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert tried.stdout == "socket.connect 192.0.2.1:80\n"
    assert "was refused" in tried.stderr
