"""Which capitalised words of a text may be people's surnames."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.correspondents import INSTITUTION, may_be_surname
from index.surnames import CASES
from index.vocabulary import forms, go_together, is_common, is_noun, is_patronymic, is_place, is_surname
from index.written_names import ADJECTIVE, PATRONYMIC, WrittenName, is_first_name

GROUP = re.compile(
    r"(?:[оеи]в|[еи]н|ист)ц?ы$|(?:[оеё]в|[иы]н|ел|иан|ист)ц?(?:ам|ами|ах)$|ианцев$|(?:изм|щин)(?:[аеуы]|ом|ой)?$"
)
"""«Зиновьевцы», «Троцкистами», «Хвостизм», «Керенщина»."""
PLURAL = re.compile(r"[оеё]в(?:ы|ых|ыми)$|[сцз]к(?:ие|их|ими)$|ами$")
"""«Углановы, Молотовы», «Чемберленовские агенты»: nobody of this name is meant."""
COMPOUND = re.compile(
    r"(?:стро(?:й|я|ю|ем?)|издат|интерн|техникум|бюро|власт[ьи]|бунд|союз|совет|парламент|план|трест|торг|профсож|центр|культ"
    r"|управлени[еяю]|комисси(?:я|и|ю|ей)|кооп|пред|крин|фак|сек|сиб|дом|[гбйркзв]ком|обком|цесском|нарком\w*|металл|полиграф)"
    r"(?:[аеуиы]|ом|ью|ов|ах|ам)?$",
    re.IGNORECASE,
)
"""Words made of the beginnings of others: «Днепрострой», «Госиздат», «Соввласть», «Сибкрайком», «Наркомпрос»."""
SURNAME_LIKE = re.compile(r"(?:[оеё]в|[иы]н)(?:[аеуы]|ым|ой)?$|[сцз]к(?:ий|ого|ому|им|ом|ая|ой|ую)$")
"""«Куйбышев» is a town in the dictionary, and ends as surnames do."""
VOWEL = re.compile(r"[аеёиоуыэюя]", re.IGNORECASE)
PLACE_BEGINS = re.compile(r"(?:^|\s)(?:[гГ]\.|[вВ]|[иИ]з)\s$")
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;»\n])[\s–—«\"(/]*$")
LINE_BEGINS = re.compile(r"(?:^|\n)\s*$")
CUT_SHORT = re.compile(r"\.(?:\s?[,;:–)а-яё]|-)")
"""After «Моск. К-та» nothing is told, after «Моск. центр» and «Согл. – М. Томский» a word has been cut short."""
STEM = 5
"""Letters by which the forms of a surname are told to be one before their cases are known."""
LONG = 6
"""Letters that words are seldom cut to."""
SOME = 2
"""A word met more often in small letters is no name."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How a collection uses its words: how often in `small` letters, which with one capital, which as people."""

    small: Mapping[str, int]
    capitalised: frozenset[str]
    people: frozenset[str]
    """Words that are mostly people, in the judgement of a recogniser that reads them in their sentences."""
    titled: frozenset[str]
    """The beginnings, of STEM letters, of words that stand after «т.» or «тов.»."""
    cut: frozenset[str]
    """Words that mostly have a stop after them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word that may be a surname, with the text `before` and `after`."""

    name: WrittenName
    written: str
    before: str
    after: str

    @property
    def word(self) -> str:
        """The surname in the form met."""
        return self.name.surname


Rule = Callable[[Found, Usage], bool]


def _is_body(found: Found, usage: Usage) -> bool:
    """«Политбюро», «Троцкисты», «Госиздат», «ЦКК»."""
    word = found.word
    return bool(INSTITUTION.match(word) or GROUP.search(word) or COMPOUND.search(word)) or not VOWEL.search(word[1:])


def _are_many(found: Found, usage: Usage) -> bool:
    """«Углановы», «Чемберленовские», «Троцких»."""
    return bool(PLURAL.search(found.word))


def _is_patronymic(found: Found, usage: Usage) -> bool:
    """«Ильич», but not «т. Лашевич»."""
    follows = re.search(r"[А-ЯЁ][а-яё]+\s$", found.before)
    return is_patronymic(found.word) and (bool(follows) or found.word[:STEM] not in usage.titled)


def _is_cut_short(found: Found, usage: Usage) -> bool:
    """«Моск. центр», «Н. Сиб. имеет», «Тов.»."""
    cut = CUT_SHORT.match(found.after) or (len(found.word) < LONG and found.word in usage.cut)
    return bool(cut) and not is_surname(found.word) and not _is_surely_named(found)


def _is_acronym(found: Found, usage: Usage) -> bool:
    """«Х. Р. РГАСПИ»; «И. СТАЛИН» is a name, since Сталин is met too, and so are the rows of a list: «ДОВТЯН А.А.»."""
    return found.written.endswith(found.word.upper()) and found.word not in usage.capitalised


def _is_first_name(found: Found, usage: Usage) -> bool:
    """«В. М. Акад»; «Эрвина Вольфа» and in a list «АЛЬБРЕХТ К.К.» have surnames."""
    return is_first_name(found.word) and not _is_surely_named(found)


def _is_place(found: Found, usage: Usage) -> bool:
    """«А. Москва», «К. Р. Томск», «Г. Ростов»; «В. Куйбышев» may be a person."""
    if not is_place(found.word) or _is_surely_named(found):
        return False
    likely = is_surname(found.word) or SURNAME_LIKE.search(found.word)
    return not likely or found.name.initials == "Г."


def _is_common(found: Found, usage: Usage) -> bool:
    """«З. Я. Товарищ» and «Х. Заключение», but neither «Г. Г. Ягода» nor a row of a list, «ШУМОВ А.В.»."""
    if not is_common(found.word) or _is_surely_named(found):
        return False
    if ADJECTIVE.search(found.word) or is_place(found.word):
        return False
    return _is_met_in_small(found.word, usage) or not is_noun(found.word) or not _is_told(found, usage)


def _is_surely_named(found: Found) -> bool:
    """With a whole first name, or in a list in capital letters: «Андрея Кина», «ШУМОВ А.В.»."""
    return len(found.name.possible) < len(CASES) or found.written.startswith(found.word.upper())


def _is_told(found: Found, usage: Usage) -> bool:
    return len(found.name.initials) > 2 or found.word in usage.people


def _is_letter(found: Found, usage: Usage) -> bool:
    """«Ю. Южный темперамент» in an alphabet."""
    alike = found.name.initials == f"{found.word[0]}." and bool(LINE_BEGINS.search(found.before))
    return alike and is_common(found.word)


NO_NAME: tuple[Rule, ...] = (
    _is_body,
    _are_many,
    _is_patronymic,
    _is_cut_short,
    _is_acronym,
    _is_first_name,
    _is_place,
    _is_common,
    _is_letter,
)
"""Why a word with initials or a first name is taken for nobody's name."""


def _is_short(found: Found, usage: Usage) -> bool:
    """«Кац» and «Паз» are people where they are recognised; most words of three letters are none."""
    return len(found.word) < (3 if found.word in usage.people else 4)


def _is_used_in_small(found: Found, usage: Usage) -> bool:
    """«Правда», «Вчера»."""
    small = usage.small.get(found.word.lower(), 0)
    return small > SOME and found.word not in usage.people


def _begins_sentence(found: Found, usage: Usage) -> bool:
    """«Правда» and «Ягода» are words of the dictionary, and at the beginning of a sentence they may be no more."""
    common = is_common(found.word) and found.word not in usage.people
    return common and bool(SENTENCE_BEGINS.search(found.before))


def _stands_like_a_place(found: Found, usage: Usage) -> bool:
    """«в Ростове», «г. Калинин»: the dictionary has the word as a place too."""
    return bool(PLACE_BEGINS.search(found.before)) and is_place(found.word)


def _is_before_patronymic(found: Found, usage: Usage) -> bool:
    """«Лейба Давидович»."""
    following = re.match(rf"\s({PATRONYMIC})(?!\w)", found.after)
    return following is not None and is_patronymic(following[1])


def _says_which(found: Found, usage: Usage) -> bool:
    """«Врангелевской армии», «Иваново-Вознесенской партийной газеты», «Тверской ул.»."""
    following = re.match(r"\s([а-яё]+)(?P<stop>\.?)", found.after)
    if not following or not ADJECTIVE.search(found.word):
        return False
    return bool(following["stop"] and len(following[1]) < 5) or go_together(found.word, following[1])


def _may_not_stand_alone(found: Found, usage: Usage) -> bool:
    """«Секретным», «Москвы», «Ивана»."""
    if is_first_name(found.word):
        return True
    if ADJECTIVE.search(found.word):
        return False
    if found.word in usage.people and is_common(found.word):
        return not is_noun(found.word) or _is_met_in_small(found.word, usage)
    return found.word not in usage.people and not may_be_surname(found.word)


NOT_ALONE: tuple[Rule, ...] = (
    _is_body,
    _are_many,
    _is_patronymic,
    _is_place,
    _is_short,
    _is_used_in_small,
    _begins_sentence,
    _stands_like_a_place,
    _is_before_patronymic,
    _says_which,
    _is_cut_short,
    _may_not_stand_alone,
)
"""Why a word that stands without initials is taken for nobody's name."""


def is_name(found: Found, usage: Usage) -> bool:
    """Whether a surname with initials or a first name is a person's."""
    return not any(rule(found, usage) for rule in NO_NAME)


def is_bare_name(found: Found, usage: Usage) -> bool:
    """Whether a word without initials may be a person's surname."""
    return not any(rule(found, usage) for rule in NOT_ALONE)


def _is_met_in_small(word: str, usage: Usage) -> bool:
    """Whether any form of a word of the dictionary is met in small letters."""
    return any(form in usage.small for form in forms(word))
