"""An answer as a terminal shows it."""

from __future__ import annotations

import textwrap

from index.volume import PREFACE
from qa.contract import Answer, RankedPassage
from ui.dates import readable
from ui.texts import TEXTS, Texts

WIDTH = 96
SNIPPET = 160
"""Characters of a further passage that are shown."""


def printed(answer: Answer) -> str:
    """The answer and its passages as lines of text in the language of the question."""
    texts = TEXTS[answer.language]
    if not answer.nearest:
        return texts.not_found[answer.reason]
    head = _found(answer, texts) if answer.answer else f"{texts.not_found[answer.reason]}\n{texts.nearest_note}"
    rest = answer.passages[1:] if answer.answer else answer.passages
    return "\n".join([head, "", *(_further(passage, texts) for passage in rest)]).rstrip()


def _found(answer: Answer, texts: Texts) -> str:
    first = answer.passages[0]
    source = f"{_reference(first, texts)}\n{_filled(_source(first, texts))}"
    return f"{_filled(f'«{first.quoted}»')}\n\n{source}\n{texts.assurance(answer.confidence)}"


def _further(passage: RankedPassage, texts: Texts) -> str:
    quote = textwrap.shorten(passage.quoted, SNIPPET, placeholder=" …")
    source = _filled(f"   {_reference(passage, texts)} · {_source(passage, texts)}", indent="   ")
    return f"{_filled(f'{passage.rank}. «{quote}»', indent='   ')}\n{source}"


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_on_hyphens=False)


def _reference(passage: RankedPassage, texts: Texts) -> str:
    reference = passage.passage.reference
    if reference is None:
        return texts.unreferenced
    return ". ".join(part for part in (reference.text, reference.authenticity, reference.technique) if part)


def _source(passage: RankedPassage, texts: Texts) -> str:
    number, page = passage.passage.document, texts.page.format(page=passage.passage.place.page)
    if number == PREFACE:
        return f"{texts.preface}, {page}"
    date = readable(passage.date, texts)
    return f"{texts.document.format(number=number)}, {date}, {page}: {passage.title or texts.untitled}"
