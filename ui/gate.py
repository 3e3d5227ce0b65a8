"""What every request passes on its way in, and every response on its way out."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

GUARDS = {
    "Content-Security-Policy": (
        "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Whatever a page may contain, no address elsewhere is asked; Gradio's page runs scripts of its own."""
LARGEST = 8_000_000
"""Bytes: the longest history that the API takes, with each letter written as JSON may write it."""
TOO_LARGE = f"a request may have {LARGEST:,} bytes at most"
ASKS_FIRST = "access-control-request-method"
"""With this header a browser asks whether the page of another site may send what it wants to send."""


class Gate:
    """Turns away what is too large and what pages of other sites send; answers HEAD wherever there is a GET."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it is turned away."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = _refused(Headers(scope=scope))
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # the server sends no body then
        await (refused or self._app)(scope, _limited(receive), _guarded(send))


def _refused(headers: Headers) -> JSONResponse | None:
    """The answer to a request that is turned away by its head."""
    if ASKS_FIRST in headers:
        return JSONResponse({"detail": "pages of other sites may not send anything here"}, HTTPStatus.FORBIDDEN)
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > LARGEST:
        return JSONResponse({"detail": TOO_LARGE}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return None


def _limited(receive: Receive) -> Receive:
    """Ends a request that did not say how large it is, once it is too large."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        return message

    return limited


def _guarded(send: Send) -> Send:
    """Tells the browser by each response what it may do with it."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(GUARDS)
        await send(message)

    return guarded
