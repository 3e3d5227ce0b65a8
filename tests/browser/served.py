"""A server in a process of its own, over the fake archive and with no way out to another machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

from tests.browser.serving import REACHED_OUT
from tests.browser.watched import FORGOTTEN

REPOSITORY = Path(__file__).parents[2]
STARTING_S = 60
ENDING_S = 20


class Served:
    """The server of the web page or of the kiosk: it can be stopped, and started anew at the same address."""

    def __init__(self, page: str, *options: str) -> None:
        self._page = page
        self._options = options
        self._port = 0
        self.start()

    def start(self) -> None:
        """Start it, at the port that it had before if any, and wait until it can be asked."""
        said = (self._page, str(self._port), *self._options)
        command = [sys.executable, "-W", "ignore", "-m", "tests.browser.serving", *said]
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8", "OMP_NUM_THREADS": "1"}
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, cwd=REPOSITORY, env=environment, encoding="utf-8", stdin=pipe, stdout=pipe, stderr=pipe
        )
        self._said: Queue[str | None] = Queue()
        self.complaints: list[str] = []
        self._readers = [
            _reading(self._process.stdout, self._said.put, lambda: self._said.put(None)),
            _reading(self._process.stderr, self.complaints.append),
        ]
        self.origin = self._hears("http").rstrip("/")
        self._port = int(self.origin.rpartition(":")[2])

    def has_forgotten(self) -> bool:
        """Whether the archive was told since the last call to forget what was asked; waits for it."""
        return bool(self._hears(FORGOTTEN))

    def go_on(self) -> None:
        """Let the archive answer the question that it keeps waiting."""
        assert self._process.stdin
        self._process.stdin.write("go on\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """End it at once, as a power cut would, if it has not ended already."""
        self._process.kill()
        self._ended()

    def interrupt(self) -> int:
        """End it as Ctrl-C does; its exit status."""
        self._process.send_signal(signal.SIGINT)
        return self._ended()

    @property
    def reached_out(self) -> list[str]:
        """The other machines that it tried to reach."""
        return [line for line in self.complaints if line.startswith(REACHED_OUT)]

    def _hears(self, beginning: str) -> str:
        """The next line of its output with this beginning; raises RuntimeError where it ended without one."""
        while (line := self._said.get(timeout=STARTING_S)) is not None:
            if line.startswith(beginning):
                return line
        self._ended()
        raise RuntimeError("\n".join(["the server has ended:", *self.complaints]))

    def _ended(self) -> int:
        status = self._process.wait(timeout=ENDING_S)
        for reader in self._readers:
            reader.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert pipe
            pipe.close()
        return status


def _reading(pipe: IO[str] | None, tell: Callable[[str], object], end: Callable[[], object] = list) -> Thread:
    """A thread that tells each line of a pipe and its end, so that the process never waits for its reader."""

    def read() -> None:
        for line in pipe or ():
            tell(line.rstrip("\n"))
        end()

    reader = Thread(target=read, daemon=True)
    reader.start()
    return reader
