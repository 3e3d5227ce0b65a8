"""The code that a guest photographs: what is on the screen is what a telephone reads."""

from __future__ import annotations

from io import BytesIO

import segno
from PIL import Image

from tests.browser.guest import Guest, Welcome
from tests.browser.sizes import DESK
from ui.qr import QUIET_ZONE
from ui.qr import code as code_of

CARRIED = """Документ № 35, 25 декабря 1924 г.
РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227
https://museum.example/trotsky"""


def test_the_code_beside_an_answer_holds_document_reference_and_address(guest: Guest) -> None:
    guest.asks("Что предложил Ленин?")
    shown = guest.page.locator(".code svg:visible")
    picture = Image.open(BytesIO(shown.screenshot())).convert("L")
    box = shown.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 150  # pixels, to be read from a step away
    assert shown.get_attribute("role") == "img"
    expected = code_of(CARRIED)
    assert _dark(picture, len(_rows(expected))) == _rows(expected)


def test_the_code_stays_in_sight_beside_a_quote_that_is_longer_than_the_screen(welcome: Welcome) -> None:
    guest = welcome(size=DESK)
    guest.asks("Что предложил Ленин?")
    guest.page.locator("blockquote:visible").evaluate("quote => { quote.textContent = quote.textContent.repeat(20) }")
    results, code = guest.page.locator(".results"), guest.page.locator(".code svg:visible")
    for top in (0, 10_000):
        results.evaluate("(results, top) => { results.scrollTop = top }", top)
        seen, shown = results.bounding_box(), code.bounding_box()
        assert seen and shown
        assert seen["y"] <= shown["y"] and shown["y"] + shown["height"] <= seen["y"] + seen["height"]


def _rows(code: segno.QRCode) -> list[str]:
    return ["".join("#" if dark else "." for dark in row) for row in code.matrix_iter(border=QUIET_ZONE)]


def _dark(picture: Image.Image, modules: int) -> list[str]:
    """Whether the picture is dark at the middle of each module."""
    step = picture.width / modules
    middles = [int((at + 0.5) * step) for at in range(modules)]
    return ["".join("#" if int(picture.getpixel((x, y))) < 128 else "." for x in middles) for y in middles]  # type: ignore[arg-type]
