"""`python -m training.token_map QUESTIONS.jsonl`: trains index/data/token_map.safetensors, and says what it is worth.

QUESTIONS holds one JSON object a line: `id`, `type`, `question`, `evidence` as in a gold file, and `of`, the id of
the question that asks the same in other words. Gold questions must not be among them. The map is trained on all of
them; what it is worth is said of maps that were trained on two thirds, and asked what they had not seen: questions of
other documents, as another volume would bring them, and other questions of the same documents, as a visitor of this
collection brings them. Seeds are fixed: the same machine writes the same file again.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.gold import read_gold
from eval.metrics import DEPTH, DEPTHS, mean_reciprocal_rank, recall_at
from index.bundled import weights_name
from index.collection import Collection
from index.token_map import SHIPPED, TokenMap, Tokens
from index.tokens import TokenVectors
from qa.rank import LATE, first, with_late
from qa.retrieve import Scores
from training.learn import learned
from training.lessons import Course, Lesson, course, untrained

COLLECTION = Path(__file__).parents[1] / "collections" / "politburo-trotsky"
SEED = 0
SHARES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of late interaction that are compared, for qa/rank.py."""
ADDED = (0.0, 0.5, 1.0, 1.5)
"""What agreements may add, likewise."""


def main() -> None:
    """Train, write, measure, print."""
    options = _options()
    questions = read_gold(options.questions)
    lessons = course(Collection.open(options.collection), questions, untrained())
    learned(lessons, lessons.lessons, weights_name(), SEED).save(options.out)
    sys.stdout.write(f"{options.out}: trained on {len(lessons.lessons)} of {len(questions)} questions\n")
    for name, others in (("documents", _other_documents(lessons)), ("questions", _other_questions(lessons))):
        taught = [lesson for lesson in lessons.lessons if lesson not in others]
        held = [lesson for lesson in lessons.lessons if lesson in others]
        late = _late(lessons, held, learned(lessons, taught, weights_name(), SEED))
        sys.stdout.write(f"\ntrained on two thirds of the {name}, asked {len(held)} questions of the rest\n")
        sys.stdout.writelines(_figures(held, late))
        sys.stdout.write("\nMRR@10 by what full agreement in date and people adds\n")
        sys.stdout.writelines(_agreed(held, late))


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m training.token_map", description="train the map of tokens")
    options.add_argument("questions", type=Path, help="the questions to learn from")
    options.add_argument("--collection", type=Path, default=COLLECTION, help="the collection they ask about")
    options.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    return options.parse_args()


def _other_documents(taught: Course) -> frozenset[Lesson]:
    """The lessons of the last third of the documents."""
    documents = list(dict.fromkeys(taught.documents))
    last = set(documents[2 * len(documents) // 3 :])
    return frozenset(lesson for lesson in taught.lessons if lesson.document in last)


def _other_questions(taught: Course) -> frozenset[Lesson]:
    """A third of the lessons, those that ask the same together."""
    return frozenset(lesson for lesson in taught.lessons if zlib.crc32(lesson.group.encode()) % 3 == 0)


def _late(taught: Course, held: Sequence[Lesson], token_map: TokenMap) -> list[Scores]:
    """What late interaction by a map says of every passage, for each lesson."""
    vectors = TokenVectors.of([_mapped(token_map, tokens) for tokens in taught.passages])
    return [vectors.scores(_mapped(token_map, lesson.tokens)) for lesson in held]


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
