"""The language model that a curator names in the environment, if any."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, urlsplit

from index.errors import CallError
from qa.writer.endpoint import Endpoint

URL, MODEL, KEY = "LEGENDA_MODEL_URL", "LEGENDA_MODEL_NAME", "LEGENDA_MODEL_KEY"
EXAMPLE = "http://127.0.0.1:8000/v1"
LONGEST_NAME = 100
"""Characters; the name is shown to visitors."""


def endpoint(environment: Mapping[str, str] = os.environ) -> Endpoint | None:
    """The endpoint that the environment names, None where it names none; raises CallError where it cannot be one."""
    url, model, key = (environment.get(name, "").strip() for name in (URL, MODEL, KEY))
    if not url:
        return None
    if faults := [*_faults_of_url(url), *_faults_of_model(model), *_faults_of_key(key)]:
        raise CallError("; ".join(faults))
    return Endpoint(url, model, key)


def _faults_of_url(url: str) -> Iterator[str]:
    """What is wrong with the address; the address itself is not repeated, as it may hold a password."""
    if not (url.isascii() and url.isprintable() and " " not in url and _split(url)):
        yield f"{URL} is not an address; give one like {EXAMPLE}"
        return
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        yield f"{URL} must begin with http:// or https://, not {parts.scheme}:; give one like {EXAMPLE}"
    elif not parts.hostname:
        yield f"{URL} names no host; give one like {EXAMPLE}"
    if "@" in parts.netloc:
        yield f"{URL} must hold no name and password; put the key into {KEY}"
    if parts.query or parts.fragment:
        yield f"{URL} must end before any ? or #; /chat/completions is put after it"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a wrong one is found when it is read
    except ValueError:
        return None
    return parts if parts.scheme else None


def _faults_of_model(model: str) -> Iterator[str]:
    if not model:
        yield f"{MODEL} is not set; give the model's name, or unset {URL}"
    elif not model.isprintable() or len(model) > LONGEST_NAME:
        yield f"{MODEL} must be a name of at most {LONGEST_NAME} printable characters"


def _faults_of_key(key: str) -> Iterator[str]:
    """What is wrong with the key, without a letter of it."""
    if not (key.isascii() and (not key or key.isprintable())):
        yield f"{KEY} must hold printable ASCII characters only"
