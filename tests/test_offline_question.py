"""A question needs no network and none of the libraries that take seconds to import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
QUESTION = "Откуда и куда перенесли сессию ЦИКа?"
HEAVY = ("torch", "transformers", "sentence_transformers", "gradio", "fastapi", "uvicorn", "sklearn", "httpx")

# A process of its own, in which no socket can be made at all, not even to this machine.
PREAMBLE = """
import json, pathlib, socket, sys

def refused(*_, **__):
    raise AssertionError("a socket was asked for")

socket.socket.__init__ = socket.getaddrinfo = socket.gethostbyname = refused
index, question, heavy = sys.argv[1], sys.argv[2], sys.argv[3:]
"""
IN_PYTHON = """
from qa.archive import Archive
answer = Archive.open(pathlib.Path(index)).ask(question).as_json()
"""
ON_THE_COMMAND_LINE = """
import contextlib, io
from ui.cli import main
with contextlib.redirect_stdout(io.StringIO()) as out:
    assert main(["ask", question, "--json", "--index", index]) == 0
answer = json.loads(out.getvalue())
"""
REPORT = """
print(json.dumps([answer["passages"][0]["document"], [name for name in heavy if name in sys.modules]]))
"""


@pytest.mark.parametrize("way", [IN_PYTHON, ON_THE_COMMAND_LINE], ids=["in Python", "legenda ask"])
def test_a_question_is_answered_without_network_and_heavy_libraries(way: str, small_index: Path) -> None:
    command = [sys.executable, "-c", PREAMBLE + way + REPORT, str(small_index), QUESTION, *HEAVY]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == ["10", []]
