"""QR codes as inline SVG: a reference, or an address, to take along on a phone."""

from __future__ import annotations

from html import escape
from typing import Literal

import segno

from index.errors import CallError

LEVELS: tuple[tuple[int, Literal["Q", "M", "L"]], ...] = ((100, "Q"), (300, "M"), (2953, "L"))
"""The level of error correction for texts of up to so many bytes: a long one rather needs modules that can be seen."""
LONGEST = LEVELS[-1][0]
"""Bytes; more do not fit into any QR code."""
QUIET_ZONE = 4
"""Modules of light around the code, without which it is not found."""


class TooLong(CallError):
    """The text does not fit into a QR code."""


def qr(text: str, title: str = "") -> str:
    """The code of `text`, as large as the page makes it; `title` is read to those who cannot see it, else the text.

    It stays dark on light whatever the colours of the page. Raises TooLong.
    """
    drawn = code(text).svg_inline(
        border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    named = escape(title or text)
    return drawn.replace("<svg ", '<svg role="img" ', 1).replace(">", f"><title>{named}</title>", 1)


def code(text: str) -> segno.QRCode:
    """The code itself, its text in UTF-8; raises TooLong."""
    size = len(text.encode("utf-8"))
    level = next((level for most, level in LEVELS if size <= most), None)
    if level is None:
        raise TooLong(f"{size} bytes do not fit into a QR code; give a text of at most {LONGEST}")
    return segno.make_qr(text, error=level, mode="byte", encoding="utf-8", boost_error=False)
