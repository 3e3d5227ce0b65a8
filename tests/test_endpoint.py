"""A language model's endpoint, against a server that behaves well, slowly, wrongly and maliciously."""

from __future__ import annotations

import asyncio
import socket
import time

import pytest

from qa.writer.endpoint import LARGEST, Endpoint, EndpointError
from tests.model_server import (
    MEGABYTE,
    Behaviour,
    breaks_off,
    completion,
    hangs,
    model_server,
    packed,
    says,
    sends,
    speaks_no_http,
    trickles,
    trickles_headers,
    unused_url,
)

KEY = "sk-very-secret"
MESSAGES = [{"role": "user", "content": "Кто?"}]
QUICK = 0.3
"""Seconds that a slow server is waited for here."""


def asked(url: str, deadline: float = 10.0) -> str:
    return Endpoint(url, "small-model", KEY, deadline=deadline).reply(MESSAGES)


def test_the_model_is_asked_as_the_protocol_has_it() -> None:
    with model_server(says("Троцкий [1].")) as server:
        assert asked(f"{server.url}/") == "Троцкий [1]."
    ((path, headers, body),) = server.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body == {"model": "small-model", "messages": MESSAGES, "temperature": 0, "stream": False}


def test_without_a_key_none_is_sent() -> None:
    with model_server(says("Да")) as server:
        Endpoint(server.url, "small-model").reply(MESSAGES)
    assert "Authorization" not in server.asked[0][1]


def test_it_can_be_asked_where_an_event_loop_runs() -> None:
    async def reply() -> str:
        return asked(server.url)

    with model_server(says("Да")) as server:
        assert asyncio.run(reply()) == "Да"


NO_JSON, NO_COMPLETION = "its reply is not JSON", "its reply is not a chat completion"
LATE = "it took longer than 0.3 s"
STREAM = b'data: {"choices": [{"delta": {"content": "x"}}]}\n\ndata: [DONE]\n\n'
REPLIES: list[tuple[Behaviour, str]] = [
    (hangs, LATE),
    (trickles, LATE),
    (trickles_headers, LATE),
    (sends(b"<!DOCTYPE html><script>alert(1)</script>", "text/html"), NO_JSON),
    (sends(STREAM, "text/event-stream"), NO_JSON),
    (sends(b"\x00\xff\xfe garbage"), NO_JSON),
    (sends(b""), NO_JSON),
    (sends(b"[" * 100_000), NO_JSON),
    (sends(b'{"choices": ' + b"[" * 100_000), NO_JSON),
    (packed("Троцкий [1]."), NO_JSON),
    (sends(b"[]"), NO_COMPLETION),
    (sends(b"null"), NO_COMPLETION),
    (sends(b'{"error": "no such model"}'), NO_COMPLETION),
    (sends(b'{"choices": []}'), NO_COMPLETION),
    (sends(b'{"choices": {"message": 1}}'), NO_COMPLETION),
    (sends(completion(None)), NO_COMPLETION),
    (sends(completion(["Троцкий [1]."])), NO_COMPLETION),
    (sends(completion({"text": "Троцкий [1]."})), NO_COMPLETION),
    (sends(MEGABYTE), f"its reply is larger than {LARGEST // 1024} KB"),
    (sends(completion("Троцкий [1]."), status=500), "it answered with the status 500"),
    (sends(completion("Троцкий [1]."), status=401), "it answered with the status 401"),
    (breaks_off, "it cannot be reached or broke off (RemoteProtocolError)"),
    (speaks_no_http, "it cannot be reached or broke off (RemoteProtocolError)"),
]


@pytest.mark.parametrize(("behaviour", "reason"), REPLIES, ids=range(len(REPLIES)))
def test_what_is_no_reply_is_said_in_one_line(behaviour: Behaviour, reason: str) -> None:
    deadline = QUICK if reason == LATE else 10.0
    with model_server(behaviour) as server, pytest.raises(EndpointError) as caught:
        asked(server.url, deadline)
    assert str(caught.value) == reason


@pytest.mark.parametrize("behaviour", [hangs, trickles, trickles_headers])
def test_the_deadline_is_kept_by_the_clock_on_the_wall(behaviour: Behaviour) -> None:
    with model_server(behaviour) as server:
        begun = time.monotonic()
        with pytest.raises(EndpointError):
            asked(server.url, QUICK)
        assert time.monotonic() - begun < 10 * QUICK  # and not the ten seconds for which the server goes on


def test_a_name_that_is_looked_up_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up cannot be stopped, so it goes on alone."""
    monkeypatch.setattr("qa.writer.endpoint.GRACE", 0.1)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1))
    begun = time.monotonic()
    with pytest.raises(EndpointError, match=r"^it took longer than 0\.2 s$"):
        asked("http://model.example/v1", deadline=0.2)
    assert time.monotonic() - begun < 0.9


def test_a_redirection_is_not_followed() -> None:
    with (
        model_server(says("Другой сервер [1].")) as other,
        model_server(sends(b"", status=307, Location=f"{other.url}/chat/completions")) as server,
        pytest.raises(EndpointError, match=r"^it answered with the status 307$"),
    ):
        asked(server.url)
    assert other.asked == []


def test_a_server_that_is_away_is_named_as_such() -> None:
    with pytest.raises(EndpointError, match=r"^it cannot be reached or broke off \(ConnectError\)$"):
        asked(unused_url())


def test_a_proxy_of_the_environment_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with model_server(says("От прокси")) as proxy, model_server(says("От модели")) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert asked(server.url) == "От модели"
    assert proxy.asked == []


def test_the_key_is_not_shown() -> None:
    assert KEY not in repr(Endpoint("http://127.0.0.1/v1", "small-model", KEY))
