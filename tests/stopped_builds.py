"""Builds of an index in processes of their own that do not come to their end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
HALTED = """
import sys, time
from pathlib import Path
from index.build import build
from tests.fake_encoder import FakeEncoder
from tests.three_papers import VOLUME, three_papers

def halt(done, total):
    if 2 * done > total:
        print("in the middle", flush=True)
        time.sleep(60)

folder = Path(sys.argv[1])
build(three_papers(folder / "changed", volume=VOLUME + "И. Сталин"), folder / "index", "fake", FakeEncoder(), halt)
"""
"""A program whose build stands still in the middle."""
FULL = """
import resource, sys
from pathlib import Path
from index.build import build
from index.folder import IndexFolderError
from tests.fake_encoder import FakeEncoder
from tests.three_papers import VOLUME, three_papers

folder = Path(sys.argv[1])
changed = three_papers(folder / "changed", volume=VOLUME + "И. Сталин")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    build(changed, folder / "index", "fake", FakeEncoder(dimension=4096), print)
except IndexFolderError as error:
    print(error)
"""
"""A program that may write so many bytes to a file and no more, as on a full disk."""


@contextmanager
def halted(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of building anew the index in `folder`."""
    with subprocess.Popen(_command(HALTED, folder), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None and program.stdout.readline() == "in the middle\n"
            yield program
        finally:
            program.kill()


def built_on_a_full_disk(folder: Path, size: int) -> str:
    """What a build anew of the index in `folder` prints that may write `size` bytes to a file."""
    command = _command(FULL, folder, size)
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return done.stdout


def _command(program: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", program, *map(str, arguments)]
