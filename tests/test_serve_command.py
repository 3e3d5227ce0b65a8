"""`legenda serve`: what is done before the page is open."""

from __future__ import annotations

import pytest

from qa.archive import Archive
from tests.command import Legenda, Ran


def test_the_model_is_loaded_before_the_first_visitor_asks(legenda: Legenda, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Archive] = []
    monkeypatch.setattr("ui.server.serve", lambda archive, **_: served.append(archive))
    assert legenda("serve") == Ran(0, "", "")
    assert "_bert" in vars(served[0].searches.encoder)
