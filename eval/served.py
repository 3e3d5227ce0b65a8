"""`legenda serve` as a process of its own, for what is measured from outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

LEGENDA = (sys.executable, "-m", "ui")
ADDRESS = "Legenda: "
"""How the line begins that names the address, once the server can be asked."""


@dataclass(frozen=True)
class Served:
    """A server that can be asked: where it is found, and its process."""

    address: str
    pid: int

    @property
    def memory_mb(self) -> float:
        """Its resident memory, its children included."""
        server = psutil.Process(self.pid)
        processes = [server, *server.children(recursive=True)]
        return float(sum(process.memory_info().rss for process in processes)) / 2**20


@contextmanager
def served(folder: Path, *options: str) -> Iterator[Served]:
    """A server of the index in `folder` at any free port, ended with the block; raises SystemExit where none starts."""
    command = [*LEGENDA, "serve", "--index", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:
        try:
            line = next(iter(process.stdout or ()), "")
            if not line.startswith(ADDRESS):
                raise SystemExit(f"no server started with: {' '.join(command)}")
            yield Served(line.removeprefix(ADDRESS).split()[0].rstrip("/"), process.pid)
        finally:
            process.terminate()
