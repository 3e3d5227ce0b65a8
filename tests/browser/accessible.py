"""What axe-core says against a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

GRAVE = ("serious", "critical")
AS_SEEN = {"resultTypes": ["violations"], "preload": False}
"""Without asking the server again for the style sheets."""


def violations(page: Page) -> list[str]:
    """The rules that the page breaks gravely, one line for each element: the rule, the element, and what is wrong."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=AS_SEEN).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
