"""Listening on an address: what cannot be had is said in one line before anything starts."""

from __future__ import annotations

from contextlib import closing

import pytest

from ui.server import CannotListen, PortInUse, listening


def test_a_port_in_use_is_named_before_anything_starts() -> None:
    with closing(listening("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=rf"^port {port} is in use; .*--port$"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("256.0.0.1.invalid", 7860), ("127.0.0.1", 70000), ("192.0.2.1", 7860)])
def test_an_address_that_cannot_be_had_is_named_in_one_line(host: str, port: int) -> None:
    with pytest.raises(CannotListen) as raised:
        listening(host, port)
    assert host in str(raised.value) and "\n" not in str(raised.value)
