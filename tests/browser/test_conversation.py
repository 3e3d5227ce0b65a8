"""Asking on the web page: the answer, that there is none, what is no question, and the switch of languages."""

from __future__ import annotations

from tests.browser.visitor import Arrive, Visitor
from tests.fake_archive import QUOTED
from ui.texts import ENGLISH, RUSSIAN


def test_a_question_is_answered_in_the_words_of_a_document_with_its_reference(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    assert visitor.shows(".answer blockquote").inner_text().lower() == QUOTED
    visitor.shows(".answer .reference", "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227")
    visitor.shows(".answer .confidence", RUSSIAN.sure)
    assert visitor.page.locator(".card").count() == 10
    assert visitor.page.input_value("#composer textarea") == ""


def test_the_switch_changes_every_word_and_examples_can_be_asked(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    assert visitor.page.evaluate("document.documentElement.lang") == "ru"
    visitor.shows(".card button.open", RUSSIAN.open).click()
    visitor.shows(".document .close", RUSSIAN.close)
    visitor.page.click('[data-act="switch"][data-language="en"]')
    for selector, words in {
        ".intro": ENGLISH.intro,
        ".examples p": ENGLISH.examples,
        ".answer .confidence": ENGLISH.sure,
        ".card button.open": ENGLISH.open,
        ".document .close": ENGLISH.close,
        ".renew": ENGLISH.renew,
        "#composer button": ENGLISH.ask,
    }.items():
        assert words in visitor.shows(selector, words).inner_text()
    visitor.page.get_by_placeholder(ENGLISH.placeholder).wait_for()
    visitor.page.wait_for_function("document.documentElement.lang === 'en' && document.title.startsWith('The Polit')")

    visitor.page.locator(".examples button").first.click()
    visitor.shows(".question", "What did Krupskaya tell Trotsky about Lenin and Marx?")
    visitor.page.wait_for_function("document.querySelectorAll('.answer').length === 2")
    visitor.shows(".understood", "Что предложил Ленин? What did Krupskaya")  # the first question came along
    visitor.page.click(".renew")
    visitor.page.wait_for_function("!document.querySelector('.turn') && !document.querySelector('.document')")


def test_an_address_may_bring_a_language_and_a_question_which_does_not_stay_in_it(arrive: Arrive) -> None:
    visitor = arrive("/?language=en&question=What+did+Lenin+propose")
    visitor.shows(".question", "What did Lenin propose")
    visitor.shows(".answer .confidence", ENGLISH.sure)
    visitor.page.wait_for_function("document.documentElement.lang === 'en' && location.search === ''")


def test_quotations_are_marked_as_russian_on_the_english_page(visitor: Visitor) -> None:
    visitor.page.click('[data-act="switch"][data-language="en"]')
    visitor.page.wait_for_function("document.documentElement.lang === 'en'")
    visitor.ask("What did Lenin propose?")
    visitor.shows(".answer blockquote[lang=ru]")
    assert visitor.page.locator(".card .text:not([lang=ru])").count() == 0
    visitor.shows(".card button.open").click()
    visitor.shows(".document .body [lang=ru] mark")


def test_what_is_not_in_the_documents_is_said_civilly(visitor: Visitor) -> None:
    visitor.ask("What was the weather?")
    visitor.shows(".answer.none", ENGLISH.not_found["nothing"])
    visitor.shows("summary", RUSSIAN.nearest.format(count=10))
    assert visitor.page.locator("blockquote").count() == 0


def test_what_is_no_question_gets_a_civil_word(visitor: Visitor) -> None:
    visitor.page.click("#composer button")
    visitor.shows(".notice", RUSSIAN.empty_question)
    for question, words in (
        ("сбой", RUSSIAN.failed),
        ("?! … №", RUSSIAN.empty_question),
        ("слово " * 2000, RUSSIAN.long_question.format(limit=10_000)),
    ):
        visitor.ask(question)
        visitor.shows(".notice", words)
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".answer")
    assert visitor.page.locator(".notice").count() == 0


def test_two_visitors_in_turn_see_nothing_of_each_other(arrive: Arrive) -> None:
    first = arrive()
    first.ask("Что предложил Ленин?")
    first.shows(".answer")
    second = arrive()
    second.shows(".masthead")
    assert second.page.locator(".turn").count() == 0
    second.ask("Кто написал завещание?")
    second.shows(".question", "Кто написал завещание?")
    second.shows(".answer")
    assert second.page.locator(".understood").count() == 0  # no follow-up to the question of the first
    assert first.page.locator(".question").all_inner_texts() == ["Что предложил Ленин?"]
    second.page.reload()
    second.shows(".masthead")
    assert second.page.locator(".turn").count() == 0
