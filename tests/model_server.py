"""A server that a language model might stand behind: it behaves as it is told, well or badly."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Behaviour = Callable[["Visit"], None]
MEGABYTE = b" " * 1024 * 1024
DRIP = 0.02
"""Seconds between two bytes that trickle."""


class Visit(BaseHTTPRequestHandler):
    """One request and what is sent back."""

    server: ModelServer

    def do_POST(self) -> None:
        """Keep what was asked, and behave."""
        length = int(self.headers.get("Content-Length") or 0)
        self.server.asked.append((self.path, dict(self.headers), json.loads(self.rfile.read(length))))
        self.server.behaviour(self)

    do_GET = do_POST  # noqa: N815 - the name in the library; a redirection may be followed with it

    def send(self, body: bytes, kind: str = "application/json", status: int = 200, **headers: str) -> None:
        """A whole response."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - its name in the library
        """Say nothing."""


class ModelServer(ThreadingHTTPServer):
    """Listens on a free port of this machine; `asked` holds path, headers and body of each request."""

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.behaviour = behaviour
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        self.over = Event()

    @property
    def url(self) -> str:
        """What a curator would configure."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has had enough is no fault of the server."""


@contextmanager
def model_server(behaviour: Behaviour) -> Iterator[ModelServer]:
    """A server that answers within this block."""
    with ModelServer(behaviour) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def unused_url() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}/v1"


def says(text: str) -> Behaviour:
    """Behaves well, and says `text`."""
    return sends(completion(text))


def completion(text: Any) -> bytes:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()


def sends(body: bytes, kind: str = "application/json", status: int = 200, **headers: str) -> Behaviour:
    return lambda visit: visit.send(body, kind, status, **headers)


def hangs(visit: Visit) -> None:
    """Says nothing, and keeps the line open."""
    visit.server.over.wait(10)


def trickles(visit: Visit) -> None:
    """The body byte by byte: no single wait is long."""
    visit.send_response(200)
    visit.end_headers()
    while not visit.server.over.wait(DRIP):
        visit.wfile.write(b" ")
        visit.wfile.flush()


def trickles_headers(visit: Visit) -> None:
    """The head of the response byte by byte."""
    visit.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not visit.server.over.wait(DRIP):
        visit.wfile.write(b"a")
        visit.wfile.flush()


def breaks_off(visit: Visit) -> None:
    """Promises more than it sends."""
    visit.send_response(200)
    visit.send_header("Content-Length", "1000")
    visit.end_headers()
    visit.wfile.write(b'{"choices": [')


def speaks_no_http(visit: Visit) -> None:
    """Sends what is no response at all."""
    visit.wfile.write(b"\x00\xff\x13 SSH-2.0\r\n\r\n")


def packed(text: str) -> Behaviour:
    """A packed reply, though none was asked for: unpacked it might be of any size."""
    return sends(gzip.compress(completion(text)), Content_Encoding="gzip")
