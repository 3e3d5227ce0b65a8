"""«Was this answer right?»: two buttons, as HTML; they are shown only where feedback is switched on."""

from __future__ import annotations

from html import escape

from qa.contract import Answer
from ui.caption import Speech


def feedback_form(answer: Answer, speech: Speech) -> str:
    """The buttons under an answer; nothing where there is no answer to judge.

    Their data are what /api/feedback asks for besides the question; `thanks` and `failed`
    are what is then said in the `output` after them.
    """
    if answer.answer is None:
        return ""
    ranked = answer.passages[answer.answer.passage]
    start, end = (ranked.passage.start + offset for offset in ranked.quote)
    texts = speech.texts.feedback
    quoted = f' data-document="{escape(ranked.passage.document)}" data-start="{start}" data-end="{end}"'
    buttons = "".join(
        f'<button type="button" data-act="judge" data-right="{right}"{quoted}>{escape(word)}</button>'
        for right, word in (("true", texts.right), ("false", texts.wrong))
    )
    return (
        f'<div class="feedback" role="group" aria-label="{escape(texts.question)}"'
        f' data-thanks="{escape(texts.thanks)}" data-failed="{escape(texts.failed)}">'
        f"<span>{escape(texts.question)}</span>{buttons}<output></output></div>"
    )
