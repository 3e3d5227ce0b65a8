"""A file of questions: every line is answered or named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qa.archive import Archive
from tests.command import Legenda, Ran, complaint

QUESTION = "Почему Троцкий просил освободить его от работы в комиссии по «ножницам»?"
IN_ENGLISH = "From where was the session of the TsIK moved to Moscow?"


GOOD = {"id": "first", "question": QUESTION}
LAST = {"id": 2, "question": IN_ENGLISH, "history": ["Who was Kalinin?"], "note": "let pass"}
# line of a batch, what is said of it
BROKEN: list[tuple[bytes, str]] = [
    (b"{", "not JSON: Expecting property name enclosed in double quotes (column 2)"),
    (b"[" * 100_000, "not JSON that can be read: nested too deeply"),
    (b'["first", "?"]', 'not a JSON object {"id": ..., "question": ...}'),
    (b'{"id": "a"}', "«question»: Field required"),
    ('{"question": "Кто?"}'.encode(), "«id»: Field required"),
    (b'{"id": "a", "question": 5}', "«question»: Input should be a valid string"),
    (b'{"id": "a", "question": "?", "history": "?"}', "«history»: Input should be a valid tuple"),
    ('{"id": "a", "question": "Кто?"}'.encode("cp1251"), "not UTF-8 (byte 25)"),
    (
        b'{"id": "a", "question": "?!"}',
        "the question is empty; ask in words",
    ),
]


def test_a_broken_line_is_named_and_the_others_are_answered(legenda: Legenda, archive: Archive, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [json.dumps(GOOD).encode(), b"", *(line for line, _ in BROKEN), json.dumps(LAST).encode(), b""]
    into.write_bytes(b"\n".join(lines))
    ran = legenda("ask", "--batch", into, "--out", out, "-k", 3)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        f"legenda: {into}, line {number}: {fault}" for number, (_, fault) in enumerate(BROKEN, 3)
    ]
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    expected = [{"id": asked["id"]} | archive.ask(str(asked["question"]), k=3).as_json() for asked in (GOOD, LAST)]
    assert [untimed(answer) for answer in answers] == [untimed(answer) for answer in expected]


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "timing_ms"}


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + json.dumps(GOOD).encode(),  # a byte order mark
        json.dumps(GOOD).encode() + b"\r\n",
        b"\n\n" + json.dumps(GOOD, ensure_ascii=False).encode() + b"\n \n",
    ],
    ids=["byte order mark", "line end of Windows", "blank lines"],
)
def test_a_batch_may_be_written_in_any_editor(legenda: Legenda, tmp_path: Path, content: bytes) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    into.write_bytes(content)
    assert legenda("ask", "--batch", into, "--out", out, "-k", 1) == Ran(0, "", "")
    assert json.loads(out.read_bytes())["id"] == "first"


def test_an_empty_batch_has_no_answers(legenda: Legenda, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    into.touch()
    assert legenda("ask", "--batch", into, "--out", out) == Ran(0, "", "")
    assert out.read_bytes() == b""


def test_a_batch_that_is_missing_leaves_earlier_answers_alone(legenda: Legenda, tmp_path: Path) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    out.write_text("earlier", encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", out) == complaint(
        f"{into}: No such file or directory; check the path, its permissions and the free space", 1
    )
    assert out.read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize(
    ("place", "reason"), [("nowhere/out.jsonl", "No such file or directory"), ("", "Is a directory")]
)
def test_answers_that_cannot_be_written_are_named(legenda: Legenda, tmp_path: Path, place: str, reason: str) -> None:
    into, out = tmp_path / "in.jsonl", tmp_path / place
    into.write_text(json.dumps(GOOD), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", out) == complaint(
        f"{out}: {reason}; check the path, its permissions and the free space", 1
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_is_full_of_answers_is_named(legenda: Legenda, tmp_path: Path) -> None:
    into = tmp_path / "in.jsonl"
    into.write_text(json.dumps(GOOD), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", "/dev/full") == complaint(
        "/dev/full: No space left on device; check the path, its permissions and the free space", 1
    )


def test_answers_do_not_overwrite_their_questions(legenda: Legenda, tmp_path: Path) -> None:
    into = tmp_path / "in.jsonl"
    into.write_text(json.dumps(GOOD), encoding="utf-8")
    assert legenda("ask", "--batch", into, "--out", tmp_path / "." / "in.jsonl") == complaint(
        f"--out would overwrite the questions in {into}; name another file", 2
    )
    assert json.loads(into.read_bytes()) == GOOD
