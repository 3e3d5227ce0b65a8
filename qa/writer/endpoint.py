"""A language model behind an OpenAI-compatible address, which may be slow, away, or send anything at all."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, StrictStr, ValidationError

from index.errors import LegendaError

if TYPE_CHECKING:
    import httpx

Messages = Sequence[Mapping[str, str]]
DEADLINE = 10.0
"""Seconds from the call to the last byte of the reply, however slowly the bytes come."""
LARGEST = 256 * 1024
"""Bytes of a reply; a few sentences need a hundredth of it."""
GRACE = 0.5
"""Seconds beyond the deadline for giving up; only looking up a name can take longer."""
OK = 200


class EndpointError(LegendaError):
    """The model gave no reply that can be used; the message is one line and holds nothing of what was sent or came."""


class _Message(BaseModel):
    model_config = ConfigDict(extra="ignore")

    content: StrictStr


class _Choice(BaseModel):
    model_config = ConfigDict(extra="ignore")

    message: _Message


class _Reply(BaseModel):
    """What of a chat completion is read."""

    model_config = ConfigDict(extra="ignore")

    choices: tuple[_Choice, ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked; its address is the one that the curator gave, and no other is ever asked.

    The settings of proxies in the environment are not read, and a redirection is not followed.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    deadline: float = DEADLINE

    def reply(self, messages: Messages) -> str:
        """What the model says to `messages`; raises EndpointError."""
        # In a thread of its own: the caller may have an event loop running, and waits no longer than the deadline.
        return _within(self.deadline + GRACE, self._reply(messages))

    async def _reply(self, messages: Messages) -> str:
        try:
            async with asyncio.timeout(self.deadline):
                return _content(await self._posted(messages))
        except TimeoutError as error:
            raise EndpointError(_late(self.deadline)) from error

    async def _posted(self, messages: Messages) -> bytes:
        # Imported here because without an endpoint no question needs it.
        import httpx

        body = {"model": self.model, "messages": list(messages), "temperature": 0, "stream": False}
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            async with (
                httpx.AsyncClient(timeout=None, trust_env=False, follow_redirects=False) as client,  # noqa: S113 - above
                client.stream("POST", f"{self.url.rstrip('/')}/chat/completions", json=body, headers=headers) as answer,
            ):
                return await _bounded(answer)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise EndpointError(f"it cannot be reached or broke off ({type(error).__name__})") from error


async def _bounded(answer: httpx.Response) -> bytes:
    """The body of the response, as it came over the wire, so that a packed one cannot swell."""
    if answer.status_code != OK:
        raise EndpointError(f"it answered with the status {answer.status_code}")
    body = bytearray()
    async for piece in answer.aiter_raw():
        body += piece
        if len(body) > LARGEST:
            raise EndpointError(f"its reply is larger than {LARGEST // 1024} KB")
    return bytes(body)


def _content(body: bytes) -> str:
    try:
        choices = _Reply.model_validate_json(body).choices
    except ValidationError as error:
        kind = error.errors(include_input=False, include_url=False)[0]["type"]
        raise EndpointError(
            "its reply is not JSON" if kind == "json_invalid" else "its reply is not a chat completion"
        ) from None  # the error would show what came
    if not choices:
        raise EndpointError("its reply is not a chat completion")
    return choices[0].message.content


def _within(seconds: float, work: Coroutine[Any, Any, str]) -> str:
    """What `work` gives, done in another thread; raises EndpointError where that takes longer."""
    outcome: Future[str] = Future()

    def run() -> None:
        try:
            outcome.set_result(asyncio.run(work))
        except Exception as error:  # noqa: BLE001 - it is raised where the outcome is awaited
            outcome.set_exception(error)

    threading.Thread(target=run, name="language model", daemon=True).start()
    try:
        return outcome.result(seconds)
    except TimeoutError as error:
        raise EndpointError(_late(seconds - GRACE)) from error


def _late(deadline: float) -> str:
    return f"it took longer than {deadline:g} s"
