"""The conversation: each question with its answer, quote, reference and cards, as HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from qa.contract import Answer, Finding
from qa.reading import BETWEEN
from ui import caption
from ui.caption import Speech
from ui.feedback.form import feedback_form
from ui.highlight import highlighted
from ui.page.cards import UNAIDED, Aids, cards, cite, opener, permanent
from ui.page.choosing import things
from ui.page.visit import Turn, Visit
from ui.said import said
from ui.texts import TEXTS, FilterTexts, Texts
from ui.understood import Filter, filters, heeded, named, reworded, unheeded

LATEST = "latest"
"""The name of the last turn on the page."""
LONGEST_SHOWN = 400
"""Characters of a question that are repeated above its answer."""


def conversation(visit: Visit, speech: Speech, aids: Aids = UNAIDED) -> str:
    """All turns of a visit in order, the last with its cards unfolded, and any notice below them."""
    last = len(visit.turns) - 1
    turns = [
        turn_html(turn, at, speech, replace(aids, turn=at), last=at == last) for at, turn in enumerate(visit.turns)
    ]
    parts = [
        *turns,
        _notice(visit, speech.texts),
        _link(speech.texts),
        _renewal(speech.texts) if turns and not visit.awaited else "",
        _status(visit, speech.texts),
    ]
    label, hits = escape(speech.texts.conversation), escape(json.dumps(_hits(visit)))
    return f'<section class="conversation" aria-label="{label}" data-hits="{hits}">{"".join(parts)}</section>'


def _hits(visit: Visit) -> list[str]:
    """The documents of the last answer, the best first, for the pictures of the collection."""
    answer = visit.turns[-1].answer if visit.turns else None
    return [ranked.passage.document for ranked in answer.passages] if answer and answer.nearest else []


def turn_html(turn: Turn, number: int, speech: Speech, aids: Aids = UNAIDED, *, last: bool) -> str:
    """One question and what came back; a new `data-arrive` is brought into view.

    In the last turn the filters that were read out of the question can be taken away.
    """
    state = "reply" if turn.answer else "question"
    name = f' id="{LATEST}" tabindex="-1"' if last else ""
    body = f"{_limits(turn, speech, last=last)}{reply(turn.answer, speech, aids, unfolded=last)}" if turn.answer else ""
    return (
        f'<section class="turn"{name} data-arrive="{state}-{number}"{_asked(turn) if aids.judging else ""}>'
        f'<h2 class="question">{escape(_shortened(turn.question))}</h2>{body or _searching(speech.texts)}</section>'
    )


def _asked(turn: Turn) -> str:
    """The question as it was asked and as it was understood, which go with what is said of the answer."""
    standalone = turn.answer.standalone if turn.answer else ""
    return f' data-question="{escape(turn.question)}" data-standalone="{escape(standalone)}"'


def reply(answer: Answer, speech: Speech, aids: Aids = UNAIDED, *, unfolded: bool = True) -> str:
    """The answer, or civilly that there is none, and under it the passages."""
    found, texts = answer.answer, speech.texts
    told = _found(answer, found, speech, aids) if found else _not_found(answer)
    heading = texts.passages if found else texts.nearest
    lines = _lines([*reworded(answer, texts), *unheeded(answer, texts)])
    return f"{lines}{told}{_passages(answer, heading, speech, aids, unfolded=unfolded)}"


def _limits(turn: Turn, speech: Speech, *, last: bool) -> str:
    """What the answer keeps to: what was chosen, what was read out of the question and what the visitor put aside."""
    texts, words = speech.texts, speech.texts.limits
    chosen = BETWEEN.join(thing.words for thing in things(turn.only, texts))
    dropped = BETWEEN.join(filters(turn.dropped, texts))
    restoring = f' <button type="button" data-act="restore">{escape(words.restore)}</button>' if last else ""
    return (
        (f'<p class="understood">{escape(words.limited.format(words=chosen))}</p>' if chosen else "")
        + _noticed(turn.answer, speech, last=last)
        + (f'<p class="understood">{escape(words.dropped.format(words=dropped))}{restoring}</p>' if dropped else "")
    )


def _noticed(answer: Answer | None, speech: Speech, *, last: bool) -> str:
    """The filters read out of the question, each to be taken away by a touch in the last turn."""
    found = named(heeded(answer), speech.texts) if answer else []
    if not found:
        return ""
    words = speech.texts.limits
    chips = "".join(f"<li>{_chip(one, words) if last else escape(one.words)}</li>" for one in found)
    label = escape(words.noticed)
    return f'<div class="noticed understood"><p>{label}</p><ul class="chips" aria-label="{label}">{chips}</ul></div>'


def _chip(one: Filter, words: FilterTexts) -> str:
    label = escape(words.ignore.format(words=one.words))
    return (
        f'<button type="button" class="chip" data-act="without" data-without="{" ".join(one.names)}"'
        f' aria-label="{label}" title="{label}">{escape(one.words)}</button>'
    )


def _found(answer: Answer, found: Finding, speech: Speech, aids: Aids) -> str:
    ranked = answer.passages[found.passage]
    source, passage = speech.original, ranked.passage
    return (
        f'<div class="answer">{said(found, answer)}'
        f'<blockquote lang="{escape(source)}">{_quote(found)}</blockquote>'
        f'<p class="reference">{caption.reference(passage.reference, speech)}</p>'
        f'<p class="facts">{caption.facts(passage.document, ranked.date, ranked.kind, speech)}</p>'
        f'<p class="title">{caption.title(ranked.title, speech)}</p>'
        f'<p class="confidence">{escape(speech.texts.assurance(found.confidence))}</p>'
        f'<div class="acts">{opener(ranked, speech, aids.turn)}{permanent(ranked, speech)}{cite(ranked, aids)}</div>'
        f"{feedback_form(answer, speech) if aids.judging else ''}</div>"
    )


def _quote(found: Finding) -> str:
    """The quote, the words in it marked that answer; none where it answers as a whole."""
    return highlighted(found.quote, found.span or (0, 0))


def _not_found(answer: Answer) -> str:
    """Said in the language of the question; the note on the passages below only where there are any."""
    own = TEXTS[answer.language]
    shown = answer.passages and answer.nearest
    note = f' <span lang="{answer.language}">{escape(own.nearest_note)}</span>' if shown else ""
    words = own.not_found[answer.reason]
    return f'<div class="answer none"><p lang="{answer.language}">{escape(words)}{note}</p></div>'


def _lines(lines: Iterable[str]) -> str:
    """How the question was read, and what of it could not be taken into account."""
    return "".join(f'<p class="understood">{escape(_shortened(line))}</p>' for line in lines)


def _passages(answer: Answer, heading: str, speech: Speech, aids: Aids, *, unfolded: bool) -> str:
    """The cards; those that are folded away do without the words around their passages."""
    if not (answer.passages and answer.nearest):
        return ""
    words = escape(heading.format(count=len(answer.passages)))
    unfold = " open" if unfolded else ""
    aids = aids if unfolded else replace(aids, document=None)
    listed = cards(answer.passages, speech, aids)
    return f"<details{unfold}><summary><h3>{words}</h3></summary>{listed}</details>"


def _searching(texts: Texts) -> str:
    return f'<p class="searching">{escape(texts.searching)}</p>'


def _notice(visit: Visit, texts: Texts) -> str:
    words = visit.notice.words(texts) if visit.notice else ""
    return f'<p class="notice" role="alert">{escape(words)}</p>' if words else ""


def _link(texts: Texts) -> str:
    """Where the page says that the server does not answer."""
    return f'<p class="link-state" role="alert" data-lost="{escape(texts.talk.lost)}"></p>'


def _renewal(texts: Texts) -> str:
    """Under the last answer: everything anew, and the way back up, the nearest step from the question field."""
    return (
        f'<div class="onward"><button type="button" class="renew" data-act="renew">{escape(texts.renew)}</button>'
        f'<a class="up" href="#{LATEST}">{escape(texts.talk.up)}</a></div>'
    )


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
