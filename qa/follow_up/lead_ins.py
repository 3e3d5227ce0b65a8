"""Words before a question that announce another topic, or only thank for the last answer."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.question import SAYS_SOMETHING

END = r"\s*[:.,;!–—-]+\s*"

COURTESIES = (
    r"(?:большое )?спасибо(?: большое)?",  # Спасибо, а теперь про другое: из какого города пришло письмо?
    r"благодарю(?: вас)?",  # Благодарю вас. А когда это было?
    r"хорошо|понятно|ясно|интересно|отлично",  # Понятно. И что он ответил?
    r"thank you(?: very much)?|thanks(?: a lot)?",  # Thanks. And who signed it?
    r"i see|ok|okay|good|great|interesting",  # I see. And when was that?
)
ANNOUNCEMENTS = (
    rf"(?:другой|новый|следующий|ещё один|еще один) вопрос{END}",  # Другой вопрос: куда отправили Каменева?
    rf"(?:ещё |еще )?вопрос (?:на другую тему|о другом|про другое){END}",  # Ещё вопрос на другую тему: кто писал?
    rf"(?:новая|другая|следующая) тема{END}",  # Новая тема. У кого нашли шифр?
    # А теперь совсем про другое: из какого города пришло письмо?
    rf"(?:теперь |сейчас )?(?:совсем )?(?:о|про|на|по) (?:совсем )?друг(?:ом|ое|ую тему|ой теме){END}",
    rf"(?:давайте )?(?:сменим|поменяем|переменим) тему{END}",  # Сменим тему: кто бросил книгу?
    # Давайте о другом. Кто такой Блюмкин?
    rf"(?:давайте|поговорим|перейдём|перейдем) (?:теперь )?(?:о|про|к) друг(?:ом|ое|ому|ой теме){END}",
    rf"не по теме{END}",  # Не по теме: кто такой Блюмкин?
    rf"(?:a |one )?(?:new|another|different|next) (?:topic|subject|question){END}",  # New topic: who headed it?
    rf"on (?:a|an)(?:other| different| new| unrelated)? ?(?:topic|subject|note|matter){END}",  # On another topic: who?
    # Changing the subject: who threw a book at Trotsky?
    rf"(?:let us |let's |let’s )?(?:chang(?:e|ing)|switch(?:ing)?) (?:the )?(?:topics?|subjects?){END}",
    # Now for something completely different: what did the dinner cost?
    rf"(?:now )?(?:for |to |about )?something (?:completely |quite |entirely )?(?:different|else)(?: now)?{END}",
    rf"moving on{END}",  # Moving on, how many were on hunger strike?
    rf"unrelated(?: question)?{END}",  # Unrelated: what did the camera cost?
)
"""Each with a question that begins so."""

COURTESY = re.compile(rf"^(?:{'|'.join(COURTESIES)})\b{END}", re.IGNORECASE)
ANNOUNCEMENT = re.compile(rf"^(?:(?:а|и|ну|но|and|but|now|so),? )?(?:{'|'.join(ANNOUNCEMENTS)})", re.IGNORECASE)


class Begun(NamedTuple):
    """A question without what leads up to it, and whether that announced another topic."""

    text: str
    announced: bool


def without_lead_in(text: str) -> Begun:
    """The question itself; all of `text` where nothing would be left.

    >>> without_lead_in("Спасибо, а теперь про другое: из какого города пришло письмо?")
    Begun(text='Из какого города пришло письмо?', announced=True)
    >>> without_lead_in("On another topic, who is Blumkin?").text, without_lead_in("Понятно. А когда?").announced
    ('Who is Blumkin?', False)
    """
    thanked = COURTESY.sub("", text, count=1)
    asked = ANNOUNCEMENT.sub("", thanked, count=1)
    if asked == text or not SAYS_SOMETHING.search(asked):
        return Begun(text, announced=False)
    return Begun(asked[0].upper() + asked[1:], announced=asked != thanked)
