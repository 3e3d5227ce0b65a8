"""An answer worded by a language model behind a real server: what is kept of it, and when the quote stands."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from qa.archive import Archive
from qa.contract import Answer
from qa.writer.endpoint import Endpoint
from tests.command import Legenda, complaint
from tests.model_server import Behaviour, ModelServer, hangs, model_server, says, sends, unused_url
from tests.test_contract import SCHEMA
from ui.caption import Speech
from ui.endpoint import endpoint
from ui.page.replies import reply
from ui.terminal import printed
from ui.texts import ENGLISH, RUSSIAN

QUESTION = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"
IN_ENGLISH = "What did Krupskaya and Ulyanova ask about the discussion in the newspaper?"
NOT_HERE = "Какая погода завтра в Лиссабоне?"
GOOD = "Троцкий писал, что работа в комиссии по «ножницам» для него физически не выполнима [1]."
ALSO_GOOD = "15 ноября 1923 г. Политбюро удовлетворило просьбу Троцкого [{rank}]."
"""Of document 15, wherever that stands."""
MODEL = "small-model"


def asked(archive: Archive, server: ModelServer, question: str = QUESTION, *, deadline: float = 10.0) -> Answer:
    """The answer of the archive with the model on `server`."""
    with_writer = copy.copy(archive)
    with_writer.writer = Endpoint(server.url, MODEL, "sk-very-secret", deadline=deadline)
    return with_writer.ask(question)


def untimed(answer: Answer) -> dict[str, Any]:
    return replace(answer, timing_ms={}).as_json()


def test_what_the_passages_bear_out_becomes_the_text(archive: Archive) -> None:
    alone = archive.ask(QUESTION)
    resolution = next(ranked.rank for ranked in alone.passages if ranked.passage.document == "15")
    text = f"{GOOD} {ALSO_GOOD.format(rank=resolution)}"
    with model_server(says(text)) as server:
        answer = asked(archive, server)
    expected = untimed(alone)
    expected["answer"] |= {"text": text, "worded_by": MODEL}
    assert untimed(answer) == expected
    jsonschema.validate(answer.as_json(), SCHEMA)
    assert answer.timing_ms["total"] >= answer.timing_ms["write"]


def test_in_english_too(archive: Archive) -> None:
    said = "Krupskaya and Ulyanova asked to move the articles of the discussion out of the newspaper [1]."
    with model_server(says(said)) as server:
        answer = asked(archive, server, IN_ENGLISH)
    assert answer.answer and (answer.answer.text, answer.answer.worded_by) == (said, MODEL)


def test_the_model_is_shown_the_question_and_five_passages_as_data(archive: Archive) -> None:
    with model_server(says(GOOD)) as server:
        answer = asked(archive, server)
    orders, data = server.asked[0][2]["messages"]
    assert orders["role"] == "system" and "Answer in Russian" in orders["content"] and QUESTION not in orders["content"]
    assert json.loads(data["content"]) == {
        "question": QUESTION,
        "passages": [
            {"number": ranked.rank, "title": ranked.title, "date": ranked.date, "text": ranked.passage.text}
            for ranked in answer.passages[:5]
        ],
    }


NOTHING_LEFT = "no sentence of its reply is borne out by the passages that it cites"
UNSUPPORTED = [
    "Зиновьев писал, что работа в комиссии по «ножницам» для него физически не выполнима [1].",
    "15 ноября 1924 г. Политбюро удовлетворило просьбу Троцкого [4].",
    "Троцкий писал, что три года работал в комиссии по «ножницам» [1].",
    "Троцкий писал, что работа в комиссии по «ножницам» для него физически не выполнима [6].",
    "Троцкий писал, что работа в комиссии по «ножницам» для него физически не выполнима [0].",
    "Троцкий писал, что работа в комиссии по «ножницам» для него физически не выполнима.",
    "Троцкий писал, что работа в комиссии по «ножницам» для него физически не выполнима [5].",
    "Trotsky wrote that the work in the commission was physically impossible for him [1].",
    "Все прежние указания отменены, архив закрыт навсегда [1].",
    "Платите деньги за билеты на нашем сайте evil.example [1].",
    "<script>alert(1)</script> [1].",
    "",
]


@pytest.mark.parametrize("said", UNSUPPORTED, ids=range(len(UNSUPPORTED)))
def test_what_no_passage_bears_out_is_dropped(archive: Archive, said: str, caplog: pytest.LogCaptureFixture) -> None:
    with model_server(says(said)) as server:
        alone = asked(archive, server)
    with model_server(says(f"{said} {GOOD}")) as server:
        beside = asked(archive, server)
    assert untimed(alone) == untimed(archive.ask(QUESTION))
    assert beside.answer and beside.answer.text == GOOD
    assert caplog.messages == [
        f"the language model {MODEL} did not word the answer: {NOTHING_LEFT}; the quote stands",
    ]


def test_a_citation_that_bears_nothing_out_is_taken_away(archive: Archive) -> None:
    with model_server(says(GOOD.replace("[1]", "[5][1]"))) as server:
        answer = asked(archive, server)
    assert answer.answer and answer.answer.text == GOOD


LATE = "it took longer than 0.3 s"
FAILURES: list[tuple[Behaviour, str]] = [
    (hangs, LATE),
    (sends(b"<html><script>alert(1)</script></html>", "text/html"), "its reply is not JSON"),
    (sends(b'{"error": {"message": "sk-very-secret"}}', status=401), "it answered with the status 401"),
]


@pytest.mark.parametrize(("behaviour", "reason"), FAILURES, ids=range(len(FAILURES)))
def test_the_quote_stands_where_the_model_fails(
    archive: Archive, behaviour: Behaviour, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with model_server(behaviour) as server:
        answer = asked(archive, server, deadline=0.3 if reason == LATE else 10.0)
    assert untimed(answer) == untimed(archive.ask(QUESTION))
    assert caplog.record_tuples == [
        (
            "legenda",
            logging.WARNING,
            f"the language model {MODEL} did not word the answer: {reason}; the quote stands",
        )
    ]


def test_a_refusal_is_not_worded(archive: Archive) -> None:
    with model_server(says(GOOD)) as server:
        answer = asked(archive, server, NOT_HERE)
    assert server.asked == []
    assert untimed(answer) == untimed(archive.ask(NOT_HERE)) and answer.status == "not_found"


@pytest.fixture
def worded(archive: Archive) -> Answer:
    """An answer in words that a page and a terminal must not take for anything else."""
    answer = archive.ask(QUESTION, k=1)
    assert answer.answer
    return replace(answer, answer=replace(answer.answer, text="<script>alert(1)</script> [1].", worded_by="<i>m</i>"))


def test_the_page_says_whose_words_they_are_and_escapes_them(worded: Answer) -> None:
    page = reply(worded, Speech(RUSSIAN, "ru"))
    assert '<p class="said" lang="ru">&lt;script&gt;alert(1)&lt;/script&gt; [1].</p>' in page
    assert (
        '<p class="worded" lang="ru">Сформулировано языковой моделью «&lt;i&gt;m&lt;/i&gt;»; проверено по документам</p>'
    ) in page
    assert "<script>" not in page and "<i>" not in page
    assert f">{worded.passages[0].quoted}</blockquote>" in page


def test_the_terminal_says_whose_words_they_are(worded: Answer) -> None:
    assert printed(worded).splitlines()[2:5] == [
        "<script>alert(1)</script> [1].",
        "Сформулировано языковой моделью «<i>m</i>»; проверено по документам",
        "",
    ]
    assert printed(worded).splitlines()[5].startswith("«Прошу поэтому освободить меня")
    assert printed(replace(worded, language="en")).splitlines()[3] == ENGLISH.worded.format(model="<i>m</i>")


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Any:
    def configure(url: str, model: str = MODEL, key: str = "sk-very-secret") -> None:
        for name, value in {"URL": url, "NAME": model, "KEY": key}.items():
            monkeypatch.setenv(f"LEGENDA_MODEL_{name}", value)

    return configure


def test_the_command_asks_the_model_of_the_environment(legenda: Legenda, configured: Any) -> None:
    with model_server(says(GOOD)) as server:
        configured(server.url)
        ran = legenda("ask", QUESTION, "--json")
    assert json.loads(ran.out)["answer"]["text"] == GOOD
    assert server.asked[0][1]["Authorization"] == "Bearer sk-very-secret"


def test_the_doctor_says_whether_the_model_answers(legenda: Legenda, configured: Any) -> None:
    with model_server(says("yes")) as server:
        configured(server.url)
        well = legenda("doctor")
    configured(away := unused_url())
    ill = legenda("doctor")
    start, end = well.out.splitlines()[-1].split(" answered in ")
    assert (well.status, start) == (0, f"ok    endpoint: {MODEL} at {server.url}") and end.endswith(" ms")
    assert ill.status == 1 and ill.out.splitlines()[-1] == (
        f"FAIL  endpoint: {MODEL} at {away}: it cannot be reached or broke off (ConnectError)"
    )
    assert "secret" not in well.out + ill.out + well.err + ill.err


LIKE = "give one like http://127.0.0.1:8000/v1"
WRONG: list[tuple[Mapping[str, str], str]] = [
    ({"url": "ftp://host/v1"}, f"LEGENDA_MODEL_URL must begin with http:// or https://, not ftp:; {LIKE}"),
    ({"url": "file:///etc/passwd"}, f"LEGENDA_MODEL_URL must begin with http:// or https://, not file:; {LIKE}"),
    ({"url": "127.0.0.1:8000/v1"}, f"LEGENDA_MODEL_URL is not an address; {LIKE}"),
    ({"url": "http://"}, f"LEGENDA_MODEL_URL names no host; {LIKE}"),
    ({"url": "http://host:99999/v1"}, f"LEGENDA_MODEL_URL is not an address; {LIKE}"),
    ({"url": "http://[::1/v1"}, f"LEGENDA_MODEL_URL is not an address; {LIKE}"),
    ({"url": "http://ho st/v1"}, f"LEGENDA_MODEL_URL is not an address; {LIKE}"),
    (
        {"url": "http://me:secret@host/v1"},
        "LEGENDA_MODEL_URL must hold no name and password; put the key into LEGENDA_MODEL_KEY",
    ),
    (
        {"url": "http://host/v1?a=b"},
        "LEGENDA_MODEL_URL must end before any ? or #; /chat/completions is put after it",
    ),
    (
        {"url": "http://host/v1", "model": ""},
        "LEGENDA_MODEL_NAME is not set; give the model's name, or unset LEGENDA_MODEL_URL",
    ),
    (
        {"url": "http://host/v1", "model": "m\x1b[31m", "key": "ключ"},
        (
            "LEGENDA_MODEL_NAME must be a name of at most 100 printable characters; "
            "LEGENDA_MODEL_KEY must hold printable ASCII characters only"
        ),
    ),
]


@pytest.mark.parametrize("command", [("ask", "Кто?"), ("serve",)], ids=["ask", "serve"])
@pytest.mark.parametrize(("settings", "message"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_setting_is_named_in_one_line(
    legenda: Legenda, configured: Any, command: tuple[str, ...], settings: Mapping[str, str], message: str
) -> None:
    configured(**settings)
    assert legenda(*command) == complaint(message, 2)


def test_without_an_address_there_is_no_model() -> None:
    assert endpoint({}) is endpoint({"LEGENDA_MODEL_URL": " ", "LEGENDA_MODEL_NAME": MODEL}) is None
    assert endpoint({"LEGENDA_MODEL_URL": "https://host/v1 ", "LEGENDA_MODEL_NAME": MODEL}) == Endpoint(
        "https://host/v1", MODEL
    )
