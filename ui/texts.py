"""Every word that a visitor reads, in Russian and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.collection import Language
from index.doubts import Kind
from qa.contract import Reason

SURE, LIKELY = 0.75, 0.5
"""The least confidence that is called high and medium."""


@dataclass(frozen=True, slots=True)
class ReaderTexts:
    """The reader: a whole document."""

    neighbours: str
    onward: str
    before: str
    after: str
    hit: str
    """Which of the answer's passages is open."""
    hit_before: str
    hit_after: str
    separately: str
    address: str
    paragraph: str
    copied: str
    contents: str
    skip: str
    marked: str
    ask: str

    enclosure: str
    legend: str
    annotation: str
    publication: str

    wrong_place: str
    """Said where an address names a piece of the text that the document does not have."""
    whole: str
    back: str


@dataclass(frozen=True, slots=True)
class FilterTexts:
    """What an answer is limited to."""

    heading: str
    everywhere: str
    years: str
    first: str
    last: str
    kinds: str
    people: str
    person: str
    shelf: str
    archive: str
    fond: str
    opis: str
    delo: str
    all: str
    """No limit, in the list of a part of a shelf mark."""

    chosen: str
    remove: str
    again: str
    noticed: str
    """Before the filters that were read out of the question."""
    ignore: str
    dropped: str
    restore: str
    limited: str


@dataclass(frozen=True, slots=True)
class TalkTexts:
    """What stands around questions and answers: the page itself."""

    around: str
    fold: str
    permanent: str
    dark: str
    lost: str
    """Said while the server does not answer."""
    needs_script: str
    up: str


@dataclass(frozen=True, slots=True)
class CitingTexts:
    """How to cite a document."""

    heading: str
    copy: str
    copied: str
    uncopied: str
    """Said where the browser does not let the page copy."""
    files: str
    code: str
    """The name of a QR code, to those who cannot see it."""


@dataclass(frozen=True, slots=True)
class PictureTexts:
    """Pictures of the collection."""

    heading: str
    back: str
    own_page: str
    as_list: str
    """What unfolds the facts of a picture in words."""
    not_drawn: str
    loading: str

    timeline: str
    timeline_says: str
    hits: str
    """What marks the documents of the last answer."""
    undated: str
    years: str
    all_years: str
    in_year: str

    people: str
    people_says: str
    least: str
    """Whom the picture of the people leaves out."""
    name: str
    author: str
    addressee: str
    named: str
    documents: str

    letters: str
    letters_says: str
    between: str
    """Of how many documents author and addressee are known."""
    from_one: str
    to_one: str
    chosen: str
    unknown: str


@dataclass(frozen=True, slots=True)
class AskingTexts:
    """Questions that can be asked of a document."""

    letter: str
    """Of a letter, with its author, addressee and date."""


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """What a visitor says of an answer, and what a curator is told of that."""

    question: str
    right: str
    wrong: str
    thanks: str
    failed: str
    candidates: str
    doubted: str
    doubted_place: str
    unread: str
    unread_place: str


@dataclass(frozen=True, slots=True)
class KioskTexts:
    """The kiosk in the museum."""

    ask: str
    touch: str
    wish: str
    """Over the themes, people and years."""
    intro: str
    themes: str
    people: str
    years: str
    typing: str
    choose: str
    """Over questions to touch."""
    heard: str
    """Over documents to touch."""
    counted: str
    suggested: str
    keyboard: str
    space: str
    erase: str
    layout: str

    asked: str
    passage: str
    nearest: str
    previous: str
    next: str
    aloud: str
    silence: str
    again: str
    keep: str
    """Beside the code that a telephone reads."""

    tools: str
    back: str
    home: str
    leave: str
    smaller: str
    usual: str
    larger: str
    contrast: str
    waiting: str
    """Said where an answer takes long."""
    still: str
    still_note: str
    stay: str
    away: str
    away_note: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of the page in one language; words in braces are filled in with `str.format`."""

    language: str
    """The language's own name, on the switch."""
    switch: str
    intro: str
    published: str
    examples: str
    question: str
    placeholder: str
    ask: str
    conversation: str
    renew: str
    searching: str
    understood: str
    noticed: str
    """What of the question was taken into account: date, kind of document, people, shelf mark."""
    relaxed: str
    beyond: str
    since: str
    until: str

    sure: str
    likely: str
    unsure: str
    worded: str
    """Said under an answer that a language model put into words."""
    not_found: Mapping[Reason, str]
    """What is said where there is no answer, by the reason."""
    parts: Mapping[str, str]
    """What a passage's score is made of."""
    explained: str
    nearest_note: str
    passages: str
    nearest: str

    document: str
    preface: str
    untitled: str
    undated: str
    lines: str
    page: str
    unreferenced: str
    forms: str
    open: str
    reader: str
    close: str
    footnotes: str
    wordless: str
    """Said in place of a footnote whose words were not printed."""

    empty_question: str
    long_question: str
    unknown_document: str
    failed: str

    doubts: str
    no_doubts: str
    doubt_place: str
    doubt_again: str
    doubt_kinds: Mapping[Kind, str]
    """What each kind of doubt means, as the heading of its places."""

    date_day: str
    date_month: str
    date_year: str
    months: tuple[str, ...]
    """As in «сентябрь 1923 г.»."""
    months_of: tuple[str, ...]
    """As in «6 сентября 1923 г.»."""
    reading: ReaderTexts
    limits: FilterTexts
    talk: TalkTexts
    citing: CitingTexts
    pictures: PictureTexts
    asking: AskingTexts
    feedback: FeedbackTexts
    kiosk: KioskTexts
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The kinds of documents; a kind that is not here is shown as the collection names it."""

    def assurance(self, confidence: float) -> str:
        """How sure an answer of this confidence is, in plain words."""
        return self.sure if confidence >= SURE else self.likely if confidence >= LIKELY else self.unsure


RUSSIAN = Texts(
    language="Русский",
    switch="Язык страницы",
    intro="Задайте вопрос. Ответ — слова самих документов и архивная ссылка на листы, на которых они стоят.",
    published="Издание:",
    examples="Можно спросить:",
    question="Ваш вопрос",
    placeholder="Напишите вопрос…",
    ask="Спросить",
    conversation="Вопросы и ответы",
    renew="Начать заново",
    searching="Ищу в документах…",
    understood="Вопрос понят так: {question}",
    noticed="Понято: {filters}",
    relaxed="Под это не подходит ни один документ, поэтому не учтено: {filters}",
    beyond="Этого по датам документов не определить, поэтому не учтено: {words}",
    since="с {date}",
    until="по {date}",
    sure="Уверенность высокая",
    likely="Уверенность средняя: сверьтесь с документом",
    unsure="Уверенность низкая: обязательно сверьтесь с документом",
    worded="Сформулировано языковой моделью «{model}»; проверено по документам",
    not_found={
        "nothing": "В документах этого собрания нет ответа на ваш вопрос.",
        "off_topic": "Похоже, ваш вопрос не о том, о чём говорят документы этого собрания.",
        "unknown_name": "В документах этого собрания не встречается имя или название из вашего вопроса.",
        "selection": "В выбранных документах нет ответа на ваш вопрос. Попробуйте расширить выбор.",
        "greeting": "Здравствуйте! Спросите о человеке, событии или дате — ответ найдётся словами самих документов.",
        "small_talk": "Я не собеседник, а указатель к документам: спросите о том, что в них написано.",
        "thanks": "Пожалуйста! Если захотите узнать ещё что-нибудь из документов, спрашивайте.",
        "abuse": "Давайте останемся вежливы. Спросите о том, что написано в документах, — я поищу.",
        "order": "Я не выполняю поручений и ничего не сочиняю: я только нахожу ответы в документах этого собрания.",
        "museum": "О часах работы, билетах и залах в документах не написано — об этом лучше спросить сотрудников.",
        "today": "О сегодняшнем дне в документах не написано: они рассказывают о прошлом.",
    },
    parts={
        "meaning": "смысл",
        "words": "слова",
        "late": "слово за словом",
        "closing": "вопрос о самой бумаге",
        "date": "дата",
        "people": "люди",
        "focus": "предыдущий вопрос",
        "reader": "прочтение",
    },
    explained="Из чего сложилась оценка мест:",
    nearest_note="Ниже — ближайшие по содержанию места. Это не ответ.",
    passages="Места в документах: {count}",
    nearest="Ближайшие места, не ответ: {count}",
    document="Документ № {number}",
    preface="Предисловие к изданию",
    untitled="Без заголовка",
    undated="без даты",
    lines="строки {first}–{last}",
    page="с. {page}",
    unreferenced="без архивной ссылки",
    forms="Формы имени: {forms}",
    open="Открыть документ",
    reader="Документ целиком",
    close="Закрыть",
    footnotes="Сноски",
    wordless="слова сноски в издании не напечатаны",
    empty_question="Напишите вопрос словами: например, о человеке, событии или дате.",
    long_question="Вопрос слишком длинный: в нём больше {limit} знаков. Спросите короче.",
    unknown_document="Такого документа в собрании нет.",
    failed="Не получилось ответить. Попробуйте спросить ещё раз.",
    doubts="Сомнений: {count}",
    no_doubts="Сомнений нет.",
    doubt_place="строка {line:>6}, документ {document:>3}",
    doubt_again="документ {number}",
    doubt_kinds={
        Kind.HEADING_INFERRED: "Заголовка нет; документ начат после легенды предыдущего",
        Kind.NUMBER_MISSING: "Пропущен номер документа",
        Kind.NUMBER_REPEATED: "Номер с заголовком, который не продолжает счёт; новый документ не начат",
        Kind.TITLE_BROKEN: "Заголовок обрывается",
        Kind.LEGEND_MISSING: "Нет легенды",
        Kind.LEGEND_UNREAD: "Похоже на легенду, но не читается",
        Kind.LEGEND_ODD: "Легенда напечатана не как остальные: точки, пробелы, тире, «об»; прочитана",
        Kind.LEGENDS_SEVERAL: "Несколько легенд в одном документе",
        Kind.MARK_ALONE: "Знак сноски есть, самой сноски нет",
        Kind.NOTE_ALONE: "Сноска есть, знака в тексте нет",
        Kind.NOTE_WORDLESS: "Номер сноски напечатан без её слов",
        Kind.NOTE_UNNUMBERED: "Сноска напечатана без номера; номер восстановлен по знаку",
        Kind.NOTE_MOVED: "Сноска напечатана в другом документе и возвращена своему",
        Kind.ENCLOSURE_INFERRED: "Начало приложения определено по тексту, слова «Приложение» нет",
        Kind.DATES_DIFFER: "Дата в тексте противоречит дате заголовка",
        Kind.TEXT_TWICE: "Тот же текст есть в другом документе",
        Kind.LINE_LOST: "Строка не отнесена ни к чему или отнесена дважды (ошибка программы)",
    },
    date_day="{day} {month} {year} г.",
    date_month="{month} {year} г.",
    date_year="{year} г.",
    months=(
        *("январь", "февраль", "март", "апрель", "май", "июнь"),
        *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    ),
    months_of=(
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    reading=ReaderTexts(
        neighbours="Соседние документы",
        onward="Читать дальше",
        before="Предыдущий документ",
        after="Следующий документ",
        hit="Место {current} из {count}",
        hit_before="Предыдущее место",
        hit_after="Следующее место",
        separately="Открыть отдельно",
        address="Постоянный адрес",
        paragraph="Постоянный адрес абзаца {number}",
        copied="Скопировано",
        contents="Содержание",
        skip="К тексту документа",
        marked="К отмеченному месту",
        ask="Спросить архив",
        enclosure="Приложенный текст",
        legend="Где хранится",
        annotation="Пометы от руки",
        publication="Где опубликовано",
        wrong_place="Адрес указывает на место, которого в этом документе нет.",
        whole="Открыть документ целиком",
        back="Вернуться к вопросам и ответам",
    ),
    limits=FilterTexts(
        heading="Где искать",
        everywhere="Во всех документах",
        years="Годы",
        first="Первый год",
        last="Последний год",
        kinds="Виды документов",
        people="Люди",
        person="Фамилия или имя из документов",
        shelf="Место хранения",
        archive="Архив",
        fond="Фонд",
        opis="Опись",
        delo="Дело",
        all="все",
        chosen="Искать только здесь:",
        remove="Не ограничивать: {words}",
        again="Задать вопрос снова с этим выбором",
        noticed="Понято из вопроса:",
        ignore="Не учитывать: {words}",
        dropped="По вашему желанию не учтено: {words}",
        restore="Учесть снова",
        limited="Искали только здесь: {words}",
    ),
    talk=TalkTexts(
        around="Показать текст вокруг",
        fold="Скрыть текст вокруг",
        permanent="Постоянная ссылка",
        dark="Тёмный вид",
        lost="Связь с сервером прервалась. Как только он ответит, страница продолжит сама.",
        needs_script="Чтобы задавать вопросы на этой странице, включите в браузере JavaScript.",
        up="К началу ответа",
    ),
    citing=CitingTexts(
        heading="Сослаться на документ",
        copy="Скопировать ссылку",
        copied="Скопировано",
        uncopied="Скопировать не удалось: выделите ссылку и скопируйте её сами",
        files="Для программ, которые ведут библиографию:",
        code="QR-код: {text}",
    ),
    pictures=PictureTexts(
        heading="Собрание в картинках",
        back="К вопросам и ответам",
        own_page="Открыть на отдельной странице",
        as_list="То же списком",
        not_drawn="Картинку показать не удалось. Всё, что на ней было бы, есть в списке.",
        loading="Загружается…",
        timeline="Документы во времени",
        timeline_says="Каждая точка — документ на своей дате. Нажмите на неё, чтобы его открыть.",
        hits="Номера — документы последнего ответа, начиная с лучшего.",
        undated="Без даты: {count}. На картинке их нет, они в конце списка.",
        years="Показать год",
        all_years="Все годы",
        in_year="{year} — документов: {count}",
        people="Люди и их документы",
        people_says="Сколько документов человек написал, сколько получил и во скольких только упомянут."
        " Нажмите на имя, чтобы их увидеть.",
        least="Показаны те, кто есть хотя бы в {least} документах, но не больше {most} человек. На картинке: {count}.",
        name="Имя",
        author="Автор",
        addressee="Адресат",
        named="Упоминается",
        documents="Всего",
        letters="Кто кому писал",
        letters_says="Слева — кто писал, справа — кому. Чем шире лента, тем больше документов."
        " Нажмите на ленту или на имя, чтобы их увидеть.",
        between="Документов, у которых известны имена и автора, и адресата: {known} из {total}.",
        from_one="{name}: автор",
        to_one="{name}: адресат",
        chosen="{who} — документов: {count}",
        unknown="О таком человеке на этой картинке ничего нет.",
    ),
    asking=AskingTexts(
        letter="О чём письмо {author} {addressee} от {date}?",
    ),
    feedback=FeedbackTexts(
        question="Этот ответ верен?",
        right="Да",
        wrong="Нет",
        thanks="Спасибо, записано.",
        failed="Записать не удалось.",
        candidates="Новых вопросов для проверки: {count}",
        doubted="Ответов, названных неверными: {count}",
        doubted_place="  документ {document:>3}, строка {line:>6}: {question}",
        unread="Строк, которые не прочитаны: {count}",
        unread_place="  строка {line}: {fault}",
    ),
    kiosk=KioskTexts(
        ask="Спросить",
        touch="Коснитесь экрана",
        wish="О чём вы хотите узнать?",
        intro="Отвечают сами документы: своими словами и с архивной ссылкой.",
        themes="Темы",
        people="Люди",
        years="Годы",
        typing="Написать свой вопрос",
        choose="Коснитесь вопроса, и документы ответят.",
        heard="Коснитесь документа, и он откроется.",
        counted="Документов: {count}",
        suggested="Подсказки",
        keyboard="Экранная клавиатура",
        space="Пробел",
        erase="Стереть",
        layout="Русские или латинские буквы",
        asked="Вы спросили",
        passage="Место {rank} из {count}",
        nearest="Ближайшее место {rank} из {count}",
        previous="Предыдущее место",
        next="Следующее место",
        aloud="Прочитать вслух",
        silence="Остановить чтение",
        again="Спросить ещё",
        keep="Наведите камеру телефона, и ссылка останется у вас.",
        tools="Управление экраном",
        back="Назад",
        home="В начало",
        leave="Закончить",
        smaller="Буквы мельче",
        usual="Буквы обычного размера",
        larger="Буквы крупнее",
        contrast="Контраст",
        waiting="Поиск занимает больше времени, чем обычно. Подождите, пожалуйста.",
        still="Вы ещё здесь?",
        still_note="Если нет, экран вернётся к началу, а ваши вопросы будут стёрты.",
        stay="Да, продолжить",
        away="Одну минуту…",
        away_note="Связь с документами прервалась. Экран вернётся сам, ничего нажимать не нужно.",
    ),
)

_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

ENGLISH = Texts(
    language="English",
    switch="Language of the page",
    intro="Ask a question. The answer is the documents’ own words, with their archival reference.",
    published="Published in:",
    examples="You may ask:",
    question="Your question",
    placeholder="Type a question…",
    ask="Ask",
    conversation="Questions and answers",
    renew="Start over",
    searching="Searching the documents…",
    understood="Question understood as: {question}",
    noticed="Understood: {filters}",
    relaxed="No document fits this, so it was left aside: {filters}",
    beyond="The dates of the documents cannot tell this, so it was left aside: {words}",
    since="from {date}",
    until="to {date}",
    sure="High confidence",
    likely="Medium confidence: check it against the document",
    unsure="Low confidence: be sure to check it against the document",
    worded="Worded by the language model “{model}”; checked against the documents",
    not_found={
        "nothing": "The documents of this collection do not answer your question.",
        "off_topic": "Your question does not seem to be about what the documents of this collection are about.",
        "unknown_name": "A name in your question does not occur in the documents of this collection.",
        "selection": "The documents you chose do not answer your question. Try a wider choice.",
        "greeting": "Hello! Ask about a person, an event or a date, and the documents will answer in their own words.",
        "small_talk": "I am not here to chat but to guide you to the documents: please ask what is written in them.",
        "thanks": "You are welcome! If you would like to know more from the documents, just ask.",
        "abuse": "Let us stay polite. Ask what is written in the documents, and I will look for it.",
        "order": "I carry out no orders and make nothing up: I only find answers in the documents of this collection.",
        "museum": "The documents say nothing of opening hours, tickets and rooms; the staff will be glad to help.",
        "today": "The documents say nothing of today: they tell of the past.",
    },
    parts={
        "meaning": "meaning",
        "words": "words",
        "late": "word by word",
        "closing": "about the paper itself",
        "date": "date",
        "people": "people",
        "focus": "earlier question",
        "reader": "closer reading",
    },
    explained="What the scores of the passages are made of:",
    nearest_note="Below are the passages nearest in content. They are not an answer.",
    passages="Passages in the documents: {count}",
    nearest="Nearest passages, not an answer: {count}",
    document="Document No. {number}",
    preface="Preface to the publication",
    untitled="Untitled",
    undated="undated",
    lines="lines {first}–{last}",
    page="p. {page}",
    unreferenced="no archival reference",
    forms="Named as: {forms}",
    open="Open the document",
    reader="The whole document",
    close="Close",
    footnotes="Footnotes",
    wordless="the words of this footnote were not printed",
    empty_question="Please put your question in words: about a person, an event or a date, for example.",
    long_question="The question is too long: it has more than {limit} characters. Please ask a shorter one.",
    unknown_document="There is no such document in the collection.",
    failed="The question could not be answered. Please ask it once more.",
    doubts="Doubts: {count}",
    no_doubts="No doubts.",
    doubt_place="line {line:>6}, document {document:>3}",
    doubt_again="document {number}",
    doubt_kinds={
        Kind.HEADING_INFERRED: "No heading; the document is taken to begin after the legend of the one before",
        Kind.NUMBER_MISSING: "The number of a document is left out",
        Kind.NUMBER_REPEATED: "A number with a title that does not go on counting; no new document is begun",
        Kind.TITLE_BROKEN: "The title breaks off",
        Kind.LEGEND_MISSING: "No legend",
        Kind.LEGEND_UNREAD: "Looks like a legend, but cannot be read",
        Kind.LEGEND_ODD: "The legend is printed unlike the others: stops, spaces, dashes, backs of sheets; it was read",
        Kind.LEGENDS_SEVERAL: "Several legends in one document",
        Kind.MARK_ALONE: "A footnote mark without a footnote",
        Kind.NOTE_ALONE: "A footnote without a mark in the text",
        Kind.NOTE_WORDLESS: "The number of a footnote is printed without its words",
        Kind.NOTE_UNNUMBERED: "A footnote is printed without its number; the number is that of the mark",
        Kind.NOTE_MOVED: "A footnote is printed in another document and given back to its own",
        Kind.ENCLOSURE_INFERRED: "An enclosure is taken to begin here; no heading says so",
        Kind.DATES_DIFFER: "A date in the text contradicts the date of the title",
        Kind.TEXT_TWICE: "The same text stands in another document",
        Kind.LINE_LOST: "A line belongs to nothing, or to two things (a fault of the program)",
    },
    date_day="{day} {month} {year}",
    date_month="{month} {year}",
    date_year="{year}",
    months=_ENGLISH_MONTHS,
    months_of=_ENGLISH_MONTHS,
    reading=ReaderTexts(
        neighbours="Neighbouring documents",
        onward="Read on",
        before="Previous document",
        after="Next document",
        hit="Passage {current} of {count}",
        hit_before="Previous passage",
        hit_after="Next passage",
        separately="Open separately",
        address="Permanent address",
        paragraph="Permanent address of paragraph {number}",
        copied="Copied",
        contents="Contents",
        skip="To the text of the document",
        marked="To the marked place",
        ask="Ask the archive",
        enclosure="Enclosed text",
        legend="Where it is kept",
        annotation="Written by hand",
        publication="Where it was published",
        wrong_place="This address points to a place that the document does not have.",
        whole="Open the whole document",
        back="Back to questions and answers",
    ),
    limits=FilterTexts(
        heading="Where to search",
        everywhere="In all documents",
        years="Years",
        first="First year",
        last="Last year",
        kinds="Kinds of documents",
        people="People",
        person="A name from the documents",
        shelf="Where it is kept",
        archive="Archive",
        fond="Fond",
        opis="Opis",
        delo="Delo",
        all="all",
        chosen="Search only here:",
        remove="Do not limit to: {words}",
        again="Ask the question again with this choice",
        noticed="Understood from the question:",
        ignore="Leave aside: {words}",
        dropped="Left aside as you wished: {words}",
        restore="Take it into account again",
        limited="Searched only here: {words}",
    ),
    talk=TalkTexts(
        around="Show the text around it",
        fold="Hide the text around it",
        permanent="Permanent link",
        dark="Dark view",
        lost="The connection to the server is lost. The page will go on by itself as soon as it answers.",
        needs_script="Please switch on JavaScript in your browser to ask questions on this page.",
        up="Back to the answer",
    ),
    citing=CitingTexts(
        heading="Cite the document",
        copy="Copy the citation",
        copied="Copied",
        uncopied="It could not be copied: please select the citation and copy it yourself",
        files="For programs that keep bibliographies:",
        code="QR code: {text}",
    ),
    pictures=PictureTexts(
        heading="The collection in pictures",
        back="To questions and answers",
        own_page="Open on a page of its own",
        as_list="The same as a list",
        not_drawn="The picture could not be drawn. All that would be on it is in the list.",
        loading="Loading…",
        timeline="The documents in time",
        timeline_says="Each dot is a document on its date. Press one to open it.",
        hits="The numbers are the documents of the last answer, the best first.",
        undated="Undated: {count}. They are not in the picture but at the end of the list.",
        years="Show a year",
        all_years="All years",
        in_year="{year} — documents: {count}",
        people="People and their documents",
        people_says="How many documents a person wrote and received, and how many only name the person."
        " Press a name to see them.",
        least="Shown are those who are in at least {least} documents, but no more than {most} people."
        " In the picture: {count}.",
        name="Name",
        author="Author",
        addressee="Addressee",
        named="Named",
        documents="In all",
        letters="Who wrote to whom",
        letters_says="On the left who wrote, on the right to whom. The wider the band, the more documents."
        " Press a band or a name to see them.",
        between="Documents whose author and addressee are both known by name: {known} of {total}.",
        from_one="{name}: author",
        to_one="{name}: addressee",
        chosen="{who} — documents: {count}",
        unknown="This picture has nothing of that person.",
    ),
    asking=AskingTexts(
        letter="What is {author}’s letter to {addressee} of {date} about?",
    ),
    feedback=FeedbackTexts(
        question="Was this answer right?",
        right="Yes",
        wrong="No",
        thanks="Thank you, noted.",
        failed="It could not be noted.",
        candidates="New questions to be checked: {count}",
        doubted="Answers said to be wrong: {count}",
        doubted_place="  document {document:>3}, line {line:>6}: {question}",
        unread="Lines that were not read: {count}",
        unread_place="  line {line}: {fault}",
    ),
    kiosk=KioskTexts(
        ask="Ask",
        touch="Touch the screen",
        wish="What would you like to know?",
        intro="The documents themselves answer: in their own words, with the archival reference.",
        themes="Themes",
        people="People",
        years="Years",
        typing="Type a question of your own",
        choose="Touch a question, and the documents will answer.",
        heard="Touch a document to open it.",
        counted="Documents: {count}",
        suggested="Suggestions",
        keyboard="On-screen keyboard",
        space="Space",
        erase="Erase",
        layout="Russian or Latin letters",
        asked="You asked",
        passage="Passage {rank} of {count}",
        nearest="Nearest passage {rank} of {count}",
        previous="Previous passage",
        next="Next passage",
        aloud="Read aloud",
        silence="Stop reading",
        again="Ask another question",
        keep="Point your phone’s camera here to keep the reference.",
        tools="Screen controls",
        back="Back",
        home="Home",
        leave="Finish",
        smaller="Smaller letters",
        usual="Letters of the usual size",
        larger="Larger letters",
        contrast="Contrast",
        waiting="The search is taking longer than usual. Please wait a little.",
        still="Are you still there?",
        still_note="If not, the screen will start over, and your questions will be erased.",
        stay="Yes, continue",
        away="One moment…",
        away_note="The connection to the documents was lost. The screen comes back by itself; please wait.",
    ),
    kinds={
        "выписка из протокола": "extract from minutes",
        "докладная записка": "memorandum",
        "письмо": "letter",
        "телеграмма": "telegram",
        "заявление": "statement",
        "статья": "article",
        "резолюция": "resolution",
        "проект постановления": "draft decree",
        "информационное сообщение": "information report",
        "сообщение": "report",
        "донесение": "dispatch",
        "переписка": "correspondence",
        "интервью": "interview",
        "публикация": "publication",
        "обзор": "review",
        "сводка": "summary",
        "список": "list",
        "речь": "speech",
        "меморандум": "memorandum",
        "предисловие": "preface",
        "документ": "document",
    },
)

TEXTS: Mapping[Language, Texts] = {"ru": RUSSIAN, "en": ENGLISH}
"""The words by interface language, in the order of the switch."""
