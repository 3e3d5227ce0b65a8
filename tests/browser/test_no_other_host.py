"""Nothing is asked of another host, neither by the browser nor by the server, and the tests would notice."""

from __future__ import annotations

from tests.browser.served import Served
from tests.browser.visitor import Arrive, Visitor

ELSEWHERE = "http://192.0.2.1/dot.png"
"""An address kept for documentation, where nobody is."""
LEAK = "address => new Promise(done => { const dot = new Image(); dot.onerror = done; dot.src = address; })"


def test_the_policy_forbids_a_request_to_another_host_and_the_browser_says_so(visitor: Visitor) -> None:
    visitor.page.evaluate(LEAK, ELSEWHERE)
    assert any("Content Security Policy" in said and ELSEWHERE in said for said in visitor.complaints)
    visitor.complaints.clear()
    visitor.requests.remove(ELSEWHERE)


def test_a_request_to_another_host_would_be_recorded(arrive: Arrive) -> None:
    visitor = arrive(bypass_csp=True)
    visitor.page.evaluate(LEAK, ELSEWHERE)
    assert visitor.strangers == [ELSEWHERE]
    visitor.forgive("ERR_")
    visitor.requests.remove(ELSEWHERE)


def test_the_server_reached_no_other_machine_for_the_page_a_question_and_a_document(
    visitor: Visitor, page_server: Served
) -> None:
    visitor.ask("Что предложил Ленин?")
    visitor.shows(".card button.open").click()
    visitor.shows(".document")
    assert page_server.reached_out == []
    assert len(visitor.requests) > 3
    assert visitor.strangers == []
