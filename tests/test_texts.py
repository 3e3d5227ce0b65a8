"""The words of the page: whole in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from operator import attrgetter
from string import Formatter
from typing import Any, get_args

import pytest

from index.collection import Language
from index.kinds import KINDS, UNNAMED
from qa.contract import MANNERS
from ui.dates import readable
from ui.texts import ENGLISH, RUSSIAN, TEXTS, Texts


def named(of: Any, before: str = "") -> Iterator[str]:
    """The names of all single words and sentences, those of the parts of the page as «kiosk.ask»."""
    for each in fields(of):
        within = getattr(of, each.name)
        if is_dataclass(within):
            yield from named(within, f"{before}{each.name}.")
        elif isinstance(within, str):
            yield before + each.name


WORDS = list(named(RUSSIAN))


def word(texts: Texts, name: str) -> str:
    found: str = attrgetter(name)(texts)
    return found


def placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def lines(texts: Texts) -> Iterator[str]:
    yield from (word(texts, name) for name in WORDS)
    yield from (
        *texts.months,
        *texts.months_of,
        *texts.kinds.values(),
        *texts.not_found.values(),
        *texts.parts.values(),
    )


def test_each_language_of_the_interface_has_its_words() -> None:
    assert tuple(TEXTS) == get_args(Language)


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_no_text_is_empty(texts: Texts) -> None:
    assert WORDS
    assert all(line.strip() for line in lines(texts))
    assert len(texts.months) == len(texts.months_of) == 12


@pytest.mark.parametrize("name", WORDS)
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    assert placeholders(word(RUSSIAN, name)) == placeholders(word(ENGLISH, name))


def test_the_languages_are_not_mixed() -> None:
    cyrillic = [any("а" <= letter <= "я" for letter in line.lower()) for line in lines(ENGLISH)]
    assert not any(cyrillic)
    assert all(any("а" <= letter <= "я" for letter in word(RUSSIAN, name).lower()) for name in WORDS)


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_every_reason_not_to_answer_has_its_words(texts: Texts) -> None:
    assert set(texts.not_found) == MANNERS | {"nothing", "off_topic", "unknown_name", "selection"}
    assert len(set(texts.not_found.values())) == 11


def test_every_kind_of_document_has_an_english_name() -> None:
    assert {kind for _, kind in KINDS} | {UNNAMED} == set(ENGLISH.kinds)


@pytest.mark.parametrize(
    ("date", "russian", "english"),
    [
        ("1923-09-06", "6 сентября 1923 г.", "6 September 1923"),
        ("1925-04", "апрель 1925 г.", "April 1925"),
        ("1926", "1926 г.", "1926"),
        ("1923-10-25/1923-10-27", "25–27 октября 1923 г.", "25–27 October 1923"),
        (
            "1927-12-31/1928-01-02",
            "31 декабря 1927 г. — 2 января 1928 г.",
            "31 December 1927 — 2 January 1928",
        ),
        ("1930-10/1930-11", "октябрь — ноябрь 1930 г.", "October — November 1930"),
        ("1923-10-25/1923-10-25", "25 октября 1923 г.", "25 October 1923"),
        ("", "без даты", "undated"),
        ("1923-13-01", "1923-13-01", "1923-13-01"),
        ("осенью", "осенью", "осенью"),
    ],
)
def test_a_date_reads_as_people_write_it(date: str, russian: str, english: str) -> None:
    assert (readable(date, RUSSIAN), readable(date, ENGLISH)) == (russian, english)
