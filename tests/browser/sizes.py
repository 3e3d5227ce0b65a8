"""The windows that the pages must do well in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Size:
    """A window in CSS pixels, and whether it is a screen to touch."""

    name: str
    width: int
    height: int
    touch: bool = False

    def __str__(self) -> str:
        return f"{self.name}-{self.width}x{self.height}"


KIOSK = Size("kiosk", 1080, 1920, touch=True)
SCREEN = Size("screen", 1920, 1080)
DESK = Size("desk", 1280, 800)
PHONE = Size("phone", 390, 844, touch=True)
SIZES = (KIOSK, SCREEN, DESK, PHONE)
IN_EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=str)
