"""A run on disk: a folder with run.json, outcomes.jsonl, figures.jsonl, TREC's files and report.html."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from math import isnan
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from eval.figures import Figure, figures
from eval.outcome import Outcome, Run
from eval.trec import write_trec
from index.errors import CallError, LegendaError

RUN, OUTCOMES, FIGURES = "run.json", "outcomes.jsonl", "figures.jsonl"
REMEDY = "give a folder that legenda eval --out has written"
ABOUT = ("name", "made", "model", "index", "commit", "machine", "gold")


def save(run: Run, folder: Path) -> None:
    """Write the run into the folder, which is there; raises LegendaError where that cannot be."""
    try:
        about = {name: getattr(run, name) for name in ABOUT}
        (folder / RUN).write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        _write_lines(folder / OUTCOMES, (asdict(outcome) for outcome in run.outcomes))
        _write_lines(folder / FIGURES, map(_figure, figures(run.outcomes)))
        write_trec(run, folder)
    except OSError as error:
        raise LegendaError(
            f"{error.filename or folder} cannot be written ({error.strerror}); choose another --out"
        ) from error


def _figure(figure: Figure) -> dict[str, Any]:
    """The figure as a table; JSON has no NaN."""
    return asdict(figure) | {"value": [None if isnan(number) else round(number, 6) for number in figure.value]}


def _write_lines(path: Path, tables: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(table, ensure_ascii=False) + "\n" for table in tables)


def load(folder: Path) -> Run:
    """The run that `save` wrote; raises CallError where the folder holds none."""
    try:
        about = json.loads((folder / RUN).read_bytes())
        lines = (folder / OUTCOMES).read_text(encoding="utf-8").split("\n")
        outcomes = [TypeAdapter(Outcome).validate_json(line) for line in lines if line]
        return TypeAdapter(Run).validate_python({**about, "outcomes": outcomes})
    except OSError as error:
        raise CallError(
            f"{folder} holds no saved run ({Path(error.filename).name}: {error.strerror}); {REMEDY}"
        ) from error
    except (ValueError, TypeError, ValidationError) as error:
        raise CallError(f"the run in {folder} is damaged; {REMEDY}") from error
