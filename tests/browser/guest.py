"""A guest of the kiosk: a window that shows only it, touched and never typed into."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.browser.sizes import KIOSK, Size
from tests.browser.visitor import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

Welcome = Callable[..., "Guest"]
"""Makes a guest; its arguments are the size and settings of a browser context."""


class Guest(Visitor):
    """A guest who stands before the first screen."""

    def __init__(self, browser: Browser, origin: str, size: Size = KIOSK, **settings: Any) -> None:
        super().__init__(browser, origin, "/kiosk", size, **settings)
        self.sees("attract")

    def sees(self, screen: str) -> Locator:
        """The screen or overlay of this name, once it is shown."""
        shown = self.page.locator(f'[data-screen="{screen}"]:visible')
        shown.wait_for()
        return shown

    @property
    def screen(self) -> str | None:
        """The name of the screen that is shown."""
        return self.page.locator("#stage > [data-screen]").get_attribute("data-screen")

    def touches_act(self, act: str, words: str = "") -> None:
        """Touch the first button that does `act` and holds `words`."""
        self.page.locator(f'button[data-act="{act}"]:visible').filter(has_text=words).first.click()

    def speaks(self, language: str) -> None:
        """Touch the button of the other language."""
        self.touches_act("language")
        self.page.wait_for_function("language => document.documentElement.lang === language", arg=language)

    def waits(self, seconds: int) -> None:
        """Let time pass for a page whose clock is in the test's hands; at its end the page has looked for its server."""
        with self.page.expect_response("**/kiosk/version"):
            self.page.clock.fast_forward(1000 * seconds)

    def types(self, keys: str) -> None:
        """Touch the keys of the keyboard on the screen, one for each letter; a space is its long key."""
        for key in keys:
            name = "{space}" if key == " " else key
            self.page.locator(f'.keyboard [data-skbtn="{name}"]').click()

    def asks(self, question: str) -> None:
        """From any screen: the way to the keyboard, the question, and its answer."""
        if self.screen != "home":
            self.touches_act("home")
            self.sees("home")
        self.touches_act("type")
        self.page.fill("#question", question)
        self.page.press("#question", "Enter")
        self.sees("answer")
