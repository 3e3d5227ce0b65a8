"""What the reader learns from: pieces that answer a question and pieces that do not."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
import torch

from eval.gold import Evidence, GoldQuestion
from index.bundled import model_folder
from index.reader import OUTSIDE, joined
from index.subwords import subwords
from qa.archive import Archive
from training.network import FROZEN, Network
from training.practice import _examples, learned
from training.reading import Lesson, changed_question, found, lessons, public_lessons

CONTEXT = "Рим основан в 753 году. Его первый царь — Ромул. Потом правил Нума."
TEST = {
    "data": [
        {
            "title": "Древний_Рим",
            "paragraphs": [
                {
                    "context": CONTEXT,
                    "qas": [
                        {"id": 1, "question": "Кто был первым?", "answers": [{"text": "Ромул", "answer_start": 42}]},
                        {"id": 2, "question": "Кто был вторым консулом?", "answers": [], "is_impossible": True},
                    ],
                },
                {"context": "Карфаген разрушен.", "qas": []},
            ],
        }
    ]
}


@pytest.mark.parametrize(
    ("question", "names", "changed"),
    [
        ("Что решили 5 числа?", [], {"Что решили 2 числа?", "Что решили 3 числа?", "Что решили 4 числа?", "Что решили 6 числа?", "Что решили 7 числа?", "Что решили 8 числа?", "Что решили 10 числа?"}),
        ("О чем писали Рыкову?", ["Калинину", "Рыкову", "Троцкого"], {None}),  # of the same case only
        ("О чем писали Рыкову?", ["Сокольникову", "Троцкого"], {"О чем писали Сокольникову?"}),
        ("Почему?", ["Рыкову"], {None}),
    ],
)  # fmt: skip
def test_a_question_is_changed_in_one_number_or_name(question: str, names: list[str], changed: set[str | None]) -> None:
    assert {changed_question(question, names, Random(seed)) for seed in range(200)} == changed


def test_a_month_is_changed_for_another() -> None:
    made = {changed_question("Что было в мае, а что мая?", [], Random(seed)) for seed in range(200)}
    assert len(made) == 11 and "Что было в мае, а что июня?" in made


def asked(question: str, quote: str) -> GoldQuestion:
    return GoldQuestion(
        id=question,
        lang="ru",
        type="factoid",
        question=question,
        answer="да" if quote else "",
        evidence=(Evidence(doc="1", quote=quote),) if quote else (),
    )


@pytest.fixture(scope="module")
def without_reader(small_index: Path) -> Archive:
    return Archive.open(small_index, reader=None)


def test_a_lesson_has_the_words_that_answer_and_pieces_that_do_not_hold_them(without_reader: Archive) -> None:
    content = without_reader.document("1").text.content
    quote = " ".join(content[400:700].split())
    span = " ".join(quote.split()[8:11])
    questions = found(without_reader, [asked("О чем писал Троцкий?", quote)], {"О чем писал Троцкий?": span})
    for seed in range(6):
        lesson = lessons(without_reader, questions, Random(seed))[0]
        assert lesson.right
        piece, (start, end) = lesson.right
        assert " ".join(piece.text[start:end].split()) == span
        assert piece.title == without_reader.document("1").title
        assert len(lesson.wrong) == 2 and not any(span in " ".join(wrong.text.split()) for wrong in lesson.wrong)


def test_a_question_without_an_answer_has_wrong_pieces_only(without_reader: Archive) -> None:
    (lesson,) = lessons(without_reader, found(without_reader, [asked("Кто летал на Луну?", "")], {}), Random(1))
    assert lesson.right is None and len(lesson.wrong) == 2


def test_a_quote_that_is_not_in_the_document_gives_no_lesson(without_reader: Archive) -> None:
    questions = found(without_reader, [asked("Кто?", "этого в документе нет нигде")], {})
    assert lessons(without_reader, questions, Random(1)) == []


def test_a_test_of_reading_gives_lessons_with_the_place_of_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "test.json"
    file.write_text(json.dumps(TEST), "utf-8")
    answered, impossible = public_lessons([file], Random(1))
    assert answered.right
    piece, span = answered.right
    assert (piece.title, piece.text[slice(*span)]) == ("Древний Рим", "Ромул")
    assert [wrong.text for wrong in answered.wrong] == ["Карфаген разрушен."]
    assert (impossible.right, impossible.question) == (None, "Кто был вторым консулом?")
    assert impossible.wrong[0].text in CONTEXT


def test_a_question_that_two_tests_have_is_asked_in_both_languages(tmp_path: Path) -> None:
    first, second = tmp_path / "ru.json", tmp_path / "en.json"
    first.write_text(json.dumps(TEST), "utf-8")
    other = json.dumps(TEST).replace(json.dumps("Кто был первым?"), '"Who was the first?"')
    second.write_text(other, "utf-8")
    made = public_lessons([first, second], Random(1))
    assert {lesson.question for lesson in made if lesson.right} == {"Кто был первым?", "Who was the first?"}
    assert len([lesson for lesson in made if lesson.right]) == 4


def test_the_right_piece_of_a_lesson_comes_first_with_its_tokens(tmp_path: Path) -> None:
    file = tmp_path / "test.json"
    file.write_text(json.dumps(TEST), "utf-8")
    lesson: Lesson = public_lessons([file], Random(1))[0]
    right, wrong = _examples(lesson)
    assert lesson.right and right.answer and wrong.answer is None
    _, places = joined(subwords(model_folder()), lesson.question, lesson.right[0])
    first, last = right.answer
    assert OUTSIDE not in places[first : last + 1]
    assert lesson.right[0].text[places[first][0] : places[last][1]].strip(" .") == "Ромул"


def test_practice_tells_right_from_wrong_and_leaves_the_lowest_layers(tmp_path: Path) -> None:
    file = tmp_path / "test.json"
    file.write_text(json.dumps(TEST), "utf-8")
    taught = public_lessons([file], Random(1))
    torch.manual_seed(1)
    network = Network()
    before = {name: weights.clone() for name, weights in network.state_dict().items()}
    for _ in range(6):
        learned(network, taught * 4, 1e-3, Random(1))
    right, wrong = (_odds(network, example.ids) for example in _examples(taught[0]))
    assert right > wrong
    after = network.state_dict()
    lowest, highest = (f"layers.encoder.layer.{layer}.output.dense.weight" for layer in (FROZEN - 1, 11))
    assert torch.equal(after[lowest], before[lowest])
    assert not torch.equal(after[highest], before[highest])


def _odds(network: Network, ids: list[int]) -> float:
    with torch.no_grad():
        odds, _ = network(network.words[torch.tensor([ids])].float(), torch.ones(1, len(ids), dtype=torch.long))
    return float(odds)
