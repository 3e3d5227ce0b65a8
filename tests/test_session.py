"""A session: what one visitor does at once is all kept."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest

from qa.contract import Answer
from qa.selection import Selection
from tests.fake_archive import FakeArchive, fake_archive
from ui.notice import Notice
from ui.page.page import Page
from ui.page.session import Session
from ui.page.visit import Visit


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(fake_archive())


@pytest.fixture(scope="module")
def answer() -> Answer:
    return FakeArchive.of().ask("Что предложил Ленин?")


def test_each_window_begins_with_a_session_of_its_own() -> None:
    first = Session()
    second = deepcopy(first)
    first.change(lambda now: now.asking("кто"))
    assert second.visit == Visit()


def test_a_question_is_taken_down_and_then_answered(page: Page) -> None:
    session = Session()
    waiting = page.asked(session, "  Что предложил Ленин? ", {})
    assert waiting.turns[-1].question == "Что предложил Ленин?" and waiting.history == ()
    visit = page.answered(session)
    assert visit.awaited is None and visit.history == ("Что предложил Ленин?",)
    assert page.answered(session) is visit


def test_what_is_done_while_an_answer_is_awaited_stays(page: Page) -> None:
    session = Session()
    page.asked(session, "Что предложил Ленин?", {})
    page.opened(session, {"document": "35", "start": "0", "end": "5"})
    session.change(lambda now: now.speaking("en"))
    visit = page.answered(session)
    assert visit.opening and visit.opening.document == "35" and visit.language == "en" and len(visit.history) == 1


def test_the_later_of_two_questions_is_answered(page: Page) -> None:
    session = Session()
    page.asked(session, "первый вопрос", {})
    page.asked(session, "второй вопрос", {})
    assert page.answered(session).history == ("второй вопрос",)


def test_a_key_pressed_twice_takes_nothing_away(page: Page) -> None:
    session = Session()
    waiting = page.asked(session, "кто", {})
    assert page.asked(session, "", {}) is waiting
    assert page.asked(Session(), "", {}).notice is Notice.EMPTY


def test_an_answer_that_comes_too_late_is_not_shown(answer: Answer) -> None:
    session = Session()
    archive = FakeArchive.of()

    class Slow:
        """An archive during whose answer the visitor begins anew."""

        manifest, documents, persons = archive.manifest, archive.documents, archive.persons

        def ask(self, *_: object, **__: object) -> Answer:
            session.change(Visit.renewed)
            return answer

    page = Page(Slow())  # type: ignore[arg-type]
    page.asked(session, "кто", {})
    assert page.answered(session).turns == ()


def test_a_filter_that_was_read_out_of_the_question_can_be_dropped_and_taken_back(page: Page, answer: Answer) -> None:
    read = replace(answer, filters={"date_from": "1924-01-01", "date_to": "1924-12-31", "people": "Ленин В. И."})
    session = Session(Visit().asking("кто").answered(read))
    turn = page.asked_again(session, {"act": "without", "without": "date_from date_to"}).awaited
    assert turn and dict(turn.dropped) == {"date_from": "1924-01-01", "date_to": "1924-12-31"}
    page.answered(session)
    restored = page.asked_again(session, {"act": "restore"}).awaited
    assert restored and not restored.dropped
    assert page.answered(session).history == ("кто",)


def test_the_last_question_is_asked_again_of_what_is_chosen_now(page: Page) -> None:
    session = Session()
    page.asked(session, "Что предложил Ленин?", {})
    page.answered(session)
    page.chosen_anew(session, {"kinds": ["докладная записка"], "from": "1923", "to": "1924"})
    page.asked_again(session, {"act": "again"})
    last = page.answered(session).turns[-1]
    assert last.only == Selection(kinds=("докладная записка",))
    assert last.answer and {ranked.kind for ranked in last.answer.passages} <= {"докладная записка"}


def test_nothing_is_asked_again_where_nothing_was_asked(page: Page) -> None:
    assert page.asked_again(Session(), {"act": "again"}) == Visit()


def test_one_steps_from_passage_to_passage_of_the_answer(page: Page) -> None:
    session = Session()
    page.asked(session, "Что предложил Ленин?", {})
    page.answered(session)
    page.opened(session, {"turn": "0", "rank": "2"})
    assert "Место 2 из 10" in page.reader(session.visit)
    before = page.opened(session, {"act": "hit", "step": "-1"})
    assert "Место 1 из 10" in page.reader(before)
    assert page.opened(session, {"act": "hit", "step": "-1"}) == before
    assert "Место" not in page.reader(page.opened(session, {"document": "35", "turn": "9", "rank": "1"}))


@pytest.mark.parametrize(
    "data", [{}, {"document": "999"}, {"document": ["35"]}, {"turn": "0", "rank": "1"}, {"document": "35 "}]
)
def test_an_unknown_document_is_said_to_be_one(page: Page, data: dict[str, object]) -> None:
    assert page.opened(Session(), data).notice is Notice.UNKNOWN


def test_a_document_of_a_picture_is_opened_at_the_best_passage_of_the_last_answer(page: Page) -> None:
    session = Session()
    assert "Место" not in page.reader(page.opened(session, {"act": "find", "document": "35"}))
    page.asked(session, "Что предложил Ленин?", {})
    hits = page.answered(session).turns[-1].answer
    assert hits
    first = [hit.passage.document for hit in hits.passages].index("127")
    assert first > 0
    found = page.reader(page.opened(session, {"act": "find", "document": "127"}))
    assert f"Место {first + 1} из 10" in found and "<mark>" in found
    assert "Место" not in page.reader(page.opened(session, {"document": "127"}))
