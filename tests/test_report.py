"""The report: a page that needs nothing but itself and says of a run what its figures say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from eval.figures import OF_ANSWERS
from eval.outcome import Came, Outcome
from eval.report import report
from eval.retrieval import MEASURES
from tests.gold_outcomes import REFUSED, UNANSWERABLE, first, outcome, run_of

Page = Any
SCRIPT = "<script>alert('Троцкий')</script>"
UNKNOWN: dict[str, Any] = UNANSWERABLE | {"id": "u-001", "question": "Кто убил Кирова?"}
RUN = run_of([
    first(1, id="s-1", contains=True),
    first(3, id="s-2", type="visitor", question="кто писал про тифлис", contains=False, milliseconds=450.0),
    first(None, id="s-3", type="visitor", lang="en", question="Who was Smilga?", contains=None, **{
        name: value for name, value in REFUSED.items() if name != "contains"
    }),
    outcome(**UNKNOWN, confidence=0.9),
    outcome(**UNKNOWN | {"id": "u-002", "status": "not_found", "text": "", "quote": "", "cited": None, "confidence": 0.1}),
])  # fmt: skip


def page(outcomes: Sequence[Outcome]) -> Page:
    return html.document_fromstring(report(run_of(outcomes)))


@pytest.fixture(scope="module")
def shown() -> Page:
    return html.document_fromstring(report(RUN))


@pytest.fixture(scope="module")
def compared() -> str:
    """The report of a run that is compared with itself: it has every part."""
    return report(RUN, RUN)


def words(element: Page) -> str:
    return " ".join(element.text_content().split())


def row(shown: Page, caption: str, name: str) -> dict[str, str]:
    """The cells of the first row of that name by the heads of their columns."""
    table = next(one for one in shown.iter("table") if one.find("caption") is not None and words(one[0]) == caption)
    heads = [words(one) for one in table.xpath("thead//th")]
    found = next(one for one in table.xpath("tbody/tr[td]") if words(one[0]) == name)
    return dict(zip(heads, [" ".join(one.itertext()).strip() for one in found], strict=True))


def test_it_says_what_was_run(shown: Page) -> None:
    facts = dict(
        zip(*([words(one) for one in shown.xpath(f"//section[@id='run']//{tag}")] for tag in ("dt", "dd")), strict=True)
    )
    assert facts == {
        "Run": "before",
        "Time": "2026-03-01T12:00:00+00:00",
        "Model": "multilingual-e5-small-q4",
        "Index": "5c1f" * 16,
        "Commit": "unknown",
        "Machine": "2 cores",
    }
    assert row(shown, "Files of gold questions", "dev") == {"Set": "dev", "SHA-256 of the file": "0a" * 32}
    assert words(shown.find(".//h1")) == "Evaluation: before"


def test_main_figures_stand_with_their_intervals_by_set(shown: Page) -> None:
    """Evidence first, third and nowhere: by resampling three questions nothing is sure."""
    assert row(shown, "Main figures of each set", "dev") == {
        "Set": "dev",
        "n": "3",
        "Recall@1": "0.333 0.00–1.00",
        "Recall@5": "0.667 0.00–1.00",
        "Recall@10": "0.667 0.00–1.00",
        "MRR@10": "0.444 0.00–1.00",
        "Document recall@5": "0.667 0.00–1.00",
        "Contains": "0.500 0.00–1.00, n\xa02",
        "Quote overlaps": "0.000 0.00–0.00",
        "False refusals": "0.333 0.00–1.00",
        "Refusal recall": "–",
    }
    assert row(shown, "Main figures of each set", "unanswerable")["Refusal recall"] == "0.500 0.00–1.00"


@pytest.mark.parametrize(
    ("caption", "name", "cells"),
    [
        ("Passages by type of question", "visitor", ("2", "0.000", "0.500")),
        ("Passages by type of question", "factoid", ("1", "1.000", "1.000")),
        ("Passages by language of the question", "ru", ("2", "0.500", "1.000")),
        ("Passages by language of the question", "en", ("1", "0.000", "0.000")),
        ("Retrieval of the passage", "dev", ("3", "0.333", "0.667")),
        ("Retrieval of the document", "dev", ("3", "0.333", "0.667")),
        ("Retrieval of the delo", "dev", ("3", "0.000", "0.000")),
    ],
)
def test_recall_stands_by_type_language_and_level(shown: Page, caption: str, name: str, cells: tuple[str, ...]) -> None:
    found = row(shown, caption, name)
    assert tuple(found[head].split(" ")[0] for head in ("n", "Recall@1", "Recall@3")) == cells


def test_refusals_stand_over_all_sets_and_by_set(shown: Page) -> None:
    """One of two refusals is right, one of two unanswerable questions and one of three others is refused."""
    found = {name: row(shown, "Refusal", name) for name in ("all sets", "dev", "unanswerable")}
    firsts = {name: [cell.split(" ")[0] for cell in cells.values()][-3:] for name, cells in found.items()}
    assert firsts == {
        "all sets": ["0.500", "0.500", "0.333"],
        "dev": ["0.000", "–", "0.333"],
        "unanswerable": ["1.000", "0.500", "–"],
    }


def test_the_area_under_the_curve_is_that_of_the_five_questions(shown: Page) -> None:
    """Surest is a wrong one; the three of equal confidence hold the one that is right; the least sure is wrong."""
    risks = [1, (1 + 2 / 3) / 2, (1 + 4 / 3) / 3, 3 / 4, 4 / 5]
    least = [0, 1 / 2, 2 / 3, 3 / 4, 4 / 5]
    assert (
        f"{sum(risks) / 5:.3f}; the least that is possible with the same first passages is {sum(least) / 5:.3f}"
        in words(shown)
    )


def test_every_figure_has_its_column(shown: Page) -> None:
    heads = {words(one).lower() for one in shown.xpath("//thead//th")}
    named = {"citation prec": "citation precision", "reference": "reference exact", "refusal prec": "refusal precision"}
    assert {named.get(name, name).lower() for name in [*OF_ANSWERS, *MEASURES]} <= heads


def test_the_worst_questions_stand_with_what_came_back(shown: Page) -> None:
    heads = [words(one) for one in shown.xpath("//section[@id='worst']/h3")]
    assert heads == [
        "Evidence not among the first ten passages: 1",
        "Wrongly refused: 1",
        "Answered though unanswerable: 1",
    ]
    unfound, refused, answered = shown.xpath("//section[@id='worst']/details")
    assert words(unfound) == words(refused)
    assert words(refused.find("summary")) == "Who was Smilga? dev · s-3 · visitor · refused, confidence 0.75"
    assert words(answered.find("summary")) == "Кто убил Кирова? unanswerable · u-001 · near · answered, confidence 0.90"
    assert [words(one) for one in answered.iter("li")][:2] == [
        "Document 88, РГАСПИ 17/171/79 score 0.900",
        "Document 88, РГАСПИ 17/171/79 score 0.800 , holds evidence".replace(" ,", ","),
    ]


def test_of_a_passage_that_came_back_the_quoted_words_are_shown() -> None:
    came = Came("88:0-900", "88", "РГАСПИ 17/171/79", 0.9, relevant=False, shown="Слушали: о т. Троцком.")
    found = page([first(None, came=(came,))])
    assert [words(one) for one in found.iter("blockquote")] == ["Слушали: о т. Троцком."]


def test_nothing_of_a_run_becomes_markup() -> None:
    came = Came("88:0-900", SCRIPT, SCRIPT, 0.9, relevant=False, shown=SCRIPT)
    texts = ("type", "question", "standalone", "gold", "text", "quote", "lang", "id", "set")
    spoilt = first(None, came=(came,), history=(SCRIPT,), **dict.fromkeys(texts, SCRIPT))
    run = replace(
        run_of([spoilt, replace(spoilt, type="factoid")], SCRIPT),
        model=SCRIPT,
        machine=(SCRIPT,),
        gold={SCRIPT: SCRIPT},
    )
    text = report(run, replace(run, outcomes=tuple(replace(one, passage=1) for one in run.outcomes)))
    found = html.document_fromstring(text)
    assert "<script" not in text
    assert list(found.iter("script")) == []
    assert words(found.find(".//h1")) == f"Evaluation: {SCRIPT}"
    assert words(found.find(".//blockquote")) == SCRIPT


def test_the_page_asks_for_nothing_from_elsewhere(compared: str) -> None:
    """Every address is a place in the page itself, and the page forbids the browser any other."""
    found = html.document_fromstring(compared)
    policy = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    asking = {
        "src",
        "srcset",
        "href",
        "{http://www.w3.org/1999/xlink}href",
        "xlink:href",
        "data",
        "poster",
        "action",
        "background",
    }
    addresses = [value for one in found.iter() for name, value in one.attrib.items() if name in asking]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert [address for address in addresses if not address.startswith("#")] == []
    assert set(re.findall(r"url\((.)", compared)) == {"#"}
    assert "@import" not in compared
    assert list(found.iter("script", "link", "img", "iframe", "object", "embed", "base", "form")) == []


def test_ids_are_unique_and_every_reference_to_one_is_met(compared: str) -> None:
    found = html.document_fromstring(compared)
    ids = found.xpath("//@id")
    wanted = {value[1:] for one in found.iter() for name, value in one.attrib.items() if name.endswith("href")}
    wanted |= set(re.findall(r"url\(#([^)]*)\)", compared))
    wanted |= {name for value in found.xpath("//@aria-labelledby") for name in value.split()}
    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


@pytest.mark.parametrize(
    ("outcomes", "sets"),
    [
        ([], []),
        ([first(1)], ["dev"]),
        ([first(None, **REFUSED)], ["dev"]),
        ([outcome(**UNKNOWN)], ["unanswerable"]),
        ([first(1, came=()), first(2, id="s-2")], ["dev"]),
        ([first(1, set="dialogues-standalone")], ["dialogues-standalone"]),
    ],
)
def test_a_run_of_few_questions_has_a_report_too(outcomes: list[Outcome], sets: list[str]) -> None:
    found = page(outcomes)
    tables = [one for one in found.iter("table") if words(one).startswith("Main figures of each set")]
    assert [words(one) for one in tables[0].xpath("tbody//th")] == sets
    assert re.search(r"\bnan\b", words(found).lower()) is None


def test_a_comparison_shows_each_figure_in_both_runs_and_the_questions_that_moved() -> None:
    """Three of five questions go up to the first place, one goes down."""
    before = run_of([first(rank, id=f"s-{at}") for at, rank in enumerate([2, 2, 2, 1, None])], "earlier")
    after = run_of(
        [first(rank, id=f"s-{at}") for at, rank in enumerate([1, 1, 1, 3, None])] + [first(1, id="new")], "later"
    )
    section = html.document_fromstring(report(after, before)).get_element_by_id("comparison")
    rows = {words(one[0]): [words(cell) for cell in one[1:]] for one in section.xpath(".//details[1]//tbody/tr")}
    assert rows["passage recall@1"] == ["5", "0.200", "0.600", "+0.400", "−0.400 to +1.000", "0.6250"]
    assert "5 in both; 1 only in one of them, left out" in words(section)
    assert [words(one) for one in section.xpath(".//summary")] == [
        "Figures of dev",
        "Evidence higher than before: 3",
        "Evidence lower than before: 1",
        "Evidence where it was, another answer or refusal: 0",
    ]
    lower = section.xpath(".//details[3]//tbody/tr")
    assert [words(cell) for cell in lower[0]] == ["Когда исключили Троцкого? s-3", "dev", "1, contains", "3, contains"]


def test_without_another_run_nothing_is_said_of_changes(shown: Page) -> None:
    assert shown.xpath("//*[@id='comparison']") == []
