"""There is no way out of the kiosk, and no number of touches breaks it."""

from __future__ import annotations

import pytest

from tests.browser.guest import Guest, Welcome
from tests.browser.served import Served
from tests.browser.sizes import PHONE
from tests.browser.watched import WAITING

NOT_PREVENTED = """() => {
    window.loose = [];
    for (const type of ["contextmenu", "dragstart", "selectstart", "keydown", "wheel", "touchmove"])
        addEventListener(type, (event) => { if (!event.defaultPrevented) loose.push(event.type + (event.key ?? "")); });
}"""
BROWSER_KEYS = (
    *("F1", "F3", "F5", "F6", "F7", "F11", "F12", "Alt+ArrowLeft", "Alt+ArrowRight", "Alt+Home", "Alt+KeyD"),
    *("Control+KeyN", "Control+KeyP", "Control+KeyS", "Control+KeyO", "Control+KeyU", "Control+KeyF", "Control+KeyH"),
    *("Control+Equal", "Control+Minus", "Control+Shift+KeyI", "Control+KeyR"),
)
MIDDLE = """act => {
    const shown = [...document.querySelectorAll(`button[data-act="${act}"]`)].find(each => each.checkVisibility());
    const box = shown?.getBoundingClientRect();
    return box && [box.x + box.width / 2, box.y + box.height / 2];
}"""
"""Where a button is at this moment: after the touches before, the screen may just be changing."""


@pytest.fixture
def reading(guest: Guest) -> Guest:
    """A guest with an answer."""
    guest.asks("Что предложил Ленин?")
    guest.page.evaluate(NOT_PREVENTED)
    return guest


def test_no_menu_no_selection_and_nothing_to_drag(reading: Guest) -> None:
    quote = reading.page.locator("blockquote:visible")
    quote.click(button="right")
    quote.dblclick()
    box = quote.bounding_box()
    assert box
    reading.page.mouse.move(box["x"] + 5, box["y"] + 5)
    reading.page.mouse.down()
    reading.page.mouse.move(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5, steps=4)
    reading.page.mouse.up()
    assert reading.page.evaluate("getSelection().toString()") == ""
    assert reading.page.evaluate("loose") == []


def test_the_keys_of_the_browser_do_nothing(reading: Guest) -> None:
    for keys in BROWSER_KEYS:
        reading.page.keyboard.press(keys)
    held = ("Control", "Alt", "Shift")
    assert [key for key in reading.page.evaluate("loose") if key.removeprefix("keydown") not in held] == []
    reading.sees("answer")


def test_the_page_cannot_be_zoomed_with_two_fingers_or_with_the_wheel(welcome: Welcome) -> None:
    guest = welcome(size=PHONE)
    session = guest.context.new_cdp_session(guest.page)
    session.send("Input.synthesizePinchGesture", {"x": 195, "y": 300, "scaleFactor": 3})
    assert guest.page.evaluate("visualViewport.scale") == 1
    guest.page.keyboard.down("Control")
    guest.page.evaluate(NOT_PREVENTED)
    guest.page.mouse.wheel(0, -300)
    guest.page.keyboard.up("Control")
    guest.page.wait_for_function("true")
    assert "wheel" not in guest.page.evaluate("loose")
    assert guest.page.evaluate("[visualViewport.scale, devicePixelRatio]") == [1, 1]


def test_no_screen_has_a_link_that_leads_elsewhere(reading: Guest) -> None:
    reading.touches_act("open")
    reading.sees("document")
    outward = "links => links.filter((link) => !link.getAttribute('href').startsWith('#')).map((link) => link.href)"
    assert reading.page.locator("a").evaluate_all(outward) == []
    assert reading.page.locator(":is(form[action], [target], iframe, embed, object, video, audio)").count() == 0


def test_the_only_page_of_this_server_is_the_kiosk(guest: Guest) -> None:
    response = guest.context.request.get(guest.origin, max_redirects=0)
    assert response.headers["location"] == "/kiosk"
    assert guest.context.request.get(f"{guest.origin}/document/35").status == 404
    assert guest.page.evaluate("history.length") <= 2


def test_two_hundred_quick_touches_anywhere_leave_the_kiosk_usable(guest: Guest) -> None:
    for act in ("home", "theme", "larger", "contrast"):
        if middle := guest.page.evaluate(MIDDLE, act):
            guest.touches_there(*middle, times=200)
    guest.page.reload()
    guest.sees("attract")
    guest.asks("Что предложил Ленин?")


def test_two_questions_at_once_end_in_one_answer(guest: Guest, kiosk_server: Served) -> None:
    guest.touches_act("home")
    guest.touches_act("type")
    guest.page.fill("#question", f"{WAITING}, Ленин!")
    guest.page.press("#question", "Enter")
    guest.page.fill("#question", "Что предложил Ленин?")
    guest.page.press("#question", "Enter")
    kiosk_server.go_on()
    guest.sees("answer")
    assert guest.page.locator(".asked").count() == 1
    guest.asks("Кто написал завещание?")
    assert guest.page.locator(".asked").inner_text() == "Кто написал завещание?"
