"""A number or a shelf mark alone asks what papers these are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Document
from qa.archive import Archive
from qa.understanding import Understanding
from qa.words.listed import listed
from tests.three_papers import three_papers


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("О чём документ 88?", True),
        ("документ № 88", True),
        ("А документы 88 и 90?", True),
        ("Что лежит в РГАСПИ, ф. 17, оп. 171, д. 79?", True),
        ("Какие бумаги есть в деле 79?", True),
        ("What is in fond 17 opis 171 delo 79?", True),
        ("Show me document 88", True),
        ("Кто подписал документ 88?", False),
        ("Что Троцкий пишет в документе 88?", False),
        ("Какие документы есть?", False),  # names none
    ],
)
def test_a_bare_question_says_only_which_papers(understanding: Understanding, text: str, bare: bool) -> None:
    assert understanding.understand(text).reading.bare is bare


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    return three_papers(tmp_path_factory.mktemp("papers") / "collection").documents()


def test_one_paper_is_named_by_its_title_and_several_with_their_numbers(papers: tuple[Document, ...]) -> None:
    first, second, third = papers
    assert listed([first]) == "Письмо Н. К. Крупской Л. Д. Троцкому от 15 ноября 1924 г."
    assert listed([first, third]) == f"№ 1. {first.title}; № 3. {third.title}"
    more = [replace(first, number=number) for number in ("4", "5")]
    assert listed([*papers, *more]).endswith(f"№ 2. {second.title}; № 3. {third.title}; № 4, 5")


def test_a_paper_without_a_title_is_named_by_its_number(papers: tuple[Document, ...]) -> None:
    untitled = replace(papers[1], title="")
    assert listed([papers[0], untitled]) == f"№ 1. {papers[0].title}; № 2"
    assert listed([untitled]) == ""


def test_the_archive_says_what_paper_a_number_is(archive: Archive) -> None:
    title = archive.document("14").title
    for question in ("О чём документ 14?", "Ф. 17 Оп. 171 Д. 32 Л. 143"):
        answer = archive.ask(question)
        assert (answer.answer and answer.answer.text, answer.confidence) == (title, 1)


def test_the_record_of_a_numbered_paper_is_certain(archive: Archive) -> None:
    answer = archive.ask("Кто подписал документ 14?")
    assert (answer.answer and answer.answer.text, answer.confidence) == ("Л. Д. Троцкий", 1)


@pytest.mark.parametrize(
    "question", ["О чём документ 500?", "Кто подписал документ 500?", "Что лежит в РГАСПИ, ф. 999, оп. 1, д. 1?"]
)
def test_a_paper_that_is_not_there_has_no_answer(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert (answer.status, answer.reason, answer.confidence) == ("not_found", "nothing", 0)


def test_a_short_follow_up_stays_with_the_paper_of_the_number_before(archive: Archive) -> None:
    answer = archive.ask("А когда?", history=["О чём документ 14?"])
    assert (answer.filters, {ranked.passage.document for ranked in answer.passages}) == ({"documents": "14"}, {"14"})


def test_another_number_asks_for_that_paper_alone(archive: Archive) -> None:
    answer = archive.ask("А документ 19?", history=["О чём документ 14?"])
    assert answer.filters == {"documents": "19"}
    assert answer.answer and answer.answer.text == archive.document("19").title
