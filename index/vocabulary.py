"""What the dictionary says of a capitalised word: a surname, a place, a patronymic, or no name at all."""

from __future__ import annotations

from index.dictionary import dictionary
from index.remembered import remembered


@remembered(50_000)
def is_place(word: str) -> bool:
    """Whether the dictionary has `word` as a place."""
    return any("Geox" in parse.tag for parse in dictionary().parse(word) if parse.is_known)


@remembered(50_000)
def is_certain(word: str) -> bool:
    """Whether `word` is first of all a surname: «Деникиным», but not «Белый», «Орлом» or «Калинин»."""
    parses = [parse for parse in dictionary().parse(word) if parse.is_known]
    return bool(parses) and {"Surn", "sing"} in parses[0].tag and not is_place(word)


@remembered(50_000)
def is_patronymic(word: str) -> bool:
    """Whether the dictionary has `word` as a patronymic and as no surname: «Ильич», but not «Абрамович»."""
    tags = [parse.tag for parse in dictionary().parse(word) if parse.is_known]
    return any("Patr" in tag for tag in tags) and not any("Surn" in tag for tag in tags)


@remembered(50_000)
def is_surname(word: str) -> bool:
    """Whether the dictionary has `word` as a form of a surname, whatever else it may be."""
    return any("Surn" in parse.tag for parse in dictionary().parse(word) if parse.is_known)


@remembered(50_000)
def is_common(word: str) -> bool:
    """Whether the dictionary has `word` and no surname of this form: «Правда», «Томский», «Ягода»."""
    return dictionary().parse(word)[0].is_known and not is_surname(word)


def is_noun(word: str) -> bool:
    """Whether `word` is first of all a noun."""
    return str(dictionary().parse(word)[0].tag.POS) == "NOUN"


@remembered(10_000)
def forms(word: str) -> tuple[str, ...]:
    """All forms of the word that `word` is likeliest a form of."""
    return tuple(form.word for form in dictionary().parse(word)[0].lexeme)


@remembered(10_000)
def go_together(adjective: str, noun: str) -> bool:
    """Whether `noun`, or an adjective before it, has the case, number and gender of `adjective`."""
    said = {(p.tag.case, p.tag.gender) for p in dictionary().parse(adjective) if p.tag.POS == "ADJF"}
    parses = [parse for parse in dictionary().parse(noun) if parse.is_known]
    return (
        bool(parses)
        and all(p.tag.POS in {"NOUN", "ADJF"} for p in parses)
        and any((p.tag.case, p.tag.gender) in said for p in parses if p.tag.number == "sing")
    )
