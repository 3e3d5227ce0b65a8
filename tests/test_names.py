"""Names in Latin letters find the Russian word, and ordinary English words find none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.names import FALSE_FRIENDS, NameIndex, key
from index.records import Document

# as an English question writes it; the term of the collection
FOUND = [
    ("Trotsky Trotskii Trotskij Trotzki Trotzky Trockij Trocki trotsky Trotsky's Trotsky’s", "троцки"),
    ("Smilga Smilga's", "смилга"),
    ("Yagoda Iagoda Jagoda", "ягода"),
    ("Zinoviev Zinovyev Zinov'ev Zinov’ev", "зиновь"),
    ("Kamenev's Kamenev’s Kamenev", "камене"),
    ("Ordzhonikidze", "орджон"),
    ("Preobrazhensky Preobrazhenskii Preobrazhenskij", "преобр"),
    ("Bukharin Buharin", "бухари"),
    ("Krupskaya Krupskaia", "крупск"),
    ("Blumkin Blyumkin Bliumkin", "блюмки"),
    ("Rakovsky Rakovskii", "раковс"),
    ("Dzerzhinsky", "дзержи"),
    ("Menzhinsky", "менжин"),
    ("Shcherbakov Scherbakov", "щербак"),
    ("Yaroslavsky Iaroslavskii", "яросла"),
    ("Yevdokimov Evdokimov", "евдоки"),
    ("Serebryakov Serebriakov", "серебр"),
    ("Maslow Maslov", "маслов"),
    ("Joffe Ioffe", "иофф"),
    ("Alma-Ata", "алма"),
    ("Astrakhan", "астрах"),
    ("Komsomol", "комсом"),
]

ORDINARY = """
a about after all an and any are as ask at be because been before book but by can come copy could date day decide
decision did do does document each exile expel find first for found from gave get give go had has have he her him his
home house how i if in into is it its kept know last leave letter like made make man many may me meet meeting more
move my name new newspaper night no not note now number of off on one only opinion order other our out over page
people place print question read reason reply report right said saw say see send sent she sheet shop should sign
signed so some speech state still such than that the their them then there these they think this those three time to
told two under up us want was way we what when where which who whom whose why will with word work would write wrote
year you your february june august sunday committee council illness arrested scissors
"""


@pytest.fixture(scope="module")
def names(documents: tuple[Document, ...]) -> NameIndex:
    """The names of the whole volume."""
    return NameIndex.of(f"{document.title}\n{document.text.content}" for document in documents)


@pytest.mark.parametrize(("spellings", "term"), FOUND, ids=[term for _, term in FOUND])
def test_every_spelling_of_a_name_finds_it(names: NameIndex, spellings: str, term: str) -> None:
    missed = [spelling for spelling in spellings.split() if term not in names.terms(f"What did {spelling} write?")]
    assert missed == []


def test_ordinary_english_words_find_nothing(names: NameIndex) -> None:
    words = ORDINARY.split()
    assert {word: found for word in [*words, *map(str.capitalize, words)] if (found := names.terms(word))} == {}


def test_the_false_friends_find_nothing_and_would_without_their_list(names: NameIndex) -> None:
    assert names.terms(" ".join(sorted(FALSE_FRIENDS)).title()) == []
    assert sorted(word for word in FALSE_FRIENDS if key(word) not in names._terms) == []


def test_an_international_word_finds_its_russian_sister(names: NameIndex) -> None:
    assert names.terms("the party's plenum, the agent's address") == ["партия", "пленум", "агент", "адрес"]


def test_names_are_found_in_the_order_of_the_question(names: NameIndex) -> None:
    assert names.terms("Why did Kamenev and Zinoviev leave Trotsky?") == ["камене", "зиновь", "троцки"]


@pytest.mark.parametrize("question", ["За что исключили Смилгу?", "", "1927", "«»", "Л. Д."])
def test_a_question_without_latin_letters_finds_nothing(names: NameIndex, question: str) -> None:
    assert names.terms(question) == []


@pytest.mark.parametrize(
    ("russian", "latin", "common"),
    [
        ("Троцкий", "Trotsky", "trotski"),
        ("Ягода", "Yagoda", "iagoda"),
        ("Зиновьев", "Zinovyev", "zinovev"),
        ("Щербаков", "Scherbakov", "scherbakov"),
        ("Фёдоров", "Fyodorov", "fedorov"),
        ("Алексей", "Alexei", "aleksei"),
        ("Люксембург", "Luxemburg", "luksemburg"),
    ],
)
def test_both_alphabets_have_one_key(russian: str, latin: str, common: str) -> None:
    assert (key(russian), key(latin)) == (common, common)


def test_a_name_is_found_by_every_form_met() -> None:
    names = NameIndex.of(["Письмо Сосновскому от Иванова. Он пишет."])
    assert names._terms == {
        "pismo": ["письмо"],
        "sosnovski": ["соснов"],
        "sosnovskomu": ["соснов"],
        "ivanov": ["иванов"],
        "ivanova": ["иванов"],
    }


def test_names_are_the_same_after_they_were_saved(names: NameIndex, tmp_path: Path) -> None:
    names.save(tmp_path / "names.json")
    assert NameIndex.load(tmp_path / "names.json")._terms == names._terms
