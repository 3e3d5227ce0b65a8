"""The reader that comes with the package: what it makes of real pieces, and what it says where it cannot be had."""

from __future__ import annotations

import hashlib
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import reader
from index.bundled import model_folder, weights_name
from index.embed import ModelError
from index.reader import LONGEST, LONGEST_QUESTION, OUTSIDE, SHIPPED, Piece, Reader, joined, shipped
from index.subwords import subwords

TITLE = "Письмо Л.Д. Троцкого"
ANSWERS = Piece(TITLE, "Совещание было на квартире Смилги. Присутствовало тридцать человек. Погода стояла холодная.")
OTHER = Piece(TITLE, "Слушали о ходе хлебозаготовок. Постановили усилить заготовки на Украине.")


@pytest.fixture(scope="module")
def network() -> Reader:
    return Reader(SHIPPED)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Сколько человек присутствовало на совещании?", "тридцать человек"),
        ("На чьей квартире было совещание?", "Смилги"),
        ("At whose flat was the meeting held?", "Смилги"),
    ],
)
def test_it_tells_the_piece_that_answers_and_the_words(network: Reader, question: str, words: str) -> None:
    answering, other = network.read(question, [ANSWERS, OTHER])
    assert answering.odds > other.odds + 1
    assert words in ANSWERS.text[slice(*answering.span)]
    assert len(ANSWERS.text[slice(*answering.span)]) <= len("на квартире Смилги") + 2


def test_the_order_of_pieces_changes_nothing(network: Reader) -> None:
    forth = network.read("На чьей квартире было совещание?", [ANSWERS, OTHER])
    back = network.read("На чьей квартире было совещание?", [OTHER, ANSWERS])
    assert [one.odds for one in forth] == pytest.approx([one.odds for one in reversed(back)], abs=1e-3)
    assert [one.span for one in forth] == [one.span for one in reversed(back)]


def test_several_threads_read_alike(network: Reader) -> None:
    expected = network.read("Кто?", [ANSWERS, OTHER])
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda _: network.read("Кто?", [ANSWERS, OTHER]), range(8))) == [expected] * 8


def test_nothing_is_read_of_nothing(network: Reader) -> None:
    assert network.read("Кто?", []) == []


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "слово " * 5000, "👩‍👩‍👧‍👦" * 50], ids=repr)
def test_odd_texts_are_read_too(network: Reader, text: str) -> None:
    for question, piece in ((text, ANSWERS), ("Кто?", Piece(TITLE, text)), ("Кто?", Piece(text, "Сталин."))):
        (opinion,) = network.read(question, [piece])
        start, end = opinion.span
        assert 0 <= start <= end <= len(piece.text)


def test_question_and_piece_are_cut_to_what_the_network_reads() -> None:
    ids, places = joined(subwords(model_folder()), "вопрос " * 200, Piece(TITLE, "слово " * 400))
    assert len(ids) == len(places) == LONGEST
    assert ids[LONGEST_QUESTION + 1 : LONGEST_QUESTION + 3] == [2, 2]
    assert places[: LONGEST_QUESTION + 3] == [OUTSIDE] * (LONGEST_QUESTION + 3)


def test_the_places_of_tokens_are_those_in_the_piece() -> None:
    _, places = joined(subwords(model_folder()), "Кто?", Piece(TITLE, "Выслать Радека."))
    told = [place for place in places if place != OUTSIDE]
    assert (told[0][0], told[-1]) == (0, (14, 15))
    assert "".join("Выслать Радека."[start:end] for start, end in told) == "Выслать Радека."


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the file that comes with the package, to be harmed."""
    for suffix in (".onnx", ".sha256"):
        shutil.copy(SHIPPED.with_suffix(suffix), tmp_path)
    return tmp_path / SHIPPED.name


def test_a_missing_reader_is_said_to_be_missing(copied: Path) -> None:
    copied.unlink()
    with pytest.raises(ModelError, match=f"^the reader {copied} is missing: install Legenda anew$"):
        Reader(copied)


def test_a_damaged_reader_is_said_to_be_damaged(copied: Path) -> None:
    copied.write_bytes(copied.read_bytes()[:-1] + b"?")
    with pytest.raises(ModelError, match=f"^the reader {copied} is damaged: install Legenda anew$"):
        Reader(copied)


def test_a_file_that_is_no_network_is_said_to_be_damaged(copied: Path) -> None:
    copied.write_bytes(b"no network")
    copied.with_suffix(".sha256").write_text(hashlib.sha256(b"no network").hexdigest())
    with pytest.raises(ModelError, match=f"^the reader {copied} is damaged: install Legenda anew$"):
        Reader(copied)


def test_a_reader_of_another_model_is_left_aside(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_for = weights_name()
    monkeypatch.setattr(reader, "weights_name", lambda: "other:1")
    with pytest.raises(ModelError, match=f"^the reader {copied} was trained on the model {made_for}, not other:1$"):
        Reader(copied)


def test_a_machine_that_cannot_run_it_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match=r"^the package onnxruntime is not installed: run `pip install onnxruntime`$"):
        Reader(SHIPPED)


def test_without_the_reader_the_archive_is_told_so_once(
    copied: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(reader, "SHIPPED", copied)
    copied.unlink()
    assert shipped() is None
    assert caplog.messages == [f"answers come without the reader: the reader {copied} is missing: install Legenda anew"]
