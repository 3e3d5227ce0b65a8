"""How soon a page is there and answers, and whether it jumps, as Chromium sees it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from eval.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WITHOUT_CHROMIUM = (
    "the pages are not measured: that takes Chromium (apt-get install chromium) and playwright (make install)"
)
OPENINGS = 5
WINDOW = 1920, 1080
PATIENCE = 30_000
"""Milliseconds."""
OBSERVED = """
window.legenda = { moved: 0, blocked: 0 };
const observe = (type, each) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
observe("layout-shift", (shift) => { if (!shift.hadRecentInput) legenda.moved += shift.value; });
observe("longtask", (task) => { legenda.blocked += task.duration - 50; });
"""
"""Runs before a page's own scripts: how far it jumped, and for how long it could not hear, in tasks beyond 50 ms."""
ON_ENTER = """answer => {
  const seen = () => document.querySelectorAll(answer).length;
  const before = seen();
  legenda.firstWords = new Promise((told) => addEventListener("keydown", () => {
    const begun = performance.now();
    const look = () => (seen() > before ? told(performance.now() - begun) : requestAnimationFrame(look));
    look();
  }, { once: true, capture: true }));
}"""
"""Measures from the key to the frame that shows the answer."""


@dataclass(frozen=True)
class Screen:
    """A page to measure: how it is served, and by what a browser finds its way on it.

    The buttons of `way` lead to the `field` to type in, those of `renew` from an `answer` to a new beginning.
    """

    name: str
    path: str
    field: str
    answer: str
    renew: tuple[str, ...]
    way: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


SCREENS = (
    Screen("web page", "/", "#composer textarea", ".answer", ('[data-act="renew"]',)),
    Screen(
        "kiosk",
        "/kiosk",
        "#question",
        ':is([data-screen="answer"], [data-screen="nothing"])',
        ('button[data-act="home"]', 'button[data-act="reset"]'),
        ('button[data-act="home"]', 'button[data-act="type"]'),
        ("--kiosk",),
    ),
)


@dataclass(frozen=True)
class Opened:
    """One opening of a page with nothing in the browser's cache, in milliseconds; `moved` is its layout shift."""

    painted: float
    usable: float
    blocked: float
    moved: float


@dataclass(frozen=True)
class Answered:
    """One question: milliseconds from the Enter key to the answer, and the layout shift until then."""

    first_words: float
    moved: float


def page_figures(folder: Path, questions: Sequence[str], chromium: str | None = CHROMIUM) -> Iterator[str]:
    """A line for each thing measured of each page over the index in `folder`; one that says so without `chromium`."""
    if chromium is None or not find_spec("playwright"):
        yield WITHOUT_CHROMIUM
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for screen in SCREENS:
            with served(folder, *screen.options) as server:
                yield from _lines(screen, browser, server.address, questions)
        browser.close()


def _lines(screen: Screen, browser: Browser, address: str, questions: Sequence[str]) -> Iterator[str]:
    opened = [_opening(screen, browser, address) for _ in range(OPENINGS)]
    answered = _answers(screen, browser, address, questions)
    times = [one.first_words for one in answered]
    for what, value in (
        (f"painted, median of {OPENINGS}", f"{median(one.painted for one in opened):8.0f} ms"),
        (f"usable, median of {OPENINGS}", f"{median(one.usable for one in opened):8.0f} ms"),
        (f"deaf while loading, median of {OPENINGS}", f"{median(one.blocked for one in opened):8.0f} ms"),
        ("layout shift of loading, worst", f"{max(one.moved for one in opened):8.3f}"),
        (f"first words, median of {len(times)}", f"{median(times):8.0f} ms"),
        ("first words, 95th percentile", f"{quantiles(times, n=20)[-1]:8.0f} ms"),
        ("layout shift of an answer, worst", f"{max(one.moved for one in answered):8.3f}"),
    ):
        yield f"{screen.name}: {what:36}{value}"


def _opening(screen: Screen, browser: Browser, address: str) -> Opened:
    page = _open(screen, browser, address)
    usable: float = page.evaluate("performance.now()")
    page.wait_for_load_state()
    painted: float = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    seen: dict[str, float] = page.evaluate("legenda")
    page.context.close()
    return Opened(painted, usable, seen["blocked"], seen["moved"])


def _open(screen: Screen, browser: Browser, address: str) -> Page:
    """The page in a window of its own, as soon as a question can be typed."""
    page = browser.new_context(viewport={"width": WINDOW[0], "height": WINDOW[1]}).new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(OBSERVED)
    page.goto(address + screen.path, wait_until="domcontentloaded")
    _press(page, screen.way)
    page.wait_for_selector(f"{screen.field}:enabled")
    return page


def _press(page: Page, buttons: Sequence[str]) -> None:
    for button in buttons:
        page.click(f"{button}:visible")


def _answers(screen: Screen, browser: Browser, address: str, questions: Sequence[str]) -> list[Answered]:
    """Each question asked anew, so that none is read as a follow-up."""
    page = _open(screen, browser, address)
    answered = [_answer(screen, page, question) for question in questions]
    page.context.close()
    return answered


def _answer(screen: Screen, page: Page, question: str) -> Answered:
    moved: float = page.evaluate("legenda.moved")
    page.evaluate(ON_ENTER, screen.answer)
    page.fill(screen.field, question)
    page.press(screen.field, "Enter")
    first_words: float = page.evaluate("legenda.firstWords")
    moved = page.evaluate("legenda.moved") - moved
    _press(page, screen.renew)
    page.wait_for_selector(screen.answer, state="detached")
    _press(page, screen.way)
    return Answered(first_words, moved)
