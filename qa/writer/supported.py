"""Checks what a language model wrote against the passages that it cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.collection import Language
from qa.contract import RankedPassage
from qa.question import Question, language_of
from qa.retrieve import Scores, Searches
from qa.writer.cited import CitedSentence
from qa.writer.said_dates import said_dates
from qa.writer.said_names import Named, said_names
from qa.writer.said_numbers import said_numbers

NEAREST = 0.02
"""A sentence is near a passage if no larger share of all passages is nearer, by late interaction.

Measured on 200 answers of training questions about the volume: so near is, in Russian and in English, the passage
with the evidence to 0.98 and 0.91 of them, a passage of another document that was found beside it to 0.15 and 0.20,
and any passage to 0.02 of the sentences that are off the matter. By the cosine alone, which is all that a model
without token vectors gives, the first are 0.71 and 0.59.
"""
FEW = 2
"""So many passages may be nearer in any collection, however small: passages overlap."""


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that may be cited, and its row in the index."""

    passage: RankedPassage
    row: int

    @property
    def text(self) -> str:
        """What the model was shown of it: the document's title and date, and the passage."""
        return "\n".join([self.passage.title, self.passage.date.replace("/", "\n"), self.passage.passage.text])


def supported(
    sentences: Sequence[CitedSentence], sources: Sequence[Source], language: Language, searches: Searches
) -> list[CitedSentence]:
    """The sentences that the passages they cite bear out, each citing only those that are near it in meaning."""
    by_number = {source.passage.rank: source for source in sources}
    checked = (_checked(sentence, by_number, language, searches) for sentence in sentences)
    return [sentence for sentence in checked if sentence]


def _checked(
    sentence: CitedSentence, sources: Mapping[int, Source], language: Language, searches: Searches
) -> CitedSentence | None:
    if not sources.keys() >= set(sentence.citations) or language_of(sentence.words) != language:
        return None
    scores = _scores(sentence.words, language, searches)
    near = tuple(number for number in sentence.citations if _is_near(scores, sources[number].row))
    evidence = "\n".join(sources[number].text for number in near)
    return replace(sentence, citations=near) if near and says(evidence, sentence.words, language) else None


def _scores(words: str, language: Language, searches: Searches) -> Scores:
    """How near the words are to each passage of the index in meaning."""
    signals = searches.signals(searches.query(Question(words, language)))
    return signals.dense if signals.late is None else signals.late


def _is_near(scores: Scores, row: int) -> bool:
    return int((scores > scores[row]).sum()) <= max(FEW, NEAREST * len(scores))


def says(evidence: str, sentence: str, language: Language) -> bool:
    r"""Whether every name, date and number of `sentence` stands in `evidence`.

    >>> letter = "Письмо Л. Д. Троцкого от 27 марта 1926 г.\nПрошу изъять обе рукописи у 2 издательств."
    >>> says(letter, "Троцкий 27.III.1926 просил два издательства", "ru"), says(letter, "Trotsky asked in March", "en")
    (True, True)
    >>> [says(letter, wrong, "ru") for wrong in ("Просил Каменев", "Просил 28 марта", "Просил три издательства")]
    [False, False, False]
    """
    said, known = said_dates(sentence), said_dates(evidence)
    named = Named(evidence)
    return (
        all(known.has(date) for date in said.dates)
        and said_numbers(said.rest) <= said_numbers(known.rest) | said_numbers(evidence) | known.years
        and not any(named.lacks(name) for name in said_names(said.rest, language))
    )
