"""The screens of the kiosk as fragments of HTML: what they say, what can be touched, that nothing is left unescaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from index.collection import Language
from qa.contract import Answer
from tests.fake_archive import QUOTED, FakeArchive, fake_archive
from ui.kiosk import screens, shell
from ui.kiosk.answers import carried, reply
from ui.kiosk.choices import PersonChoice, YearChoice
from ui.kiosk.papers import paper
from ui.kiosk.parts import View, size
from ui.kiosk.settings import Colours, Settings, Theme
from ui.kiosk.voices import Voice
from ui.texts import ENGLISH, RUSSIAN

ARCHIVE = FakeArchive.of()
HOSTILE = "<script>alert(1)</script>\"'"
VOICE = Voice("Политбюро решило ответить Троцкому & другим.", "35", 0, 10)


def view(language: Language = "ru", **changed: object) -> View:
    return View(language, "ru", Settings.of(ARCHIVE.manifest).model_copy(update=changed))


def acts(html: str) -> list[str]:
    return re.findall(r'<button[^>]* data-act="(\w+)"', html)


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


@pytest.fixture(scope="module")
def answer() -> Answer:
    return ARCHIVE.ask("Что предложил Ленин?")


def test_the_first_screen_shows_one_voice_at_a_time_with_its_date_and_reference() -> None:
    shown = screens.attract([VOICE, VOICE], fake_archive(), view())
    assert shown.count('<figure class="voice brief">') == shown.count('<figure class="voice brief" hidden>') == 1
    assert '<blockquote lang="ru">Политбюро решило ответить Троцкому &amp; другим.</blockquote>' in shown
    assert "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227" in shown
    assert acts(shown) == ["home", "language"]


def test_everything_can_be_asked_by_touch() -> None:
    people = [PersonChoice("Сталин И. В.", {"ru": "И. В. Сталин", "en": "I. V. Stalin"}, ("35",), (VOICE,))]
    years = [YearChoice(1923, ("1",), ()), YearChoice(1925, ("35",), (VOICE,))]
    shown = screens.home(people, years, view("en"))
    assert acts(shown)[:8] == ["ask", "ask", "ask", "theme", "person", "year", "year", "type"]
    assert 'data-at="1">1925</button>' in shown and ">I. V. Stalin</button>" in shown
    assert acts(screens.theme(view().settings.themes[0], view()))[:5] == ["ask"] * 5
    for chosen in (screens.person(people[0], fake_archive(), view()), screens.year(years[1], fake_archive(), view())):
        assert 'data-act="open" data-document="35" data-start="0" data-end="10"' in chosen
        assert "Документов: 1. Коснитесь документа" in plain(chosen)


def test_more_than_nine_people_do_not_crowd_the_first_screen() -> None:
    people = [PersonChoice(str(at), {"ru": str(at), "en": str(at)}, (), ()) for at in range(12)]
    assert acts(screens.home(people, [], view())).count("person") == 9


def test_a_document_that_says_nothing_alone_is_opened_by_its_title() -> None:
    chosen = screens.year(YearChoice(1923, ("1", "35"), (VOICE,)), fake_archive(), view())
    assert re.findall(r'data-document="(\d+)" data-start="(\d+)" data-end="(\d+)"', chosen) == [
        ("35", "0", "10"),
        ("1", "0", "0"),
    ]
    assert "Документов: 2." in plain(chosen) and ARCHIVE.document("1").title in plain(chosen)


def test_the_questions_offered_are_the_first_of_each_theme_in_turn() -> None:
    themes = tuple(
        Theme(title={"ru": name}, questions={"ru": tuple(f"{name}{at}?" for at in range(count))})
        for name, count in (("а", 3), ("б", 1))
    )
    asked = re.findall('data-question="(.*?)"', screens.ask(view(themes=themes)))
    assert asked == ["а0?", "б0?", "а1?", "а2?"]


def test_a_kiosk_without_themes_offers_no_questions() -> None:
    bare = view(themes=())
    for shown in (screens.home([], [], bare), screens.ask(bare), screens.trouble("Что-то не так.", bare)):
        assert "ask" not in acts(shown) and "<h2>" not in shown


def test_the_answer_is_the_quote_with_the_answering_words_marked(answer: Answer) -> None:
    assert answer.answer
    narrowed = replace(answer, answer=replace(answer.answer, span=(0, 13)))
    shown = reply(narrowed, view())
    assert '<section class="screen" data-screen="answer" data-language="ru"' in shown
    assert [mark.lower() for mark in re.findall("<mark>(.*?)</mark>", shown)] == [QUOTED[:13]]
    assert "РГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227" in shown and RUSSIAN.sure in shown
    assert "Вы спросили: Что предложил Ленин?" in plain(shown)


def test_a_short_answer_is_marked_with_its_own_language_and_with_the_model_that_worded_it(answer: Answer) -> None:
    assert answer.answer
    short = replace(answer, language="en", answer=replace(answer.answer, text="Кубяк"))
    assert '<p class="said" lang="ru">Кубяк</p>' in reply(short, view("en"))
    worded = replace(short, answer=replace(answer.answer, text="It was Кубяк.", worded_by="model-1"))
    shown = reply(worded, view("en"))
    assert '<p class="said" lang="en">It was Кубяк.</p>' in shown
    assert f'<p class="worded" lang="en">{ENGLISH.worded.format(model="model-1")}</p>' in shown


def test_what_has_no_date_has_no_date_for_a_headline(answer: Answer) -> None:
    undated = tuple(replace(ranked, date="") for ranked in answer.passages)
    shown = reply(replace(answer, passages=undated), view())
    assert shown.count(f'<p class="date none">{RUSSIAN.undated}</p>') == 4
    assert '<p class="date">' not in shown


def test_one_of_five_places_is_seen_and_the_others_can_be_leafed_through(answer: Answer) -> None:
    shown = reply(answer, view("en"))
    assert len(re.findall('<article class="place" data', shown)) == 1
    assert len(re.findall('<article class="place" hidden data', shown)) == 4
    assert 'data-pattern="Passage {rank} of 5">Passage 1 of 5</p>' in shown
    assert acts(shown)[:5] == ["open", "aloud", "previous", "next", "type"]
    best = answer.passages[0]
    start, end = (best.passage.start + at for at in best.quote)
    assert f'data-document="35" data-start="{start}" data-end="{end}"' in shown


def test_a_single_place_has_nothing_to_leaf_through(answer: Answer) -> None:
    assert acts(reply(replace(answer, passages=answer.passages[:1]), view()))[:3] == ["open", "aloud", "type"]


def test_the_code_carries_the_reference_as_text_and_the_page_of_the_museum(answer: Answer) -> None:
    of_letter, of_preface = answer.passages[0], next(one for one in answer.passages if one.passage.document == "0")
    assert carried(of_letter, view(address="https://museum.example/page")) == (
        "Документ № 35, 25 декабря 1924 г.\nРГАСПИ. Ф. 17. Оп. 171. Д. 30. Л. 225–227\nhttps://museum.example/page"
    )
    assert carried(of_preface, view()) == RUSSIAN.preface
    assert reply(answer, view()).count("<svg") == 5


def test_where_there_is_no_answer_that_is_said_before_the_nearest_places() -> None:
    shown = reply(ARCHIVE.ask("What was the weather?"), view("en"))
    assert 'data-screen="nothing"' in shown and "<mark>" not in shown
    assert f"{ENGLISH.not_found['nothing']} {ENGLISH.nearest_note}" in plain(shown)
    assert "Nearest passage 1 of 5" in shown


def test_a_greeting_gets_examples_and_no_places() -> None:
    shown = reply(replace(ARCHIVE.ask("погода"), reason="greeting"), view())
    assert "<article" not in shown
    assert acts(shown)[:4] == ["ask", "ask", "ask", "type"]


def test_a_document_is_shown_whole_with_the_quote_marked() -> None:
    document = ARCHIVE.document("35")
    start = document.text.content.lower().find(QUOTED)
    shown = paper(document, (start, start + len(QUOTED)), view())
    assert [mark.lower() for mark in re.findall("<mark>(.*?)</mark>", shown)] == [QUOTED]
    assert "25 декабря 1924 г." in shown and acts(shown)[:2] == ["back", "home"]


def test_what_a_visitor_types_or_a_curator_names_is_escaped() -> None:
    hostile = view(name={"ru": HOSTILE, "en": HOSTILE})
    asked = reply(ARCHIVE.ask(f"{HOSTILE} Ленин"), hostile)
    for shown in (asked, screens.ask(hostile), screens.trouble(HOSTILE, hostile), screens.home([], [], hostile)):
        assert "<script" not in shown and "alert(1)" in shown


def test_a_long_question_is_shortened_above_its_answer() -> None:
    assert f"{'слово ' * 33}сл…" in plain(reply(ARCHIVE.ask("слово " * 1000), view()))


def test_a_kiosk_of_one_language_has_no_switch() -> None:
    assert "language" in acts(screens.ask(view()))
    assert "language" not in acts(screens.ask(view(languages=("ru",))))


def test_the_keyboard_of_the_system_stays_away_from_the_field() -> None:
    assert 'inputmode="none" autocomplete="off"' in screens.ask(view())


@pytest.mark.parametrize(("length", "set_as"), [(140, "brief"), (141, "middle"), (320, "middle"), (321, "long")])
def test_a_longer_quote_is_set_smaller(length: int, set_as: str) -> None:
    assert size("о" * length) == set_as


def test_the_page_holds_what_must_be_shown_without_a_server() -> None:
    views = [view("ru"), view("en")]
    whole = shell.page(views, ["<section>первый</section>", "<section>first</section>"], "v1", "s1")
    assert (
        '<html lang="ru" class="light" translate="no" data-version="v1" data-started="s1" data-idle="60" data-countdown="20">'
        in whole
    )
    assert whole.count("<template ") == 2 and whole.count('<dialog class="over"') == 4
    assert '<main id="stage"><section>первый</section></main>' in whole
    assert "http" not in whole and "style=" not in whole


def test_the_colours_of_the_curator_give_way_to_high_contrast() -> None:
    chosen = Colours(ink="#000000", paper="#fff8e7", accent="#7a1f1f")
    assert shell.colours(chosen) == ":root:not(.contrast) { --ink: #000000; --paper: #fff8e7; --accent: #7a1f1f; }\n"


def test_the_version_is_that_of_what_the_page_consists_of(tmp_path: Path) -> None:
    script = tmp_path / "kiosk.js"
    script.write_text("one")
    first = shell.version("a", folder=tmp_path)
    assert shell.version("b", folder=tmp_path) != first == shell.version("a", folder=tmp_path)
    script.write_text("another")
    assert shell.version("a", folder=tmp_path) != first
