"""What kind of thing a question asks for, where its words tell, and whether a text has any of that kind.

A question for a sum of money is not answered by a text without one, however well it fits.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from index.lexical import lemma, term

NUMBER = (
    r"(?:\d|\b(?:од(?:ин|н[аиоу]\w*)|дв(?:а|е|ух|умя|ое)|тр(?:и|[её]х|ое|емя)|четыр\w+|четвер\w|пят[ьи]\w*|шест[ьи]\w*"
    r"|сем[ьи]\w*|восем\w+|восьм\w+|девят[ьи]\w*|десят[ьи]\w*|\w+надцат\w+|двадцат\w+|тридцат\w+|сорок\w*|\w+десят\w*"
    r"|сто|ст[ао]|двест\w+|трист\w+|\w+сот|тысяч\w*|миллион\w*|полтор\w+|пол|полов\w+|об[ае]|обоих|несколько)\b)"
)
"""A number in digits or words: «13 руб.», «шесть тысяч», «трое суток»."""
NEAR = r"\W{0,3}(?:\w+\W+){0,2}?"
"""Up to two words between a number and its unit: «18 с половиной лет»."""


class Kind(NamedTuple):
    """A kind of thing: how it is asked for, and how it is written; each pattern with an example in the tables below."""

    asked: re.Pattern[str]
    written: re.Pattern[str]


def _kind(asked: str, written: str) -> Kind:
    return Kind(re.compile(asked, re.IGNORECASE), re.compile(written, re.IGNORECASE))


KINDS = (
    _kind(  # На какую сумму выписали чек? How much money did he get? — «6000 рублей», «$ 50», «13 тыс.»
        r"как(?:ую|ая|ой) (?:\w+ )?сумм|сколько (?:\w+ )?(?:денег|рубл|доллар|марок|франков|фунтов)"
        r"|сколько (?:это )?стоил"
        r"|\bhow much (?:money|did \w+ (?:cost|pay))|\bwhat (?:sum|amount)",
        rf"{NUMBER}{NEAR}(?:руб|р\.|коп|долл|мар(?:ок|к[иа])\b|франк|фунт|тыс|милл|млн|злот|лир|червон|шилл)|[$£]\s?\d",
    ),
    _kind(  # Сколько суток шёл пароход? На какой срок? How long was he held? — «три года», «полгода», «с 5 по 7 мая»
        r"как(?:ой|им|ого) (?:\w+ )?срок|сколько (?:времени|лет|дней|суток|месяц|недел|час|минут)"
        r"|как долго|сколько длил"
        r"|\bhow long\b|\bhow many (?:years|months|weeks|days|hours|minutes)",
        rf"{NUMBER}{NEAR}(?:лет|год|мес|недел|дн|день|сут|час|мин)|полгод|полтора|\w+(?:летн|дневн|месячн|недельн|часов)\w+"
        r"|(?:через|за|на|целы[йе]|весь|всю|в течение) (?:год|месяц|неделю|сутки|день|час)|бессрочн|пожизнен",
    ),
    _kind(  # К чему приговорили рабочего? Какое наказание он понёс? What was his sentence? — «к расстрелу», «выслан»
        r"как(?:ое|ому|им|ой) (?:\w+ )?(?:наказани|приговор|мер[аыу] пресечени)|к чему (?:\w+ )?(?:приговор|присуд)"
        r"|\bwhat (?:\w+ )?(?:sentence|punishment)|\bwhat was \w+ sentenced to",
        r"приговор|расстрел|осу(?:жд|дил)|ссылк|сослан|выс[лы]|заключени|заточ|лишен|тюрьм|лагер|выговор|штраф|условно"
        rf"|исключ|{NUMBER}{NEAR}(?:лет|год|мес)",
    ),
    _kind(  # Как назывался роман? What was the title of the book? — «Урок Октября»
        r"как(?:ое|им) (?:\w+ )?названи|как (?:\S+ )?назыв(?:а[ею]тся|ал[асои]+сь|ался)|\bwhat (?:was|is) the title\b",
        r"[«\"“]",
    ),
    _kind(  # Сколько экземпляров раздали? How many were arrested? — «34 180», «двое»
        r"\bсколько\b|как(?:им|ой|ого) тираж|\bhow many\b", NUMBER
    ),
)
"""The kinds, the narrower before the wider."""
DATE = re.compile(
    r"\d{1,2}\s+(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*|\b1[89]\d\d\b|№\s?\d+",
    re.IGNORECASE,
)
"""Its numbers count nothing: «15 октября 1927 г.», «№ 5»."""
CALLED = re.compile(
    r"\bкак (?:\S+ ){0,3}(?:звали|зовут)|\bкак\w* (?:\S+ )?(?:фамили|имя|имен|псевдоним|кличк)|чья фамили"
    r"|\bwhat (?:was|were|is) the (?:\w+ )?(?:sur|first |last )?names? of|\bwhat was \w+ called",
    re.IGNORECASE,
)
"""Как звали сына? Какая фамилия у машиниста? What was the name of the correspondent?"""
NAME = re.compile(r"(?<![.!?…]\s)(?<!^)\b[А-ЯЁ][а-яё]{2,}")
"""A capitalised word that does not begin a sentence."""


def misses(question: str, asked: Collection[str], text: str) -> bool:
    """Whether `text` has nothing of the kind that a question asks for; `asked` are the question's terms.

    >>> misses("Сколько рублей получил Егоров?", (), "Егоров получил деньги 5 мая 1928 г.")
    True
    >>> misses("Сколько рублей получил Егоров?", (), "Егоров получил шесть тысяч руб.")
    False
    >>> misses("За что исключили Егорова?", (), "Егоров исключен.")
    False
    """
    kind = next((kind for kind in KINDS if kind.asked.search(question)), None)
    if kind:
        return not kind.written.search(DATE.sub("", text) if kind is KINDS[-1] else text)
    return bool(CALLED.search(question)) and all(term(lemma(name)) in asked for name in NAME.findall(text))
