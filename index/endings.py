"""Tells the paragraphs that a text ends with: its signature, and the date, the place and the number under it."""

from __future__ import annotations

import re

from index.datelines import IN_WORDS, NUMERIC
from index.secrecy import MARK, OFFICE_NUMBER
from index.shape import Shape

OFFICE = (
    r"(?:(?:Зам|Пом|ЗАМ|ПОМ)(?:еститель|ощник|пред|нач)?\b|Нач(?:альник)?\b|НАЧ\b|Пред(?:седатель)?\b|ПРЕДСЕДАТЕЛЬ|"
    r"Зав(?:едующий)?\b|Секретарь|СЕКРЕТАРЬ|Генсекретарь|"
    r"Уполномоч(?:ен(?:ный)?)?\b|Уполном\b|П/уполномоч[а-я]*|П\. нач|ПП\b|Эксперт\b|Ст\. врач|Допросил\b)"
)
"""How the office of one who signs begins: «Зам. Пред. ОГПУ», «П/уполномоченного», «ПП, ОГПУ и ЛВО»."""
NAME = r"(?:(?!Тт)[А-ЯЁ][бвгджзклмнпрстфхцчшщ]?\. ?){1,3}[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+)(?:-[А-ЯЁ][а-яё]+)?"
"""«Л. Троцкий», «Н.И. Бухарин», «Я.Г. БЛЮМКИН», «Ем. Ярославский»."""
NAMES = rf"{NAME}(?:, {NAME})*"
WORD = r"[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?"
INITIALS = r"(?:[А-ЯЁ]\. ?){1,3}"
TWO_INITIALS = r"(?:[А-ЯЁ]\. ?){2,3}"
NUMBERS, WORDS = (re.sub(r"\?P<\w+>", "?:", date.pattern) for date in (NUMERIC, IN_WORDS))
DATE = rf"(?:{NUMBERS}|{WORDS})"
DATED_NAME = rf"^{NAME}\.?\s{DATE}(?:\s{WORD})?$"
"""«В. Эльцин. 2-го января 1928 г.», «Г. Пятаков. 2/1–28 г. Москва»."""
CLOSING = (
    r"(?:С [а-яё. ]{,30}прив[а-яё.]*,?(?: \S{3})?|Жму руку\.|Целую|Ваш|Твой|Подп(?:ис[ьи])?[.:]? –?|Подписи:|п\.п\.)"
)
"""«С ком. приветом», «Твой», «Подп. –» stand before the name."""
MANY = (
    r"(?:ЦК|Политбюро|Президиум|Пленум|[Цц]ентральный [Кк]омитет|(?i:большевики|(?:[а-яё]+ая ){1,2}оппозиция|группа))"
)
"""Bodies and groups that sign."""
SENTENCE_END = r"(?:[а-яё]{3}(?<!тов)\.|[!?»)…]+\.?)"
LONGEST = 75
"""Characters of a line of signatures."""
TAIL = 150
"""Characters at the end of a paragraph in which a signature is looked for."""

SIGNATURES = (
    # «СЕКРЕТАРЬ ЦК:», «Пом. Секретаря ЦК», «Нач. СО ОГПУ Дерибас (подпись)», «ПП, ОГПУ и ЛВО: Мессинг»
    Shape.of(rf"^(?:п\.п\. )?{OFFICE}(?:[\s.,:]|$)", 60),
    # «Зам.Пред.ОГПУ:  /Ягода/», «С товарищеским приветом, (Крестинский)», «Наркомвнудел: (Толмачев)»
    Shape.of(rf"^(?:{OFFICE}.*|{CLOSING}.*|.*:\s?)[(/][А-ЯЁ][^()/]*[)/]\.?$", LONGEST),
    # «5 января 1928 г. (М. Альский)», «(подп. Н. Седова-Троцкая)», «мною прочитано (подпись)»
    Shape.of(rf"[(/](?:(?:подп\. )?{NAME}|подпись)[)/]\.?$", LONGEST),
    # «Л. Троцкий», «Г. Зиновьев, А. Петерсон», «Б.З.Я.»
    Shape.of(rf"^(?:{NAMES}|{TWO_INITIALS})\.?$", TAIL),
    # «Твой Радек.», «Ваш С.», «С тов. прив. Ваш Бухарин.», «С приветом Х. Раковский 28/XII-1927 г.»
    Shape.of(rf"^(?:{CLOSING}\s?)+(?:{NAMES}|[А-ЯЁ][а-яё]+|{INITIALS})\.?(?:\s{DATE})?$", TAIL),
    # «Подписи: Харченко, В. Смирнов, Т. Сапронов.»
    Shape.of(r"^Подписи: ", TAIL),
    # «14.09.27 г. Т. Щербаков», «Алма-Ата, 22.07.28 г. Л. Троцкий.»
    Shape.of(rf"{DATE}\s{NAME}\.?$", LONGEST),
    # «15.09.27 г. Лангер», «15.VI.28  Вязниковцев Г.»
    Shape.of(rf"^{NUMBERS}\s{{1,2}}[А-ЯЁ][а-яё]+(?: {INITIALS}|\.)?$", LONGEST),
    Shape.of(DATED_NAME, LONGEST),
    # «... единогласно. СЕКРЕТАРЬ ЦК», «... заговоре. Л. Троцкий», «... неполно. Х. Раковский 28/XII-1927 г.»
    Shape.of(
        rf"{SENTENCE_END} (?:{CLOSING}\s)*(?:{NAME}|{OFFICE}[\s.][^!?]{{,40}}|{TWO_INITIALS})[.)]?"
        rf"(?:\s{DATE})?(?:\s{WORD})?$"
    ),
)
OTHERS = (
    # «Борис.», «Троцкая», «В.», «Алма-Ата», «Москва. Бордига.» on a line of its own
    Shape.of(rf"^(?:(?:{WORD}\. )?{WORD}|[А-ЯЁ])\.?$"),
    # «Отправитель: г. Томск, Тверская ул. 52, К. Радек»
    Shape.of("^Отправитель:"),
    # «ЦК ВКП(б).», «Пленум ЦК», «18.1.1928 г. Центральный Комитет», «Ленинская оппозиция ВЛКСМ»
    Shape.of(rf"^(?:{DATE}\s)?{MANY}\b", LONGEST),
    # «ПРОЧИТАВ, ПЕРЕДАЙ ДРУГОМУ!» ends a leaflet, «Копия послана яп. послу в СССР.» a letter of office
    Shape.of(r"(?i:передай друг|^копия послана)", LONGEST),
    # «15.II.32 г.», «Москва, 7 ноября 1928 г.», «Томск 4.5–29», «5.IX»
    Shape.of(rf"^(?:[А-ЯЁ][а-яё-]+,? )?(?:{DATE}|\d\d?\.[IVXХ]+\.?|\d\d?\.\d\d?[–-]\d\d)(?: ода)?\.?$", LONGEST),
    # «№ 220397», «220651/8»
    Shape.of(rf"^(?:{OFFICE_NUMBER.pattern}|\d{{4,}}/\d+|\d{{5,}})$"),
    # «г. Москва», «Томск, Гоголевская ул. № 33.»
    Shape.of(r"^(?:г\. ?[А-ЯЁ][а-яё-]+\.?|[А-ЯЁ][а-яё-]+, .*\bул\..*\d\.?)$"),
    # «... считаю ненужной. Муралов», «Роза и Соня целуют вас, я тоже. Карл.»
    Shape.of(rf"^.{{{LONGEST},}}[а-яё]{{3}}(?<!тов)[.!?] [А-ЯЁ][а-яё]{{2,}}\.?$"),
)
"""What may as well stand in the middle of a text: only before a gap it is an ending."""


def is_signature(text: str) -> bool:
    """Whether the paragraph `text` is a signature or ends with one.

    >>> is_signature("Зам. Нач. СООГПУ (Агранов)"), is_signature("Предлагаю выслать его из Москвы.")
    (True, False)
    """
    return not _is_no_end(text) and any(shape.fits(text) for shape in SIGNATURES)


def is_ending(text: str) -> bool:
    """Whether a text may end with `text`: a signature, or the date, the place, the number that stand under one.

    >>> is_ending("№ 220397"), is_ending("г. Москва"), is_ending("Да здравствует революция!")
    (True, True, False)
    """
    return is_signature(text) or (not _is_no_end(text) and any(shape.fits(text) for shape in OTHERS))


def _is_no_end(text: str) -> bool:
    """«С.Секретно.» is no name, and with «Нач. СО ОГПУ Дерибас».» ends what is quoted only."""
    return MARK.fullmatch(text.split(". ", maxsplit=1)[0]) is not None or text.count("»") > text.count("«")
