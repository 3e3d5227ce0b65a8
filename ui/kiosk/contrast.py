"""How well one colour is read on another, as WCAG 2.2 measures it."""

from __future__ import annotations


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours «#rrggbb», from 1 to 21.

    The formula is that of Web Content Accessibility Guidelines 2.2, “contrast ratio” and “relative luminance”:
    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

    >>> contrast("#000000", "#ffffff"), contrast("#ffffff", "#ffffff"), round(contrast("#767676", "#ffffff"), 2)
    (21.0, 1.0, 4.54)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
