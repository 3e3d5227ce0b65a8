"""The answer for a standing reader: the quote as the picture, where it stands, and what is near; as escaped HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from index.volume import PREFACE
from qa.contract import Answer, Finding, RankedPassage
from ui import caption
from ui.dates import readable
from ui.highlight import Span, highlighted
from ui.kiosk.parts import View, bar, button, examples, screen, size
from ui.qr import qr
from ui.said import said
from ui.texts import TEXTS
from ui.understood import understood

MOST_PLACES = 5
"""Passages that a visitor can leaf through."""
LONGEST_SHOWN = 200
"""Characters of a question that are repeated above its answer."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as it is shown: `span` of its `quote` is marked, `said` and `sure` are HTML around it."""

    ranked: RankedPassage
    quote: str
    span: Span
    said: str = ""
    sure: str = ""


def reply(answer: Answer, view: View) -> str:
    """The screen of an answer, or civilly that there is none with what is nearest."""
    return _answered(answer, answer.answer, view) if answer.answer else _nothing(answer, view)


def carried(ranked: RankedPassage, view: View) -> str:
    """What the code of a passage holds: which document, its reference, and the museum's page if there is one."""
    number, texts = ranked.passage.document, view.speech.texts
    name = texts.preface if number == PREFACE else texts.document.format(number=number)
    named = f"{name}, {readable(ranked.date, texts)}" if ranked.date else name
    reference = ranked.passage.reference.text if ranked.passage.reference else ""
    return "\n".join(line for line in (named, reference, view.settings.address) if line)


def _answered(answer: Answer, found: Finding, view: View) -> str:
    first = answer.passages[found.passage]
    sure = f'<p class="sure">{escape(view.speech.texts.assurance(found.confidence))}</p>'
    best = Shown(first, found.quote, found.span or (0, 0), said(found, answer), sure)
    others = [_whole(ranked) for ranked in answer.passages if ranked is not first]
    places = _places([best, *others], view)
    return screen(
        "answer",
        view,
        _asked(answer, view),
        f'<div class="results" tabindex="0" role="group" aria-labelledby="heading">'
        f"{_understood(answer, view)}{''.join(places)}</div>",
        _controls(len(places), view.words.passage, view),
        bar(view),
    )


def _nothing(answer: Answer, view: View) -> str:
    own = TEXTS[answer.language]
    places = _places([_whole(ranked) for ranked in answer.passages if answer.nearest], view)
    note = f' <span lang="{answer.language}">{escape(own.nearest_note)}</span>' if places else ""
    told = f'<p class="none" lang="{answer.language}">{escape(own.not_found[answer.reason])}{note}</p>'
    below = "".join(places) or examples(view)
    return screen(
        "nothing",
        view,
        _asked(answer, view),
        f'<div class="results" tabindex="0" role="group" aria-labelledby="heading">{told}{below}</div>',
        _controls(len(places), view.words.nearest, view),
        bar(view),
    )


def _whole(ranked: RankedPassage) -> Shown:
    """A passage with all of its quote, none of it marked: it is not the answer."""
    return Shown(ranked, ranked.quoted, (0, 0))


def _places(shown: Sequence[Shown], view: View) -> list[str]:
    """The places that can be leafed through; all but the first are hidden."""
    return [_place(one, view, " hidden" if at else "") for at, one in enumerate(shown[:MOST_PLACES])]


def _asked(answer: Answer, view: View) -> str:
    """The question, as the heading of its answer."""
    asked = answer.question.strip()
    shown = asked if len(asked) <= LONGEST_SHOWN else f"{asked[:LONGEST_SHOWN]}…"
    label = f'<span class="label">{escape(view.words.asked)}:</span> '
    return f'{label}<span class="asked" lang="{answer.language}">{escape(shown)}</span>'


def _understood(answer: Answer, view: View) -> str:
    lines = understood(answer, view.speech.texts)
    return "".join(f'<p class="understood">{escape(line)}</p>' for line in lines)


def _place(shown: Shown, view: View, hidden: str) -> str:
    """One passage: its date, the quote, the paper, and the code to take along."""
    ranked = shown.ranked
    start, end = (ranked.passage.start + offset for offset in ranked.quote)
    code = f"{qr(carried(ranked, view))}<figcaption>{escape(view.words.keep)}</figcaption>"
    return (
        f'<article class="place"{hidden} data-document="{escape(ranked.passage.document)}" data-start="{start}"'
        f' data-end="{end}">{_dated(ranked, view)}{shown.said}'
        f'<blockquote class="{size(shown.quote)}" lang="{escape(view.original)}">'
        f"{highlighted(shown.quote, shown.span)}</blockquote>"
        f'<div class="under"><div class="facts">{_paper(ranked, view)}{shown.sure}</div>'
        f'<figure class="code">{code}</figure></div></article>'
    )


def _dated(ranked: RankedPassage, view: View) -> str:
    """The day, large; that there is none is no headline, and of the preface it need not be said."""
    if ranked.passage.document == PREFACE and not ranked.date:
        return ""
    style = "date" if ranked.date else "date none"
    return f'<p class="{style}">{escape(readable(ranked.date, view.speech.texts))}</p>'


def _paper(ranked: RankedPassage, view: View) -> str:
    """Which document it is, and where that is kept."""
    name = caption.name(ranked.passage.document, view.speech)
    if ranked.passage.document == PREFACE:
        return f'<p class="title"><b>{name}</b></p>'
    title, reference = (
        caption.title(ranked.title, view.speech),
        caption.reference(ranked.passage.reference, view.speech),
    )
    return f'<p class="title"><b>{name}.</b> {title}</p><p class="reference">{reference}</p>'


def _controls(count: int, pattern: str, view: View) -> str:
    """What can be done with the place that is seen, and the way to the others."""
    words, texts = view.words, view.speech.texts
    acts = (
        button("open", escape(texts.open), "act"),
        button("aloud", escape(words.aloud), "act", language=view.original, silence=words.silence),
        _leafing(count, pattern, view),
        button("type", escape(words.again), "ask"),
    )
    return f'<div class="controls">{"".join(acts if count else acts[-1:])}</div>'


def _leafing(count: int, pattern: str, view: View) -> str:
    words = view.words
    if count < 2:
        return ""
    steps = [
        f'<button type="button" class="leaf" data-act="{act}" aria-label="{escape(label)}">{sign}</button>'
        for act, label, sign in (("previous", words.previous, "‹"), ("next", words.next, "›"))
    ]
    said = escape(pattern.format(rank="{rank}", count=count))
    shown = escape(pattern.format(rank=1, count=count))
    return f'<div class="leafing">{steps[0]}<p role="status" data-pattern="{said}">{shown}</p>{steps[1]}</div>'
