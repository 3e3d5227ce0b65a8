"""The front door: real questions to the real model over a small piece of the volume, and odd ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from index.embed import EncodedQuestion, Encoder
from index.errors import CallError
from qa.archive import Archive, UnknownDocument
from qa.contract import Answer
from qa.question import EmptyQuestion
from tests.conftest import SMALL
from tests.fake_encoder import FakeEncoder

# question, document among the first two passages, its reference, words of the quote; checked against the volume
ASKED = [
    (
        "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?",
        ("14", "РГАСПИ. Ф. 17. Оп. 171. Д. 32. Л. 143", "это для меня физически не выполнимо"),
    ),
    (
        "Что вписал Назаретян в телеграмму Роста?",
        ("22", "РГАСПИ. Ф. 17. Оп. 171. Д. 29. Л. 87–88", "рукой т. Назаретяна вписаны несколько слов"),
    ),
    (
        "Больше скольких процентов зарплаты нельзя отчислять на пожертвования?",
        ("4", "РГАСПИ. Ф. 17. Оп. 171. Д. 31. Л. 29–34", "свыше 4% зарплаты"),
    ),
    (
        "Откуда и куда перенесли сессию ЦИКа?",
        ("10", "РГАСПИ. Ф. 17. Оп. 171. Д. 25. Л. 100", "из Тифлиса в Москву"),
    ),
    (
        "From where was the session of the TsIK moved to Moscow?",
        ("10", "РГАСПИ. Ф. 17. Оп. 171. Д. 25. Л. 100", "из Тифлиса в Москву"),
    ),
    (
        "What should happen to the documents if the Plenum did not allow them to be handed out?",
        ("25", "РГАСПИ. Ф. 17. Оп. 171. Д. 29. Л. 75", "подлежат сожжению"),
    ),
    (
        "Why did Krupskaya and Ulyanova ask to move the discussion out of the newspaper?",
        ("19", "РГАСПИ. Ф. 17. Оп. 171. Д. 27. Л. 92", ""),
    ),
]
ODD = [
    "а",
    "1923",
    "17 171 32 143",
    "qwertyuiop zxcvbnm",
    "<script>alert('Троцкий')</script>",
    "Троцкий\0Зиновьев",
    "Кто \ud800 такой Куйбышев?",
    "\u202eמי היה טרוצקי?\u202c",
    "😀 Кто такой Куйбышев? 😀",
    "'; DROP TABLE passages; --",
    "%s {0} \\d+ (?",
    "н" * 10_000,
    "За что исключили Смилгу? " * 400,
]


def untimed(answers: Sequence[Answer]) -> list[Answer]:
    return [replace(answer, timing_ms={}) for answer in answers]


@pytest.mark.parametrize(
    ("question", "expected"), ASKED, ids=[f"{at}-document-{expected[0]}" for at, (_, expected) in enumerate(ASKED)]
)
def test_a_question_finds_its_document_its_sheets_and_its_words(
    archive: Archive, question: str, expected: tuple[str, str, str]
) -> None:
    number, reference, words = expected
    found = {
        ranked.passage.reference.text: ranked.quoted
        for ranked in reversed(archive.ask(question).passages[:2])
        if ranked.passage.document == number and ranked.passage.reference
    }
    assert list(found) == [reference]
    assert words in found[reference]


def test_an_answer_is_the_quote_of_its_first_passage(archive: Archive) -> None:
    answer = archive.ask(ASKED[0][0])
    first = answer.passages[0]
    assert answer.answer
    assert answer.answer.text == answer.answer.quote == first.quoted == first.passage.text[slice(*first.quote)]
    assert (answer.answer.passage, answer.answer.confidence) == (0, answer.confidence)


def test_passages_are_ranked_from_one_by_falling_score(archive: Archive) -> None:
    passages = archive.ask(ASKED[1][0], k=50).passages
    scores = [ranked.score for ranked in passages]
    assert [ranked.rank for ranked in passages] == list(range(1, 51))
    assert scores == sorted(scores, reverse=True) and scores[0] > scores[-1]
    assert len({ranked.passage for ranked in passages}) == 50


def test_fewer_passages_are_the_first_of_more(archive: Archive) -> None:
    many, few = archive.ask(ASKED[2][0], k=50), archive.ask(ASKED[2][0], k=3)
    assert few.passages == many.passages[:3]
    assert few.confidence == many.confidence
    assert archive.ask(ASKED[2][0]).passages == many.passages[:10]


@pytest.mark.parametrize("k", [-1, 0, 51])
def test_more_than_50_passages_or_none_cannot_be_asked_for(archive: Archive, k: int) -> None:
    with pytest.raises(CallError) as caught:
        archive.ask("Кто?", k=k)
    assert str(caught.value) == f"k is {k}; ask for 1 to 50 passages"


@pytest.mark.parametrize("question", ODD, ids=range(len(ODD)))
def test_an_odd_question_gets_a_civil_answer(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert len(answer.passages) == 10
    assert answer.question == question.replace("\ud800", "?")
    assert 0 <= answer.confidence <= 1
    assert all(ranked.quoted and ranked.quoted in ranked.passage.text for ranked in answer.passages)


@pytest.mark.parametrize("question", ["", "  ", "?!", "😀", "\ud800"])
def test_a_question_of_nothing_is_refused(archive: Archive, question: str) -> None:
    with pytest.raises(EmptyQuestion):
        archive.ask(question)


def test_the_steps_of_an_answer_are_timed(archive: Archive) -> None:
    timing = archive.ask("Кто?").timing_ms
    assert list(timing) == ["question", "retrieve", "rank", "read", "answer", "total"]
    assert abs(sum(timing.values()) - 2 * timing["total"]) <= 3  # each is rounded


def test_answers_from_eight_threads_at_once_are_those_from_one(archive: Archive) -> None:
    questions = [question for question, _ in ASKED] * 4
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(archive.ask, questions))
    alone = [archive.ask(question) for question, _ in ASKED] * 4
    assert untimed(together) == untimed(alone)


def test_the_documents_are_those_of_the_collection_in_its_order(archive: Archive) -> None:
    assert tuple(document.number for document in archive.documents) == SMALL
    assert archive.manifest.title["ru"] == "Политбюро и ОГПУ против оппозиции Троцкого. Документы 1923–1932 годов"
    assert archive.document("14").date == "1923-11-14"


@pytest.mark.parametrize("number", ["3", "999", "", "14 ", "№ 14", "-1"])
def test_a_document_that_is_not_there_is_named(archive: Archive, number: str) -> None:
    with pytest.raises(UnknownDocument) as caught:
        archive.document(number)
    assert str(caught.value) == f"the collection has no document {number!r}; see: legenda documents"


class Mute(FakeEncoder):
    """Makes nothing of any question."""

    def encode_question(self, text: str) -> EncodedQuestion:  # noqa: ARG002
        """Return the vector of no direction."""
        return EncodedQuestion(np.zeros(self.dimension, np.float32))


def test_passages_of_one_score_stand_in_the_order_of_the_collection(
    whole_archive: Archive, otherwise_asked: Callable[[Encoder], Archive]
) -> None:
    answer = otherwise_asked(Mute()).ask("qwertyuiop")
    assert [ranked.passage for ranked in answer.passages] == list(whole_archive.passages[:10])
    assert {ranked.score for ranked in answer.passages} == {0.0}


class Counted(FakeEncoder):
    """Counts the questions it reads."""

    read = 0

    def encode_question(self, text: str) -> EncodedQuestion:
        """Return the vector of `text`."""
        self.read += 1
        return super().encode_question(text)


def test_a_warm_archive_has_read_a_question_already(otherwise_asked: Callable[[Encoder], Archive]) -> None:
    encoder = Counted()
    otherwise_asked(encoder).warm()
    assert encoder.read == 1
