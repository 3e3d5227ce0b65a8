"""`make screenshots`: pictures of the pages over the real index, small enough for a README.

Run as `python -m tests.browser.screens FOLDER [INDEX]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from eval.pages import CHROMIUM
from eval.served import served
from index.cache import index_folder
from tests.browser.guest import Guest
from tests.browser.sizes import DESK, KIOSK, PHONE, Size
from tests.browser.visitor import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SETTINGS = Path("collections/politburo-trotsky/kiosk.toml")
QUESTION = "Что Крупская рассказала Троцкому о Ленине и Марксе?"
COLOURS = 48
"""Of the palette of a picture: enough for soft letters in a few colours."""
SMALL = 0.5
"""How a picture of the kiosk is reduced, whose letters are large."""
Shot = tuple[str, bytes, float]
"""A name, a PNG, and how it is to be reduced."""


def main(folder: Path, index: Path) -> None:
    """Write all pictures into `folder`."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for options, shots in (((), _page), (("--kiosk", "--settings", str(SETTINGS)), _kiosk)):
            with served(index, *options) as server:
                for name, picture, reduced in shots(browser, server.address):
                    _save(folder / f"{name}.png", picture, reduced)
        browser.close()


def _page(browser: Browser, origin: str) -> Iterator[Shot]:
    """The web page: an answer, the document beside it, the filters, the pictures, and a document by itself."""
    for name, size, scheme in (("page-dark", DESK, "dark"), ("page-phone", PHONE, "light"), ("page", DESK, "light")):
        visitor = _asked(browser, origin, size, scheme)
        yield name, visitor.page.screenshot(), 1
    visitor.page.locator(".answer button.open").click()
    visitor.shows(".document mark")
    yield "page-document", visitor.page.screenshot(), 1
    visitor = Visitor(browser, origin, size=DESK)
    visitor.shows("#limits-panel summary").click()
    visitor.shows("form.panel")
    yield "page-limits", visitor.page.screenshot(), 1
    yield "pictures", _still(browser, origin, "/pictures", _drawn), 1
    yield "document", _still(browser, origin, "/document/32", lambda visitor: visitor.shows(".sheet")), 1


def _asked(browser: Browser, origin: str, size: Size, scheme: str) -> Visitor:
    visitor = Visitor(browser, origin, size=size, color_scheme=scheme)
    visitor.ask(QUESTION)
    visitor.shows(".answer blockquote")
    visitor.page.evaluate("document.fonts.ready.then(() => undefined)")
    return visitor


def _still(browser: Browser, origin: str, path: str, ready: Callable[[Visitor], object]) -> bytes:
    visitor = Visitor(browser, origin, path, DESK)
    ready(visitor)
    return visitor.page.screenshot()


def _drawn(visitor: Visitor) -> None:
    visitor.page.wait_for_function("document.querySelectorAll('.picture-canvas svg').length === 3")
    visitor.page.wait_for_function("document.getAnimations().length === 0")


def _kiosk(browser: Browser, origin: str) -> Iterator[Shot]:
    """The kiosk from the first screen to an answer."""
    guest = Guest(browser, origin, KIOSK, reduced_motion="reduce")
    yield "kiosk", guest.page.screenshot(), SMALL
    guest.touches_act("home")
    guest.sees("home")
    yield "kiosk-home", guest.page.screenshot(), SMALL
    guest.touches_act("type")
    guest.sees("ask")
    guest.types("троцк")
    guest.shows(".suggestions button")
    yield "kiosk-keyboard", guest.page.screenshot(), SMALL
    guest.asks(QUESTION)
    yield "kiosk-answer", guest.page.screenshot(), SMALL


def _save(path: Path, picture: bytes, reduced: float) -> None:
    """Write a picture with a palette of its own."""
    shown = Image.open(BytesIO(picture)).convert("RGB")
    size = round(shown.width * reduced), round(shown.height * reduced)
    small = shown.resize(size, Image.Resampling.LANCZOS) if reduced < 1 else shown
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path}: {size[0]} x {size[1]}, {path.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else index_folder())
