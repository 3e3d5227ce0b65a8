"""When a passage counts as evidence, and the table that is printed of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.gold import Evidence, GoldQuestion
from eval.run import figures_table, holds, rank_of_evidence
from index.records import Passage, Place
from qa.archive import Archive
from tests.fake_archive import QUOTED, fake_archive
from ui.cli import main

SENTENCE = (
    "г) Перенести сессию ЦИК’а СССР из Тифлиса в Москву, поручив тов. Калинину\n"
    "провести в советском порядке извещение кавказских товарищей о причинах переноса."
)
PASSAGE = Passage("10", 0, len(SENTENCE), SENTENCE, ((0, len(SENTENCE)),), Place(0, len(SENTENCE), (1, 2), 1), None)
FLAT = SENTENCE.replace("\n", " ")
STRANGE = "—" * 60


@pytest.fixture(scope="module")
def archive() -> Archive:
    return fake_archive()


@pytest.mark.parametrize(
    ("document", "quote", "counts"),
    [
        ("10", "из Тифлиса в Москву", True),
        ("10", SENTENCE, True),
        ("10", FLAT, True),
        ("10", "  поручив тов.\n Калинину\t провести ", True),  # white space is no difference
        ("11", "из Тифлиса в Москву", False),  # another document
        ("10", "из тифлиса в москву", False),  # letters are
        ("10", "из Тифлиса в Баку", False),  # a short quote counts only whole
        ("10", FLAT[:60] + STRANGE, True),  # 60 characters at its beginning
        ("10", STRANGE + FLAT[20:80] + STRANGE, True),  # in its middle, over the end of a line
        ("10", STRANGE + FLAT[-60:], True),  # at its end
        ("10", STRANGE + FLAT[20:79] + STRANGE, False),  # 59 are not enough
        ("10", FLAT[:59] + "—", False),  # a quote of 60 characters counts only whole
        ("10", FLAT[:60], True),
        ("10", FLAT[:50] + STRANGE + FLAT[50:100], False),  # nor are two pieces
    ],
)
def test_a_passage_counts_with_the_quote_or_60_characters_of_it_in_one_piece(
    document: str, quote: str, counts: bool
) -> None:
    assert holds(PASSAGE, Evidence(doc=document, quote=quote)) is counts


def test_the_rank_is_that_of_the_first_passage_with_any_of_the_evidence(archive: Archive) -> None:
    passages = archive.ask("Кто?", k=10).passages
    of_third = Evidence(doc=passages[2].passage.document, quote=passages[2].quoted)
    of_fifth = Evidence(doc=passages[4].passage.document, quote=passages[4].passage.text[-100:])
    elsewhere = Evidence(doc="999", quote=QUOTED)
    assert rank_of_evidence(passages, [of_third]) == 3
    assert rank_of_evidence(passages, [elsewhere, of_fifth]) == 5
    assert rank_of_evidence(passages, [of_fifth, of_third]) == 3
    assert rank_of_evidence(passages, [elsewhere]) is None
    assert rank_of_evidence(passages[:2], [of_third]) is None


def test_the_table_has_a_line_for_all_and_one_for_each_type(archive: Archive) -> None:
    """The fake archive gives the same passages to every question: the evidence stands at 1, 3 and nowhere."""
    passages = archive.ask("Кто?", k=10).passages
    first, third = (Evidence(doc=one.passage.document, quote=one.quoted) for one in (passages[0], passages[2]))
    nowhere = Evidence(doc="999", quote=QUOTED)
    asked = [
        GoldQuestion(id="1", type="visitor", question="Кто?", evidence=(first,)),
        GoldQuestion(id="2", type="factoid", question="Что?", evidence=(third,)),
        GoldQuestion(id="3", type="visitor", question="Где?", evidence=(nowhere,)),
    ]
    assert figures_table(archive, asked, "dev") == (
        "dev                       n   recall@1   recall@3   recall@5  recall@10   MRR@10\n"
        "all                       3      0.333      0.667      0.667      0.667    0.444\n"
        "factoid                   1      0.000      1.000      1.000      1.000    0.333\n"
        "visitor                   2      0.500      0.500      0.500      0.500    0.500\n"
    )


def test_the_command_prints_a_table_for_each_file(
    small_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        ("factoid", "Откуда и куда перенесли сессию ЦИКа?", "10", FLAT[:51]),
        ("factoid", "Откуда и куда перенесли сессию ЦИКа?", "11", FLAT[:51]),
        ("english", "From where was the session of the TsIK moved to Moscow?", "10", FLAT[:51]),
    ]
    lines = [
        json.dumps({"id": str(at), "type": kind, "question": question, "evidence": [{"doc": document, "quote": quote}]})
        for at, (kind, question, document, quote) in enumerate(asked)
    ]
    three, one = tmp_path / "three.jsonl", tmp_path / "one.jsonl"
    three.write_text("\n".join(lines), encoding="utf-8")
    one.write_text(lines[0], encoding="utf-8")
    assert main(["eval", str(three), str(one), "--index", str(small_index)]) == 0
    shown = capsys.readouterr()
    assert shown.out == (
        "three.jsonl               n   recall@1   recall@3   recall@5  recall@10   MRR@10\n"
        "all                       3      0.667      0.667      0.667      0.667    0.667\n"
        "english                   1      1.000      1.000      1.000      1.000    1.000\n"
        "factoid                   2      0.500      0.500      0.500      0.500    0.500\n"
        "\n"
        "one.jsonl                 n   recall@1   recall@3   recall@5  recall@10   MRR@10\n"
        "all                       1      1.000      1.000      1.000      1.000    1.000\n"
        "factoid                   1      1.000      1.000      1.000      1.000    1.000\n"
        "\n"
    )
    assert shown.err == ""


def test_a_gold_file_that_is_missing_stops_before_anything_is_asked(
    small_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.jsonl"
    assert main(["eval", str(missing), "--index", str(small_index)]) == 2
    assert capsys.readouterr() == (
        "",
        f"legenda: {missing} cannot be read (No such file or directory); give a gold file\n",
    )
