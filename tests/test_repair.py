"""Printed lines made readable: what is joined, what stays apart, and the exact way back to the source."""

from __future__ import annotations

import re

import pytest

from index.records import Document, Role, Run, Text
from index.repair import repair
from index.source import Source

# document, text as it must read; | stands between two paragraphs
READS = [
    # a sentence goes on over a blank line
    ("14", "по «Ножницам» принять активное участие в работах комиссии. Я очень жалею"),
    ("33", "1-я часть III тома будто бы запрещена к распространению"),
    # a sentence goes on after a short line too
    ("16", "№ П50/1 от 8 декабря 1923 г."),
    ("24", "ПОСТАНОВЛЕНИЕ ПОЛИТБЮРО по поводу заявления тт. Троцкого"),
    ("53", "С.Секретно|т. Троцкому"),
    ("130", "Сов. Секретно. Лично|тов. Сталину|ОГПУ 4-го февраля"),
    ("20", "М.И. Ульяновой|а) Предрешить перевод дискуссии"),
    # a hyphen at the end of a line stays and makes one word
    ("0", "Если и были какие-то недоразумения"),
    ("3", "выявлена «Революционно-Коммунистическая» группа"),
    ("3", "в октябре-ноябре с.г."),
    ("83", "вероятнее всего объединится с Чан-Кай-Ши против рабочих"),
    ("24", "(например, письмо 46-ти, письмо тов. Троцкого"),
    ("31", "группой Троцкого–Парвуса, выдвигавшей лозунг"),
    ("160", "16/Х–|Податель сего"),
    # the number of a page goes
    ("78", "как боевой организации мирового пролетариата"),
    ("88", "по его словам, участвуют видные лица"),
    # a page break in the middle of a sentence
    ("0", "выдвинуть себя в этом качестве. В итоге"),
    ("3", "Особенно характерным в отношении этой забастовки"),
    # a footnote mark goes
    ("12", "8 ч 35 мин вечера|"),
    ("31", "единства с.-д. сил (курсив наш. Ред.), само по себе"),
    ("50", "Зав. ГИЗ-ом: /Бройдо/|РГАНИ"),
    ("57", "на Пленуме ЦК на 5 листах|РГАНИ"),
    ("137", "Приложение: упомянутое.|Зам. Пред. ОГПУ (Ягода)"),
    # the lines of a heading, a signature and a date stay apart
    ("14", "Совершенно секретно|№ 162/с|14.11.23 г.|В ПОЛИТБЮРО ЦК|Как я вижу"),
    ("32", "Н. Крупская|15/11/24|РГАНИ. Ф. 3. Оп. 62. Д.178. Л.24. Копия. Машинопись"),
    ("42", "Читал Зиновьев|Рыков|Читал.|Бухарин"),
    # a signature, a date, a heading begin a paragraph under a full line too
    ("6", "не возражаю, разумеется|Л. Троцкий|P.S."),
    ("6", "всем членам ЦК и ЦКК.|Томский|Молотов|15.10.23 г."),
    ("8", "всех членов Политбюро.|ПРЕДСЕДАТЕЛЬ: В. Куйбышев|РГАСПИ."),
    ("19", "в Дискуссионный Листок.|С ком. пр.|Н. Крупская"),
    ("36", "через Давбюро.|Генсекретарь ЦК РКП (б) И. Сталин|РГАСПИ."),
    ("39", "тем Ваших работ».|СЕКРЕТАРЬ ЦК|РГАНИ."),
    ("51", "включить тов. Сталина.|Бухарин|РГАНИ."),
    ("56", "партийных решений.|Г.З. Зиновьев.|РГАНИ."),
    ("98", "|ЧЛЕНАМ ЦК: тт. Бубнову, Косиору Ст., Кубяку, Цюрупа, Чичерину, т. Менжинскому.|По поручению"),
    ("111", "«Гординер Тагеблатт» от 4 января 1928 г.|Тридцать видных"),
    ("118", "больной головы на здоровую»).|С приветом Х. Раковский 28/XII-1927 г.|"),
    ("121", "В. Каспарова.|В. Эльцин. 4.1.28 г.|"),
    ("123", "на работу на местах.|Москва, 16 января 1928 года.|РГАСПИ."),
    ("128", "оппозиции.|Секретарь Джетгубкома ВКП(б) (Мильчаков).|РГАСПИ."),
    ("134", "является Преображенский Е.А.|Приложение: Упомянутое.|"),
    ("148", "целиком взяты.|Приложение: 1 экземпляр прокламации.|"),
    ("159", "руководства.|15-го октября 1928 г.|Большевики-Ленинцы|"),
    ("163", "нелегальной литературы.|Зам.Пред.ОГПУ:  /Ягода/|"),
    ("174", "будущие события».|ДРАМАТИЧЕСКИЙ РАССКАЗ|ЛЬВА ТРОЦКОГО|"),
    ("198", "на месте жгут.|Б.З.Я.|"),
    ("214", "к месту труда.|Большевики-ленинцы, вперед!|Л. Троцкий.|"),
    # but not where the sentence goes on
    ("8", "Пленума ЦК и Пленума ЦКК."),
    ("43", "Революционного Военного Совета."),
    ("47", "по Иностранным Делам тов. Чичериным."),
    ("86", "после заявления оппозиции от 08.08.27."),
    ("157", "рассмотрение Коллегии ОГПУ."),
    # a legend begins a paragraph; the note that follows on the next line belongs to it
    ("31", "Н. Бухарин|РГАСПИ. Ф. 17. Оп. 171. Д. 39. Л. 1–29. Подлинник. Рукопись. В несколько другой редакции опубликована в газете «Правда» 2 ноября 1924 г. № 251"),
    ("24", "СЕКРЕТАРЬ ЦК|РГАСПИ. Ф. 17. Оп. 171. Д. 29. Л. 80–82. Копия. Машинопись|На первом листе постановления рукописные пометы:"),
    # the items of a list stay apart
    ("50", "эта договоренность нами выполняется.|1/ Вы пишите, что книги"),
    ("91", "(см. приложение № 1).|б) Считать необходимым"),
    ("100", "|5. АЛЕКСАШВИЛЛИ|6. АККЕРТАВА И|7. БОБОРЫКИН И.|"),
    ("100", "|308. ДОРОШЕВ|310. ДОВТЯН А.А.|"),
    ("109", "Астрахань По линии плановой работы|2. Зиновьев Г. Тамбов|"),
    # a sentence runs on over a footnote
    ("43", "характера и тона, послужило бы только толчком"),
    ("153", "от крестьян с заводами, резкое ухудшение"),
    ("58", "от 17-го декабря 1924г., № 82. Эта статья была напечатана"),
    ("52", "Тов. Бордига прислал мне прилагаемое при сем в переводе"),
    ("54", "присутствовавшие на заседании представители ЦКК"),
    ("98", "Томскому, Угланову, Чубарю.|ЧЛЕНАМ ПРЕЗИДИУМА ЦКК"),
    ("100", "|197. БРО Г.|198.|199. БАЗАНОВА|"),
    ("100", "|306. ДАНИЛЬЯНЦ И.|1920|1921|"),
    ("100", "|1925|230. ВОЛКОВ Д.|231. ВРУБЛЕВИЧ Ф.|"),
    # a footnote stands at the end of the document that refers to it
    ("36", "Копия. Машинопись|24 Конец декабря 1924 г. –начало января 1925 г."),
    ("135", "|* «Против течения».|50 Адрес не указан"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "reading"), READS)
def test_a_document_reads_as_an_editor_would_set_it(number: str, reading: str, documents: tuple[Document, ...]) -> None:
    assert reading.replace("|", "\n") in documents[int(number)].text.content


def origins(text: Text) -> list[int]:
    """The source offsets of all characters of `text`, run by run."""
    ends = [*(run.text for run in text.runs[1:]), len(text.content)]
    return [run.source + step for run, end in zip(text.runs, ends, strict=True) for step in range(end - run.text)]


def test_every_character_is_the_character_of_the_source(documents: tuple[Document, ...], volume_text: str) -> None:
    """White space of the source may stand as a space or a line end, nothing else may differ."""
    wrong = [
        (document.number, at)
        for document in documents
        for character, at in zip(document.text.content, origins(document.text), strict=True)
        if character != volume_text[at] and not (character in " \n" and volume_text[at].isspace())
    ]
    assert wrong == []


def test_every_run_knows_where_it_begins_and_ends_in_the_source(documents: tuple[Document, ...]) -> None:
    for document in documents:
        expected = origins(document.text)
        edges = {run.text + step for run in document.text.runs for step in (-1, 0, 1)} & set(range(len(expected)))
        assert all(document.text.origin(edge) == expected[edge] for edge in edges), document.number


def test_text_and_source_advance_in_one_order_but_for_the_footnotes(documents: tuple[Document, ...]) -> None:
    for document in documents:
        found = origins(document.text)
        for part in document.parts:
            stretch = found[part.start : part.end - 1]
            assert stretch == sorted(set(stretch)), document.number
        flow = [at for part in document.parts if part.role is not Role.FOOTNOTE for at in found[part.start : part.end]]
        assert flow[:-1] == sorted(set(flow[:-1])), document.number


def test_nothing_printed_is_lost_but_marks_and_numbers(
    documents: tuple[Document, ...], source: Source, volume_text: str
) -> None:
    """What stands in no text, title or heading is white space, rules, and the numbers of footnotes and pages."""
    kept = {at for document in documents for at in origins(document.text)}
    for document in documents:
        titled = document.title_lines or (1, 0)
        headed = () if document.heading_inferred else (document.place.lines[0],)
        for number in (*range(titled[0], titled[1] + 1), *headed):
            kept.update(range(source.lines[number - 1].start, source.lines[number - 1].end))
    left_out = "".join(character for at, character in enumerate(volume_text) if at not in kept)
    assert "".join(re.sub(r"[\s_*]", "", left_out.replace("ДОКУМЕНТЫ", ""))).isdigit()


PRINTED = (
    "СОВ. СЕКРЕТНО \n"
    "Приложение: Выписки из речи т. Угланова на Пленуме ЦК на 5 листах31 и какие-\n"
    "\n"
    "нибудь  иные бумаги, о которых говорилось на заседании Политбюро, а также о \n"
    " \n"
    "Л. Троцкий"
)
READ = (
    "СОВ. СЕКРЕТНО\n"
    "Приложение: Выписки из речи т. Угланова на Пленуме ЦК на 5 листах и какие-"
    "нибудь  иные бумаги, о которых говорилось на заседании Политбюро, а также о\n"
    "Л. Троцкий"
)


def test_lines_become_paragraphs_with_a_way_back() -> None:
    mark = PRINTED.index("31")
    text = repair(Source.of(PRINTED).lines, [(mark, mark + 2)])
    assert text.content == READ
    for word in ("СЕКРЕТНО", "листах", "и какие", "нибудь", "Троцкий"):
        at = READ.index(word)
        assert text.span(at, at + len(word)) == (PRINTED.index(word), PRINTED.index(word) + len(word))


def test_a_span_over_a_mark_takes_the_mark_in() -> None:
    text = Text("листах и", (Run(0, 10), Run(6, 18)))
    assert text.span(0, 6) == (10, 16)
    assert text.span(0, 8) == (10, 20)
    assert text.span(6, 8) == (18, 20)


def test_no_lines_make_an_empty_text() -> None:
    assert repair([], []) == Text("", ())
