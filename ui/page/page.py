"""What the page shows of a visit, and how each act of a visitor changes it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Lock
from typing import Any

from index.records import Document
from qa.archive import Archive, UnknownDocument
from qa.cite import Citation
from qa.contract import RankedPassage
from qa.question import EmptyQuestion
from qa.selection import EVERYTHING
from ui.caption import Speech
from ui.citing.menu import cite_menu
from ui.document.neighbours import neighbours
from ui.document.reader import Hits, reader
from ui.notice import LONGEST_QUESTION, Notice
from ui.page import limits, masthead
from ui.page.cards import Aids
from ui.page.choosing import chosen, lifted
from ui.page.offer import Offer
from ui.page.replies import conversation
from ui.page.session import Session
from ui.page.visit import Turn, Visit
from ui.pictures.parts import pictures
from ui.texts import TEXTS

log = logging.getLogger(__name__)

Data = Mapping[str, Any]
"""What a pressed button carries: its data attributes, or the fields of a form."""


class Page:
    """The page over one archive: the HTML of each of its parts for a visit, and the acts of a visitor."""

    def __init__(self, archive: Archive, *, judging: bool = False) -> None:
        self.manifest = archive.manifest
        self.offer = Offer.of(archive.documents, archive.persons)
        self._archive = archive
        self._judging = judging
        self._one_at_a_time = Lock()

    def masthead(self, visit: Visit) -> str:
        """The head of the page."""
        return masthead.masthead(self.manifest, visit.language)

    def examples(self, visit: Visit) -> str:
        """The example questions."""
        return masthead.examples(self.manifest, visit.language)

    def limits(self, visit: Visit) -> str:
        """The panel of filters."""
        return limits.limits(self.offer, visit, self._speech(visit))

    def pictures(self, visit: Visit) -> str:
        """The pictures of the collection, folded."""
        return pictures(self._speech(visit))

    def chosen(self, visit: Visit) -> str:
        """What was chosen in the panel."""
        return limits.limited(visit, self._speech(visit))

    def conversation(self, visit: Visit) -> str:
        """The questions and answers so far."""
        speech = self._speech(visit)
        aids = Aids(document=self._archive.document, citing=self._citing(speech), judging=self._judging)
        return conversation(visit, speech, aids)

    def reader(self, visit: Visit) -> str:
        """The open document, "" where none is."""
        opening = visit.opening
        if opening is None:
            return ""
        document, speech = self._archive.document(opening.document), self._speech(visit)
        return reader(
            document,
            opening.quote,
            speech,
            arrive=f"opening-{opening.count}",
            hits=Hits(opening.at + 1, len(opening.hits)) if opening.hits else None,
            neighbours=neighbours(self._archive.documents, opening.document),
            citing=self._citing(speech)(document, opening.quote[0]),
        )

    def asked(self, session: Session, typed: str, data: Data) -> Visit:
        """The visit with a question that waits: an example, one from an address, or what was typed."""
        question = self._question(session.visit, typed, data).strip()
        if not question and session.visit.awaited:
            return session.visit  # the same key pressed twice
        objection = _objection(question)
        return session.change(lambda now: now.noticed(objection) if objection else now.asking(question))

    def asked_again(self, session: Session, data: Data) -> Visit:
        """The visit with its last question waiting anew: of other documents, or read with other filters."""
        return session.change(lambda now: now.asking_again(_again(now, data)) if now.turns else now)

    def answered(self, session: Session) -> Visit:
        """The visit with the answer to the question that waits, if it still does when the answer is there."""
        turn, history = session.visit.awaited, session.visit.history
        if turn is None:
            return session.visit
        outcome = self._outcome(turn, history)
        return session.change(lambda now: _with(outcome, now) if now.awaited is turn else now)

    def chosen_anew(self, session: Session, data: Data) -> Visit:
        """The visit with what the panel of filters says now."""
        return session.change(lambda now: now.choosing(chosen(data, now.only, self.offer)))

    def lifted(self, session: Session, data: Data) -> Visit:
        """The visit without one of the things that were chosen, or without any."""
        what, value = str(data.get("what", "")), str(data.get("value", ""))
        everywhere = data.get("act") == "everywhere"
        return session.change(lambda now: now.choosing(EVERYTHING if everywhere else lifted(now.only, what, value)))

    def opened(self, session: Session, data: Data) -> Visit:
        """The visit with a document open: a passage of an answer, the one beside that, or any document."""
        step = {"-1": -1, "1": 1}.get(str(data.get("step", "")), 0)
        return session.change(lambda now: _stepped(now, step) if step else self._opened(now, data))

    def _question(self, visit: Visit, typed: str, data: Data) -> str:
        examples = self.manifest.examples[visit.language]
        example = _number(data.get("example"))
        if 0 <= example < len(examples):
            return examples[example]
        return typed or ""

    def _outcome(self, turn: Turn, history: tuple[str, ...]) -> Turn | Notice:
        """The turn with its answer, or what is to be said instead. Small computers answer one question at a time."""
        try:
            with self._one_at_a_time:
                found = self._archive.ask(turn.question, history=history, only=turn.only, without=tuple(turn.dropped))
            return replace(turn, answer=found)
        except EmptyQuestion:
            return Notice.EMPTY
        except Exception:  # a visitor gets a civil word and keeps the page, whatever went wrong
            log.exception("a question could not be answered")
            return Notice.FAILED

    def _opened(self, visit: Visit, data: Data) -> Visit:
        number = str(data.get("document", ""))
        hits, at = _found(visit, number) if data.get("act") == "find" else _ranked(visit, data)
        if 0 <= at < len(hits):
            return visit.opened_at(hits, at)
        try:
            self._archive.document(number)
        except UnknownDocument:
            return visit.noticed(Notice.UNKNOWN)
        return visit.opened(number, (_number(data.get("start")), _number(data.get("end"))))

    def _citing(self, speech: Speech) -> Callable[[Document, int], str]:
        """How to cite a document at a position of its text, as a menu; as a whole where it has no such position."""
        places = self._archive.places

        def menu(document: Document, at: int) -> str:
            within = at if 0 <= at < len(document.text.content) else None
            return cite_menu(Citation.of(self.manifest, document, at=within, places=places), speech)

        return menu

    def _speech(self, visit: Visit) -> Speech:
        return Speech(TEXTS[visit.language], self.manifest.languages[0])


def _with(outcome: Turn | Notice, visit: Visit) -> Visit:
    return visit.noticed(outcome) if isinstance(outcome, Notice) else visit.asking_again(outcome)


def _again(visit: Visit, data: Data) -> Turn:
    """The last question as it is to be asked now."""
    last = visit.turns[-1]
    match data.get("act"):
        case "without":
            return last.without(tuple(str(data.get("without", "")).split()))
        case "restore":
            return replace(last, answer=None, dropped={})
    return replace(last, answer=None, only=visit.only)


def _hits(visit: Visit, turn: int) -> tuple[RankedPassage, ...]:
    """The passages of the answer to this turn of the visit; none where it has none."""
    answer = visit.turns[turn].answer if 0 <= turn < len(visit.turns) else None
    return answer.passages if answer else ()


def _ranked(visit: Visit, data: Data) -> tuple[tuple[RankedPassage, ...], int]:
    """The passages of an answer, and which of them is meant; -1 for none."""
    return _hits(visit, _number(data.get("turn"))), _number(data.get("rank")) - 1


def _found(visit: Visit, number: str) -> tuple[tuple[RankedPassage, ...], int]:
    """The passages of the last answer, and which is the best of this document; -1 where none is."""
    hits = _hits(visit, len(visit.turns) - 1)
    return hits, next((at for at, hit in enumerate(hits) if hit.passage.document == number), -1)


def _stepped(visit: Visit, step: int) -> Visit:
    """The visit with the passage before or after the open one."""
    opening = visit.opening
    if opening is None or not 0 <= opening.at + step < len(opening.hits):
        return visit
    return visit.opened_at(opening.hits, opening.at + step)


def _objection(question: str) -> Notice | None:
    if not question:
        return Notice.EMPTY
    return Notice.LONG if len(question) > LONGEST_QUESTION else None


def _number(value: object) -> int:
    """A whole number from a data attribute, -1 for anything else."""
    return int(value) if isinstance(value, str) and len(value) < 10 and value.isascii() and value.isdigit() else -1
