"""The command line as a process: ports, signals, pipes and terminals."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.command import Legenda, complaint

REPOSITORY = Path(__file__).parents[1]
LEGENDA = (sys.executable, "-m", "ui")
ASLEEP_S = 0.5
"""So long sleeps only who waits."""


def test_a_port_in_use_is_named(legenda: Legenda) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert legenda("serve", "--port", port) == complaint(
            f"port {port} is in use; stop what listens there or choose another with --port", 1
        )


def test_a_port_that_does_not_exist_is_named(legenda: Legenda) -> None:
    assert legenda("serve", "--port", 65_536) == complaint(
        "cannot listen on 127.0.0.1, port 65536: ports end at 65535; change --port", 1
    )


def started(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    command = [*LEGENDA, *map(str, arguments)]
    return subprocess.Popen(command, cwd=REPOSITORY, env=os.environ | environment, **pipes)


def wait_until_it_waits(process: subprocess.Popen[str]) -> None:
    """A signal just before it begins to read would be seen only after the reading, which never ends.

    While it loads it sleeps now and then, too: it waits where it has not been woken for a while.
    """
    seen = psutil.Process(process.pid)
    woken, since = seen.num_ctx_switches(), time.monotonic()
    while seen.status() != psutil.STATUS_SLEEPING or time.monotonic() - since < ASLEEP_S:
        time.sleep(0.01)
        now = seen.num_ctx_switches()
        if now != woken:
            woken, since = now, time.monotonic()


@pytest.fixture
def heeding() -> Iterator[None]:
    """Where the suite was started in the background it ignores Ctrl-C, and whatever it starts would do so, too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding")
def test_ctrl_c_stops_with_one_line(small_index: Path, tmp_path: Path) -> None:
    """The questions come from a pipe that stays empty, so that the command surely waits in its midst."""
    into = tmp_path / "in.jsonl"
    os.mkfifo(into)
    command = ("ask", "--batch", into, "--out", tmp_path / "out.jsonl", "--index", small_index)
    with started(*command) as process, into.open("wb"):  # which opens when the command opens it too
        wait_until_it_waits(process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (1, "", "legenda: stopped\n")


def test_a_reader_that_has_seen_enough_is_no_failure(small_index: Path) -> None:
    """As in `legenda documents | head -1`."""
    with started("documents", "--json", "--index", small_index) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.wait(timeout=30), process.stderr.read()) == (0, "")


def test_a_terminal_that_knows_no_russian_gets_question_marks(small_index: Path) -> None:
    with started("show", "15", "--index", small_index, PYTHONIOENCODING="ascii") as process:
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert out.splitlines()[0] == "???????? ? 15"
