"""The tuned trunk: what is kept of it, and that it belongs to the weights that are installed or is left aside."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from index import bundled
from index.bundled import BundledEncoder, model_folder, untuned_folder, weights_name
from index.embed import ModelError
from index.token_map import TokenMap
from index.trunk import SHIPPED, Trunk, save

OTHER = "multilingual-e5-small-q4:00000000"
MATRIX = "encoder.layer.11.output.dense.weight"
LAYERS = {
    MATRIX: np.array([[0.5, -1.27, 0], [0.001, 0.002, -0.00254]], np.float32),
    "encoder.layer.11.output.dense.bias": np.array([0.123456, -7], np.float32),
}
MAP = TokenMap(np.arange(6, dtype=np.float32).reshape(3, 2), np.ones(3, np.float32))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(tmp_path / "trunk.safetensors", OTHER, LAYERS, MAP)
    return tmp_path / "trunk.safetensors"


def test_a_trunk_is_the_same_after_it_was_saved(file: Path) -> None:
    """Matrices to within half of a 127th of the largest of their row, all else to the last bit."""
    loaded = Trunk.load(file)
    assert loaded.encoder == OTHER
    np.testing.assert_array_equal(loaded.token_map.matrix, MAP.matrix)
    np.testing.assert_array_equal(loaded.token_map.accent, MAP.accent)
    kept = loaded.layers()
    assert set(kept) == set(LAYERS)
    np.testing.assert_array_equal(kept["encoder.layer.11.output.dense.bias"], [np.float32(0.123456), -7])
    np.testing.assert_allclose(kept[MATRIX], [[0.5, -1.27, 0], [0.001, 0.002, -0.00254]], rtol=1e-3)
    assert load_file(file)[MATRIX].tolist() == [[50, -127, 0], [50, 100, -127]]


def test_another_trunk_has_another_digest(file: Path, tmp_path: Path) -> None:
    """By the model it is for, by its layers, and by its map."""
    for name, encoder, layers, token_map in (
        ("a", "other", LAYERS, MAP),
        ("b", OTHER, {MATRIX: LAYERS[MATRIX]}, MAP),
        ("c", OTHER, LAYERS, TokenMap(MAP.matrix, MAP.accent + 1)),
        ("d", OTHER, LAYERS, MAP),
    ):
        save(tmp_path / name, encoder, layers, token_map)
    digests = [Trunk.load(tmp_path / name).digest for name in "abcd"]
    assert len(set(digests)) == 4
    assert Trunk.load(file).digest == digests[3]
    assert Trunk.untuned(OTHER, MAP).digest not in digests


def test_a_trunk_for_other_weights_is_left_aside(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the name is that of the model alone, which stays as it came, and nothing has tokens."""
    monkeypatch.setattr(bundled, "SHIPPED", file)
    other = BundledEncoder()
    assert other.name == "multilingual-e5-small-q4:1571fc98"
    assert other.encode_question("Кто подписал письмо в Политбюро?").tokens is None
    assert other.encode_passages(["Копия верна."], [()]).tokens is None
    assert model_folder() == untuned_folder()


@pytest.mark.parametrize("harm", ["missing", "cut off", "one bit"])
def test_a_damaged_trunk_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, harm: str) -> None:
    file = tmp_path / "trunk.safetensors"
    content = bytearray(SHIPPED.read_bytes())
    if harm == "one bit":
        content[5_000_000] ^= 1
    if harm != "missing":
        file.write_bytes(content[:1_000_000] if harm == "cut off" else content)
    monkeypatch.setattr(bundled, "SHIPPED", file)
    for start in (BundledEncoder, model_folder):
        with pytest.raises(ModelError) as caught:
            start()
        assert str(caught.value) == f"the trunk {file} is missing or damaged: install Legenda anew"


def test_the_shipped_trunk_is_small_and_of_this_model() -> None:
    """It belongs to the weights that are installed, and its layers are the upper six."""
    trunk = Trunk.load(SHIPPED)
    assert trunk.encoder == weights_name()
    assert SHIPPED.stat().st_size <= 11_100_000
    assert {name.split(".")[2] for name in trunk.layers()} == {"6", "7", "8", "9", "10", "11"}


def test_the_rebuilt_folder_holds_the_tuned_layers_and_the_others_as_they_came() -> None:
    tuned, untuned = (load_file(folder() / "model.safetensors") for folder in (model_folder, untuned_folder))
    layers = Trunk.load(SHIPPED).layers()
    assert set(layers) < set(tuned) == set(untuned)
    for name, weights in tuned.items():
        np.testing.assert_array_equal(weights, layers.get(name, untuned[name]))
    assert not np.array_equal(tuned[MATRIX], untuned[MATRIX])
