"""What a visitor may mean while typing: questions that are known to be answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.collection import Language
from index.lexical import lemma
from index.records import Document
from qa.archive import Archive
from qa.asked.latin_names import in_latin
from qa.asked.layout import TO_LATIN, TO_RUSSIAN
from ui.dates import readable
from ui.kiosk.settings import Settings
from ui.texts import TEXTS

MOST = 5
LONGEST, MOST_WORDS = 200, 12
"""Characters and words of what is typed; a longer text is its own question."""
NAME = r"(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё]+"
LETTER = re.compile(rf"Письмо ({NAME}) ({NAME}) от (\d{{1,2}} [а-я]+ \d{{4}} г\.)")
"""The title of a letter, which can be asked for by its people and its day: a name alone hardly leads to an answer.

Measured on the first collection: a bare name is answered with confidence 0.04 to 0.4, each such question with 0.86
or more.
"""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A question with its words and their dictionary forms, in small letters."""

    question: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]

    @classmethod
    def of(cls, question: str) -> _Line:
        words = _words(question)
        return cls(question, words, tuple(map(lemma, words)))


class Suggestions:
    """The questions of the themes, of the collection and of its letters, kept ready by language."""

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self._lines = {language: _lines(archive, settings, language) for language in settings.languages}

    def of(self, typed: str, language: Language) -> tuple[str, ...]:
        """At most five questions that have words beginning as those `typed`, in either layout of the keyboard."""
        typed = typed[:LONGEST]
        ways = (typed, typed.translate(TO_RUSSIAN), typed.translate(TO_LATIN))
        return next(filter(None, (self._meant(_words(way), language) for way in ways)), ())

    def _meant(self, typed: tuple[str, ...], language: Language) -> tuple[str, ...]:
        if not 0 < len(typed) <= MOST_WORDS:
            return ()
        lemmas = tuple(map(lemma, typed))
        ranked = [(_distance(typed, lemmas, line), line.question) for line in self._lines[language]]
        return tuple(question for rank, question in sorted(ranked, key=_rank) if rank is not None)[:MOST]


def _rank(ranked: tuple[int | None, str]) -> int:
    return MOST_WORDS if ranked[0] is None else ranked[0]


def _distance(typed: tuple[str, ...], lemmas: tuple[str, ...], line: _Line) -> int | None:
    """0 where the line begins as `typed`, else 1 where each word does in turn, 2 in any order; None where one does not.

    «троцкий» is the beginning of «Троцкого» too, since both are forms of one word.
    """
    places = [_places(*word, line) for word in zip(typed, lemmas, strict=True)]
    if not all(places):
        return None
    in_turn = [places[0][0]]
    for found in places[1:]:
        in_turn += [place for place in found if place > in_turn[-1]][:1]
    if in_turn == list(range(len(typed))):
        return 0
    return 1 if len(in_turn) == len(typed) else 2


def _places(typed: str, form: str, line: _Line) -> list[int]:
    pairs = enumerate(zip(line.words, line.lemmas, strict=True))
    return [at for at, (word, its) in pairs if word.startswith(typed) or (form and its.startswith((typed, form)))]


def _lines(archive: Archive, settings: Settings, language: Language) -> list[_Line]:
    themes = [question for theme in settings.themes for question in theme.questions[language]]
    examples = archive.manifest.examples.get(language, ())
    letters = _letters(archive.documents, language)
    return [_Line.of(question) for question in dict.fromkeys((*themes, *examples, *letters))]


def _letters(documents: Iterable[Document], language: Language) -> Iterator[str]:
    """«О чём письмо Н. К. Крупской Л. Д. Троцкому от 15 ноября 1924 г.?», of one person to one other on a known day."""
    for document in documents:
        titled = LETTER.match(document.title)
        if titled and len(document.authors) == len(document.addressees) == 1:
            author, addressee, date = titled.groups() if language == "ru" else _in_english(document)
            yield TEXTS[language].asking.letter.format(author=author, addressee=addressee, date=date)


def _in_english(document: Document) -> tuple[str, str, str]:
    """“Krupskaya”, “Trotsky”, “15 November 1924”."""
    author, addressee = (in_latin(name.partition(" ")[0]) for name in (*document.authors, *document.addressees))
    return author, addressee, readable(document.date, TEXTS["en"])


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.lower().replace("ё", "е")))
