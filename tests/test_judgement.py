"""When a passage counts as evidence, and what of an archive is relevant to a question."""

from __future__ import annotations

import pytest

from eval.gold import Evidence
from eval.judgement import Judge, came, delo, holds, key, rank, rankings
from eval.outcome import Relevant
from index.records import Passage, Place
from qa.archive import Archive
from tests.fake_archive import QUOTED, fake_archive
from tests.gold_outcomes import CAME

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


@pytest.fixture(scope="module")
def judge(archive: Archive) -> Judge:
    return Judge(archive.documents, archive.passages)


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


def test_all_passages_with_evidence_are_relevant_also_those_that_do_not_come_back(
    archive: Archive, judge: Judge
) -> None:
    """Two passages overlap by 200 characters, and both hold what stands there."""
    holding = archive.passages[0]
    following = next(one for one in archive.passages if one.document == holding.document and one.start > holding.start)
    shared = archive.document(holding.document).text.content[following.start : holding.end]
    assert len(shared) > 60
    relevant = judge.relevant([Evidence(doc="35", quote=shared)])
    assert relevant == Relevant((key(holding), key(following)), ("35",), (delo(holding.reference),))


def test_evidence_of_two_documents_makes_both_relevant(archive: Archive, judge: Judge) -> None:
    preface = next(one for one in archive.passages if one.document == "0")
    evidence = [Evidence(doc="35", quote=archive.passages[0].text[:80]), Evidence(doc="0", quote=preface.text[:80])]
    relevant = judge.relevant(evidence)
    assert relevant.documents == ("35", "0")
    assert relevant.dela == (
        delo(archive.passages[0].reference),
        "№ 0",
    )  # the preface is kept nowhere: it stands for itself


def test_a_quote_that_no_passage_holds_is_relevant_and_never_comes_back(judge: Judge) -> None:
    relevant = judge.relevant([Evidence(doc="35", quote="Этих слов в письме нет")])
    assert relevant.passages == ("35:unindexed",)
    assert relevant.documents == ("35",)
    assert judge.relevant([]) == Relevant()


def test_what_came_back_is_judged_passage_by_passage(archive: Archive, judge: Judge) -> None:
    passages = archive.ask("Кто?", k=10).passages
    third = passages[2].passage
    judged = came(passages, judge.relevant([Evidence(doc=third.document, quote=third.text[-60:])]))
    assert [one.key for one in judged] == [key(one.passage) for one in passages]
    assert judged[2].relevant
    assert not judged[0].relevant
    assert QUOTED in passages[0].passage.text.lower()


def test_documents_and_dela_stand_where_their_first_passage_stood() -> None:
    assert rankings(CAME) == (
        ("88:0-900", "88:700-1600", "90:0-1100", "0:50-1200", "12:0-400"),
        ("88", "90", "0", "12"),
        ("РГАСПИ 17/171/79", "№ 0", "РГАНИ 3/62/182"),
    )
    assert rankings([]) == ((), (), ())


def test_the_rank_is_that_of_the_first_relevant_one() -> None:
    assert rank(("88", "90", "0"), ("0", "90")) == 2
    assert rank(("88", "90", "0"), ("12",)) is None
    assert rank((), ("12",)) is None
