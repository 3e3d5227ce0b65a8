"""What kind of answer a question wants: a date, a number, a person; its first question word decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Wanted(Enum):
    """The kind of words that answer."""

    REFERENCE = auto()
    """Where the paper is kept."""
    AUTHENTICITY = auto()
    """Whether it is the original or a copy."""
    DATING = auto()
    """The paper's own date."""
    AUTHOR = auto()
    ADDRESSEE = auto()
    DATE = auto()
    NUMBER = auto()
    PERSON = auto()
    PLACE = auto()
    NAME = auto()
    """Words in quotation marks: the name of a newspaper, a slogan."""
    ANYTHING = auto()
    """Nothing that has a form of its own: a reason, an opinion."""


LEGEND = frozenset({Wanted.REFERENCE, Wanted.AUTHENTICITY})
"""What the legend under a paper tells."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that ask, as a regular expression over small letters with «е» for «ё», and what they ask for."""

    wanted: Wanted
    words: str


PAPER = (
    r"(?:письм|записк|телеграмм|документ|протокол|выписк|докладн|сводк|заявлени|реч[ьи]|стать|текст|статей|справк|"
    r"сообщени|донесени|резолюци|постановлени|ответ|шифровк|рукопис|копи|подлинник|предислови|обращени|циркуляр|проект)"
)
"""The beginnings of words for papers, as a question names them."""
KEPT = r"(?:хран|леж[иа]|наход[ия]тся|отложи)\w*"
SENT = r"(?:адресован|направ|посла|отправ|написа|составил|датир|помечен)\w*"
ENGLISH_PAPER = r"(?:letter|note|telegram|document|minutes|extract|report|statement|speech|article|text|memo|message)"
IT = r"(?:он[ао]?|это|этот|эта)"
"""A paper that the question before has named, as who or what does something."""
ITS = r"(?:его|ее|это|этот|эту)"
"""The same, as that to which something is done."""
ENGLISH_IT = r"(?:it|this|that)"

ABOUT_THE_PAPER = (
    Rule(Wanted.REFERENCE, rf"\bгде (?:\w+ )?{KEPT} (?:\w+ ){{0,4}}{PAPER}"),  # Где хранится записка Менжинского?
    Rule(Wanted.REFERENCE, rf"\bгде (?:в |искать|найти).*(?:искать|найти).*{PAPER}"),  # Где в РГАСПИ искать записку?
    Rule(Wanted.REFERENCE, r"\bархивн\w+ (?:шифр|реквизит|ссылк|адрес)|\bшифр (?:документа|дела|хранения)"),
    Rule(Wanted.REFERENCE, r"\b(?:в|из) как\w+ (?:архив|фонд|опис)\w*|\bв как\w+ (?:\w+ )?деле\b|\bна каких листах"),
    Rule(Wanted.REFERENCE, r"\bреквизиты\b|\bархив, фонд"),  # (архив, фонд, опись, дело)
    Rule(Wanted.REFERENCE, rf"\bwhere (?:\w+ )?(?:is|are|was|can)\b.*{ENGLISH_PAPER}.*\b(?:kept|stored|held|found)"),
    Rule(Wanted.REFERENCE, r"\barchiv\w+ (?:reference|shelf|code|file|location)"),  # What is the archival reference?
    Rule(Wanted.REFERENCE, r"\bshelf ?mark|\b(?:which|what) (?:fond|archive)"),  # In which fond is the letter?
    Rule(Wanted.REFERENCE, rf"\bгде (?:\w+ ){{0,4}}{PAPER}\w* (?:\w+ ){{0,4}}хран(?:и|я)т"),  # Где его письмо хранится?
    Rule(Wanted.REFERENCE, rf"\bгде {IT} (?:\w+ )?хран\w+"),  # А где оно хранится?
    Rule(Wanted.REFERENCE, rf"\bwhere (?:is|was|can) {ENGLISH_IT} (?:\w+ )*(?:kept|held)\b"),  # Where is it kept?
    Rule(Wanted.AUTHENTICITY, rf"\b{IT} (?:подлинник|копия|оригинал)\b"),  # Это подлинник?
    Rule(Wanted.AUTHENTICITY, rf"\b(?:is|was) {ENGLISH_IT} (?:an? |the )?(?:original|copy)\b"),  # Is it the original?
    Rule(Wanted.AUTHENTICITY, r"\bподлинник\w* (?:это|ли|или)|\bкопия (?:это|ли|или)|\bв оригинале или"),
    Rule(Wanted.AUTHENTICITY, r"\boriginal or (?:a )?copy|\bcopy or (?:an |the )?original"),
    Rule(Wanted.DATING, rf"\b(?:когда|как\w+ (?:числ|дн|дат|месяц)\w*) .*{SENT}.* {PAPER}"),  # Когда послано письмо?
    Rule(Wanted.DATING, r"\bкак\w+ (?:числ|дн)\w* .*датир"),  # Каким числом датирована выписка?
    Rule(Wanted.DATING, rf"\b(?:дата|датировка) (?:\w+ )?{PAPER}"),  # Какова дата записки Ягоды?
    Rule(Wanted.DATING, rf"\bwhat (?:is the )?date .*{ENGLISH_PAPER}|\bhow (?:is|was) .*{ENGLISH_PAPER}.* dated"),
    Rule(Wanted.DATING, rf"\bкогда (?:{IT} (?:был[ао]? )?|был[ао]? {IT} ){SENT}"),  # А когда оно было написано?
    Rule(Wanted.DATING, rf"\bwhen (?:is|was) {ENGLISH_IT} (?:written|sent|dated|signed)\b"),  # When was it written?
    Rule(Wanted.ADDRESSEE, rf"\bкому (?:{IT} (?:был[ао]? )?|был[ао]? {IT} ){SENT}"),  # Кому она адресована?
    Rule(Wanted.ADDRESSEE, rf"\b(?:to whom|who) (?:is|was) {ENGLISH_IT} (?:addressed|sent)"),  # Who was it sent to?
    Rule(Wanted.ADDRESSEE, rf"\bкому\b.* {SENT}.* {PAPER}"),  # Кому Ягода направил докладную?
    Rule(Wanted.ADDRESSEE, rf"\b(?:to whom|who) (?:is|was|did) .*{ENGLISH_PAPER}.*(?:addressed|sent|written|to\b)"),
    Rule(Wanted.AUTHOR, rf"\bкто\b.* (?:автор|подписал\w*|{SENT}).* {PAPER}"),  # Кто написал письмо?
    Rule(Wanted.AUTHOR, rf"\bкто {ITS} (?:написал|подписал|составил|автор)"),  # Кто её подписал?
    Rule(Wanted.AUTHOR, rf"\bwho (?:wrote|signed) {ENGLISH_IT}\b(?! \w)"),  # Who signed it?
    Rule(Wanted.AUTHOR, rf"\bwho (?:wrote|signed|is the author of) (?:the |this )?(?:\w+ )?{ENGLISH_PAPER}"),
)  # fmt: skip
"""Questions about a paper as such; one question may ask several: «Где хранится записка и подлинник ли это?»"""

WHICH = r"\bкак(?:ая|ое|ой|ие|ую|их|им|ими|ого|ому|ом|ова|овы|ово|ов)\b"
DATES = r"(?:числ(?:[аеу]|ом)?\b|дат[аеуы]\b|год[ауе]?\b|месяц|день|дня\b|дням|днем|сутк|пор[ыу]\b|лет[уа]?\b)"
NUMBERS = (
    r"(?:процент|дол[яиюей]+\b|численност|сумм|номер|количеств|цен[аыуе]\b|размер|тираж|част[ьи]|срок|возраст|"
    r"стаж\b|расстояни|скорост|высот|оклад|жаловань|заработ|вес\b|объем)"
)
PLACES = (
    r"(?:город|стран[аеуыо]|деревн|сел[оеау]\b|мест[оеауы]\b|станци|област|губерн|остров|улиц|район|вокзал|гостиниц|"
    r"отел[ьея]|дом[еау]?\b|пункт|курорт|кра[йею]\b|порт|республик|уезд|округ|завод|фабрик|"
    r"лагер|тюрьм|изолятор|квартир)"
)
PEOPLE = (
    r"(?:деятел|руководител|сотрудник|чекист|секретар|член|оппозиционер|троцкист|автор|вожд|нарком|товарищ|человек|"
    r"люд[ией]|писател|генерал|депутат|жен[аыуе]\b|подруг|дипломат|литератор|большевик|меньшевик|рабоч|журналист|"
    r"корреспондент|профессор|врач|посол|министр|председател|лиц[оаеу]?\b|двое|дво[ехи]|трое|француз|немец|немц|"
    r"помощник|друг|друзь|сын|брат|сестр|майор|офицер|поэт|экономист|уполномоченн|хозяйственник|коммунист|социал)"
)
NAMES = (
    r"(?:газет|журнал|лозунг|книг|брошюр|листк|орган[аеу]?\b|заголов|названи|псевдоним|кличк|прозвищ|пароход|"
    r"издани|издательств|сборник|стать[яеию])"
)
NOUNS = (
    (Wanted.DATE, DATES),
    (Wanted.NUMBER, NUMBERS),
    (Wanted.PLACE, PLACES),
    (Wanted.PERSON, PEOPLE),
    (Wanted.NAME, NAMES),
)
"""What «какой», with at most three words between, asks for by its noun: «в каком северном городке»."""

ENGLISH_DATES = r"(?:date|day|year|month|week)"
ENGLISH_NUMBERS = r"(?:number|percentage|per cent|percent|share|proportion|sum|price|fraction|amount|factor|age)"
ENGLISH_PLACES = (
    r"(?:city|town|country|village|place|street|station|hotel|island|region|province|port|settlement|republic|prison)"
)
ENGLISH_PEOPLE = (
    r"(?:leaders?|secretary|members?|officials?|comrades?|oppositionists?|author|officer|person|people|man|woman|men|"
    r"diplomat|writer|major|minister|correspondent|poet|economist|ambassador|doctors?|chekist|worker|commissar)"
)
ENGLISH_NAMES = r"(?:newspaper|journal|slogan|book|article|pamphlet|steamer|ship|title|nickname|pseudonym|magazine)"
ENGLISH_NOUNS = (
    (Wanted.DATE, ENGLISH_DATES),
    (Wanted.NUMBER, ENGLISH_NUMBERS),
    (Wanted.PLACE, ENGLISH_PLACES),
    (Wanted.PERSON, ENGLISH_PEOPLE),
    (Wanted.NAME, ENGLISH_NAMES),
)

QUESTION_WORDS = (
    *(Rule(wanted, rf"{WHICH} (?:\w+\W+){{0,3}}?{noun}") for wanted, noun in NOUNS),
    Rule(Wanted.DATE, r"\bкогда\b|\bв котором году"),  # Когда арестовали Смилгу?
    Rule(Wanted.NUMBER, r"\bсколь\w+|\bнасколько|\bкак (?:долго|часто|далеко|велик|много)"),  # Сколько было обысков?
    Rule(Wanted.NAME, r"\bкак (?:\w+ ){0,3}(?:назыв|именова|озаглав|окрести|прозва|обознач)"),  # Как называлась газета?
    Rule(Wanted.PLACE, r"\b(?:где|куда|откуда)\b"),  # Куда сослали Радека?
    Rule(Wanted.PERSON, r"\b(?:кто|кого|кому|кем|ком|чей|чь(?:я|е|ю|и|им|ей|его|ему|их|ими|ем))\b"),  # Чья подпись?
    Rule(Wanted.ANYTHING, rf"\b(?:как|что|чем|чего|чему|почему|зачем|отчего)\b|{WHICH}"),  # Почему его выслали?
    *(Rule(wanted, rf"\b(?:which|what|whose)\b (?:[\w'-]+ ){{0,3}}?{noun}\b") for wanted, noun in ENGLISH_NOUNS),
    Rule(Wanted.DATE, r"\bwhen\b"),  # When was Smilga arrested?
    Rule(Wanted.NUMBER, r"\bhow (?:many|much|long|often|large|big|far|old)\b"),  # How many copies were seized?
    Rule(Wanted.NAME, r"\b(?:what|how) (?:\w+ )*(?:called|named|titled|nicknamed)\b"),  # What was the newspaper called?
    Rule(Wanted.PLACE, r"\bwhere\b"),  # Where was Radek exiled?
    Rule(Wanted.PERSON, r"\b(?:who|whom|whose)\b"),  # Whose signature is it?
    Rule(Wanted.ANYTHING, r"\b(?:what|which|why|how)\b"),
)  # fmt: skip
"""Of those that fit, the one that fits earliest decides; of these, the one whose noun stands nearest to «какой»."""


def wanted(question: str) -> Wanted:
    """What `question` wants.

    >>> wanted("Когда арестовали Смилгу?").name, wanted("В какой северный городок его этапировали?").name
    ('DATE', 'PLACE')
    >>> wanted("Где хранится записка Менжинского?").name, wanted("Why was Radek exiled when others were not?").name
    ('REFERENCE', 'ANYTHING')
    """
    about = asked_of_paper(question)
    return about[0] if about else _asked(_small(question))


def asked_of_paper(question: str) -> tuple[Wanted, ...]:
    """All that `question` asks of a paper as such, where it is kept first.

    >>> [wanted.name for wanted in asked_of_paper("Кому Ягода направил записку, и подлинник ли это?")]
    ['AUTHENTICITY', 'ADDRESSEE']
    """
    small = _small(question)
    found = dict.fromkeys(rule.wanted for rule in ABOUT_THE_PAPER if re.search(rule.words, small))
    return tuple(one for one in found if one is not Wanted.AUTHENTICITY or Wanted.REFERENCE not in found)


def asks(text: str) -> bool:
    """Whether `text` says what it wants: «А когда?» does, «А Каменев?» goes on with what was asked before.

    >>> asks("А когда?"), asks("А Каменев?")
    (True, False)
    """
    small = _small(text)
    return any(re.search(rule.words, small) for rule in (*ABOUT_THE_PAPER, *QUESTION_WORDS))


def _small(question: str) -> str:
    return question.lower().replace("ё", "е")


def _asked(small: str) -> Wanted:
    found = ((rule, match) for rule in QUESTION_WORDS if (match := re.search(rule.words, small)))
    first = min(
        found, key=lambda pair: (pair[1].start(), pair[0].wanted is Wanted.ANYTHING, pair[1].end()), default=None
    )
    return first[0].wanted if first else Wanted.ANYTHING
