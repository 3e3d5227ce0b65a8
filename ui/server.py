"""The server: the web page at /, the kiosk at /kiosk and the HTTP API at /api, with nothing fetched from elsewhere."""

from __future__ import annotations

import errno
import logging
import os
import socket
from collections.abc import Callable
from contextlib import closing, suppress

import uvicorn
from fastapi import FastAPI
from starlette.responses import RedirectResponse

from index.errors import LegendaError
from qa.archive import Archive
from ui.api import api, explain_faults
from ui.citing.routes import citations
from ui.document.routes import document_pages
from ui.feedback.feedback import Feedback
from ui.feedback.route import feedback_route
from ui.gate import Gate
from ui.health import health
from ui.kiosk.routes import kiosk as kiosk_routes
from ui.kiosk.settings import Settings
from ui.pictures.routes import picture_routes
from ui.static_files import AT, StaticFolder

OFFLINE = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "OTEL_SDK_DISABLED": "true",
}
"""Switches of the libraries that keep them from calling home; some are read while they are imported."""
LAST_PORT = 65_535
PATIENCE = 1
"""Seconds that open connections may take to end after Ctrl-C."""


class CannotListen(LegendaError):
    """The address cannot be listened on; the message is one line and says what to do."""


class PortInUse(CannotListen):
    """Another program listens on the port."""


def application(
    archive: Archive,
    *,
    kiosk: Settings | None = None,
    only_kiosk: bool = False,
    feedback: Feedback | None = None,
) -> FastAPI:
    """The page, the kiosk and the API over `archive` as one ASGI application.

    `kiosk` are the curator's settings, otherwise those of the collection. With `only_kiosk` there is
    nothing else: / leads to /kiosk, and of the API there is what a watchdog asks for. With `feedback`
    visitors of the page are asked whether an answer is right, and what they say is kept there.
    """
    os.environ.update(OFFLINE)
    shown = None if only_kiosk else "/api/openapi.json"
    app = FastAPI(title="Legenda", docs_url=None, redoc_url=None, openapi_url=shown)
    explain_faults(app)
    app.mount(AT, StaticFolder())
    app.include_router(kiosk_routes(archive, kiosk or Settings.of(archive.manifest)))
    if only_kiosk:
        _lead_to_kiosk(app, archive)
    else:
        _offer_page(app, archive, feedback)
    app.add_middleware(Gate)  # the last one added is the first one passed
    return app


def _lead_to_kiosk(app: FastAPI, archive: Archive) -> None:
    app.include_router(health(archive), prefix="/api")

    @app.get("/")
    def home() -> RedirectResponse:
        return RedirectResponse("/kiosk")


def _offer_page(app: FastAPI, archive: Archive, feedback: Feedback | None) -> None:
    # Gradio takes seconds to import and reads the environment then.
    from ui.page.web import mount

    app.include_router(picture_routes(archive))  # before the API, which answers for all that is unknown under /api
    app.include_router(citations(archive))
    if feedback:
        app.include_router(feedback_route(archive, feedback))
    app.include_router(api(archive))
    app.include_router(document_pages(archive))
    mount(app, archive, judging=feedback is not None)


def serve(
    archive: Archive,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    announce: Callable[[str], object] | None = None,
    offer: Callable[[Archive], FastAPI] = application,
) -> None:
    """Serve what `offer` makes of `archive` until Ctrl-C; `announce` is given the page's address once it can be opened.

    Raises PortInUse or CannotListen before anything else is started.
    """
    with closing(listening(host, port)) as listener:
        config = uvicorn.Config(
            offer(archive),
            log_level="warning",
            timeout_graceful_shutdown=PATIENCE,
            server_header=False,
        )
        if announce:
            announce(_address(host, listener))
        with suppress(KeyboardInterrupt):
            _Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on `host` and `port` (0 takes any free one); raises PortInUse or CannotListen."""
    if not 0 <= port <= LAST_PORT:
        raise CannotListen(f"cannot listen on {host}, port {port}: ports end at {LAST_PORT}; change --port")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(f"port {port} is in use; stop what listens there or choose another with --port") from error
        raise CannotListen(
            f"cannot listen on {host}, port {port}: {error.strerror}; change --host or --port"
        ) from error


def _address(host: str, listener: socket.socket) -> str:
    """Where a browser on this machine finds the page."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{listener.getsockname()[1]}/"


class _Server(uvicorn.Server):
    """Ends without complaining of the browsers that still listen and are cut off."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)
