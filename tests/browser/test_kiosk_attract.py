"""The first screen of the kiosk, its quotes and voices."""

from __future__ import annotations

from tests.browser.guest import Guest, Welcome
from tests.browser.serving import VOICED
from tests.fake_archive import NUMBERS, FakeArchive
from ui.kiosk.voices import voices
from ui.texts import RUSSIAN

EACH = 12
"""Seconds that a quote is seen."""
VOICES = """
const said = [];
const voices = [
  { lang: "ru-RU", localService: false, name: "from elsewhere" },
  { lang: "en-GB", localService: true, name: "English" },
  { lang: "ru-RU", localService: true, name: "Russian" },
];
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  speaking: false, pending: false, getVoices: () => voices, cancel() { this.speaking = false; },
  speak(words) { said.push([words.voice.name, words.lang, words.text]); this.speaking = true; },
}) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.said = said;
"""


def quote(guest: Guest) -> str:
    return guest.page.locator(".voice:visible blockquote").inner_text()


def test_the_voices_of_the_documents_follow_one_another(welcome: Welcome) -> None:
    guest = welcome()
    guest.page.clock.install()
    guest.page.reload()
    guest.sees("attract")
    seen = [quote(guest)]
    for _ in range(guest.page.locator(".voice").count()):
        guest.waits(EACH)
        seen.append(quote(guest))
    heard = [voice.text for voice in voices(FakeArchive.of(numbers=(*NUMBERS, *VOICED)).documents)]
    assert len(heard) == len(VOICED)
    assert seen == [*heard, heard[0]]


def test_where_no_movement_is_wished_one_quote_stays(welcome: Welcome) -> None:
    guest = welcome(reduced_motion="reduce")
    guest.page.clock.install()
    guest.page.reload()
    guest.sees("attract")
    first = quote(guest)
    guest.waits(EACH + 1)
    assert quote(guest) == first


def test_a_touch_anywhere_begins(guest: Guest) -> None:
    guest.page.mouse.click(540, 700)
    guest.sees("home")


def test_an_answer_is_read_aloud_by_a_voice_of_this_machine_in_the_language_of_the_documents(guest: Guest) -> None:
    guest.asks("Что предложил Ленин?")
    assert not guest.page.locator('[data-act="aloud"]').is_visible()  # this browser has no voice
    guest.page.add_init_script(VOICES)
    guest.page.reload()
    guest.asks("Что предложил Ленин?")
    guest.touches_act("aloud", RUSSIAN.kiosk.aloud)
    shown = guest.page.locator("blockquote:visible").inner_text()
    assert guest.page.evaluate("said") == [["Russian", "ru", shown]]
    guest.touches_act("aloud", RUSSIAN.kiosk.silence)
    guest.shows('[data-act="aloud"]', RUSSIAN.kiosk.aloud)
