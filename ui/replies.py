"""The conversation: each question with its answer, quote, reference and cards, as HTML."""

from __future__ import annotations

from html import escape

from qa.contract import Answer, Finding
from ui import caption
from ui.caption import Speech
from ui.cards import cards, opener
from ui.highlight import highlighted
from ui.texts import TEXTS, Texts
from ui.understood import understood
from ui.visit import Turn, Visit

LONGEST_SHOWN = 400
"""Characters of a question that are repeated above its answer."""


def conversation(visit: Visit, speech: Speech) -> str:
    """All turns of a visit in order, the last with its cards unfolded, and any notice below them."""
    last = len(visit.turns) - 1
    turns = [turn_html(turn, at, speech, unfolded=at == last) for at, turn in enumerate(visit.turns)]
    parts = [
        *turns,
        _notice(visit, speech.texts),
        _renewal(speech.texts) if turns else "",
        _status(visit, speech.texts),
    ]
    label = escape(speech.texts.conversation)
    return f'<section class="conversation" aria-label="{label}">{"".join(parts)}</section>'


def turn_html(turn: Turn, number: int, speech: Speech, *, unfolded: bool) -> str:
    """One question and what came back; a new `data-arrive` is brought into view."""
    state = "reply" if turn.answer else "question"
    body = reply(turn.answer, speech, unfolded=unfolded) if turn.answer else _searching(speech.texts)
    return (
        f'<section class="turn" data-arrive="{state}-{number}">'
        f'<h2 class="question">{escape(_shortened(turn.question))}</h2>{body}</section>'
    )


def reply(answer: Answer, speech: Speech, *, unfolded: bool = True) -> str:
    """The answer, or civilly that there is none, and under it the passages."""
    found, texts = answer.answer, speech.texts
    said = _found(answer, found, speech) if found else _not_found(answer)
    heading = texts.passages if found else texts.nearest
    return f"{_understood(answer, texts)}{said}{_passages(answer, heading, speech, unfolded=unfolded)}"


def _found(answer: Answer, found: Finding, speech: Speech) -> str:
    ranked = answer.passages[found.passage]
    source, passage = speech.original, ranked.passage
    return (
        f'<div class="answer">{_said(found, answer)}'
        f'<blockquote lang="{escape(source)}">{_quote(found)}</blockquote>'
        f'<p class="facts">{caption.facts(passage.document, ranked.date, ranked.kind, speech)}</p>'
        f'<p class="title">{caption.title(ranked.title, speech)}</p>'
        f'<p class="reference">{caption.reference(passage.reference, speech)}</p>'
        f'<p class="confidence">{escape(speech.texts.assurance(found.confidence))}</p>'
        f"{opener(ranked, speech)}</div>"
    )


def _quote(found: Finding) -> str:
    """The quote, the words in it marked that answer; all of it where these are not known."""
    return highlighted(found.quote, found.span or (0, len(found.quote)))


def _said(found: Finding, answer: Answer) -> str:
    """The answer's text, where it is more than the quote under it, and whose words it is."""
    if found.worded_by:
        words = escape(TEXTS[answer.language].worded.format(model=found.worded_by))
        language = answer.language
        return (
            f'<p class="said" lang="{language}">{escape(found.text)}</p><p class="worded" lang="{language}">{words}</p>'
        )
    if found.text.strip(" «»") == found.quote.strip(" «»"):
        return ""
    return f'<p class="said" lang="{_language(found.text, answer)}">{escape(found.text)}</p>'


def _language(text: str, answer: Answer) -> str:
    """An answer in an English conversation may still be made of Russian words."""
    cyrillic = any("а" <= letter <= "я" for letter in text.lower())
    return "ru" if cyrillic else answer.language


def _not_found(answer: Answer) -> str:
    """Said in the language of the question; the note on the passages below only where there are any."""
    own = TEXTS[answer.language]
    shown = answer.passages and answer.nearest
    note = f' <span lang="{answer.language}">{escape(own.nearest_note)}</span>' if shown else ""
    words = own.not_found[answer.reason]
    return f'<div class="answer none"><p lang="{answer.language}">{escape(words)}{note}</p></div>'


def _understood(answer: Answer, texts: Texts) -> str:
    """How the question was read, and what of it was taken into account."""
    lines = (_shortened(line) for line in understood(answer, texts))
    return "".join(f'<p class="understood">{escape(line)}</p>' for line in lines)


def _passages(answer: Answer, heading: str, speech: Speech, *, unfolded: bool) -> str:
    if not (answer.passages and answer.nearest):
        return ""
    words = escape(heading.format(count=len(answer.passages)))
    unfold = " open" if unfolded else ""
    return f"<details{unfold}><summary><h3>{words}</h3></summary>{cards(answer.passages, speech)}</details>"


def _searching(texts: Texts) -> str:
    return f'<p class="searching">{escape(texts.searching)}</p>'


def _notice(visit: Visit, texts: Texts) -> str:
    words = visit.notice.words(texts) if visit.notice else ""
    return f'<p class="notice" role="alert">{escape(words)}</p>' if words else ""


def _renewal(texts: Texts) -> str:
    return f'<button type="button" class="renew" data-act="renew">{escape(texts.renew)}</button>'


def _status(visit: Visit, texts: Texts) -> str:
    """What a screen reader announces when an answer has come, so that it need not read out all the cards."""
    answer = visit.turns[-1].answer if visit.turns else None
    if answer is None:
        words = texts.searching if visit.turns else ""
    else:
        words = _announced(answer.answer) if answer.answer else TEXTS[answer.language].not_found[answer.reason]
    return f'<p class="unseen" role="status">{escape(words)}</p>'


def _announced(found: Finding) -> str:
    return found.text if found.worded_by else found.quote


def _shortened(question: str) -> str:
    if len(question) <= LONGEST_SHOWN:
        return question
    return question[:LONGEST_SHOWN].rsplit(maxsplit=1)[0] + "…"
