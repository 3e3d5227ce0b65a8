"""`python -m training.reader QUESTIONS.jsonl --public FILE...`: trains the reader, and says what it is worth.

QUESTIONS is as for training.trunk, with `span`, the words of the quote that answer; unanswerable ones may be among
them. The FILES are tests of reading in the form of SQuAD. The network reads the public tests, then the questions about
two thirds of the documents; what it is worth, and the numbers of qa/confidence.py, are found with the other third,
which it has not seen. At last it reads that third, with half of the others once more, and is written. The index must
be built. On two cores it takes about an hour.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import torch
from rich.progress import track
from sklearn.linear_model import LogisticRegression

from eval.gold import GoldQuestion, read_gold
from eval.judgement import holds
from eval.metrics import mean_reciprocal_rank, recall_at
from index.cache import index_folder
from index.reader import SHIPPED, Reader
from qa.archive import Archive
from qa.confidence import RIGHT
from qa.passages.closer import READ, READER
from qa.refusal.signs import signs
from training.network import Network, export
from training.practice import learned
from training.reading import Found, found, lessons, public_lessons

SEED = 10
PUBLIC, OWN, AGAIN = 1e-4, 1e-4, 6e-5
"""The rates of learning from public tests, from two thirds of the questions, and from the rest."""
WEIGHTS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
"""Weights of the reader that are compared, for qa/passages/closer.py."""


def main() -> None:
    """Train, measure, print, write."""
    options = _options()
    torch.manual_seed(SEED)
    chance = Random(SEED)
    archive = Archive.open(index_folder(), reader=None)
    questions = found(archive, read_gold(options.questions), _spans(options.questions))
    seen = [one for one in questions if not is_held(one.asked)]
    held = [one for one in questions if is_held(one.asked)]
    network = Network()
    learned(network, public_lessons(options.public, chance), PUBLIC, chance, left=0.3)
    learned(network, lessons(archive, seen, chance), OWN, chance)
    with TemporaryDirectory() as folder:
        trial = Path(folder) / SHIPPED.name
        write(network, trial)
        _tell_worth(Archive.open(index_folder(), reader=Reader(trial)), held)
    half = chance.sample(seen, len(seen) // 2)
    learned(network, lessons(archive, [*held, *half], chance), AGAIN, chance)
    write(network, options.out)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m training.reader", description="train the reader")
    options.add_argument("questions", type=Path, help="the questions to learn from")
    options.add_argument("--public", type=Path, nargs="*", default=(), help="tests of reading in the form of SQuAD")
    options.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    return options.parse_args()


def _spans(questions: Path) -> dict[str, str]:
    """By the id of a question, the words of its quote that answer."""
    lines = [json.loads(line) for line in questions.read_text("utf-8").splitlines() if line.strip()]
    return {line["id"]: line["span"] for line in lines if line.get("span")}


def is_held(asked: GoldQuestion) -> bool:
    """Whether a question is about the third of the documents that is held out."""
    return bool(asked.evidence) and zlib.crc32(asked.evidence[0].doc.encode()) % 3 == 0


def write(network: Network, file: Path) -> None:
    """Write the reader, and its digest beside it."""
    export(network, file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_suffix(".sha256").write_text(f"{digest}  {file.name}\n", "ascii")
    sys.stdout.write(f"{file}: {file.stat().st_size / 1e6:.1f} MB, {digest[:8]}\n")


def _tell_worth(archive: Archive, held: Sequence[Found]) -> None:
    """What the reader does for questions about documents that it has not seen, and what its opinion makes likely."""
    signs_of, labels = [], []
    ranks: dict[float, list[int | None]] = {weight: [] for weight in WEIGHTS}
    for one in track(held, "asking about the other documents"):
        evidence = one.asked.evidence
        for hidden in (frozenset[str](), frozenset(place.doc for place in evidence)):
            ranking, windows = archive.found(one.asked.question, hidden)
            right = [any(holds(window.passage, place) for place in evidence) for window in windows]
            language = archive.understanding.understand(one.asked.question).language
            opinion = windows[0].opinion
            assert opinion
            signs_of.append((RIGHT[language].logit(signs(ranking, archive.searches.lexical)), opinion.odds))
            labels.append(right[0])
            for weight in WEIGHTS if not hidden else ():
                scores = [ranking.scores[window.row] + weight / READER * window.added for window in windows]
                order = np.argsort(-np.array(scores), kind="stable")
                ranks[weight].append(next((at for at, row in enumerate(order, 1) if right[row]), None))
    sys.stdout.write(f"\n{len(held)} questions about documents that the reader has not seen, first {READ} passages\n")
    for weight, found_at in ranks.items():
        recall, mean = recall_at(1, found_at), mean_reciprocal_rank(found_at)
        sys.stdout.write(f"READER {weight:.1f}: recall@1 {recall:.3f}, MRR {mean:.3f}\n")
    model = LogisticRegression().fit(signs_of, labels)
    before, odds = model.coef_[0]
    sys.stdout.write(f"BEFORE {before:.2f}, ODDS {odds:.2f}, BIAS {model.intercept_[0]:.2f}\n")


if __name__ == "__main__":
    main()
