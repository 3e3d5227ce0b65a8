"""Questions to learn reading from: pieces that answer, with the words that do, and pieces that do not.

They come from two places: questions about the collection, with the passages that the archive finds for them, and public
tests of reading in the form of SQuAD (Rajpurkar et al. 2016, 2018), which teach what no single volume can.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from rich.progress import track

from eval.gold import Evidence, GoldQuestion
from eval.judgement import straightened
from index.dates import MONTHS
from index.reader import Piece
from index.records import Span
from qa.archive import Archive
from qa.contract import RankedPassage
from qa.passages.closer import LONGEST, clipped, surroundings

WRONG = 2
"""Pieces that do not answer, beside each that does; drawn from the first FOUND."""
FOUND = 5
SECONDS = 0.35
"""Chance that a piece is cut about the answer anew, and that a question is asked once more with something changed."""
STOPS = 0.06
"""Chance at each sentence that a piece grows no more, so that short ones are met too."""
SENTENCE = re.compile(r"(?<=[.!?…»\"])\s+(?=[A-ZА-ЯЁ«\"\d])")
SPOTS = re.compile(r"\b\d+\b|\b(?:" + "|".join(MONTHS) + r")\b|(?<=[а-яёa-z,] )[А-ЯЁA-Z][а-яёa-z]{4,}")
"""A number, a month, or a name within a sentence."""
SHIFTS = (-3, -2, -1, 1, 2, 3, 5)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with the piece that answers it and where, if any does, and pieces that do not."""

    question: str
    right: tuple[Piece, Span] | None
    wrong: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A question about the collection, the words of its quote that answer, and the passages that the searches find."""

    asked: GoldQuestion
    span: str
    passages: tuple[RankedPassage, ...]


def found(archive: Archive, questions: Sequence[GoldQuestion], spans: Mapping[str, str]) -> list[Found]:
    """What an archive without a reader finds for each question; `spans` has by their ids the words that answer."""
    asking = track(questions, "finding passages")
    return [Found(one, spans.get(one.id, ""), archive.ask(one.question, k=2 * FOUND).passages) for one in asking]


def lessons(archive: Archive, questions: Sequence[Found], chance: Random) -> list[Lesson]:
    """A lesson of each question, and one more of some that are changed; the pieces are drawn anew each time.

    An unanswerable question has only wrong pieces; one whose quote the archive does not hold gives none.
    """
    names = sorted({word for one in questions for word in SPOTS.findall(one.asked.question) if word[0].isupper()})
    made: list[Lesson] = []
    for one in questions:
        question = one.asked.question
        if not one.asked.evidence:
            made.append(Lesson(question, None, tuple(map(_piece, one.passages[:WRONG]))))
        elif lesson := _lesson(archive, one, chance):
            made.append(lesson)
            changed = changed_question(question, names, chance) if chance.random() < SECONDS else None
            if changed and lesson.right:
                made.append(Lesson(changed, None, (lesson.right[0],)))
    return made


def _lesson(archive: Archive, one: Found, chance: Random) -> Lesson | None:
    evidence = one.asked.evidence[0]
    document = archive.document(evidence.doc)
    content = document.text.content
    place = _place(content, evidence, one.span)
    if place is None:
        return None
    quote, answer = place
    right = [told for passage in one.passages if (told := _told(passage, evidence.doc, answer))]
    if not right or chance.random() < SECONDS:
        right = [_cut(document.title, content, answer, chance)]
    copied = straightened(content[slice(*quote)])[:60]
    beside = [_piece(passage) for passage in one.passages if not _touches(passage, evidence.doc, quote)]
    wrong = [piece for piece in beside if copied not in straightened(piece.text)][:FOUND]
    return Lesson(one.asked.question, chance.choice(right[:2]), tuple(chance.sample(wrong, min(WRONG, len(wrong)))))


def _place(content: str, evidence: Evidence, span: str) -> tuple[Span, Span] | None:
    """Where the quote stands in a text, and the words of it that answer; all of it where there is no such span."""
    quote = _flexible(evidence.quote).search(content)
    if quote is None:
        return None
    answer = _flexible(span).search(content, *quote.span()) if span else None
    return quote.span(), (answer or quote).span()


def _flexible(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _read(one: RankedPassage) -> Span:
    return surroundings(one.passage, one.quote)


def _piece(one: RankedPassage) -> Piece:
    return Piece(one.title, one.passage.text[slice(*_read(one))])


def _told(one: RankedPassage, document: str, answer: Span) -> tuple[Piece, Span] | None:
    """The piece of a passage, and where in it the answer stands; None where it does not stand there whole."""
    start, end = (place + one.passage.start for place in _read(one))
    if one.passage.document != document or answer[0] < start or end < answer[1]:
        return None
    return _piece(one), (answer[0] - start, answer[1] - start)


def _touches(one: RankedPassage, document: str, quote: Span) -> bool:
    start, end = (place + one.passage.start for place in _read(one))
    return one.passage.document == document and quote[0] < end and start < quote[1]


def changed_question(question: str, names: Sequence[str], chance: Random) -> str | None:
    """The question with a number, a month or a name put for another, so that what answered it does no more.

    >>> changed_question("Что писал Сталин Молотову в 1925 году?", [], Random(5))
    'Что писал Сталин Молотову в 1924 году?'
    """
    spots = list(SPOTS.finditer(question))
    if not spots:
        return None
    spot = chance.choice(spots)
    told = spot.group()
    if told.isdigit():
        others = [str(int(told) + shift) for shift in SHIFTS if int(told) + shift > 0]
    elif told in MONTHS:
        others = [month for month in MONTHS if month != told]
    else:  # of the same case, as far as the last letters tell
        others = [name for name in names if name[-2:] == told[-2:] and name[:4] != told[:4]]
    return f"{question[: spot.start()]}{chance.choice(others)}{question[spot.end() :]}" if others else None


def public_lessons(files: Iterable[Path], chance: Random) -> list[Lesson]:
    """What tests of reading give; a question that stands in two files is also asked of the other's text."""
    tests = [json.loads(file.read_text("utf-8"))["data"] for file in files]
    asked = [{str(one["id"]): one["question"] for one in _questions(test)} for test in tests]
    made: list[Lesson] = []
    for number, test in enumerate(tests):
        elsewhere = {name: words for other in asked[:number] + asked[number + 1 :] for name, words in other.items()}
        for article in test:
            made += _of_article(article, elsewhere, chance)
    return made


def _questions(test: Sequence[Any]) -> Iterator[Any]:
    return (one for article in test for paragraph in article["paragraphs"] for one in paragraph["qas"])


def _of_article(article: Any, elsewhere: Mapping[str, str], chance: Random) -> Iterator[Lesson]:
    title, texts = article["title"].replace("_", " "), [one["context"] for one in article["paragraphs"]]
    for number, paragraph in enumerate(article["paragraphs"]):
        others = texts[:number] + texts[number + 1 :]
        for one in paragraph["qas"]:
            beside = (_cut(title, chance.choice(others), None, chance)[0],) if others else ()
            if one.get("is_impossible"):
                likely = _answer(one.get("plausible_answers"))
                yield Lesson(one["question"], None, (_cut(title, paragraph["context"], likely, chance)[0],))
            elif answer := _answer(one["answers"]):
                right = _cut(title, paragraph["context"], answer, chance)
                asked = (one["question"], elsewhere.get(str(one["id"]), one["question"]))
                for question in dict.fromkeys(asked):  # not a set, whose order no seed fixes
                    yield Lesson(question, right, beside)


def _answer(answers: Any) -> Span | None:
    return (answers[0]["answer_start"], answers[0]["answer_start"] + len(answers[0]["text"])) if answers else None


def _cut(title: str, text: str, answer: Span | None, chance: Random) -> tuple[Piece, Span]:
    """A run of sentences about the answer, or about any place, and where in it the answer stands."""
    breaks = [found.span() for found in SENTENCE.finditer(text)]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    anywhere = chance.randrange(max(1, len(text) - 1))
    at = answer or (anywhere, anywhere + 1)
    first = max(number for number, start in enumerate(starts) if start <= at[0])
    last = next((number for number, end in enumerate(ends) if end >= at[1]), len(ends) - 1)
    while chance.random() >= STOPS:
        grown = [(first - 1, last)] if first else []
        grown += [(first, last + 1)] if last + 1 < len(ends) else []
        grown = [(one, other) for one, other in grown if ends[other] - starts[one] <= LONGEST]
        if not grown:
            break
        first, last = chance.choice(grown)
    start, end = starts[first], ends[last]
    if end - start > LONGEST:
        start, end = clipped((start, end), at)
    return Piece(title, text[start:end]), (at[0] - start, min(at[1], end) - start)
