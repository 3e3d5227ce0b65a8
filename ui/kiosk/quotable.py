"""Which sentences of a document stand alone on a wall: whole, plain, understood without what came before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from index.dictionary import dictionary
from ui.kiosk.sentence import WORD, Sentence, readings

Rule = Callable[[Sentence], bool]
"""What must hold of a sentence."""

SHORTEST, LONGEST = 45, 200
"""Characters: below is a fragment, above nobody reads it in passing."""
PREDICATES = frozenset({"VERB", "PRED", "PRTS", "ADJS"})
"""Parts of speech that make a sentence of words: «верю», «нельзя», «высланы», «готов»."""
ADJECTIVES = frozenset({"ADJF", "PRTF"})
DECLINED = ADJECTIVES | {"NOUN"}
ABOUT_PAPER = frozenset(
    # lemma                 a sentence that is no one's voice
    {
        "выписка",  # Выписка из протокола была послана членам Политбюро.
        "вышеуказанный",  # В вышеуказанном письме говорится о другом.
        "документ",  # Настоящий документ подлежит возврату в течение суток.
        "докладывать",  # Докладываю, что листовки изъяты.
        "записка",  # Записка была доложена на заседании.
        "копия",  # Копия письма прилагается.
        "нижеследующий",  # Прошу опубликовать нижеследующее заявление.
        "пленум",  # Пленум утвердил порядок дня.
        "постановить",  # Политбюро постановило отложить вопрос.
        "постановление",  # Постановление принято опросом.
        "прилагать",  # Прилагаем текст письма.
        "прилагаться",  # Текст прилагается.
        "приложение",  # Приложение упомянуто в письме.
        "протокол",  # Протокол подписан всеми.
        "пункт",  # Пункт принят без изменений.
        "резолюция",  # Резолюция принята единогласно.
        "слушать",  # Слушали сообщение о платформе.
        "тезис",  # Тезисы были разосланы.
        "фракция",  # Бюро фракции провело совещание.
    }
)
LEANING = frozenset(
    # lemma                 what the reader would have to have read
    {
        "данный",  # В данном случае вина не доказана.
        "другой",  # Каждый из других имел свои дела.
        "здесь",  # Здесь нет ни книг, ни газет.
        "иной",  # Иного выхода не осталось.
        "остальной",  # Остальные были отпущены.
        "последний",  # Последний просил не печатать статью.
        "предыдущий",  # В предыдущем письме я просил о другом.
        "следующий",  # На следующий день нас вызвали снова.
        "сие",  # Сие не было исполнено.
        "таков",  # Таковы были его слова.
        "таковой",  # Таковых не нашлось.
        "такой",  # Такие методы недопустимы.
        "там",  # Там он прожил два года.
        "тогда",  # Тогда мы вызвали прокурора.
        "тут",  # Тут ошибки быть не может.
        "указанный",  # Указанные товарищи высланы.
        "упомянуть",  # Упомянутый товарищ отсутствовал.
        "это",  # Это мы решили давно.
        "этот",  # Этот факт известен всем.
    }
)
LEANING_ALONE = LEANING & {"данный", "сие", "таковой", "указанный", "упомянуть", "это", "этот"} | {
    "вышеуказанный",  # Требование вышеуказанного письма исполнено.
    "также",  # Надеюсь также, что удастся справиться.
}
"""Those that lean wherever they stand; the others have found a hold after so many words:"""
SAME = re.compile(r"(?<!к )\bт(?:от|ого|ому|ом|ем|а|ой|у|о|е|ех|еми) же\b")
"""«Вечером того же дня к нам пришли», but not «к тому же»."""
FIRST = 4
THIRD = frozenset({"он", "она", "оно", "они"})
"""Lemmas of the pronouns that stand for a noun."""
LINKED = (
    # first words             go on from what was said
    "а",  # А между тем нужно две недели.
    "больше того",  # Больше того, он молчал.
    "ведь",  # Ведь вы сами просили.
    "вместе с тем",  # Вместе с тем положение трудное.
    "вместо того",  # Вместо того чтобы ответить, он молчал.
    "во всяком случае",  # Во всяком случае, я прошу ответа.
    "во втором случае",  # Во втором случае выиграли бы они.
    "вот",  # Вот почему мы против.
    "впрочем",  # Впрочем, судите сами.
    "в то же время",  # В то же время я прошу о другом.
    "далее",  # Далее он сказал о хлебе.
    "другой",  # Другой ответил отказом.
    "затем",  # Затем перешли к спорам.
    "зато",  # Зато мы получили письма.
    "значит",  # Значит, мы правы.
    "и",  # И в области валюты тоже.
    "ибо",  # Ибо иначе нельзя.
    "иначе",  # Иначе мы пропадем.
    "или",  # Или вы ответите, или нет.
    "итак",  # Итак, одного Октября не хватает.
    "кроме",  # Кроме того, нас обыскали.
    "между тем",  # Между тем прошло полгода.
    "наконец",  # Наконец, последний довод.
    "наоборот",  # Наоборот, мы этого хотели.
    "напротив",  # Напротив, мы этого хотели.
    "наряду",  # Наряду с этим нужно другое.
    "но",  # Но Коминтерн не отвечал.
    "однако",  # Однако писем не было.
    "одновременно",  # Одновременно я сдал бы рукопись.
    "отсюда",  # Отсюда все наши беды.
    "по ту сторону",  # По ту сторону стоит Америка.
    "поэтому",  # Поэтому вопрос решен.
    "потому",  # Потому мы и молчали.
    "правда",  # Правда, он внушал опасения.
    "притом",  # Притом без суда.
    "причем",  # Причем все знали.
    "с другой стороны",  # С другой стороны, мы одни.
    "следовательно",  # Следовательно, он прав.
    "согласно",  # Согласно Вашей просьбе посылается письмо.
    "так",  # Так извлекать уроки не годится.
    "также",  # Также не дошли и деньги.
    "того ли",  # Того ли, который победил Октябрь?
    "тем",  # Тем самым создавались условия.
    "тоже",  # Тоже было и со мной.
    "только",  # Только после этого нас приняли.
)
ORDINAL = re.compile(r"в[о]?-[а-яё]+х|второй|третий")
"""The second of several things: «Во-вторых, я болен», «Третий скрылся»."""
SUBORDINATE = re.compile(r"(?:\w{1,6} )?(?:что|чтобы?|как|когда|где|если|хотя|пока|котор\w+|кто|ко(?:му|го)|кем)\b")
"""How a clause begins that needs another one: «Когда идет снег, …», «…, с которым мы боролись»."""
CONTENT = re.compile(r", (?:\w{1,6} )?(?:что|чтобы)\b.*")
"""From here on a sentence tells what was said, thought or wanted."""
READ_OUT = re.compile(r"\bт(?:ов|т)?\. (?=[А-ЯЁ])|\bт\. ?е\.|\b(?:СССР|США|ЦК|КПСС|О?ГПУ|НКВД|КГБ)\b")
"""Abbreviations that every reader of Russian reads without a thought: «т. Зайцев», «т. е.», «арестован ОГПУ»."""
TAIL = re.compile(r"[.!?]»?$")


def quotable(sentence: Sentence) -> bool:
    """Whether all rules hold; the cheap ones are asked first."""
    return all(rule(sentence) for rule in RULES)


def fits(sentence: Sentence) -> bool:
    """Neither «Прошу ответа.» nor half a page."""
    return SHORTEST <= len(sentence.text) <= LONGEST


def is_whole(sentence: Sentence) -> bool:
    """From a capital letter to a stop: not «…и подлежит аресту:»."""
    return sentence.text[0].isupper() and TAIL.search(sentence.text) is not None


def is_plain(sentence: Sentence) -> bool:
    """No figures, brackets, Latin letters, labels: not «Прот. № 12, п. 3 (см. прил.)», nor «Ответ: да.»."""
    return not re.search(r"[^А-Яа-яЁё ,.;:!?«»–—-]|--|  | [,.;:!?]|,,|^.{1,12}:", sentence.text)


def is_unabbreviated(sentence: Sentence) -> bool:
    """Stops and capitals only where a sentence has them: not «жел. дор.», «ЦК», «Л. Д.»; a «т. Троцкий» may be."""
    inner = READ_OUT.sub("", sentence.text.rstrip(".!?»"))
    return not re.search(r"[.!?].|[А-ЯЁ]{2}|(?<!^)\b[А-ЯЁ]\b", inner)


def closes_its_quotation(sentence: Sentence) -> bool:
    """Not «Он сказал: «Я не поеду» — one mark is missing."""
    depth = 0
    for mark in re.findall("[«»]", sentence.text):
        depth += 1 if mark == "«" else -1
        if depth < 0:
            return False
    return depth == 0


def begins_anew(sentence: Sentence) -> bool:
    """Not «Но Коминтерн не отвечал.»."""
    small = f"{' '.join(sentence.words).lower()} "
    return not ORDINAL.match(small) and not any(small.startswith(f"{linked} ") for linked in LINKED)


def says_something(sentence: Sentence) -> bool:
    """Its main clause has a predicate and gives no order: not «На вопрос, что он чувствует.», «Принять меры.»."""
    clauses = re.split(r"[,;:–—]|- ", CONTENT.sub("", sentence.text.lower()))
    main = [clause for clause in clauses if not SUBORDINATE.match(clause.strip()) or sentence.text.endswith("?")]
    kinds = [readings(word)[0].tag.POS for clause in main for word in WORD.findall(clause)]
    return any(kind in PREDICATES for kind in kinds) and kinds[0] != "INFN"


def agrees(sentence: Sentence) -> bool:
    """Adjectives stand in the form of their nouns: not «теперешнее положении», a misprint."""
    words = [word.lower() for word in sentence.words]
    return all(_agree(readings(one), readings(other)) for one, other in pairwise(words))


def _agree(ones: Sequence[Any], others: Sequence[Any]) -> bool:
    if not all(one.tag.POS in ADJECTIVES for one in ones) or not all(other.tag.POS in DECLINED for other in others):
        return True
    return any(
        one.tag.case == other.tag.case
        and one.tag.number == other.tag.number
        and (one.tag.number == "plur" or one.tag.gender == other.tag.gender or not other.tag.gender)
        for one in ones
        for other in others
    )


def explains_itself(sentence: Sentence) -> bool:
    """Nobody need have read on to it: not «Этот факт известен всем.», nor «Он ответил отказом.»."""
    if LEANING & set(sentence.lemmas[:FIRST]) or LEANING_ALONE & set(sentence.lemmas):
        return False
    if SAME.search(sentence.text.lower()):
        return False
    return all(_has_a_noun(sentence, at) for at, lemma in enumerate(sentence.lemmas) if lemma in THIRD)


def _has_a_noun(sentence: Sentence, at: int) -> bool:
    """Whether a noun before the pronoun at `at` may be what it means: «Сталин намекает, что он…»."""
    meant = sentence.parses[at].tag
    before = (parse.tag for parse in sentence.parses[:at] if parse.tag.POS == "NOUN")
    return any(
        noun.number == meant.number and (meant.number == "plur" or noun.gender == meant.gender) for noun in before
    )


def is_no_minute(sentence: Sentence) -> bool:
    """It speaks of life and not of papers: not «Выписка из протокола послана членам комиссии.»."""
    return not ABOUT_PAPER & set(sentence.lemmas)


def is_clean(sentence: Sentence) -> bool:
    """All words but names are in the dictionary: no misprint, no «теперешнйй»."""
    return all(word[0].isupper() or dictionary().word_is_known(word) for word in sentence.words)


RULES: tuple[Rule, ...] = (
    fits,
    is_whole,
    is_plain,
    is_unabbreviated,
    closes_its_quotation,
    begins_anew,
    is_clean,
    says_something,
    agrees,
    explains_itself,
    is_no_minute,
)
