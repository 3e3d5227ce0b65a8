"""A question of which only the new part is said: «А Каменев?», «А в 1928 году?», "And in Kharkov?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.dates import NAMES
from qa.asked.calendar_forms import ENGLISH_NAMES
from qa.follow_up.named import Named, Standing, is_latin
from qa.follow_up.spoken import Spoken

ENGLISH_MONTHS = "|".join(ENGLISH_NAMES)
MONTHS = "|".join(NAMES)
MONTHS_IN = "январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре"
DATE = (
    rf"(?:во?\s)?(?:\d{{1,2}}\s)?(?:(?:{MONTHS}|{MONTHS_IN})\s)?(?:19\d\d|\d\d)(?:\s?(?:году|года|год|г\.))"
    rf"|(?:\d{{1,2}}\s(?:{MONTHS})|в\s(?:{MONTHS_IN}))"
    rf"|(?:in|on)\s(?:\d{{1,2}}\s)?(?:(?:{ENGLISH_MONTHS})\s(?:\d{{1,2}},?\s)?)?19\d\d"
    rf"|(?:in|on)\s(?:\d{{1,2}}\s)?(?:{ENGLISH_MONTHS})\b"
)
"""«в 1928 году», «в октябре 1927 года», «7 ноября», "in March 1929"."""
DATED = re.compile(DATE, re.IGNORECASE)
CONNECTIVE = re.compile(r"^(?:(?:а|и|ну|and|but|what about|how about|а как|а что)\s+)+", re.IGNORECASE)
PLACED = re.compile(r"(?:в|во|на|из|под|in|at|from)\s[А-ЯЁA-Z][\w-]+(?:\s[А-ЯЁA-Z][\w-]+)?")
"""«в Харькове», "from New York"."""
END = " ?!.…"


def filled(text: str, own: Sequence[Named], spoken: Spoken) -> str | None:
    """The earlier question with the new name, date or place; None where `text` says more, or nothing is like it.

    `own` are the people whom `text` names.
    """
    rest = CONNECTIVE.sub("", text).strip(END)
    if DATED.fullmatch(rest):
        return _dated(rest, spoken.text)
    if PLACED.fullmatch(rest):
        return _placed(rest, spoken.text)
    is_name = len(own) == 1 and text[own[0].start : own[0].end] == rest
    return _named(own[0], rest, spoken) if is_name else None


def _dated(date: str, earlier: str) -> str:
    if DATED.search(earlier):
        return DATED.sub(date, earlier, count=1)
    return f"{earlier.rstrip(END)} {date}?"


def _placed(place: str, earlier: str) -> str | None:
    preposition = place.partition(" ")[0]
    found = next((old for old in PLACED.finditer(earlier) if old[0].partition(" ")[0] == preposition), None)
    return earlier[: found.start()] + place + earlier[found.end() :] if found else None


def _named(name: Named, written: str, spoken: Spoken) -> str | None:
    """The new name in place of the one that does the same in its sentence."""
    old = _old(name, spoken.people)
    if old is None or is_latin(old.surname) != is_latin(name.surname):
        return None
    new = written if is_latin(written) or old.cases & name.cases else _in_case(name, old)
    return spoken.text[: old.start] + new + spoken.text[old.end :]


def _old(name: Named, people: Sequence[Named]) -> Named | None:
    """The only one who stands as the new one does; for a nominative, the only one there is."""
    alike = [old for old in people if old.standing == name.standing and (old.cases & name.cases or not old.cases)]
    if len(alike) == 1:
        return alike[0]
    alone = name.standing is Standing.SUBJECT and len(people) == 1 and people[0].standing is not Standing.OWNER
    return people[0] if alone else None


def _in_case(name: Named, old: Named) -> str:
    return name.written(min(old.cases, key=("accs", "datv", "ablt", "gent", "loct", "nomn").index))
