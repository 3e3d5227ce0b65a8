"""Answers, cards and documents as HTML: escaped, marked in place and complete."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from index.records import Passage, Place, Reference
from qa.contract import Answer, Finding, RankedPassage
from qa.selection import Selection
from tests.fake_archive import FakeArchive
from ui.caption import Speech
from ui.highlight import highlighted
from ui.notice import LONGEST_VISIT, Notice
from ui.page.cards import Aids, card, cards
from ui.page.replies import conversation, reply
from ui.page.visit import Turn, Visit
from ui.texts import ENGLISH, RUSSIAN, Texts

RU, EN = Speech(RUSSIAN, "ru"), Speech(ENGLISH, "ru")
HOSTILE = "<script>alert('1')</script> & \"Ко\""


@pytest.fixture(scope="module")
def archive() -> FakeArchive:
    return FakeArchive.of()


@pytest.fixture(scope="module")
def answer(archive: FakeArchive) -> Answer:
    return archive.ask("Что предложил Ленин?")


def hostile_passage() -> RankedPassage:
    reference = Reference("<b>АРХИВ</b>", "1", "2", "3", "4")
    passage = Passage('"1"', 100, 100 + len(HOSTILE), HOSTILE, ((0, len(HOSTILE)),), Place(0, 5, (3, 4), 2), reference)
    return RankedPassage(1, 0.5, passage, HOSTILE, "<1>", "<kind>", (0, 8))


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("дело № 5", (5, 8), "дело <mark>№ 5</mark>"),
        ("a<b>c", (1, 4), "a<mark>&lt;b&gt;</mark>c"),
        ("абв", (-3, 99), "<mark>абв</mark>"),
        ("абв", (2, 2), "абв"),
        ("абв", (9, 12), "абв"),
        ("", (0, 1), ""),
    ],
)
def test_a_piece_is_marked_and_the_rest_escaped(text: str, span: tuple[int, int], expected: str) -> None:
    assert highlighted(text, span) == expected


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        (((0, 4),), '<span class="heard">дело</span> <mark>№ 5</mark> &amp; всё'),
        (((11, 14), (0, 4)), '<span class="heard">дело</span> <mark>№ 5</mark> &amp; <span class="heard">всё</span>'),
        (((2, 6),), 'де<span class="heard">ло </span><mark>№ 5</mark> &amp; всё'),
        (((5, 7),), "дело <mark>№ 5</mark> &amp; всё"),
        (((0, 4), (2, 4)), '<span class="heard">дело</span> <mark>№ 5</mark> &amp; всё'),
    ],
)
def test_words_of_the_question_are_marked_faintly_outside_the_quote(
    heard: tuple[tuple[int, int], ...], expected: str
) -> None:
    assert highlighted("дело № 5 & всё", (5, 8), heard) == expected


def test_a_card_says_what_a_reader_needs(answer: Answer) -> None:
    shown = card(answer.passages[0], RU)
    ranked = answer.passages[0]
    assert f"<mark>{ranked.quoted}</mark>" in shown
    assert ranked.passage.text in plain(shown)
    for words in (
        "Документ № 35",
        "25 декабря 1924 г.",
        "письмо",
        "Письмо Г. Г. Ягоды",
        "Ф. 17. Оп. 171. Д. 30. Л. 225–227",
    ):
        assert words in shown
    assert "25 December 1924" in card(ranked, EN) and "letter" in card(ranked, EN)


def test_a_card_opens_its_document_at_the_quote(archive: FakeArchive, answer: Answer) -> None:
    ranked = answer.passages[0]
    found = re.search(r'data-document="35" data-start="(\d+)" data-end="(\d+)"', card(ranked, RU))
    assert found
    assert archive.document("35").text.content[int(found[1]) : int(found[2])] == ranked.quoted


def test_a_card_has_a_link_to_keep(answer: Answer) -> None:
    ranked = answer.passages[0]
    start = ranked.passage.start + ranked.quote[0]
    end = ranked.passage.start + ranked.quote[1]
    assert f'href="/document/35?from={start}&amp;to={end}&amp;language=en#marked"' in card(ranked, EN)


def test_a_card_marks_the_words_of_the_question(answer: Answer) -> None:
    ranked = replace(answer.passages[0], heard=((0, 5),))
    assert f'<span class="heard">{ranked.passage.text[:5]}</span>' in card(ranked, RU)


def test_a_card_hides_the_words_around_its_passage(archive: FakeArchive, answer: Answer) -> None:
    ranked = answer.passages[0]
    shown = card(ranked, RU, Aids(document=archive.document))
    around = re.findall('<p class="around" lang="ru" hidden>(.*?)</p>', shown, re.DOTALL)
    content = archive.document("35").text.content
    assert len(around) == 1 and unescape(around[0]) in content[ranked.passage.end :]
    assert 'data-act="around" aria-expanded="false"' in shown
    assert "around" not in card(ranked, RU)


def test_a_card_cites_the_document_at_the_quote(archive: FakeArchive, answer: Answer) -> None:
    ranked = answer.passages[0]
    aids = Aids(document=archive.document, citing=lambda document, at: f"<cite>{document.number}:{at}</cite>")
    at = ranked.passage.start + ranked.quote[0]
    assert f"<cite>35:{at}</cite></div></article>" in card(ranked, RU, aids)


def test_a_card_marks_the_language_of_what_it_quotes(answer: Answer) -> None:
    assert card(answer.passages[0], EN).count('lang="ru"') == 3


def test_nothing_in_a_card_is_run_as_html() -> None:
    shown = card(hostile_passage(), RU)
    assert "<script" not in shown and "<kind>" not in shown and "<b>АРХИВ" not in shown
    assert "<mark>&lt;script&gt;</mark>" in shown
    assert 'data-document="&quot;1&quot;"' in shown


def test_a_document_without_title_date_or_reference_says_so() -> None:
    bare = replace(hostile_passage(), title="", date="", kind="документ")
    bare = replace(bare, passage=replace(bare.passage, document="127", reference=None))
    assert (
        "Без заголовка" in card(bare, RU) and "без даты" in card(bare, RU) and "без архивной ссылки" in card(bare, RU)
    )
    assert "Untitled" in card(bare, EN) and "undated" in card(bare, EN) and "no archival reference" in card(bare, EN)


def test_the_preface_has_a_name_and_no_number(archive: FakeArchive) -> None:
    preface = next(found for found in archive.ask("что", k=10).passages if found.passage.document == "0")
    assert "Предисловие к изданию" in card(preface, RU) and "№ 0" not in card(preface, RU)


def test_the_cards_keep_the_order_of_the_passages(answer: Answer) -> None:
    shown = re.findall(r'class="rank">(\d+)', cards(answer.passages, RU))
    assert shown == [str(number) for number in range(1, 11)]


def test_an_answer_shows_quote_reference_and_confidence(answer: Answer) -> None:
    shown = reply(answer, RU)
    above, below = shown.split("<details", 1)
    assert f'<blockquote lang="ru">{answer.passages[0].quoted}</blockquote>' in above
    assert "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227" in above and "Уверенность высокая" in above
    assert "Места в документах: 10" in below


def test_a_text_that_says_more_than_the_quote_stands_above_it(answer: Answer) -> None:
    assert answer.answer is not None
    finding = replace(answer.answer, text="Блок <против> Зиновьева")
    assert '<p class="said" lang="ru">Блок &lt;против&gt; Зиновьева</p><blockquote' in reply(
        replace(answer, answer=finding), RU
    )
    assert 'class="said"' not in reply(answer, RU)


def test_a_quote_taken_from_a_later_passage_brings_its_own_reference(answer: Answer) -> None:
    ranked = next(found for found in answer.passages if found.passage.document == "1")
    moved = Finding(ranked.quoted, ranked.quoted, ranked.rank - 1, 0.6)
    above = reply(replace(answer, answer=moved), RU).split("<details", 1)[0]
    assert "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 50–53" in above and 'data-document="1"' in above


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [("Какая погода?", RUSSIAN, ENGLISH), ("What weather?", ENGLISH, RUSSIAN)],
)
def test_no_answer_is_said_in_the_language_of_the_question(
    archive: FakeArchive, question: str, own: Texts, other: Texts
) -> None:
    for speech in (RU, EN):
        shown = reply(archive.ask(question), speech)
        assert own.not_found["nothing"] in shown and other.not_found["nothing"] not in shown
        assert speech.texts.nearest.format(count=10) in unescape(shown)
        assert "<blockquote" not in shown


def test_an_order_is_declined_without_passages(archive: FakeArchive) -> None:
    shown = reply(replace(archive.ask("Какая погода?"), reason="order"), RU)
    assert RUSSIAN.not_found["order"] in shown
    assert "<details" not in shown and RUSSIAN.nearest_note not in shown


@pytest.mark.parametrize(
    ("value", "words"), [(1, "sure"), (0.75, "sure"), (0.6, "likely"), (0.5, "likely"), (0.1, "unsure")]
)
def test_confidence_is_said_in_words(value: float, words: str) -> None:
    assert RUSSIAN.assurance(value) == getattr(RUSSIAN, words)


def test_a_follow_up_says_how_it_was_understood(answer: Answer) -> None:
    assert "Вопрос понят так" not in reply(answer, RU)
    assert "Вопрос понят так: Кто &lt;он&gt;?" in reply(replace(answer, standalone="Кто <он>?"), RU)


def test_filters_of_the_last_question_can_be_taken_away(answer: Answer) -> None:
    read = replace(answer, filters={"date_from": "1927-10-01", "date_to": "1927-10-31", "kinds": "письмо"})
    visit = Visit().asking("А?").answered(read).asking("Б?").answered(read)
    first, second = conversation(visit, RU).split("Б?</h2>")
    assert "октябрь 1927 г." in first and 'data-act="without"' not in first
    assert 'data-act="without" data-without="date_from date_to" aria-label="Не учитывать: октябрь 1927 г."' in second
    assert 'data-act="without" data-without="kinds"' in second


def test_what_was_chosen_and_what_was_put_aside_is_said(answer: Answer) -> None:
    turn = Turn("кто", answer, Selection(kinds=("письмо",)), {"people": "Ленин В. И."})
    shown = conversation(Visit(turns=(turn,)), EN)
    assert "Searched only here: letter" in shown
    assert 'Left aside as you wished: Ленин В. И. <button type="button" data-act="restore">' in shown


def test_the_pictures_are_told_the_documents_of_the_last_answer(answer: Answer) -> None:
    shown = conversation(Visit().asking("кто").answered(answer), RU)
    assert 'data-hits="[&quot;35&quot;, &quot;0&quot;' in shown
    assert 'data-hits="[]"' in conversation(Visit(), RU)


def test_a_visitor_is_asked_about_an_answer_only_where_that_is_kept(answer: Answer) -> None:
    visit = Visit().asking("кто <он>").answered(answer)
    asked = conversation(visit, RU, Aids(judging=True))
    assert 'data-question="кто &lt;он&gt;" data-standalone="Что предложил Ленин?"' in asked
    assert asked.count('data-act="judge"') == 2
    assert "judge" not in conversation(visit, RU) and "data-question" not in conversation(visit, RU)


def test_a_conversation_unfolds_the_last_answer_only(answer: Answer) -> None:
    visit = Visit().asking("первый").answered(answer).asking("второй <script>").answered(answer)
    shown = conversation(visit, RU)
    assert shown.count("<details>") == shown.count("<details open>") == 1
    assert "второй &lt;script&gt;" in shown and "<script" not in shown


def test_a_long_question_is_shown_short() -> None:
    shown = conversation(Visit().asking("слово " * 1000), RU)
    assert "слово…" in shown and len(shown) < 1500


@pytest.mark.parametrize("notice", Notice)
def test_a_notice_is_said_in_the_language_of_the_page(notice: Notice) -> None:
    visit = Visit().asking("кто").noticed(notice)
    assert visit.turns == ()
    assert notice.words(RUSSIAN) in conversation(visit, RU) and notice.words(ENGLISH) in conversation(visit, EN)


def test_a_visit_remembers_answered_questions_and_not_without_end(answer: Answer) -> None:
    visit = Visit()
    for number in range(LONGEST_VISIT + 5):
        visit = visit.asking(str(number)).answered(answer)
    assert visit.history == tuple(str(number) for number in range(5, LONGEST_VISIT + 5))
    assert visit.asking("ещё").history == visit.history[1:]
