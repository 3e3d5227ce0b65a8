"""Follow-ups are completed from the questions before them; another topic carries nothing over."""

from __future__ import annotations

import numpy as np
import pytest

from index.people import Person
from qa.contract import Answer
from qa.dialogue import Chain, Dialogue
from qa.follow_up.focus import Foci, Focus, lent, standing
from qa.follow_up.lead_ins import without_lead_in
from qa.follow_up.named import Surnames
from qa.retrieve import Scores
from qa.selection import Selection

SURNAMES = Surnames(
    Person(name, (), tuple(map(str, range(documents))), documents)
    for name, documents in {
        "Троцкий Л. Д.": 164,
        "Сталин И. В.": 120,
        "Крупская Н. К.": 8,
        "Ульянова М. И.": 3,
        "Каменев Л. Б.": 60,
        "Сосновский Л. С.": 20,
        "Раковский Х. Г.": 30,
        "Бройдо Г. И.": 3,
        "Бухарин Н. И.": 50,
        "Косиор С. В.": 9,
        "Радек К. Б.": 40,
        "Ленин В. И.": 80,
        "Майский И. М.": 2,
        "Зиновьев Г. Е.": 70,
        "Пятаков Г. Л.": 12,
        "Вольф Р.": 1,
        "Генрихсон А. А.": 2,
    }.items()
)
NOWHERE = Answer("", "ru", "", {}, "not_found", None, 0, "nothing", (), {})


class Talk:
    """A dialogue over an archive that finds nothing; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[Chain] = []
        self.dialogue = Dialogue(SURNAMES, self._ask)

    def _ask(self, chain: Chain, _: Selection) -> Focus:
        self.asked.append(chain)
        return self.dialogue.remember(chain, self.dialogue.completed(chain), NOWHERE, np.zeros(1, np.float32))

    def asks(self, question: str, *history: str) -> str:
        """The question as it is understood, without what it goes on about."""
        return self.dialogue.completed(self.dialogue.chain(question, history)).asked


COMPLETED = [
    ("Кого Троцкий просил изъять рукопись из издательства?", "Чем он это объяснил?", "Чем Троцкий это объяснил?"),
    ("За что наказали Сосновского?", "Кто ему ответил?", "Кто Сосновскому ответил?"),
    ("Что Крупская написала о Ленине?", "Кто её поддержал?", "Кто Крупскую поддержал?"),
    ("Что Крупская написала о Ленине?", "Где её письмо?", "Где письмо Крупской?"),
    ("Куда выслали Раковского?", "Его здоровье было хорошим?", "Здоровье Раковского было хорошим?"),
    ("О чём просили Крупская и Ульянова?", "За что их наказали?", "За что Крупскую и Ульянову наказали?"),
    ("На что Троцкий пожаловался Бройдо?", "И какие тома тот назвал?", "И какие тома Бройдо назвал?"),
    (
        "Что Троцкий писал Сталину о Крупской?",
        "Какие тома тот назвал и что ей ответил?",
        "Какие тома Сталин назвал и что Крупской ответил?",
    ),
    ("Что Троцкий написал Сталину?", "И что он ответил?", "И что Сталин ответил?"),
    ("В какой город отказался ехать Радек?", "Что Косиор ему обещал?", "Что Косиор Радеку обещал?"),
    ("Какие главы книги «Куда идет Англия» важнее?", "Кто её прочитал?", "Кто книгу «Куда идет Англия» прочитал?"),
    ("How did Henrichson die in Leningrad?", "Did he have children?", "Did Henrichson have children?"),
    ("Where did they search Robert Wolf?", "Who gave him the papers?", "Who gave Robert Wolf the papers?"),
    ("What did Krupskaya ask for?", "What was her reason?", "What was Krupskaya's reason?"),
]
REPLACED = [
    (
        "Какие замечания сделал Сталин к биографии Ленина?",
        "А Бухарин?",
        "Какие замечания сделал Бухарин к биографии Ленина?",
    ),
    ("Куда собирались направить Сосновского?", "А Раковского?", "Куда собирались направить Раковского?"),
    ("Куда собирались направить Сосновского?", "А Каменев?", "Куда собирались направить Каменева?"),
    ("Кого исключили в октябре 1927 года?", "А в 1928 году?", "Кого исключили в 1928 году?"),
    ("За что исключили Зиновьева?", "А в 1932 году?", "За что исключили Зиновьева в 1932 году?"),
    ("Кого арестовали в Киеве в 1928 году?", "А в Харькове?", "Кого арестовали в Харькове в 1928 году?"),
    ("Where did Stalin go in July 1928?", "And Kamenev?", "Where did Kamenev go in July 1928?"),
    ("Who was expelled in October 1927?", "And in 1928?", "Who was expelled in 1928?"),
]
LEFT = [
    ("Что Троцкий и Сталин решили о Раковском?", "Где он жил?"),  # one of three
    ("Что Зиновьев, а потом Каменев сказали о Пятакове?", "Почему он так сказал?"),  # one of two
    ("Кто поддержал статью Крупской?", "Кому её послали?"),  # the article, or Крупская
    ("What did Krupskaya ask for?", "А что она получила?"),  # her Russian name is not known
    ("Кого арестовали?", "Что он сделал?"),  # nobody is named
]


@pytest.mark.parametrize(("earlier", "question", "expected"), COMPLETED)
def test_a_pronoun_gives_way_to_the_name_in_its_case(earlier: str, question: str, expected: str) -> None:
    assert Talk().asks(question, earlier) == expected


@pytest.mark.parametrize(("earlier", "question", "expected"), REPLACED)
def test_a_new_name_date_or_place_takes_the_place_of_the_old_one(earlier: str, question: str, expected: str) -> None:
    assert Talk().asks(question, earlier) == expected


@pytest.mark.parametrize(("earlier", "question"), LEFT)
def test_a_pronoun_that_may_mean_several_stays(earlier: str, question: str) -> None:
    talk = Talk()
    completed = talk.dialogue.completed(talk.dialogue.chain(question, [earlier]))
    assert completed.asked == question
    assert completed.text == f"{question} ({earlier})"


@pytest.mark.parametrize(
    "question",
    [
        "А когда?",
        "Почему?",
        "Какое именно оружие?",
        "Сколько там стоил обед?",
        "Где хранится это письмо?",
        "И что на это решило Политбюро?",
        "А кто донёс на Полонского?",
        "Почему на прежние письма не отвечали?",
        "Who signed it?",
        "And when was that?",
        "What happened there?",
    ],
)
def test_a_question_that_points_back_is_read_with_the_one_before(question: str) -> None:
    earlier = "Куда собирались направить Сосновского?"
    assert Talk().dialogue.chain(question, [earlier]) == (earlier, question)


@pytest.mark.parametrize(
    "question",
    [
        "На какой курорт собирался Сталин в июле 1928 года?",
        "Кого Троцкий попросил забрать из издательства его биографию Ленина?",
        "Как называлась газета «Плуг и Молот» и кто её читал?",
        "чем троцкий лечил малярию",
        "Кто такой Майский, которому Троцкий писал в 1926 году, и что он ответил?",
        "How many prisoners started the hunger strike in Tobolsk in March 1929?",
        "Why did Trotsky not answer until the Politburo had its say?",
    ],
)
def test_a_question_with_names_of_its_own_is_complete(question: str) -> None:
    talk = Talk()
    assert talk.dialogue.chain(question, ["Куда собирались направить Сосновского?"]) == (question,)
    assert talk.asks(question, "Куда собирались направить Сосновского?") == question
    assert talk.asked == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Другой вопрос: куда отправили Каменева?", "Куда отправили Каменева?"),
        ("Спасибо, а теперь про другое: из какого города писал Радек?", "Из какого города писал Радек?"),
        ("Новая тема. Где в Киеве нашли шифр?", "Где в Киеве нашли шифр?"),
        ("Сменим тему: за что исключили Смилгу в 1927 году?", "За что исключили Смилгу в 1927 году?"),
        ("On a different subject: how many were in Tobolsk in 1929?", "How many were in Tobolsk in 1929?"),
        ("New topic: who was ordered to kill Trotsky in 1931?", "Who was ordered to kill Trotsky in 1931?"),
        ("Changing the subject, who threw a book at Trotsky?", "Who threw a book at Trotsky?"),
    ],
)
def test_another_topic_is_announced_and_carries_nothing_over(question: str, expected: str) -> None:
    talk = Talk()
    assert talk.dialogue.completed(talk.dialogue.chain(question, ["Кто такой Блюмкин?"])).text == expected


@pytest.mark.parametrize(
    "question",
    ["Хорошо ли жилось Троцкому?", "О другом письме что сказано?", "Другой вопрос?", "Спасибо!", "Спасибо. _"],
)
def test_words_that_lead_up_to_nothing_stay(question: str) -> None:
    assert without_lead_in(question).text == question


def test_a_follow_up_of_a_follow_up_keeps_the_person() -> None:
    history = ("За что выслали Раковского?", "А когда?", "Кто это решил?")
    assert Talk().asks("Что он написал?", *history) == "Что Раковский написал?"


def test_a_question_of_a_word_is_searched_with_the_last_that_says_something() -> None:
    talk = Talk()
    chain = talk.dialogue.chain("Кем?", ["За что выслали Раковского?", "А когда?"])
    assert talk.dialogue.completed(chain).searched == ((1.0, "Кем? (За что выслали Раковского?)"),)


def test_the_fewer_words_say_something_the_more_the_earlier_question_counts() -> None:
    """«Какие», «он» say nothing, «тома» and «вернул» do."""
    talk = Talk()
    completed = talk.dialogue.completed(talk.dialogue.chain("Какие тома он вернул?", ["Что читал Раковский?"]))
    whole = "Какие тома Раковский вернул? (Что читал Раковский?)"
    assert completed.searched == ((2 / 3, whole), (1 - 2 / 3, "Какие тома Раковский вернул?"))


def test_a_hundred_questions_before_cost_no_more_than_three() -> None:
    talk = Talk()
    history = [f"А {number} раз?" for number in range(100)]
    assert talk.dialogue.chain("А потом?", history) == (*history[-3:], "А потом?")
    talk.asks("А потом?", *history)
    assert len(talk.asked) == 3


def test_a_page_does_not_pay_twice() -> None:
    talk = Talk()
    for _ in range(5):
        talk.asks("Чем он это объяснил?", "Куда выслали Раковского?")
    assert talk.asked == [("Куда выслали Раковского?",)]


@pytest.mark.parametrize("history", [["", " ", "?!", "\ud800", "😀"], []])
def test_a_history_of_nothing_is_none(history: list[str]) -> None:
    assert Talk().dialogue.chain("А когда?", history) == ("А когда?",)


def test_the_focus_not_needed_for_longest_is_forgotten() -> None:
    foci, focus = Foci(most=2), Focus((), "", "", np.zeros(1, np.float32))
    for key in ("first", "second"):
        foci.keep(key, focus)
    foci.get("first")
    foci.keep("third", focus)
    assert [foci.get(key) is None for key in ("first", "second", "third")] == [False, True, False]


SCORES: Scores = np.array([1, 3, 2, 0], np.float32)
DOCUMENTS = np.array([0, 0, 1, 2])


@pytest.mark.parametrize(
    ("stood", "lower"),
    [
        ((5, 4.5, 5), (0, 0.5, 0)),
        ((5, 3, 3), (0, 1, 2)),  # the one next to the best counts as 1 lower
        ((1, 3, 5), (3, 1, 0)),  # the first one as 1 lower than the second stood
    ],
)
def test_passages_are_lent_3_in_the_best_document_and_e_times_less_2_points_lower(
    stood: tuple[float, ...], lower: tuple[float, ...]
) -> None:
    focus = Focus((), "", "", np.array(stood, np.float32))
    expected = [3 * np.exp(-lower[row] / 2) for row in DOCUMENTS]
    np.testing.assert_allclose(lent(DOCUMENTS, focus), expected, rtol=1e-6)
    assert lent(DOCUMENTS, None).tolist() == [0.0] * len(SCORES)


def test_a_document_stands_where_its_best_passage_does() -> None:
    assert standing(SCORES, DOCUMENTS).tolist() == [3, 2, 0]
