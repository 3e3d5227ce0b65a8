"""Reads a question with those before it: completes a follow-up, and notices another topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.contract import Answer
from qa.follow_up.ellipsis import filled
from qa.follow_up.focus import Foci, Focus
from qa.follow_up.lead_ins import without_lead_in
from qa.follow_up.named import Surnames
from qa.follow_up.pronouns import replaced
from qa.follow_up.reference import is_short, points_back, said
from qa.follow_up.spoken import Spoken
from qa.question import SAYS_SOMETHING, language_of, whole_characters
from qa.refusal.manner import manner
from qa.retrieve import Scores
from qa.selection import EVERYTHING, UNLIMITED, Limits, Selection

DEPTH = 3
"""Earlier questions that are looked at; what was asked before them is forgotten."""
FEW = 2
"""A follow-up of so many words that say something is read with the earlier question alone."""
LONGEST = 300
"""Characters of an earlier question that are repeated in brackets."""
WHO = re.compile(r"\b(?:кто|кого|кому|кем|чей|чья|чьё|чьи|чью|who|whom|whose)\b", re.IGNORECASE)
"""After «Кто был кинорежиссёром?» the next question may be about the one who was."""

Chain = tuple[str, ...]
"""A question with the earlier ones that it goes on from, first to last."""


@dataclass(frozen=True, slots=True)
class Completed:
    """A question as it is understood after those before it.

    `asked` is the question, names in place of its pronouns; `about`, shown in brackets, says
    what it goes on about; `focus` is what the question before was about, None where nothing is carried over.
    """

    asked: str
    about: str = ""
    focus: Focus | None = None

    @property
    def text(self) -> str:
        """The question as it is shown: «Чем Троцкий это объяснил? (Письмо Л. Д. Троцкого И. М. Майскому)»."""
        return f"{self.asked} ({self.about})" if self.about else self.asked

    @property
    def searched(self) -> tuple[tuple[float, str], ...]:
        """The texts to be searched, each with its share.

        The fewer words of a follow-up say something, the more it is read with the question that it
        goes on about; where they are one or two, «А когда?», altogether.
        """
        if self.focus is None:
            return ((1.0, self.asked),)
        share = min(1.0, FEW / max(1, said(self.asked)))
        whole = f"{self.asked} ({self.focus.about})"
        return ((share, whole), (1 - share, self.asked)) if share < 1 else ((1.0, whole),)


class Dialogue:
    """Completes the questions put to an archive; safe to use from several threads."""

    def __init__(self, surnames: Surnames, ask: Callable[[Chain, Selection], Focus]) -> None:
        self._surnames = surnames
        self._ask = ask
        self._foci = Foci()

    def chain(self, question: str, history: Sequence[str]) -> Chain:
        """The question after those that it needs to be understood: none where it is complete in itself.

        What is no question to the documents, «Спасибо!», is neither completed nor gone on from.
        """
        earlier = [said for said in map(whole_characters, history) if SAYS_SOMETHING.search(said) and not manner(said)]
        earlier = earlier[-DEPTH:]
        chain: Chain = (question,)
        while earlier and not manner(question) and self._points_back(chain[0]):
            chain = (earlier.pop(), *chain)
        return chain

    def completed(self, chain: Chain, only: Selection = EVERYTHING) -> Completed:
        """The last question of the chain, made complete from those before, as put to the `only` documents."""
        *earlier, question = chain
        text = _straight(question)
        if not earlier:
            return Completed(text)
        return self._with_focus(text, self._before(tuple(earlier), only))

    def remember(
        self, chain: Chain, completed: Completed, answer: Answer, standing: Scores, limits: Limits = UNLIMITED
    ) -> Focus:
        """Keep what the chain's last question, now answered within `limits`, was about."""
        focus = self._focus(completed, answer, standing)
        self._foci.keep((chain, limits), focus)
        return focus

    def forget(self) -> None:
        """Keep nothing of what was asked."""
        self._foci.clear()

    def _before(self, earlier: Chain, only: Selection) -> Focus:
        return self._foci.get((earlier, Limits(only))) or self._ask(earlier, only)

    def _focus(self, completed: Completed, answer: Answer, standing: Scores) -> Focus:
        before = completed.focus
        asked = Spoken(completed.asked, tuple(self._surnames.named(completed.asked)))
        said = self._answer_to(asked, answer.answer.text) if answer.answer else None
        spoken = (asked, *((said,) if said else ()), *(before.spoken if before else ()))[: 2 * DEPTH]
        title = answer.passages[0].title if answer.answer else ""
        about = before.about if before and is_short(completed.asked) else completed.asked
        return Focus(spoken, about, title, standing)

    def _answer_to(self, asked: Spoken, text: str) -> Spoken | None:
        """The one person whom the answer to a question of who names, and the question does not."""
        known = {name.surname for name in asked.people}
        named = tuple(name for name in self._surnames.named(text) if name.surname not in known)
        is_one = len({name.surname for name in named}) == 1
        return Spoken(text, named[:1]) if is_one and WHO.search(asked.text) else None

    def _points_back(self, question: str) -> bool:
        text = _straight(question)
        return points_back(text, self._surnames.named(text))

    def _with_focus(self, text: str, focus: Focus) -> Completed:
        own = self._surnames.named(text)
        whole = filled(text, own, focus.spoken[0])
        if whole:
            return Completed(whole, focus=focus)
        asked = replaced(text, focus.spoken, own)
        titled = focus.title and language_of(text) == "ru" and not is_short(asked, 1)
        return Completed(asked, focus.title if titled else _shortened(focus.about), focus)


def _straight(question: str) -> str:
    return without_lead_in(" ".join(question.split())).text


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(maxsplit=1)[0]}…"
