"""Tells whether a question points back to an earlier one, or is complete in itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.dictionary import dictionary
from index.lexical import ENGLISH_FUNCTION_WORDS
from qa.follow_up.named import Named, is_latin
from qa.follow_up.pronouns import PRONOUNS, Pronoun
from qa.follow_up.spoken import work

CONNECTED = re.compile(
    r"(?:а|и|но|ну|тогда|так|and|but|so|what about|how about)\b(?!\s+(?:так|именно)\b)",  # А когда? What about Kamenev?
    re.IGNORECASE,
)
"""Words that go on with what was said before."""
POINTERS = (
    r"эт(?:о|ого|ому|им|ом|от|а|ой|у|и|их|ими)(?!\s+(?:за|такой|такая|такие)\b)",  # Кто это подписал?
    r"т(?:от|а|ого|ому|ой)(?=\s+(?!же\b|самы|день\b|год\b)\w)(?!\s*,)",  # Какие тома тот назвал?
    r"там|туда|оттуда",  # Сколько там стоил обед?
    r"тогда|потом|затем",  # А кого тогда избили?
    r"он[ои]?|она",  # Что оно решило?
    r"(?:прежн|остальн|последующ|вышеназванн)\w+",  # Почему на прежние письма не отвечали?
    r"this|these|those",  # Who signed this letter?
    r"that(?=\s(?:letter|document|report|memo|statement|one|time|day|decision|order)|\W*$)",  # When was that?
    r"(?<!was )(?<!were )(?<!is )(?<!are )there(?! (?:was|were|is|are|any)\b)|then",  # What happened there?
    r"it|its",  # Who signed it?
)
"""Words other than the pronouns of people that point back, each with a question that has it."""
POINTER = re.compile(rf"\b(?:{'|'.join(POINTERS)})\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
OWN = re.compile(r"\d|[«\"“]|(?<=[^.?!]\s)[А-ЯЁA-Z]")
"""What a complete question has of its own: a number, a quotation, a name."""
CLAUSE = re.compile(
    r"[,;:–—]|\s(?:и|но|and|but|when|while|because|that|which|who|if|whether|before|after|until|since)\s"
)
"""Where a new clause begins, a word of which may point to the one before."""
CONTENT = frozenset({"NOUN", "VERB", "INFN", "ADJF", "ADJS", "PRTF", "PRTS", "COMP", "GRND"})
ASKING = frozenset(
    {"what", "which", "who", "whom", "whose", "when", "where", "why", "how", "many", "much"}
    | {"did", "does", "do", "was", "were", "had", "has", "have"}
)
FEW = 2
"""A question of so few words that say something, none of them a name, is no whole question: «Какое именно оружие?»."""

MANY = 12
"""A question of more words, with a name or a date, has in itself all that it needs."""


def points_back(text: str, own: Sequence[Named]) -> bool:
    """Whether `text`, which names the people `own`, is to be read with the question before it.

    >>> points_back("Чем он это объяснил?", ()), points_back("Какое именно оружие?", ())
    (True, True)
    >>> points_back("На какой курорт собирался Сталин в июле 1928 года?", ())
    False
    """
    if CONNECTED.match(text):
        return True
    long = len(WORD.findall(text)) > MANY and bool(OWN.search(text) or own)
    return not long and (_has_pronoun(text, own) or _has_pointer(text) or (not own and is_short(text)))


def is_short(text: str, most: int = FEW) -> bool:
    """Whether at most so many words of the question say something, and none is its own name or date."""
    return not OWN.search(text) and said(text) <= most


def said(text: str) -> int:
    """How many words of the question say something.

    >>> said("А когда?"), said("Какое именно оружие?"), said("Who signed the report about it?")
    (0, 1, 2)
    """
    return sum(map(says_something, WORD.findall(text)))


def _has_pronoun(text: str, own: Sequence[Named]) -> bool:
    """Whether a pronoun means nobody whom the question names before it."""
    found = ((word, PRONOUNS.get(word[0].lower())) for word in WORD.finditer(text))
    return any(pronoun and not _has_antecedent(text[: word.start()], pronoun, own) for word, pronoun in found)


def _has_antecedent(before: str, pronoun: Pronoun, own: Sequence[Named]) -> bool:
    """Whether somebody, or a thing with its title, is named whom the pronoun after `before` may mean."""
    names = (name for name in own if name.end <= len(before))
    is_named = any(_may_mean(name, pronoun, before[name.end :]) for name in names)
    return is_named or bool(work(before, pronoun.means, "nomn"))


def _may_mean(name: Named, pronoun: Pronoun, between: str) -> bool:
    """Not so in «Что Косиор ему обещал?»: within a clause it would be «себе»; «его биографию» may be his own."""
    same_clause = not CLAUSE.search(between) and not (is_latin(name.surname) and pronoun.case == "nomn")
    return pronoun.means in {name.gender, "plur"} and (pronoun.owns or not same_clause)


def _has_pointer(text: str) -> bool:
    """Whether a word points back, and not to an earlier clause that is complete."""
    found = POINTER.search(text)
    if found is None:
        return False
    before = text[: found.start()]
    return not (CLAUSE.search(before) and OWN.search(before))


def says_something(word: str) -> bool:
    """Whether a word of a question says something of the matter, and is no pronoun, adverb or the like."""
    small = word.lower()
    if is_latin(small):
        return small not in ENGLISH_FUNCTION_WORDS and small not in ASKING
    parse = dictionary().parse(small)[0]
    return str(parse.tag.POS) in CONTENT and "Apro" not in parse.tag
