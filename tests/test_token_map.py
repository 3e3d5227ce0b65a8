"""The trained map of tokens: it belongs to the weights that are installed, or is left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import bundled
from index.bundled import BundledEncoder, weights_name
from index.embed import ModelError
from index.token_map import SHIPPED, TokenMap


def test_a_map_of_other_weights_is_left_aside() -> None:
    """Then the name is that of the model alone, and nothing has tokens."""
    other = BundledEncoder(TokenMap.untrained("multilingual-e5-small-q4:00000000", 384))
    assert other.name == "multilingual-e5-small-q4:1571fc98"
    assert other.encode_question("Кто подписал письмо в Политбюро?").tokens is None
    assert other.encode_passages(["Копия верна."], [()]).tokens is None


def test_a_damaged_map_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file cut off in the middle is found out when it is read."""
    half = tmp_path / "half.safetensors"
    half.write_bytes(SHIPPED.read_bytes()[:1000])
    monkeypatch.setattr(bundled, "SHIPPED", half)
    with pytest.raises(ModelError) as caught:
        BundledEncoder()
    assert str(caught.value) == f"the map {half} is missing or damaged: install Legenda anew"


def test_the_shipped_map_is_small_and_of_this_model() -> None:
    """It belongs to the weights that are installed."""
    assert TokenMap.load(SHIPPED).encoder == weights_name()
    assert SHIPPED.stat().st_size <= 250_000
