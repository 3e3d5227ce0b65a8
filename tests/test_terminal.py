"""An answer as a terminal shows it, to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Document
from qa.archive import Archive
from tests.fake_archive import fake_archive
from ui.commands.show import paragraphs_of
from ui.terminal import WIDTH, explained, printed
from ui.texts import TEXTS

RUSSIAN = """\
«Владимир Ильич предложил ему, Троцкому, блок против тт. Зиновьева и Каменева»

РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227. Подлинник. Рукопись
Документ № 35, 25 декабря 1924 г., с. 80: Письмо Г. Г. Ягоды от 25 декабря 1924 г. (без указания
адресата)
Уверенность высокая

2. «Вниманию читателей предлагается документальное издание, являющееся продолжен»
   без архивной ссылки · Предисловие к изданию, с. 4
3. «Тов. Литвинову Копия т. Зиновьеву, т. Сталину. Прошу передать этот ответ Рен»
   РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 50–53. Подлинник. Машинопись · Документ № 1, 1 февраля 1923
   г., с. 17: Письмо Л. Д. Троцкого М. М. Литвинову, Г. Е. Зиновьеву, И. В. Сталину от 1 февраля
   1923 г. об интервью корреспонденту Ренсому
4. «При сем препровождаем в копиях следующие документы: 1. Открытое письмо Ивана»
   РГАСПИ. Ф. 17. Оп. 171. Д. 149. Л. 89–102. Копия. Машинопись · Документ № 127, без даты, с.
   224: Без заголовка"""
ENGLISH = """\
«Владимир Ильич предложил ему, Троцкому, блок против тт. Зиновьева и Каменева»

РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227. Подлинник. Рукопись
Document No. 35, 25 December 1924, p. 80: Письмо Г. Г. Ягоды от 25 декабря 1924 г. (без указания
адресата)
High confidence

2. «Вниманию читателей предлагается документальное издание, являющееся продолжен»
   no archival reference · Preface to the publication, p. 4"""
NOT_FOUND = """\
В документах этого собрания нет ответа на ваш вопрос.
Ниже — ближайшие по содержанию места. Это не ответ.

1. «Владимир Ильич предложил ему, Троцкому, блок против тт. Зиновьева и Каменева»
   РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227. Подлинник. Рукопись · Документ № 35, 25 декабря
   1924 г., с. 80: Письмо Г. Г. Ягоды от 25 декабря 1924 г. (без указания адресата)
2. «Вниманию читателей предлагается документальное издание, являющееся продолжен»
   без архивной ссылки · Предисловие к изданию, с. 4"""
NOT_FOUND_IN_ENGLISH = """\
The documents of this collection do not answer your question.
Below are the passages nearest in content. They are not an answer.

1. «Владимир Ильич предложил ему, Троцкому, блок против тт. Зиновьева и Каменева»
   РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227. Подлинник. Рукопись · Document No. 35, 25 December
   1924, p. 80: Письмо Г. Г. Ягоды от 25 декабря 1924 г. (без указания адресата)"""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return fake_archive()


@pytest.mark.parametrize(
    ("question", "k", "expected"),
    [
        ("Что предложил Ленин?", 4, RUSSIAN),
        ("Что предложил Ленин?", 1, RUSSIAN.split("\n\n2. ", maxsplit=1)[0]),
        ("What did Lenin propose?", 2, ENGLISH),
        ("Какая погода?", 2, NOT_FOUND),
        ("What is the weather?", 1, NOT_FOUND_IN_ENGLISH),
    ],
    ids=range(5),
)
def test_an_answer_is_printed_in_the_language_of_its_question(
    archive: Archive, question: str, k: int, expected: str
) -> None:
    assert printed(archive.ask(question, k=k)) == expected


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.75, "высокая"), (0.74, "средняя"), (0.5, "средняя"), (0.49, "низкая")]
)
def test_the_confidence_is_put_in_words(archive: Archive, confidence: float, words: str) -> None:
    answer = replace(archive.ask("Что предложил Ленин?", k=1), confidence=confidence)
    assert printed(answer).splitlines()[-1].split(":")[0] == f"Уверенность {words}"


def test_a_long_quote_is_whole_where_it_answers_and_shortened_below(archive: Archive) -> None:
    answer = archive.ask("Что предложил Ленин?", k=2)
    whole = tuple(replace(ranked, quote=(0, len(ranked.passage.text))) for ranked in answer.passages)
    first, further = printed(replace(answer, passages=whole)).split("\n2. ")
    assert " ".join(whole[0].quoted.split()) in " ".join(first.split())
    shown = " ".join(further.split("»\n")[0].split())
    assert shown.endswith(" …") and len(shown) <= len("«") + 160
    assert max(map(len, (first + further).splitlines())) <= WIDTH


def test_the_footnotes_of_a_document_stand_last_under_their_marks(documents: tuple[Document, ...]) -> None:
    assert paragraphs_of(documents[12])[-6:] == [
        "Получен 24 октября 1923 г.",
        "8 ч 35 мин вечера¹⁸",
        "РГАСПИ. Ф. 17. Оп. 171. Д. 26. Л. 11. Подлинник. Машинопись",
        "",
        "Сноски",
        "¹⁸ Подпись не разборчива",
    ]
    assert paragraphs_of(documents[36])[1] == "Письмо И. В. Сталина секретарю Камчатского Губкома²⁴"
    assert paragraphs_of(documents[102])[-1] == "⁴¹ [слова сноски в издании не напечатаны]"


def test_a_greeting_is_returned_without_passages(archive: Archive) -> None:
    asked = archive.ask("Good morning!", k=2)
    answer = replace(asked, status="not_found", answer=None, reason="greeting")
    assert printed(answer) == TEXTS["en"].not_found["greeting"]


def test_what_makes_each_score_is_said_in_the_language_of_the_question(archive: Archive) -> None:
    """What adds nothing is left out, even if it is not quite nothing."""
    made = {"meaning": 0.5, "words": -0.25, "late": 1.004, "closing": 0.0, "date": 0.004, "people": 0.5, "focus": 3.0}
    for question, heading, names in [
        ("Что предложил Ленин?", TEXTS["ru"].explained, "смысл слова слово-за-словом люди предыдущий-вопрос"),
        ("What did Lenin propose?", TEXTS["en"].explained, "meaning words word-by-word people earlier-question"),
    ]:
        answer = archive.ask(question, k=2)
        first, second = answer.passages
        passages = (replace(first, score=4.758, parts=made), replace(second, score=-1.0, parts={"date": -1.0}))
        meaning, words, late, people, focus = (name.replace("-", " ") for name in names.split())
        assert explained(replace(answer, passages=passages)).splitlines() == [
            heading,
            f"1. № 35: 4.76 = {meaning} +0.50  {words} -0.25  {late} +1.00  {people} +0.50  {focus} +3.00",
            f"2. № 0: -1.00 = {TEXTS[answer.language].parts['date']} -1.00",
        ]
