"""`legenda ask --explain` and `--json` say what the score of each passage is made of."""

from __future__ import annotations

import json
import re

import pytest

from qa.archive import Archive
from tests.command import Legenda
from ui.texts import TEXTS

QUESTION = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"
PART = re.compile(r"[+-]\d+\.\d\d")


def test_an_answer_is_explained_by_the_parts_of_its_scores(legenda: Legenda, archive: Archive) -> None:
    ran = legenda("ask", QUESTION, "-k", 2, "--explain")
    plain, _, explanation = ran.out.partition(f"\n{TEXTS['ru'].explained}\n")
    assert (ran.status, ran.err, plain) == (0, "", legenda("ask", QUESTION, "-k", 2).out)
    lines, passages = explanation.splitlines(), archive.ask(QUESTION, k=2).passages
    assert [line.split(" = ")[0] for line in lines] == [
        f"{ranked.rank}. № {ranked.passage.document}: {ranked.score:.2f}" for ranked in passages
    ]
    for line, ranked in zip(lines, passages, strict=True):
        said = dict(zip(("meaning", "words", "late", "people", "reader"), PART.findall(line), strict=True))
        assert {name: f"{part:+.2f}" for name, part in ranked.parts.items() if part} == said
    assert "  люди +0.50  прочтение +" in lines[0]


def test_the_parts_of_each_score_are_in_the_json_whether_asked_for_or_not(legenda: Legenda) -> None:
    ran = legenda("ask", QUESTION, "--json")
    assert legenda("ask", QUESTION, "--json", "--explain").out.count("\n") == 1
    passages = json.loads(ran.out)["passages"]
    for passage in passages:
        assert list(passage["parts"]) == ["meaning", "words", "late", "closing", "date", "people", "focus", "reader"]
        assert sum(passage["parts"].values()) == pytest.approx(passage["score"], abs=0.0005)
    assert passages[0]["parts"]["people"] == 0.5 and passages[0]["parts"]["date"] == 0
