"""The code that a guest photographs: what is on the screen is what a telephone reads."""

from __future__ import annotations

from io import BytesIO

import segno
from PIL import Image

from tests.browser.guest import Guest

CARRIED = """Документ № 35, 16 августа 1926 г.
РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227
https://museum.example/trotsky"""


def test_the_code_beside_an_answer_holds_document_reference_and_address(guest: Guest) -> None:
    guest.touches_act("home")
    guest.asks("Что предложил Ленин?")
    code = guest.page.locator(".code svg:visible")
    picture = Image.open(BytesIO(code.screenshot())).convert("L")
    box = code.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 150  # pixels, to be read from a step away
    assert code.get_attribute("role") == "img" or code.locator("title").count() == 1
    expected = segno.make(CARRIED, error="m", micro=False)
    assert _dark(picture, expected.symbol_size(border=4)[0]) == _rows(expected)


def _rows(code: segno.QRCode) -> list[str]:
    return ["".join("#" if dark else "." for dark in row) for row in code.matrix_iter(border=4)]


def _dark(picture: Image.Image, modules: int) -> list[str]:
    """Whether the picture is dark at the middle of each module."""
    step = picture.width / modules
    middles = [int((at + 0.5) * step) for at in range(modules)]
    return ["".join("#" if int(picture.getpixel((x, y))) < 128 else "." for x in middles) for y in middles]  # type: ignore[arg-type]
