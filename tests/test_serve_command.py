"""`legenda serve`: what is done before the page is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from fastapi import FastAPI

from qa.archive import Archive
from tests.command import Legenda, Ran


def test_the_model_is_loaded_before_the_first_visitor_asks(legenda: Legenda, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Archive] = []
    monkeypatch.setattr("ui.server.serve", lambda archive, **_: served.append(archive))
    assert legenda("serve") == Ran(0, "", "")
    assert "_bert" in vars(served[0].searches.encoder)


def test_only_the_kiosk_is_offered_with_the_settings_that_are_named(
    legenda: Legenda, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[partial[FastAPI]] = []
    monkeypatch.setattr("ui.server.serve", lambda _, offer, **__: offered.append(offer))
    settings = tmp_path / "kiosk.toml"
    settings.write_text("idle_seconds = 90", encoding="utf-8")
    assert legenda("serve", "--kiosk", "--settings", settings) == Ran(0, "", "")
    assert legenda("serve") == Ran(0, "", "")
    alone, usual = (offer.keywords for offer in offered)
    assert (alone["only_kiosk"], alone["kiosk"].idle_seconds) == (True, 90)
    assert (usual["only_kiosk"], usual["kiosk"]) == (False, None)
