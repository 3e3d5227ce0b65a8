"""Tells the paragraphs that a text begins with: a mark of secrecy, an address, a salutation, a caption, a form."""

from __future__ import annotations

from index.endings import DATE
from index.secrecy import MARK
from index.shape import Shape

LONGEST = 120
"""Characters of a heading."""
LONGEST_CAPTION = 600
LONGEST_ADDRESS = 90

SECRET = Shape.of(rf"^(?:{MARK.pattern})", LONGEST_ADDRESS)
"""«Строго секретно», «С.Секретно.», «Совершенно секретно. Лично»."""

ADDRESSES = (
    # «В Секретариат ЦК.», «В ЦИК СССР», «В ЦК ВКП(б).»
    Shape.of(r"^(?i:во? (?:политбюро|секретариат|президиум|исполком|цк|оргбюро|редакцию|центральн))", LONGEST_ADDRESS),
    # «ЧЛЕНАМ ПОЛИТБЮРО ЦК», «Начальнику 1-го отделения СО», «Секретарю ЦК ВКП Угланову»
    Shape.of(
        r"^(?i:(?:ко )?(?:всем )?(?:членам|секретарю|председателю|начальнику|заведующему|полпреду|пленуму)\b)",
        LONGEST_ADDRESS,
    ),
    # «Всем местным парторганизациям.»
    Shape.of(r"^(?i:всем \w+ам\b)", LONGEST_ADDRESS),
    # «VI Конгрессу Коммунистического Интернационала.»
    Shape.of(r"^[IVX]+ \w+у\b", LONGEST_ADDRESS),
    # «Т.т. Троцкому, Бухарину, Каменеву.», «Тов. Сталину», «Товарищам: Белобородову»
    Shape.of(r"^(?i:т\. ?т\. |тт?\. |тов\. |товарищам)", LONGEST_ADDRESS),
)
SALUTATION = Shape.of(r"^(?:Дорог|Уважаем)[а-яё]+ [^.,!]{,30}[.,!]?$")
"""«Дорогой товарищ Троцкий.», «Уважаемый товарищ,», «Дорогие товарищи»."""
SENT_FROM = Shape.of(r"^(?:Из [А-ЯЁ][а-яё-]+(?:,| \d)|От кого:)", LONGEST_ADDRESS)
"""«Из Казани, от Преображенского», «От кого: Ялта, Шатуновского Я.» on an opened letter."""
CAPTIONS = (
    # «Письмо тов. Преображенского», «Директивное письмо», «Листовка, распространявшаяся ...», «Перевод с японского.»
    Shape.of(
        r"^(?:(?:[А-ЯЁ][а-яё]+ое )?[Пп]исьмо|ПИСЬМО|Листовка|Телеграмма|Статья|Перевод с\b)",
        LONGEST_CAPTION,
    ),
    # «Копия письма листовки, выпущенной нелегальной группой»
    Shape.of("^Копия (?:письма|листовки|телеграммы)"),
)
FOUND = Shape.of(r"^Обнаружен[оаы]? (?:при|в)\b")
"""«Обнаружено при обыске у А. Барышева», «Обнаружено в оригинале у Сахновского»."""
REGISTERED = Shape.of(rf"^[А-ЯЁ][а-яё. ]+№ \d+\.? {DATE}$", LONGEST_ADDRESS)
"""«Оффиц. отношение № 436. 22.VII.29 г.»."""
OTHERS = (
    # «Товарищ, прочитавши, передай другому!» above a leaflet
    Shape.of("(?i:передай друг)", LONGEST_ADDRESS),
    # «ПРОТОКОЛ», «А к т», «ОТКРЫТОЕ ПИСЬМО», «СПРАВКА О РАБОТЕ ТРОЦКИСТОВ»
    Shape.of(
        r"^(?:А [Кк] [Тт]$|(?:ПРОТОКОЛ|АКТ|РАПОРТ|СПРАВКА|ЗАЯВЛЕНИЕ|ШИФРОВКА|СООБЩЕНИЕ|(?:ЗА|ОТ)КРЫТОЕ ПИСЬМО)\b)",
        LONGEST_CAPTION,
    ),
)
GENRE = Shape.of(r"^(?:ДОКЛАДНАЯ ЗАПИСКА|СПРАВКА|РАПОРТ|ЗАЯВЛЕНИЕ|СООБЩЕНИЕ)\.?$")
"""«ДОКЛАДНАЯ ЗАПИСКА» under an address; «ЗАПИСКА» alone says less than whom it is for."""
CAPITALS = Shape.of(r"^[^а-яё]*[А-ЯЁ]{2}[^а-яё]*$", LONGEST)

AFTERTHOUGHTS = (
    # «P/S. Внесение Вами вопросов», «Р.С. Зиновьевцы зашевелились», in Latin or Russian letters
    Shape.of(r"^[PР]\.? ?/? ?[SС]\b|^П\. ?С\."),
    # «Рассылается:», «Разослано: тт. Сталину», «Прим: Аналогичные телеграммы»
    Shape.of("^(?:Рассылается|Разослан|Прим[.:])"),
    # a sentence or a row that goes on; «копия», «г. Минусинск» and «1. ...» begin something
    Shape.of(r"^(?!копия|г\. ?[А-ЯЁ])[а-яё]"),
    Shape.of(r"^(?!1[.)])\d{1,3}[.)] "),
    # «* * *»
    Shape.of("^[*•–—]"),
)


def is_opening(text: str) -> bool:
    """Whether a text may begin with the paragraph `text`.

    >>> is_opening("Письмо тов. Радека"), is_opening("Наши лозунги к 7-му ноября")
    (True, False)
    """
    return any(shape.fits(text) for shape in (SECRET, *ADDRESSES)) or is_heading(text)


def is_heading(text: str) -> bool:
    """Whether `text` is an opening of another sort than an address or a mark of secrecy."""
    return any(shape.fits(text) for shape in (SALUTATION, SENT_FROM, *CAPTIONS, FOUND, REGISTERED, *OTHERS))


def is_address(text: str) -> bool:
    """Whether `text` says whom a paper is for: «В Секретариат ЦК.»."""
    return any(shape.fits(text) for shape in ADDRESSES)


def is_captioned(text: str) -> bool:
    """Whether `text` tells what stands below it: «Письмо тов. Преображенского»."""
    return any(shape.fits(text) for shape in CAPTIONS)


def goes_on(text: str) -> bool:
    """Whether `text` belongs to what stands before it, though a signature or a gap parts them.

    >>> goes_on("P.S. Незачем говорить"), goes_on("копия"), goes_on("* * *")
    (True, False, True)
    """
    return any(shape.fits(text) for shape in AFTERTHOUGHTS)
