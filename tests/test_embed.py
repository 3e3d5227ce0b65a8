"""Texts and their parts to vectors: order, progress, prompts, and what is said when there is no such model."""

import json
import re
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest

from index.bundled import BundledEncoder, model_folder
from index.embed import Encoder, ModelError, SentenceTransformerEncoder, encoder
from index.records import Span
from index.unit import unit

TEXTS = [
    "Письмо в Политбюро.",
    "Слушали: о деле Троцкого. " * 6,
    "",
    "Постановили: отложить до следующего заседания.",
    "Копия верна.",
    "The Politburo met on Thursday and heard the report. " * 3,
    "Л. 146–148",
    "Слушали: о деле Троцкого. " * 3,
    "Машинопись",
]
NO_PARTS: list[tuple[Span, ...]] = [()] * len(TEXTS)


@pytest.fixture(scope="module")
def model() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(str(model_folder()))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any, **_options: Any) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_rows_are_unit_float32_and_in_the_order_of_the_texts(model: SentenceTransformerEncoder) -> None:
    """Sorting by length inside does not show outside."""
    together = model.encode_passages(TEXTS, NO_PARTS).texts
    alone = np.concatenate([model.encode_passages([text], [()]).texts for text in TEXTS])
    assert together.dtype == np.float32
    assert together.shape == (len(TEXTS), model.dimension)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    agreement = together @ alone.T
    assert agreement.argmax(axis=1).tolist() == list(range(len(TEXTS)))
    assert agreement.diagonal().min() >= 0.999


def test_no_texts_give_no_rows(model: SentenceTransformerEncoder) -> None:
    """An empty collection is not an error."""
    encoded = model.encode_passages([], [])
    assert (encoded.texts.shape, encoded.parts.shape) == ((0, 384), (0, 384))


def test_progress_counts_the_characters_of_each_batch(model: SentenceTransformerEncoder) -> None:
    """Each call tells how many characters were finished since the last one; the longest texts come first."""
    finished: list[int] = []
    model.encode_passages(TEXTS, NO_PARTS, finished.append)
    by_length = sorted(map(len, TEXTS), reverse=True)
    assert finished == [sum(by_length[:4]), sum(by_length[4:8]), sum(by_length[8:])]
    assert sum(finished) == sum(map(len, TEXTS))


def test_an_exception_in_progress_stops_the_work(model: SentenceTransformerEncoder) -> None:
    """Ctrl-C and "stop" come through at the end of the batch."""
    calls: list[int] = []

    def stop(finished: int) -> None:
        calls.append(finished)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        model.encode_passages(TEXTS, NO_PARTS, stop)
    assert len(calls) == 1


def test_question_and_passage_have_their_own_prompts(model: SentenceTransformerEncoder) -> None:
    """The same words are another vector as a question than as a passage, and the prompt is the difference."""
    text = "Кто подписал протокол?"
    raw = model._model.encode(["query: " + text, "passage: " + text], prompt="")
    question, passage = unit(raw)
    assert model.encode_question(text).vector.shape == (384,)
    assert float(model.encode_question(text).vector @ question) >= 0.999
    assert float(model.encode_passages([text], [()]).texts[0] @ passage) >= 0.999
    assert float(question @ passage) < 0.99


LETTER = "\nДорогой Лев Давидович. Я пишу, чтобы рассказать Вам. \nЕще вот что: «Надо съезд отложить». "
SENTENCES = [
    (LETTER.index(sentence), LETTER.index(sentence) + len(sentence))
    for sentence in ("Дорогой Лев Давидович.", "Я пишу, чтобы рассказать Вам.", "Еще вот что: «Надо съезд отложить».")
]
TOKENS = [
    # the tokens of each sentence, the space before a word in them
    "▁Доро го й ▁Лев ▁Давид ович .",
    "▁Я ▁пишу , ▁чтобы ▁рассказать ▁Вам .",
    "▁Еще ▁вот ▁что : ▁« На до ▁с ъезд ▁от ложить ».",
]


def test_a_part_is_the_mean_of_its_tokens(model: SentenceTransformerEncoder) -> None:
    """The tokens are found by their text here, by their offsets there; the prompt's belong to no part."""
    pieces = model._model.tokenizer.tokenize("passage: " + LETTER)
    embeddings = model._model.encode(["passage: " + LETTER], prompt="", output_value="token_embeddings")[0]
    tokens = embeddings.float().cpu().numpy()[1:-1]  # without <s> and </s>
    parts = model.encode_passages([LETTER], [SENTENCES]).parts
    begin = pieces.index("▁Доро")
    for vector, sentence in zip(parts, TOKENS, strict=True):
        end = begin + len(sentence.split())
        assert pieces[begin:end] == sentence.split()
        np.testing.assert_allclose(vector, unit(tokens[begin:end].mean(axis=0)), atol=2e-3)
        begin = end


def test_a_part_depends_on_the_whole_text(model: SentenceTransformerEncoder) -> None:
    """The same words under another title are another vector, though a near one."""
    titles = ["Письмо Н. К. Крупской Л. Д. Троцкому\n", "Шифротелеграмма Сталина\n"]
    texts = [title + "Он вернулся в Москву." for title in titles]
    one, other = model.encode_passages(texts, [[(len(title), len(title) + 21)] for title in titles]).parts
    assert 0.8 < float(one @ other) < 0.999


def test_parts_stand_text_by_text(model: SentenceTransformerEncoder) -> None:
    """A text without parts, and sorting by length inside, do not move the parts of the others."""
    texts = [LETTER, "Копия верна.", "Слушали: о деле Троцкого. " * 3, "Л. 146–148"]
    parts: list[Sequence[Span]] = [SENTENCES, [], [(0, 25), (26, 51)], [(0, 2)]]
    together = model.encode_passages(texts, parts).parts
    alone = np.concatenate([model.encode_passages([texts[row]], [parts[row]]).parts for row in range(len(texts))])
    assert together.dtype == np.float32
    assert together.shape == (6, 384)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    assert (together * alone).sum(axis=1).min() >= 0.999


def test_a_part_that_the_model_does_not_see_has_the_vector_of_its_text(model: SentenceTransformerEncoder) -> None:
    """Beyond 512 tokens, or where there are no letters, the best that is known is the whole text."""
    text = LETTER + "Слушали: о деле Троцкого. " * 100
    parts = [SENTENCES[0], (len(text) - 26, len(text) - 1), (0, 1), (25, 25)]
    seen, beyond, blank, empty = model.encode_passages([text], [parts]).parts
    whole = model.encode_passages([text], [()]).texts[0]
    np.testing.assert_allclose(beyond, whole, atol=1e-6)
    np.testing.assert_allclose(blank, whole, atol=1e-6)
    np.testing.assert_allclose(empty, whole, atol=1e-6)
    assert float(seen @ whole) < 0.99


class Unprompted:
    """A model whose files name no prompts, as E5 is published."""

    def __init__(self, *_arguments: Any, **_options: Any) -> None:
        self.prompts = {"query": "", "document": ""}


@pytest.mark.parametrize(
    ("name", "prompts"),
    [
        ("intfloat/multilingual-e5-small", {"query": "query: ", "document": "passage: "}),
        ("intfloat/e5-base-v2", {"query": "query: ", "document": "passage: "}),
        ("intfloat/multilingual-e5-large-instruct", {"query": "", "document": ""}),
        ("ai-forever/ru-en-RoSBERTa", {"query": "", "document": ""}),
        ("somebody/bge5-small", {"query": "", "document": ""}),
    ],
)
def test_an_e5_without_prompts_gets_them(monkeypatch: pytest.MonkeyPatch, name: str, prompts: dict[str, str]) -> None:
    """E5 was trained with two prefixes; other models are left as they are."""
    import sentence_transformers

    from index.embed import _load_offline

    monkeypatch.setattr(sentence_transformers, "SentenceTransformer", Unprompted)
    assert _load_offline(name).prompts == prompts


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", ["no-such-model", "nobody/no-such-model", "/no/such/folder"])
def test_an_unknown_model_is_said_in_one_line(name: str) -> None:
    """The message says what is wrong and what to do, and nobody was asked over the network."""
    with pytest.raises(ModelError) as caught:
        encoder(name)
    assert str(caught.value) == (
        f'the model "{name}" is not on this computer (no such folder, and not in the cache of models): '
        'give the folder of a sentence-transformers model, or "bundled"'
    )


def test_a_folder_without_a_model_is_said_in_one_line(tmp_path: Path) -> None:
    """A folder that exists and holds something else gets its own words."""
    with pytest.raises(ModelError) as caught:
        encoder(str(tmp_path))
    assert str(caught.value) == (
        f'"{tmp_path}" is not the folder of a sentence-transformers model (no modules.json in it): '
        'give the folder of one, or "bundled"'
    )


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"modules.json": []}, "An empty modules list was passed to SentenceTransformer. Please provide"),
        ({"config.json": {"model_type": "no-such-kind"}}, "no-such-kind"),
    ],
)
def test_a_damaged_model_is_said_in_one_line(tmp_path: Path, files: dict[str, Any], reason: str) -> None:
    """Whatever the libraries raise, the caller gets a ModelError of one line."""
    for name, content in files.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        encoder(str(tmp_path))
    message = str(caught.value)
    assert message.startswith(f'the model "{tmp_path}" cannot be loaded (')
    assert message.endswith('): give another model, or "bundled"')
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize("name", [None, "bundled"])
def test_the_bundled_model_is_the_default(name: str | None) -> None:
    """No name and "bundled" are the same."""
    assert isinstance(encoder(name), BundledEncoder)


@pytest.mark.parametrize(
    ("given", "expected"),
    [([3, 4], [0.6, 0.8]), ([[3, 4], [0, 2]], [[0.6, 0.8], [0, 1]]), ([0, 0], [0, 0])],
)
def test_unit(given: Sequence[Any], expected: Sequence[Any]) -> None:
    """Vectors and rows of a matrix are scaled to length one, zeros stay zeros."""
    np.testing.assert_allclose(unit(given), np.asarray(expected, dtype=np.float32), rtol=1e-6)


def test_both_encoders_fit_the_protocol(model: SentenceTransformerEncoder) -> None:
    """A name and a dimension are there for the manifest."""
    encoders: list[Encoder] = [model, BundledEncoder()]
    assert encoders[0].name == str(model_folder())
    assert re.fullmatch(r"multilingual-e5-small-q4:1571fc98:[0-9a-f]{8}", encoders[1].name)
    assert [one.dimension for one in encoders] == [384, 384]
