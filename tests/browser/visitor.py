"""A visitor: a browser window of its own, with a record of whom it asked and what it complained of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.browser.sizes import DESK, Size

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Locator

PATIENCE = 10_000
"""Milliseconds; on a quiet machine an answer is there after 150."""
OWN_SCHEMES = ("data:", "blob:", "about:")
Arrive = Callable[..., "Visitor"]
"""Makes a visitor who has opened a path; its other arguments are those of Visitor."""


class Visitor:
    """One window, at first on the page at `address`; `settings` are those of a browser context."""

    def __init__(self, browser: Browser, origin: str, path: str = "/", size: Size = DESK, **settings: Any) -> None:
        window = {"width": size.width, "height": size.height}
        self.origin = origin
        screen: dict[str, Any] = {
            "viewport": window,
            "has_touch": size.touch,
            "is_mobile": size.touch,
            "locale": "ru-RU",
        }
        self.context = browser.new_context(**screen | settings)
        self.context.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = self.context.new_page()
        self._listen()
        self.page.goto(origin + path)

    def ask(self, question: str) -> None:
        """Type a question on the web page and send it with the Enter key."""
        self.page.fill("#composer textarea", question)
        self.page.press("#composer textarea", "Enter")

    def shows(self, selector: str, words: str = "") -> Locator:
        """The last element of `selector` that holds `words`, seen; fails where none comes."""
        found = self.page.locator(selector).filter(has_text=words).last
        found.wait_for()
        return found

    def touches(self, button: Locator, times: int) -> None:
        """Press where a button is, as quickly as one can, whatever comes to be there meanwhile."""
        button.scroll_into_view_if_needed()
        place = button.bounding_box()
        assert place
        self.touches_there(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2, times=times)

    def touches_there(self, x: float, y: float, *, times: int) -> None:
        """Press a place of the window, as quickly as one can."""
        for _ in range(times):
            self.page.mouse.click(x, y)

    @property
    def strangers(self) -> list[str]:
        """What was asked of another host."""
        return [url for url in self.requests if not url.startswith((f"{self.origin}/", *OWN_SCHEMES))]

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return width

    def forgive(self, *expected: str) -> None:
        """Drop the complaints that hold one of `expected`, such as those of a server that was stopped on purpose."""
        self.complaints = [said for said in self.complaints if not any(part in said for part in expected)]

    def _listen(self) -> None:
        ws = f"ws{self.origin.removeprefix('http')}"
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url.replace(ws, self.origin)))
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.context.on("page", lambda opened: opened.on("request", lambda request: self.requests.append(request.url)))

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(f"{said.text} ({said.location['url']})")
