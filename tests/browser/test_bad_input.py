"""Whatever is typed, pasted or pressed on the web page: nothing is executed and the page stays usable."""

from __future__ import annotations

import pytest

from tests.browser.served import Served
from tests.browser.visitor import Arrive, Visitor
from tests.browser.watched import WAITING
from ui.texts import RUSSIAN

PASTED = (
    "<script>document.title='taken'</script><img src=x onerror=alert(1)> ${alert(2)} {{constructor}} Ленин",
    '"><svg onload=alert(1)><a href="javascript:alert(2)">Ленин</a>',
    "</textarea></section><iframe srcdoc='<script>parent.alert(1)</script>'></iframe> Ленин",
    "![](x onerror=alert(1)) [Ленин](javascript:alert(2)) $\\href{javascript:alert(3)}{x}$",
)
UNUSUAL = ("Ленин 👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 и 🚂?", "Ленин\u202eикцорт\u2069\u0000 и\u200b Троцкий", "Л̵̛̘̗͎̽͂е̵н̷и̶н̴ " * 30)

PRESS_40_TIMES = """async (selector) => {
    for (let time = 0; time < 40; time++) {
        document.querySelector(selector)?.click();
        await new Promise((done) => setTimeout(done, 5));
    }
}"""


def still_answers(visitor: Visitor, question: str = "Что предложил Ленин?") -> None:
    visitor.ask(question)
    visitor.page.locator(".turn").filter(has=visitor.page.locator(f'.question:text-is("{question}")')).locator(
        ".answer blockquote"
    ).last.wait_for()
    assert visitor.page.input_value("#composer textarea") == ""


def test_pasted_markup_is_shown_as_it_was_typed_and_never_executed(visitor: Visitor) -> None:
    for pasted in PASTED:
        visitor.ask(pasted)
        asked = visitor.page.locator(".turn").filter(has_text=pasted)
        asked.locator(".answer blockquote").wait_for()
        assert asked.locator(".question").inner_text() == pasted
    assert visitor.page.title() != "taken"
    assert visitor.page.locator("#conversation :is(script, img, svg, iframe)").count() == 0


@pytest.mark.parametrize("question", UNUSUAL, ids=["emoji", "invisible", "heaped"])
def test_unusual_letters_are_taken_as_they_are(visitor: Visitor, question: str) -> None:
    visitor.ask(question)
    visitor.shows(".answer blockquote")
    assert visitor.overflow == 0
    still_answers(visitor)


def test_the_longest_question_is_answered_and_shown_shortened(visitor: Visitor) -> None:
    visitor.ask(("слово " * 1667)[:10_000])
    visitor.shows(".question", "слово…")
    visitor.shows(".answer blockquote")
    visitor.ask("о" * 10_001)
    visitor.shows(".notice", RUSSIAN.long_question.format(limit=10_000))
    assert visitor.page.input_value("#composer textarea") == "о" * 10_001  # to be shortened, not typed again


def test_two_hundred_quick_touches_leave_the_page_usable(visitor: Visitor) -> None:
    visitor.shows(".examples button")
    for button, then in (
        (".examples button", ".answer"),
        (".card button.open", ".document .body mark"),
        ('[data-act="hit"][data-step="1"]', ".document .body mark"),
        (".document .close", ".answer"),
        ('[data-act="switch"]:last-child', ".answer"),
    ):
        visitor.page.evaluate(PRESS_40_TIMES, button)
        visitor.shows(then)
    still_answers(visitor)


def test_a_second_question_asked_before_the_first_is_answered_is_not_lost(
    visitor: Visitor, page_server: Served
) -> None:
    visitor.ask(f"{WAITING}, Ленин!")
    visitor.shows(".searching")
    visitor.ask("Кто написал завещание?")
    page_server.go_on()
    visitor.shows(".question", "Кто написал завещание?")  # the first one's answer may come before it
    still_answers(visitor)


def test_two_visitors_may_ask_at_once(arrive: Arrive, page_server: Served) -> None:
    first, second = arrive(), arrive()
    first.ask(f"{WAITING}, Ленин!")
    first.shows(".searching")
    second.ask("Что предложил Ленин?")
    page_server.go_on()
    second.shows(".answer")
    first.shows(".answer")
    assert second.page.locator(".question").all_inner_texts() == ["Что предложил Ленин?"]


def test_the_clock_may_be_changed_in_mid_visit(visitor: Visitor) -> None:
    for time in ("2001-01-01", "2093-06-01", "1970-01-01"):
        visitor.page.clock.set_fixed_time(time)
        still_answers(visitor, f"Что было до {time}?")
