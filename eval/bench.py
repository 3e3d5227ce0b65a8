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

from eval.gold import GoldQuestion, read_gold
from eval.machine import machine
from eval.pages import page_figures
from eval.run import outcomes
from eval.served import LEGENDA, served
from eval.table import figures_table
from qa.archive import Archive

GOLD = Path(__file__).parent / "gold" / "politburo-trotsky" / "dev.jsonl"
COLD_RUNS = 5
SERVED = 20


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
    yield f"serving process, resident       {_serving_mb(folder, questions[:SERVED]):8.0f} MB"
    yield from page_figures(folder, [gold.question for gold in questions[:SERVED]])
    yield figures_table(outcomes(archive, [(GOLD.stem, gold) for gold in questions]))


def _seconds(*arguments: str) -> float:
    begun = time.perf_counter()
    subprocess.run([*LEGENDA, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _asked_ms(archive: Archive, question: str) -> float:
    begun = time.perf_counter()
    archive.ask(question)
    return 1000 * (time.perf_counter() - begun)


def _serving_mb(folder: Path, questions: Sequence[GoldQuestion]) -> float:
    """Resident memory of a serving process that has answered questions."""
    with served(folder) as server:
        for gold in questions:
            address = f"{server.address}/api/ask"
            httpx.get(address, params={"question": gold.question}, timeout=30).raise_for_status()
        return server.memory_mb


if __name__ == "__main__":
    main()
