"""Asks an archive the gold questions and says what came of each."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import track

from eval import answers, references
from eval.commit import commit
from eval.gold import STANDALONE, GoldFile, GoldQuestion
from eval.judgement import Judge, came, rank, rankings
from eval.machine import machine
from eval.outcome import Outcome, Run
from index.folder import MANIFEST, open_generation
from qa.archive import Archive
from qa.contract import MOST_PASSAGES, Answer

DESCRIPTIONS = "descriptive"
"""Types that end so have an answer of one to three sentences, which no text contains word for word."""


def run(archive: Archive, index: Path, files: Sequence[GoldFile], name: str) -> Run:
    """All questions of the files asked, and what they were asked of."""
    generation, manifest = open_generation(index)
    return Run(
        name=name,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        model=manifest.encoder,
        index=hashlib.sha256((generation / MANIFEST).read_bytes()).hexdigest(),
        commit=commit(),
        machine=machine(),
        gold={file.set: file.digest for file in files},
        outcomes=tuple(outcomes(archive, [pair for file in files for pair in asked(file)])),
    )


def asked(file: GoldFile) -> Iterator[tuple[str, GoldQuestion]]:
    """The questions of a file with the name of their set, and the turns of its dialogues in their complete form too."""
    for _, question in file.questions:
        yield file.set, question
    for _, turn in file.questions:
        if turn.standalone:
            complete = {"id": f"{turn.id}{STANDALONE}", "question": turn.standalone, "history": ()}
            yield f"{file.set}{STANDALONE}", turn.model_copy(update=complete)


def outcomes(archive: Archive, questions: Sequence[tuple[str, GoldQuestion]]) -> list[Outcome]:
    """What came of each question, in order."""
    judge = Judge(archive.documents, archive.passages)
    console = Console(stderr=True)
    watched = track(questions, "asking", console=console, transient=True, disable=not console.is_terminal)
    return [_outcome(archive, judge, name, question) for name, question in watched]


def _outcome(archive: Archive, judge: Judge, name: str, gold: GoldQuestion) -> Outcome:
    answer, milliseconds = _timed(archive, gold)
    relevant = judge.relevant(gold.evidence, [ranked.passage for ranked in answer.passages])
    passages = came(answer.passages, relevant)
    at_passage, at_document, at_delo = rankings(passages)
    return Outcome(
        id=gold.id,
        set=name,
        lang=gold.lang,
        type=gold.kind or gold.type,
        question=gold.question,
        history=gold.history,
        standalone=answer.standalone,
        gold=gold.answer,
        answerable=gold.answerable,
        passage=rank(at_passage, relevant.passages),
        document=rank(at_document, relevant.documents),
        delo=rank(at_delo, relevant.dela),
        status=answer.status,
        confidence=answer.confidence,
        text=answer.answer.text if answer.answer else "",
        quote=answer.answer.quote if answer.answer else "",
        contains=_contains(answer, gold, quoted=True),
        text_contains=_contains(answer, gold, quoted=False),
        f1=_f1(answer, gold),
        quote_overlaps=_overlaps(answer, gold),
        reference_exact=_exact(archive, answer, gold),
        milliseconds=milliseconds,
        came=passages,
        cited=passages[answer.answer.passage].relevant if answer.answer else None,
        relevant=relevant,
    )


def _timed(archive: Archive, gold: GoldQuestion) -> tuple[Answer, float]:
    begun = time.perf_counter()
    answer = archive.ask(gold.question, k=MOST_PASSAGES, history=gold.history)
    return answer, round(1000 * (time.perf_counter() - begun), 1)


def _contains(answer: Answer, gold: GoldQuestion, *, quoted: bool) -> bool | None:
    if not gold.answerable or gold.type.endswith(DESCRIPTIONS):
        return None
    shown = [answer.answer.text, answer.answer.quote][: 1 + quoted] if answer.answer else []
    return any(answers.contains(text, gold.answers) for text in shown)


def _f1(answer: Answer, gold: GoldQuestion) -> float | None:
    if not gold.answerable:
        return None
    return round(answers.f1(answer.answer.text, gold.answers), 4) if answer.answer else 0.0


def _overlaps(answer: Answer, gold: GoldQuestion) -> bool | None:
    """Whether the shown quote, of the same document, overlaps evidence."""
    if not gold.answerable:
        return None
    if answer.answer is None:
        return False
    document = answer.passages[answer.answer.passage].passage.document
    quote = answer.answer.quote
    return any(one.doc == document and answers.overlaps(quote, one.quote) for one in gold.evidence)


def _exact(archive: Archive, answer: Answer, gold: GoldQuestion) -> bool | None:
    """Whether the reference of the passage that is shown first is the one printed, and the one that gold states."""
    if not answer.passages:
        return None
    passage = answer.passages[answer.answer.passage if answer.answer else 0].passage
    stated = gold.archive_ref if gold.evidence and gold.evidence[0].doc == passage.document else ""
    return references.exact(passage, archive.document(passage.document), stated)
