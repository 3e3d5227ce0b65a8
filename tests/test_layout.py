"""A question typed on the other keyboard is turned, and nothing else is."""

from __future__ import annotations

import pytest

from qa.understanding import Understanding

# as it was typed, as it was meant
TURNED = [
    ("pf xnj bcrk.xbkb Nhjwrjuj", "за что исключили Троцкого"),
    ("Pf xnj bcrk.xbkb Nhjwrjuj&", "За что исключили Троцкого?"),
    ("rnj nfrjq cvbkuf?", "кто такой смилга?"),
    ("rjulf e,bkb ,k.vrbyf", "когда убили блюмкина"),  # marks that are letters at the beginning and in the middle
    ("'nj xnj", "это что"),
    ("D rfrjv ujle c]tpl", "В каком году съезд"),  # «d» and «c» are English too
    ("nhjwrbq d Fkvf-Fnt", "троцкий в Алма-Ате"),
    ("ult jy", "где он"),
    ("Nhjwrbq", "Троцкий"),
    ("За что bcrk.xbkb Троцкого?", "За что исключили Троцкого?"),  # one word only
    ("Кто писал в Daily Express nhjwrjve", "Кто писал в Daily Express троцкому"),
    ("црщ цфы Екщеылн", "who was Trotsky"),
    ("Црщ цфы Екщеылн,", "Who was Trotsky?"),
    ("Екщеылнэы дуееук ещ Ыефдшт", "Trotsky's letter to Stalin"),
    ("црн цфы Ыьшдпф учзуддув шт 1927", "why was Smilga expelled in 1927"),
    ("Why was Екщеылн expelled?", "Why was Trotsky expelled?"),
]
LEFT = [
    "Кто писал в «Daily Express»?",
    "О чём статья Троцкого в New York Times?",
    "Что сообщали TASS и GPU из СССР?",
    "What is written in the OGPU memo on the GPU?",
    "Which papers were kept next to the rent books?",  # turned, «лузе», «туче» and «куте» are Russian words
    "What did «Die Rote Fahne» and «Contre le courant» print?",
    "Est modus in rebus",
    "What did the ЦКК decide about Смилга?",
    "Кто такой Ктотамов и что за ЁКЛМН?",
    "B. Souvarine",
    "<script>alert(1)</script>",
    f"Who{'!' * 60}1a",  # no mark can be read in two ways
    f"Who{'’' * 60}1a",
    "e-mail: a.b@c.org; x[1]",
    "מי גורש מהמפלגה?",
    "1927",
]


@pytest.mark.parametrize(("typed", "meant"), TURNED)
def test_a_question_in_the_other_layout_is_turned(understanding: Understanding, typed: str, meant: str) -> None:
    question = understanding.understand(typed)
    assert (question.text, question.put) == (meant, typed)


@pytest.mark.parametrize("typed", LEFT)
def test_other_languages_and_abbreviations_are_left(understanding: Understanding, typed: str) -> None:
    assert understanding.understand(typed).text == typed


def test_a_turned_question_is_in_the_language_it_was_meant_in(understanding: Understanding) -> None:
    assert understanding.understand("pf xnj bcrk.xbkb Nhjwrjuj").language == "ru"
    assert understanding.understand("црщ цфы Екщеылн").language == "en"
