"""`python -m training.trunk QUESTIONS.jsonl...`: trains index/data/trunk.safetensors, and says what it is worth.

QUESTIONS hold one JSON object a line: `id`, `type`, `question`, `evidence` as in a gold file, and `of`, the id of the
question that asks the same in other words. Gold questions must not be among them. First a map of tokens is learned over
the model as it came, then the upper layers and this map together, on all questions. What that is worth is said of a
trunk that was tuned on the questions about two thirds of the documents and is asked the others, as another volume would
bring them. Seeds are fixed. On two cores one tuning takes some twenty minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from eval.gold import GoldQuestion, read_gold
from eval.metrics import DEPTH, DEPTHS, mean_reciprocal_rank, recall_at
from index.bundled import BundledEncoder, weights_name
from index.collection import Collection
from index.embed import PASSAGE, QUERY
from index.token_map import TokenMap, Tokens
from index.tokens import TokenVectors
from index.trunk import SHIPPED, Trunk, save
from qa.rank import LATE, first, with_late
from qa.retrieve import Scores
from training.learn import learned
from training.lessons import Course, Lesson, course, untuned
from training.tuning import Drill, tuned
from training.upper import Below, Upper

COLLECTION = Path(__file__).parents[1] / "collections" / "politburo-trotsky"
SEED = 0
NEAREST = 60
"""So many of the passages that a question finds wrongly are rivals of the right ones."""
BEGINNING = 0.5
"""Share of late interaction in finding these, by the map that tuning begins with."""
SHARES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of late interaction that are compared, for qa/rank.py."""
ADDED = (0.0, 0.5, 1.0, 1.5)
"""What agreements may add, likewise."""


def main() -> None:
    """Train, write, measure, print."""
    options = _options()
    questions = [question for file in options.questions for question in read_gold(file)]
    collection = Collection.open(options.collection)
    lessons = course(collection, questions, untuned())
    _train(lessons, lessons.lessons, options.out)
    sys.stdout.write(f"{options.out}: trained on {len(lessons.lessons)} of {len(questions)} questions\n")
    others = other_documents(lessons)
    with TemporaryDirectory() as folder:
        file = Path(folder) / SHIPPED.name
        _train(lessons, [lesson for lesson in lessons.lessons if lesson.document not in others], file)
        _tell_worth(collection, [one for one in questions if _is_about(one, others)], BundledEncoder(Trunk.load(file)))


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m training.trunk", description="train the trunk")
    options.add_argument("questions", type=Path, nargs="+", help="the questions to learn from")
    options.add_argument("--collection", type=Path, default=COLLECTION, help="the collection they ask about")
    options.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    return options.parse_args()


def _train(taught: Course, lessons: Sequence[Lesson], file: Path) -> None:
    """Write the trunk that `lessons` give."""
    beginning = learned(taught, lessons, SEED)
    upper = Upper(beginning)
    drills = _drills(upper, taught, lessons, beginning)
    save(file, weights_name(), *tuned(upper, upper.below(taught.texts, PASSAGE), drills, SEED).taught())


def _drills(upper: Upper, taught: Course, lessons: Sequence[Lesson], beginning: TokenMap) -> list[Drill]:
    vectors = TokenVectors.of([_mapped(beginning, tokens) for tokens in taught.passages])
    below = upper.below([lesson.asked for lesson in lessons], QUERY)
    return [_drill(asked, lesson, vectors, beginning) for asked, lesson in zip(below, lessons, strict=True)]


def _drill(asked: Below, lesson: Lesson, vectors: TokenVectors, beginning: TokenMap) -> Drill:
    late = with_late(vectors.scores(_mapped(beginning, lesson.tokens)), lesson.both, BEGINNING)
    right = frozenset(lesson.right)
    near = [row for row in first(late, NEAREST + len(right)) if row not in right]
    return Drill(asked, torch.from_numpy(vectors.rarity(asked.pieces)), right, tuple(near[:NEAREST]))


def other_documents(taught: Course) -> frozenset[str]:
    """The last third of the documents."""
    documents = list(dict.fromkeys(taught.documents))
    return frozenset(documents[2 * len(documents) // 3 :])


def _is_about(question: GoldQuestion, documents: frozenset[str]) -> bool:
    return any(one.doc in documents for one in question.evidence)


def _tell_worth(collection: Collection, questions: Sequence[GoldQuestion], encoder: BundledEncoder) -> None:
    """What a trunk does for questions about documents that it has not seen."""
    asked = course(collection, questions, encoder)
    vectors = TokenVectors.of(asked.passages)
    late = [vectors.scores(lesson.tokens) for lesson in asked.lessons]
    sys.stdout.write(f"\ntrained on two thirds of the documents, asked {len(late)} questions about the rest\n")
    sys.stdout.writelines(_figures(asked.lessons, late))
    sys.stdout.write("\nMRR@10 by what full agreement in date and people adds\n")
    sys.stdout.writelines(_agreed(asked.lessons, late))


def _figures(held: Sequence[Lesson], late: Sequence[Scores]) -> Iterator[str]:
    """Recall and MRR for each share of late interaction."""
    yield f"{'late':>6}" + "".join(f"{f'recall@{depth}':>11}" for depth in DEPTHS) + f"{'MRR@10':>9}\n"
    for share in SHARES:
        ranks = [
            _rank(with_late(scores, lesson.both, share), lesson) for scores, lesson in zip(late, held, strict=True)
        ]
        recalls = "".join(f"{recall_at(depth, ranks):>11.3f}" for depth in DEPTHS)
        yield f"{share:>6.1f}{recalls}{mean_reciprocal_rank(ranks):>9.3f}\n"


def _agreed(held: Sequence[Lesson], late: Sequence[Scores]) -> Iterator[str]:
    """MRR for what each agreement adds, dates down and people across."""
    pairs = list(zip(held, late, strict=True))
    yield f"{'':>6}" + "".join(f"{people:>9.1f}" for people in ADDED) + "\n"
    for date in ADDED:
        found = [[_rank(_with_agreement(*pair, date, people), pair[0]) for pair in pairs] for people in ADDED]
        yield f"{date:>6.1f}" + "".join(f"{mean_reciprocal_rank(ranks):>9.3f}" for ranks in found) + "\n"


def _with_agreement(lesson: Lesson, late: Scores, date: float, people: float) -> Scores:
    scores: Scores = with_late(late, lesson.both, LATE) + date * lesson.date + people * lesson.people
    return scores


def _mapped(token_map: TokenMap, tokens: Tokens) -> Tokens:
    """Tokens as the model made them, by the map."""
    return token_map.tokens(tokens.pieces, tokens.vectors, tokens.ends)


def _rank(scores: Scores, lesson: Lesson) -> int | None:
    order = first(scores, DEPTH)
    return next((rank for rank, row in enumerate(order, 1) if row in lesson.right), None)


if __name__ == "__main__":
    main()
