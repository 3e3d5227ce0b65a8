"""An answer as a terminal shows it."""

from __future__ import annotations

import textwrap

from index.volume import PREFACE
from qa.contract import Answer, Finding, RankedPassage
from ui.dates import readable
from ui.texts import TEXTS, Texts
from ui.understood import understood

WIDTH = 96
SNIPPET = 160
"""Characters of a further passage that are shown."""


def printed(answer: Answer) -> str:
    """The answer and its passages as lines of text in the language of the question."""
    texts = TEXTS[answer.language]
    if not answer.nearest:
        return texts.not_found[answer.reason]
    found = answer.answer
    head = _found(answer, found, texts) if found else _not_found(answer, texts)
    rest = [passage for at, passage in enumerate(answer.passages) if not found or at != found.passage]
    read = [*map(_filled, understood(answer, texts)), ""]
    return "\n".join([*read, head, "", *(_further(passage, texts) for passage in rest)]).strip()


def explained(answer: Answer) -> str:
    """What the score of each passage is made of, as lines of text; what adds nothing is left out."""
    texts = TEXTS[answer.language]
    return "\n".join([texts.explained, *(_made(ranked, texts) for ranked in answer.passages)])


def _made(ranked: RankedPassage, texts: Texts) -> str:
    parts = (f"{texts.parts[name]} {part:+.2f}" for name, part in ranked.parts.items() if round(part, 2))
    return f"{ranked.rank}. № {ranked.passage.document}: {ranked.score:.2f} = {'  '.join(parts)}"


def _found(answer: Answer, found: Finding, texts: Texts) -> str:
    shown = answer.passages[found.passage]
    said = "" if found.text == found.quote else f"{_said(found, texts)}\n\n"
    source = f"{_reference(shown, texts)}\n{_filled(_source(shown, texts))}"
    return f"{said}{_filled(f'«{shown.quoted}»')}\n\n{source}\n{texts.assurance(answer.confidence)}"


def _not_found(answer: Answer, texts: Texts) -> str:
    """That there is no answer, and what the passages below are, where there are any."""
    words = texts.not_found[answer.reason]
    return f"{words}\n{texts.nearest_note}" if answer.passages else words


def _said(finding: Finding, texts: Texts) -> str:
    """The answer in short; where a language model worded it, that is said."""
    worded = f"\n{_filled(texts.worded.format(model=finding.worded_by))}" if finding.worded_by else ""
    return f"{_filled(finding.text)}{worded}"


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
