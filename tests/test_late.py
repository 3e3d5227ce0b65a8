"""Late interaction in the whole: with the bundled model every question has it, with any other it goes on without."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from index.folder import TOKENS, IndexFolderError, open_generation
from qa.archive import Archive
from qa.question import understand
from qa.rank import LATE, fused, standardised, with_late
from qa.retrieve import Signals
from tests.fake_encoder import FakeEncoder

QUESTION = "Откуда и куда перенесли сессию ЦИКа?"


def signals(archive: Archive) -> Signals:
    return archive.searches.signals(archive.searches.query(understand(QUESTION)))


def test_every_passage_has_its_tokens_and_the_question_finds_them(archive: Archive) -> None:
    found = signals(archive)
    assert found.late is not None
    assert len(found.late) == len(archive.passages)
    best = archive.passages[int(found.late.argmax())]
    assert best.document == "10"
    assert "Перенести сессию ЦИК" in best.text
    both = fused(Signals(found.dense, found.lexical))
    np.testing.assert_allclose(fused(found), with_late(found.late, both, LATE), atol=1e-6)


def test_a_model_without_a_map_is_ranked_by_meaning_and_words(whole_index: Path, whole_archive: Archive) -> None:
    assert not (open_generation(whole_index)[0] / TOKENS).exists()
    assert isinstance(whole_archive.searches.encoder, FakeEncoder)
    found = signals(whole_archive)
    assert found.late is None
    expected = 0.75 * standardised(found.dense) + 0.25 * standardised(found.lexical)
    np.testing.assert_allclose(fused(found), expected, atol=1e-6)


def test_damaged_token_vectors_are_named(small_index: Path, tmp_path: Path) -> None:
    index = shutil.copytree(small_index, tmp_path / "index")
    codes = open_generation(index)[0] / TOKENS / "codes.npy"
    damaged = bytearray(codes.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    codes.write_bytes(damaged)
    with pytest.raises(IndexFolderError) as caught:
        Archive.open(index)
    assert str(caught.value) == f"{codes} is damaged; run: legenda build --index {index}"
