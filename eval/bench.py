"""`make bench`: quality, speed and memory of the shipped collection, with the machine they were seen on."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

import httpx
import psutil

from eval.gold import GoldQuestion, read_gold
from eval.machine import machine
from eval.run import outcomes
from eval.table import figures_table
from qa.archive import Archive

GOLD = Path(__file__).parent / "gold" / "politburo-trotsky" / "dev.jsonl"
LEGENDA = (sys.executable, "-m", "ui")
COLD_RUNS = 5
PORT = 7871
SERVED = 20
STARTING_S = 60


def main() -> None:
    """Print what the README states of speed and memory, and how well `dev` is found."""
    sys.stdout.write(f"{chr(10).join(machine())}\n")
    with tempfile.TemporaryDirectory() as place:
        for line in figures(Path(place) / "index", read_gold(GOLD)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def figures(folder: Path, questions: Sequence[GoldQuestion]) -> Iterator[str]:
    """One line or table for each thing measured."""
    yield f"build of the whole volume       {_seconds('build', '--index', str(folder)):8.1f} s"
    yield f"second build, nothing to do     {_seconds('build', '--index', str(folder)):8.1f} s"
    cold = [_seconds("ask", questions[0].question, "--index", str(folder)) for _ in range(COLD_RUNS)]
    yield f"legenda ask, cold, median of {COLD_RUNS}  {median(cold):8.2f} s"
    archive = Archive.open(folder)
    archive.ask(questions[0].question)
    times = [_asked_ms(archive, gold.question) for gold in questions]
    yield f"warm question, median           {median(times):8.0f} ms"
    yield f"warm question, 95th percentile  {quantiles(times, n=20)[-1]:8.0f} ms"
    yield f"serving process, resident       {_serving_mb(folder):8.0f} MB"
    yield figures_table(outcomes(archive, [(GOLD.stem, gold) for gold in questions]))


def _seconds(*arguments: str) -> float:
    begun = time.perf_counter()
    subprocess.run([*LEGENDA, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _asked_ms(archive: Archive, question: str) -> float:
    begun = time.perf_counter()
    archive.ask(question)
    return 1000 * (time.perf_counter() - begun)


def _serving_mb(folder: Path) -> float:
    """Resident memory of a serving process that has answered questions, its children included."""
    command = [*LEGENDA, "serve", "--index", str(folder), "--port", str(PORT)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for gold in read_gold(GOLD)[:SERVED]:
                _served(gold.question)
            processes = [psutil.Process(server.pid), *psutil.Process(server.pid).children(recursive=True)]
            return float(sum(process.memory_info().rss for process in processes)) / 2**20
        finally:
            server.terminate()


def _served(question: str) -> None:
    """One answer over HTTP, waiting for the server to come up."""
    address = f"http://127.0.0.1:{PORT}/api/ask"
    for _ in range(STARTING_S):
        try:
            httpx.get(address, params={"question": question}, timeout=30).raise_for_status()
        except httpx.ConnectError:
            time.sleep(1)
        else:
            return
    raise SystemExit(f"the server did not answer on port {PORT}")


if __name__ == "__main__":
    main()
