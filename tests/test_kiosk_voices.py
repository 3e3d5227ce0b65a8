"""The sentences on the wall: true, whole, understood alone, and spread over the years."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from index.records import Document, Role
from ui.kiosk import quotable as rules
from ui.kiosk.quotable import quotable
from ui.kiosk.sentence import Sentence
from ui.kiosk.telling import telling, touches
from ui.kiosk.voices import Voice, voices, voices_of


def sentence(text: str) -> Sentence:
    return Sentence(text, 0, len(text))


@pytest.fixture(scope="module")
def chosen(documents: tuple[Document, ...]) -> tuple[Voice, ...]:
    return voices(documents)


def by_number(documents: tuple[Document, ...]) -> dict[str, Document]:
    return {document.number: document for document in documents}


STANDING = [
    "Я желаю Вам, Лев Давидович, сил и здоровья и крепко обнимаю.",
    "Хотите ли вы продолжать править силой над восставшим народом?",
    "Мы открыто говорим партии: диктатура пролетариата в опасности!",
    "Товарищам, которые искренне удручены случившимся, мы говорим: бывали времена похуже.",
    "Сталин давно уже «намекает», что он намерен поступить с нами, как с Мясниковым.",
    "Я сегодня очень спешу и к тому же беспрерывно мешают мне.",
    "Когда слишком подвинчивают гайки, то нередко срывают резьбу.",
    "Исключайте, – вы не остановите победы оппозиции, т.е. победы революционного единства нашей партии и Коминтерна!",
]  # fmt: skip

# a sentence of the collection, and the rule that keeps it off the wall
LEANING = [
    ("Письма привезены. ", rules.fits),
    ("Ответ: Да, в России даже внутри Красной Армии у нас имеется тайная организация.", rules.is_plain),
    ("Стол был накрыт (по просьбе т. Раковского) еще накануне вечером.", rules.is_plain),
    ("Если бы все мы были в Москве,, то, вероятно, Радек бы успокоился.", rules.is_plain),
    ("и только заявление администрации завода заставило забастовщиков приступить к работе.", rules.is_whole),
    ("В рабочие массы проникают слухи об уравнении зарплаты жел. дор. с тяжелой индустрией.", rules.is_unabbreviated),
    ("Я послал Л. Д. Троцкому письмо с просьбой вернуть мне книги.", rules.is_unabbreviated),
    ("Он сказал ему на прощание такие слова: «Ваше знание старше.", rules.closes_its_quotation),
    ("Однако, в октябре прошлого года произошла неожиданная перемена.", rules.begins_anew),
    ("В-третьих, совершенно напрасно Троцкий придает положениям характер сентенции.", rules.begins_anew),
    ("Того ли, который победил Октябрь, или того, который напирает на победу?", rules.begins_anew),
    ("Моим выступлениям в клубах препятствий не делалось, по крайней вере не знаюю.", rules.is_clean),
    ("Что у оппозиции была «нелегальная антипартийная типография».", rules.says_something),
    ("На поставленный мною вопрос и на замечание, что он вновь чувствует себя лучше.", rules.says_something),
    ("Признать поведение сотрудников недопустимым и наказать виновных.", rules.says_something),
    ("Человек теории, который не может обойтись без буржуазного комфорта.", rules.says_something),
    ("Общий политикой партии было заменять независимых людей посредственными.", rules.agrees),
    ("Это происходит несмотря на старые заверения Литвинова.", rules.explains_itself),
    ("Он немедленно ухватывался за каждый поставленный ему вопрос.", rules.explains_itself),
    ("Следствие ведется, и виновные в этом деле будут наказаны.", rules.explains_itself),
    ("Надеюсь также, что удастся вскоре справиться с несвоевременной болезнью.", rules.explains_itself),
    ("Каждый из других членов имел свои специальные функции.", rules.explains_itself),
    ("Вечером того же дня к нам в камеру пришел Квашин со своим помощником.", rules.explains_itself),
    ("Резолюция принята в основе единогласно и редактирована комиссией.", rules.is_no_minute),
]  # fmt: skip


@pytest.mark.parametrize("text", STANDING)
def test_a_whole_plain_sentence_may_stand_alone(text: str) -> None:
    assert [rule.__name__ for rule in rules.RULES if not rule(sentence(text))] == []


@pytest.mark.parametrize(("text", "rule"), LEANING, ids=[rule.__name__ for _, rule in LEANING])
def test_one_that_leans_on_others_is_kept_off_by_its_rule(text: str, rule: rules.Rule) -> None:
    assert not rule(sentence(text))
    assert not quotable(sentence(text))


MORE_TELLING = [
    "Я был выслан аппаратчиками, которые захватили власть в свои руки. > Радек был против выхода китайской партии из Гоминдана.",
    "Мы до конца остаемся верными обоим. > Листовка в подлинниках отпечатана стеклографическим способом.",
    "Хотите ли вы править силой? > Вы хотите и дальше проводить внушения враждебных классовых сил.",
    "Никто в партии не верит и не поверит. > Партия в целом отмежевалась от оппозиции.",
]  # fmt: skip


@pytest.mark.parametrize("pair", MORE_TELLING)
def test_a_living_voice_is_preferred_to_an_office(pair: str) -> None:
    voice, office = pair.split(" > ")
    assert telling(sentence(voice)) > telling(sentence(office))


def test_the_newspaper_pravda_is_not_the_truth() -> None:
    assert touches(sentence("Сказать всему миру правду."))
    assert not touches(sentence("Вопрос о моей статье передан в «Правду»."))


def test_a_voice_is_the_very_words_of_a_dated_document(
    chosen: tuple[Voice, ...], documents: tuple[Document, ...]
) -> None:
    known = by_number(documents)
    for voice in chosen:
        document = known[voice.document]
        assert document.text.content[voice.start : voice.end] == voice.text
        assert document.part_at(voice.start).role is Role.BODY
        assert document.date


def test_no_document_speaks_twice(chosen: tuple[Voice, ...]) -> None:
    assert max(Counter(voice.document for voice in chosen).values()) == 1


def test_the_years_are_spread_and_mixed(chosen: tuple[Voice, ...], documents: tuple[Document, ...]) -> None:
    known = by_number(documents)
    years = [known[voice.document].date[:4] for voice in chosen]
    assert years[:7] == ["1923", "1928", "1924", "1929", "1926", "1931", "1927"]
    assert all(before != after for before, after in pairwise(years[:-1]))
    assert len(years) == 28


def test_these_stand_on_the_wall(chosen: tuple[Voice, ...]) -> None:
    assert [voice.text for voice in chosen[:8]] == [
        "Товарищам, которые искренне удручены случившимся, мы говорим: бывали времена похуже.",
        "Сара кланяется Вам, а я жму Вашу руку и прошу передать поклон семье.",
        "Я желаю Вам, Лев Давидович, сил и здоровья и крепко обнимаю.",
        "Меня выслали не те, с кем мы совместно завоевывали власть и бок о бок боролись на всех фронтах гражданской войны.",
        "Ярославский не зажмет нам рта против клеветы Ярославского.",
        "Я буду спокойно ждать действий, которые вы сочтете себя обязанными предпринять.",
        "Беспартийный рабочий не поверил травле и клевете против нас.",
        "Я сегодня очень спешу и к тому же беспрерывно мешают мне.",
    ]


def test_the_words_that_a_report_quotes_are_not_its_own(documents: tuple[Document, ...]) -> None:
    report = by_number(documents)["162"]
    quoted = "Думаю, что работу нельзя свертывать и стремиться провести намеченный ранее план кампании."
    assert quoted in report.text.content and quotable(sentence(quoted))
    assert quoted not in [voice.text for voice in voices_of((report,))]


def test_a_document_without_a_voice_is_silent(documents: tuple[Document, ...]) -> None:
    known = by_number(documents)
    letter, minute = known["32"], known["49"]
    assert [voice.text for voice in voices_of((minute, letter))] == [
        "Я желаю Вам, Лев Давидович, сил и здоровья и крепко обнимаю."
    ]
