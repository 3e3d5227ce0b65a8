"""The network pulled in mid-answer, and a server that dies: the web page recovers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import serving
from tests.browser.served import Served
from tests.browser.test_bad_input import still_answers
from tests.browser.visitor import Visitor
from tests.browser.watched import WAITING


@pytest.fixture(scope="module")
def mortal() -> Iterator[Served]:
    """A server of the web page that may be stopped."""
    yield from serving("page")


def test_a_network_pulled_in_mid_answer_leaves_the_page_usable(visitor: Visitor, page_server: Served) -> None:
    visitor.ask(f"{WAITING}, Ленин!")
    visitor.shows(".searching")
    visitor.context.set_offline(offline=True)
    page_server.go_on()
    visitor.context.set_offline(offline=False)
    still_answers(visitor)
    visitor.forgive("ERR_INTERNET_DISCONNECTED")
