"""The HTML that the page begins as: its head and what is seen before Gradio has put its parts in place."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from http import HTTPStatus
from secrets import token_hex
from typing import NamedTuple
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.collection import Language, Manifest
from ui.page.masthead import examples, masthead
from ui.texts import TEXTS

SHEETS = ("scale", "document", "reader", "frame", "page", "talk", "panel", "pictures", "print")
SCRIPTS = ("link", "panel", "page", "pictures")
FACES = ("cyrillic-400", "cyrillic-700", "latin-400", "latin-700")
"""The fonts of what is seen first; loaded with the page, they do not move what was drawn without them."""
HEAD = "".join(
    [
        *(f'<link rel="stylesheet" href="/ui/{name}.css">' for name in SHEETS),
        *(f'<script type="module" src="/ui/{name}.js"></script>' for name in SCRIPTS),
        *(
            '<link rel="preload" as="font" type="font/woff2" crossorigin'
            f' href="/ui/vendor/fonts/pt-sans-{face}-normal.woff2">'
            for face in FACES
        ),
        '<script src="/ui/copy.js" defer></script>',
    ]
)
ADVERTISED = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*|<link rel="manifest"[^>]*>\s*')
"""What Gradio's page says of Gradio to other sites, with addresses there."""
STARTED = "Legenda-Started"
ASSETS = "/assets/"
FOREVER = "public, max-age=31536000, immutable"
"""The name of each of Gradio's own files changes with what is in it."""
MOST_MODULES = 50
"""A page asks for 27; whoever asks for all of them must not burden the pages of others."""


class Marks(NamedTuple):
    """What one start of the server is told from another by, and the scripts of Gradio's that pages have asked for.

    Each of these is named only in the one before it; named at the beginning, they come all at once.
    """

    started: str
    modules: tuple[str, ...] = ()


class Shell:
    """Gives the page its language, its style and something to be seen from the first moment on."""

    def __init__(self, app: ASGIApp, manifest: Manifest) -> None:
        self._app = app
        self._manifest = manifest
        self._started = token_hex(8)
        self._modules: dict[str, None] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the page itself comes back dressed, Gradio's files may be kept."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = self._told(scope["path"], send)
        if scope["path"] == "/" and scope["method"] == "GET":
            language: Language = "en" if _asked(scope, "language") == "en" else "ru"
            dressing = Dressing(send, lambda page: dressed(page, self._manifest, language, self._marks()))
            await self._app(_plain(scope), receive, dressing.send)
        else:
            await self._app(scope, receive, send)

    def _marks(self) -> Marks:
        return Marks(self._started, tuple(self._modules))

    def _told(self, path: str, send: Send) -> Send:
        """Tells the page which start of the server answers, and the browser which files never change."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[STARTED] = self._started
                if path.startswith(ASSETS) and message["status"] == HTTPStatus.OK:
                    headers["Cache-Control"] = FOREVER
                    if path.endswith(".js") and len(self._modules) < MOST_MODULES:
                        self._modules[path] = None
            await send(message)

        return told


class Dressing:
    """Holds a response back until it is whole, and sends it dressed if it is a page."""

    def __init__(self, send: Send, dress: Callable[[str], str]) -> None:
        self._send = send
        self._dress = dress
        self._start: Message = {}
        self._body = b""

    async def send(self, message: Message) -> None:
        """Take a piece of the response; pass it all on with the last one."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        headers = MutableHeaders(scope=self._start)
        if "text/html" in headers.get("content-type", ""):
            self._body = self._dress(self._body.decode()).encode()
            headers["content-length"] = str(len(self._body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})


def dressed(page: str, manifest: Manifest, language: Language, marks: Marks) -> str:
    """Gradio's page with our head, language and first sight."""
    title = f"<title>{escape(manifest.title[language])}</title>"
    page = ADVERTISED.sub("", page).replace(
        'lang="en"', f'lang="{language}" class="starting" data-started="{marks.started}"', 1
    )
    early = "".join(f'<link rel="modulepreload" href="{escape(module)}">' for module in marks.modules)
    page = page.replace("<head>", f'<head><meta charset="utf-8">{title}{HEAD}{early}', 1)
    return page.replace("<gradio-app", f"{first_sight(manifest, language)}<gradio-app", 1)


def first_sight(manifest: Manifest, language: Language) -> str:
    """What the page will look like, to be looked at only."""
    texts = TEXTS[language]
    headings = texts.limits.heading, texts.pictures.heading
    folded = "".join(f'<p class="fold">{escape(heading)}</p>' for heading in headings)
    return (
        f'<div id="shell" aria-busy="true" inert><div class="head">{masthead(manifest, language)}</div>'
        f'<div class="talk">{examples(manifest, language)}<div class="tools">{folded}</div></div>'
        f'<div class="foot"><p class="field">{escape(texts.placeholder)}</p>'
        f'<p class="send">{escape(texts.ask)}</p></div>'
        f"<noscript><p>{escape(texts.talk.needs_script)}</p></noscript></div>"
    )


def _plain(scope: Scope) -> Scope:
    """The request as one for a page that is not compressed."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}


def _asked(scope: Scope, name: str) -> str:
    return next(iter(parse_qs(scope["query_string"].decode("latin-1")).get(name, [])), "")
