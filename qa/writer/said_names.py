"""The names in a sentence, and whether a Russian text has them, in any case or in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bm25s.stopwords import STOPWORDS_EN_PLUS

from index.collection import Language
from index.dictionary import dictionary
from index.lexical import NUMERAL, lemma
from index.names import POSSESSIVE, key
from index.surnames import readings

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
PARTS = re.compile(r"[-'’]")
"""«Бонч-Бруевич», «сессию ЦИК’а»."""
LATIN = re.compile(r"[A-Za-z]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
"""How the dictionary marks names of people, places and bodies."""

FULL = {
    # what the papers cut short, and the words that it stands for
    "ЦК": "центральный комитет",
    "ЦКК": "центральная контрольная комиссия",
    "ПБ": "политбюро",
    "ИККИ": "исполнительный комитет коминтерн",
    "ВКП": "всесоюзная коммунистическая партия большевик",
    "РКП": "российская коммунистическая партия большевик",
    "ОГПУ": "гпу",
    "СССР": "советский союз",
    "НЭП": "новая экономическая политика",
}
ENGLISH = {
    # an English name that is no spelling of the Russian one, and the Russian words, any of which says the same
    "alexander": "александр",
    "america": "америка сша",
    "american": "американский америка",
    "andrew": "андрей",
    "army": "армия",
    "british": "английский британский",
    "britain": "англия британия великобритания",
    "caucasus": "кавказ",
    "cc": "цк",
    "central": "центральный",
    "cheka": "чк",
    "china": "китай",
    "chinese": "китайский китай",
    "comintern": "коминтерн",
    "commission": "комиссия",
    "commissar": "комиссар нарком",
    "commissariat": "комиссариат наркомат",
    "committee": "комитет",
    "communist": "коммунист коммунистический компартия",
    "communists": "коммунист",
    "comrade": "товарищ тов т",
    "comrades": "товарищ тов тт",
    "conference": "конференция",
    "congress": "съезд конгресс",
    "constantinople": "константинополь",
    "control": "контрольный",
    "crimea": "крым",
    "england": "англия",
    "english": "английский англия",
    "europe": "европа",
    "east": "восток",
    "european": "европейский европа",
    "executive": "исполнительный",
    "far": "дальний",
    "fascist": "фашист фашистский",
    "france": "франция",
    "french": "французский франция француз",
    "georgia": "грузия",
    "georgian": "грузинский грузин",
    "german": "германский немецкий немец",
    "germany": "германия",
    "gpu": "гпу огпу",
    "international": "интернационал",
    "istanbul": "стамбул константинополь",
    "japan": "япония",
    "japanese": "японский японец",
    "jewish": "еврейский еврей",
    "jews": "еврей",
    "joseph": "иосиф",
    "kremlin": "кремль",
    "league": "лига союз",
    "left": "левый",
    "leningrad": "ленинград",
    "leninist": "ленинец ленинский",
    "leninists": "ленинец",
    "leo": "лев",
    "lev": "лев",
    "maxim": "максим",
    "mensheviks": "меньшевик",
    "mexico": "мексика",
    "moscow": "москва московский",
    "norway": "норвегия",
    "opposition": "оппозиция",
    "oppositionists": "оппозиционер",
    "orgburo": "оргбюро",
    "paris": "париж парижский",
    "party": "партия партийный компартия",
    "people's": "народный нарком",
    "peter": "петр",
    "petersburg": "петербург",
    "plenum": "пленум",
    "poland": "польша",
    "polish": "польский",
    "politburo": "политбюро",
    "red": "красный",
    "revolution": "революция",
    "right": "правый",
    "russia": "россия",
    "russian": "русский российский",
    "secretariat": "секретариат",
    "secretary": "секретарь",
    "social": "социал социальный",
    "sr": "эсер",
    "srs": "эсер",
    "siberia": "сибирь",
    "soviet": "советский совет сов ссср",
    "sweden": "швеция",
    "switzerland": "швейцария",
    "trotskyist": "троцкист троцкистский",
    "trotskyists": "троцкист",
    "truth": "правда",
    "turkey": "турция",
    "turkish": "турецкий",
    "ukraine": "украина",
    "ukrainian": "украинский",
    "union": "союз",
    "urals": "урал",
    "us": "сша америка",
    "usa": "сша америка",
    "ussr": "ссср",
    "vienna": "вена",
    "volga": "волга",
    "warsaw": "варшава",
    "western": "западный",
    "white": "белый",
    "whites": "белый",
    "workers": "рабочий",
    "zurich": "цюрих",
}
OPENERS = (
    # English words that begin a sentence and name nobody
    "according workers soldiers peasants students delegates members people documents document letters letter",
    "minutes reports report resolution decision decree telegram leaflet article statement memorandum speech note",
    "instead finally later then afterwards earlier once twice today yesterday one two three four five six seven",
    "eight nine ten many several most much nobody everyone everything nothing someone no not yes also only even",
    "still soon since although though despite unlike like without within among between under after before during",
    "because while whereas therefore thus however moreover meanwhile agents police authorities leaders supporters",
    "opponents money books papers copies",
)
COMMON = re.compile(r"\w{4}(?:ing|ed|ly|tion|sion|ity|ness)$")
"""How many English words end and few names: «Printing», «Entirely», «Expulsion», but «Reed»."""
_OPENERS = frozenset(" ".join(OPENERS).split()) | frozenset(STOPWORDS_EN_PLUS)


def said_names(sentence: str, language: Language) -> tuple[str, ...]:
    """The words of `sentence` that name somebody or something, as written; a Roman number is none.

    >>> said_names("Письмо передал Смилга в Цюрих. ", "ru"), said_names("Смилгу исключили.", "ru")
    (('Смилга', 'Цюрих'), ('Смилгу',))
    >>> said_names("According to Trotsky's letter, Yagoda lied.", "en"), said_names("Смотрите evil.example", "ru")
    (('Trotsky', 'Yagoda'), ('evil', 'example'))
    """
    words = [POSSESSIVE.sub("", word) for word in WORD.findall(sentence)]
    foreign = CYRILLIC if language == "en" else LATIN
    return tuple(
        word
        for at, word in enumerate(words)
        if not NUMERAL.fullmatch(word)
        and (foreign.search(word) or (len(word) > 1 and word[0].isupper() and (at > 0 or _names(word, language))))
    )


def _names(first: str, language: Language) -> bool:
    """Whether the word that begins a sentence is a name, and not only written with a capital there."""
    if language == "en":
        return first.lower() not in _OPENERS and not COMMON.search(first)
    parses = dictionary().parse(first.lower())
    return not parses[0].is_known or bool(PROPER & set(map(str, parses[0].tag.grammemes))) or not first[1:].islower()


class Named:
    """What a Russian text calls by name, in every form that it may be called by."""

    def __init__(self, text: str) -> None:
        self._forms = {form for word in WORD.findall(text) for form in _forms(word)}
        self._keys = {key(form) for form in self._forms}

    def lacks(self, name: str) -> bool:
        """Whether the text does not have `name`.

        >>> text = Named("Тов. Зиновьеву и ЦК: Ягода лжет")
        >>> [text.lacks(name) for name in ("Зиновьев", "Ягоды", "Центральному", "Zinoviev", "Committee")]
        [False, False, False, False, False]
        >>> text.lacks("Зиновьевск"), text.lacks("Yagodin"), text.lacks("Party")
        (True, True, True)
        """
        if CYRILLIC.search(name):
            return not self._forms & set(_forms(name))
        return not any(key(form) in self._keys for form in _spellings(name)) and not self._forms & set(_russian(name))


def _forms(word: str) -> Iterator[str]:
    """A word as it stands, its dictionary form, what surname it may be, and in full what it cuts short."""
    small = word.lower().replace("ё", "е")
    yield from (small, lemma(word) or small)
    if word[0].isupper():
        yield from (reading.surname.lower().replace("ё", "е") for reading in readings(word.capitalize()))
    yield from (form for full in FULL.get(word, "").split() for form in (full, lemma(full)))
    if len(parts := PARTS.split(word)) > 1:
        yield from (form for part in parts for form in _forms(part))


def _spellings(name: str) -> Iterator[str]:
    """An English name and, as the Russian one would be spelled, its singular and its «-изм»."""
    small = name.lower()
    yield from (small, small.removesuffix("s"), re.sub("ism$", "izm", small))


def _russian(name: str) -> list[str]:
    return ENGLISH.get(name.lower(), "").split()
