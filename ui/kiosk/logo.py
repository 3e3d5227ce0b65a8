"""The museum's logo: a picture that the kiosk shows in a corner."""

from __future__ import annotations

import re
from pathlib import Path

LARGEST = 1_000_000
"""Bytes."""
PICTURES = (
    # how the file begins, what it is
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE.*?>|\s)*<svg[\s>]", re.DOTALL),
        "image/svg+xml",
    ),
)


class NoLogo(ValueError):
    """The file cannot be shown; the message says why."""


def media_type(path: Path) -> str:
    """What kind of picture the file is, told by its first bytes and not by its name; raises NoLogo."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(LARGEST)
    except OSError as error:
        raise NoLogo(f"{path} cannot be read ({error.strerror})") from error
    if size > LARGEST:
        raise NoLogo(f"{path} has {size:,} bytes; make it smaller than {LARGEST:,}")
    for begins, kind in PICTURES:
        if begins.match(beginning):
            return kind
    raise NoLogo(f"{path} is no picture of the kinds PNG, JPEG, WebP and SVG")
