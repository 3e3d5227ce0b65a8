"""The ways in which Russian and English questions write a date, a month, a season, years."""

from __future__ import annotations

import re
from typing import NamedTuple

RUSSIAN_MONTHS = (
    *("январ[а-я]*|янв", "феврал[а-я]*|фев", "март(?:а|е|у|ом)?", "апрел[а-я]*|апр", "ма[йяею]|маем"),
    *("июн(?:ь|я|е|ю|ем)", "июл(?:ь|я|е|ю|ем)", "август(?:а|е|у|ом)?|авг", "сентябр(?:ь|я|е|ю|[её]м)|сент?"),
    *("октябр(?:ь|я|е|ю|[её]м)|окт", "ноябр(?:ь|я|е|ю|[её]м)|нояб?", "декабр(?:ь|я|е|ю|[её]м)|дек"),
)
ENGLISH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ENGLISH_MONTHS = (
    *("jan(?:uary|\\.)?", "feb(?:ruary|\\.)?", "mar(?:ch|\\.)", "apr(?:il|\\.)", "may", "june?", "july?"),
    *("aug(?:ust|\\.)?", "sept?(?:ember|\\.)?", "oct(?:ober|\\.)?", "nov(?:ember|\\.)?", "dec(?:ember|\\.)?"),
)
ADJECTIVES = (
    *("январск", "февральск", "мартовск", "апрельск", "майск", "июньск"),
    *("июльск", "августовск", "сентябрьск", "октябрьск", "ноябрьск", "декабрьск"),
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
SEASONS = (
    # words, first and last month
    ("зим(?:ой|ою|а|ы|у|е)|winter", (1, 3)),  # «зимой 1928 г.»: what is left of it in that year
    ("весн(?:ой|ою|а|ы|у|е)|spring", (3, 5)),
    ("лет(?:ом|о|а|у|е)|summer", (6, 8)),
    ("осен(?:ью|ь|и)|autumn|fall", (9, 11)),
)
PARTS = (
    # words, which of three parts of a month or year: first and last
    (r"первы[хм] числа[хм]|начал[оеуа]м?|early|(?:beginning|start) of(?: the)?", (0, 0)),
    (r"середин[ауеы]|mid|middle of(?: the)?", (1, 1)),
    (r"кон(?:ец|ц[аеу]|цом)|исход[еа]?|late|end of(?: the)?", (2, 2)),
)
HALVES = (
    (r"перв(?:ая|ой|ую) половин[аеуы]|first half of(?: the)?", 0),
    (r"втор(?:ая|ой|ую) половин[аеуы]|second half of(?: the)?", 1),
)
YEAR = r"(?P<year>(?:18|19|20)\d\d)(?:-?(?:го|й|м|ом|му))?(?:\s*(?:г\b\.?|год[а-яё]*))?"
SHORT_YEAR = r"['’]?(?P<short>[12345]\d)(?:-?(?:го|й|м|ом))?(?:\s*(?:г\b\.?|год[а-яё]*))"
DAY = r"(?P<day>\d{1,2})(?:-?(?:го|е|му|st|nd|rd|th))?"


def _months(names: tuple[str, ...]) -> str:
    return "|".join(f"(?:{name})" for name in names)


RUSSIAN = f"(?P<month>{_months(RUSSIAN_MONTHS)})"
ENGLISH = f"(?P<month>{_months(ENGLISH_MONTHS)})"
OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{YEAR}|['’]?(?P<short>[12345]\d)(?:\s?г\b\.?)?(?![\w-])))"
BARE = r"(?![\w-])"
EITHER = _months(RUSSIAN_MONTHS + ENGLISH_MONTHS)


class Form(NamedTuple):
    """A way of writing a point, with an example; the groups say what is what."""

    pattern: re.Pattern[str]
    months: tuple[str, ...] = ()


def _form(pattern: str, months: tuple[str, ...] = ()) -> Form:
    return Form(re.compile(rf"(?<![\w№/])(?<!№ )(?<!\d[.-]){pattern}", re.IGNORECASE), months)


FORMS = (
    # 22.IX.27, 22.09.1927, 3/XI-1927 г.
    _form(
        r"(?P<day>\d{1,2})\s?[./-]\s?(?P<number>\d{1,2}|[IVX]+)\s?[./-]\s?(?:(?P<year>1[89]\d\d)|(?P<short>[12345]\d))\b"
    ),
    # с 5 по 8 мая 1927 года: the month is that of the other day
    _form(rf"{DAY}(?=\s+(?:и|по|до|and|to|till|until)\s+\d{{1,2}}(?:th)?\s+(?:{EITHER}))"),
    # 9-10 января 1928 г., 22 сентября 1927
    _form(rf"{DAY}\s?[-–—]\s?(?P<last>\d{{1,2}})\s+{RUSSIAN}\b{OF_YEAR}?", RUSSIAN_MONTHS),
    _form(rf"{DAY}\s+{RUSSIAN}\b{OF_YEAR}?", RUSSIAN_MONTHS),
    # 9-10 January 1928, 11th of January 1928
    _form(rf"{DAY}\s?[-–—]\s?(?P<last>\d{{1,2}})\s+{ENGLISH}\b{OF_YEAR}?", ENGLISH_MONTHS),
    _form(rf"{DAY}(?:\s+of)?\s+{ENGLISH}\b{OF_YEAR}?", ENGLISH_MONTHS),
    # January 11th, 1928
    _form(rf"{ENGLISH}\b\s+{DAY}(?:,?\s+(?:of\s+)?{YEAR}|{BARE})", ENGLISH_MONTHS),
    # октябрь 1927, октября 27 г., в январе
    _form(rf"{RUSSIAN}\b{OF_YEAR}", RUSSIAN_MONTHS),
    _form(rf"{RUSSIAN}(?!\w)", RUSSIAN_MONTHS),
    # October of 1923; without a year only after a word that goes before a month: "they may", "march on"
    _form(rf"{ENGLISH}(?![a-z]){OF_YEAR}", ENGLISH_MONTHS),
    _form(rf"(?<=\bin ){ENGLISH}{BARE}", ENGLISH_MONTHS),
    _form(rf"(?:(?<=between )|(?<=from )|(?<=since )|(?<=\bto )|(?<=and )){ENGLISH}{BARE}", ENGLISH_MONTHS),
    # октябрьское письмо Троцкого 1923 года
    _form(rf"(?P<month>{_months(ADJECTIVES)})(?:[а-яё]{{2,3}})(?:\s+[\w.«»]+){{0,3}}?\s+{YEAR}", ADJECTIVES),
    # зимой 1927/28
    _form(r"(?P<winter>зимой|winter(?: of)?)\s+(?P<year>1[89]\d\d)\s?[-–—/]\s?(?P<until>(?:1[89])?\d\d)\b"),
    *(
        # осенью 1923 года, summer of 1931
        _form(rf"(?P<season>{words}){BARE}(?:\s+(?:of\s+)?(?:{YEAR}|{SHORT_YEAR}))?")
        for words, _ in SEASONS
    ),
    # 1926–1927 гг., 1927/28, the 1920s, 1920-е годы
    _form(r"(?P<year>1[89]\d\d)\s?[-–—/]\s?(?P<until>(?:1[89])?\d\d)(?:\s?гг?\b\.?|\s+год[а-яё]+)?(?!\w)"),
    _form(r"(?:the\s+)?(?P<decade>1[89]\d)0(?:'?s\b|-(?:е|х|ых|ые)(?:\s+год[а-яё]+)?)"),
    _form(r"(?P<twenties>20|30)-(?:е|х)\s+год[а-яё]+"),
    _form(YEAR + BARE),
    _form(SHORT_YEAR + BARE),
)
