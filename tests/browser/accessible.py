"""What axe-core says against a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

GRAVE = ("serious", "critical")
AS_SEEN = {"resultTypes": ["violations"], "preload": False}
"""Without asking the server again for the style sheets."""

SETTLE = """() => document.getAnimations().forEach((one) => {
    if (one.effect.getComputedTiming().endTime !== Infinity) one.finish();
})"""
"""What is still fading in is not yet to be read."""


def violations(page: Page, *, rule: str = "", within: str = "") -> list[str]:
    """What the page breaks gravely, one line for each element: the rule, the element, and what is wrong.

    With `rule` this rule alone is looked at, whatever its weight; with `within` only the elements there.
    """
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate(SETTLE)
    only = {"runOnly": [rule]} if rule else {}
    found = Axe().run(page, context=within or None, options=AS_SEEN | only).response["violations"]
    return [
        f"{broken['id']} ({broken['impact']}): {node['target'][0]}: {_summary(node['failureSummary'])}"
        for broken in found
        if rule or broken["impact"] in GRAVE
        for node in broken["nodes"]
    ]


def _summary(said: str) -> str:
    return said.splitlines()[-1].strip()
