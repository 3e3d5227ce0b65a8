"""The words of a question are marked in a passage, in whatever form they stand there."""

from __future__ import annotations

import pytest

from index.lexical import LexicalIndex
from qa.archive import Archive
from qa.words.echo import Echoes


def marked(archive: Archive, question: str, text: str) -> list[str]:
    """The words of `text` that are marked for a question."""
    echoes = Echoes(archive.searches.lexical, archive.searches.names, archive.persons)
    spans = echoes.of(archive.understanding.understand(question)).heard(text)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Что Крупская рассказала о характеристике Маркса и Ленина?",
            "остановился на том месте, где Вы даете характеристику Маркса и Ленина",
            ["характеристику", "Маркса", "Ленина"],
        ),
        (
            "Кого просила выслать Крупская?",
            "Н. Крупской высланы, Крупскую вышлют",
            ["Крупской", "высланы", "Крупскую", "вышлют"],
        ),
        ("За что Смилгу исключили?", "тов. Смилга и тов. Смилги исключён", ["Смилга", "Смилги", "исключён"]),
        ("Who was Smilga?", "Тов. Смилги и Смилге", ["Смилги", "Смилге"]),
        ("What was printed in Kharkov?", "Из Харькова, в Харьковской организации", ["Харькова", "Харьковской"]),
        ("Сколько дней стоял пароход?", "пять дней, в день парохода", ["дней", "день", "парохода"]),
        ("Кто писал в «Daily Express»?", "В газете «Daily Express» пишут", ["Daily", "Express", "пишут"]),
        ("Что было 5 мая 1928 года?", "5 мая 1928 г., в том же году, 5 человек", ["мая", "1928"]),
        ("Что решил XV съезд?", "на XV съезде", ["XV", "съезде"]),
    ],
)
def test_words_are_marked_in_all_forms(whole_archive: Archive, question: str, text: str, expected: list[str]) -> None:
    assert marked(whole_archive, question, text) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Кто это и какой он?", "Это тот, кто был, какой он и есть"),  # pronouns and the like
        ("Что могло быть и стало?", "было, может, стало"),  # verbs that say nothing
        ("Что писал Троцкий?", "Троцкий, Троцкого"),  # he is everywhere
        ("Кто секретарь?", "Совершенно секретно"),  # akin, but another word
        ("What was in the list?", "лист, в листе"),
    ],
)
def test_what_says_nothing_is_not_marked(whole_archive: Archive, question: str, text: str) -> None:
    assert marked(whole_archive, question, text) == []


def test_a_word_is_everywhere_from_six_texts_in_ten_on() -> None:
    texts = ["Крупская пишет", "Крупская просит", "Крупская", "письмо", "письмо", "Ленин"]
    lexical = LexicalIndex.of([*texts, "дело", "дело", "дело", "Крупская Крупская"])
    assert (lexical.share("крупск"), lexical.share("письмо"), lexical.share("собака")) == (0.4, 0.2, 0)


def test_each_passage_of_an_answer_says_where_the_words_stand(archive: Archive) -> None:
    answer = archive.ask("Why did Krupskaya and Ulyanova ask to move the discussion out of the newspaper?")
    shown = next(ranked for ranked in answer.passages if ranked.passage.document == "19")
    words = {shown.passage.text[start:end] for start, end in shown.heard}
    assert words <= {"Крупская", "Крупской", "Ульянова", "Ульяновой", "М. Ульянова"} and "Крупская" in words
    assert shown.as_json()["heard"][0] == {"start": shown.heard[0][0], "end": shown.heard[0][1]}


def test_a_follow_up_is_heard_with_what_it_goes_on_about(archive: Archive) -> None:
    answer = archive.ask("А когда?", history=["Откуда и куда перенесли сессию ЦИКа?"])
    heard = {one.passage.text[start:end].lower() for one in answer.passages for start, end in one.heard}
    assert "сессии" in heard or "сессию" in heard
