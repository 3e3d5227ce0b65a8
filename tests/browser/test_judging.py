"""«Was this answer right?» on the web page: asked only where it is switched on, and kept as a line of a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessible import violations
from tests.browser.conftest import serving
from tests.browser.served import Served
from tests.browser.visitor import Visitor
from tests.fake_archive import QUOTED
from ui.texts import RUSSIAN

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the judgements go."""
    return tmp_path / "feedback.jsonl"


@pytest.fixture
def asking(kept: Path) -> Iterator[Served]:
    """A server of the web page that asks whether answers are right."""
    yield from serving("page", str(kept))


def test_nobody_is_asked_unless_it_is_switched_on(visitor: Visitor) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".answer blockquote")
    assert visitor.page.locator(".feedback").count() == 0
    assert visitor.context.request.post(f"{visitor.origin}/api/feedback", data={}).status == 404


def test_a_judgement_is_thanked_for_and_kept(
    browser: Browser, asking: Served, arrived: list[Visitor], kept: Path
) -> None:
    arrived.append(visitor := Visitor(browser, asking.origin))
    visitor.ask("Что предложил Ленин?")
    assert violations(visitor.shows(".feedback").page) == []
    visitor.page.get_by_role("button", name=RUSSIAN.feedback.right, exact=True).click()
    visitor.shows(".feedback output", RUSSIAN.feedback.thanks)
    (line,) = kept.read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert (said["question"], said["document"], said["right"]) == ("Что предложил Ленин?", "35", True)
    assert said["quote"].lower() == QUOTED
