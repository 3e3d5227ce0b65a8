"""An answer as a terminal shows it."""

from __future__ import annotations

import textwrap

from qa.contract import Answer, RankedPassage
from ui.dates import readable
from ui.texts import TEXTS, Texts

WIDTH = 96
SNIPPET = 160
"""Characters of a further passage that are shown."""


def printed(answer: Answer) -> str:
    """The answer and its passages as lines of text in the language of the question."""
    texts = TEXTS[answer.language]
    head = _found(answer, texts) if answer.answer else f"{texts.not_found}\n{texts.nearest_note}"
    rest = answer.passages[1:] if answer.answer else answer.passages
    return "\n".join([head, "", *(_further(passage, texts) for passage in rest)]).rstrip()


def _found(answer: Answer, texts: Texts) -> str:
    first = answer.passages[0]
    quote = textwrap.fill(f"«{first.quoted}»", WIDTH, break_on_hyphens=False)
    return f"{quote}\n\n{_reference(first, texts)}\n{_source(first, texts)}\n{texts.assurance(answer.confidence)}"


def _further(passage: RankedPassage, texts: Texts) -> str:
    quote = textwrap.shorten(passage.quoted, SNIPPET, placeholder=" …")
    shown = textwrap.fill(f"{passage.rank}. «{quote}»", WIDTH, subsequent_indent="   ", break_on_hyphens=False)
    return f"{shown}\n   {_reference(passage, texts)} · {_source(passage, texts)}"


def _reference(passage: RankedPassage, texts: Texts) -> str:
    reference = passage.passage.reference
    return reference.text if reference else texts.unreferenced


def _source(passage: RankedPassage, texts: Texts) -> str:
    number = passage.passage.document
    name = texts.document.format(number=number) if number != "0" else texts.preface
    return f"{name}, {readable(passage.date, texts)}: {passage.title or texts.untitled}"
