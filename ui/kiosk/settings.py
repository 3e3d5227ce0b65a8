"""The curator's settings of the kiosk: one TOML file, checked as a whole before anything is shown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import ErrorDetails

from index.collection import Language, Manifest
from index.errors import CallError
from ui.kiosk.contrast import contrast
from ui.kiosk.logo import media_type
from ui.texts import TEXTS

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
INK_CONTRAST, ACCENT_CONTRAST = 7.0, 4.5
"""WCAG 2.2: 1.4.6 (AAA) for what is read, 1.4.3 (AA) for buttons and marks."""
LONGEST_ADDRESS = 300
"""Characters: with a reference beside it a longer address makes a QR code that a telephone hardly reads."""

LONGEST_NAME, LONGEST_QUESTION, MOST_QUESTIONS = 120, 200, 8
"""Characters and lines that a screen holds."""
NAMELESS = "Legenda"
WANTED = {
    # pydantic's type of a fault, what a curator is asked to write
    "dict_type": "write a table, with a value for each language",
    "int_from_float": "write a whole number",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "mapping_type": "write a table, with a value for each language",
    "model_type": "write a table",
    "path_type": "write the name of a file, in quotes",
    "string_pattern_mismatch": "it is empty",
    "string_type": "write words, in quotes",
    "too_short": "it is empty",
    "tuple_type": "write a list, in [ ]",
}

Words = Annotated[str, Field(max_length=LONGEST_NAME, pattern=r"\S")]
Question = Annotated[str, Field(max_length=LONGEST_QUESTION, pattern=r"\S")]
Questions = Annotated[tuple[Question, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]


class SettingsError(CallError):
    """The settings cannot be used; the message is one line with all that is wrong."""


class Part(BaseModel):
    """A table of the file; a key that is not listed is refused, since it is most likely a typo."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Colours(Part):
    """The colours of the kiosk, each as #rrggbb: what is read, what it stands on, buttons and marks."""

    ink: str = "#1c1917"
    paper: str = "#ffffff"
    accent: str = "#4338ca"

    @field_validator("ink", "paper", "accent")
    @classmethod
    def _is_colour(cls, colour: str) -> str:
        if not COLOUR.fullmatch(colour):
            raise ValueError(f"{colour!r} is no colour; write it as #rrggbb")
        return colour.lower()

    @model_validator(mode="after")
    def _is_readable(self) -> Self:
        faults = [
            f"{name} {colour} on paper {self.paper} has a contrast of {found:.1f} : 1; choose colours with {least} : 1"
            for name, colour, least in (("ink", self.ink, INK_CONTRAST), ("accent", self.accent, ACCENT_CONTRAST))
            if (found := contrast(colour, self.paper)) < least
        ]
        _refuse(faults)
        return self


class Theme(Part):
    """A theme that a visitor can touch: its name, and questions that lead to answers."""

    title: Mapping[Language, Words]
    questions: Mapping[Language, Questions]


class Settings(Part):
    """What the curator decides; `languages` are offered in their order, the first one at first.

    `address` is the museum's page for the QR code beside each answer, "" for none. After `idle_seconds`
    without a touch the kiosk asks whether somebody is there, and `countdown_seconds` later it begins anew.
    """

    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = tuple(TEXTS)
    name: Mapping[Language, Words]
    logo: Path | None = None
    address: str = ""
    idle_seconds: Annotated[int, Field(ge=5, le=3600)] = 60
    countdown_seconds: Annotated[int, Field(ge=5, le=120)] = 20
    colours: Colours = Field(default_factory=Colours)
    themes: Annotated[tuple[Theme, ...], Field(max_length=8)]

    @classmethod
    def of(cls, manifest: Manifest) -> Settings:
        """The settings of a collection whose curator has written none."""
        return cls.model_validate(_given(manifest))

    @classmethod
    def read(cls, path: Path, manifest: Manifest) -> Settings:
        """The settings in the file `path`, where it says nothing those of the collection; raises SettingsError."""
        table = _given(manifest) | _table(path)
        try:
            return cls.model_validate(table, context=path.parent)
        except ValidationError as error:
            raise SettingsError(f"{path}: {'; '.join(map(_fault, error.errors()))}") from error

    @field_validator("languages")
    @classmethod
    def _each_once(cls, languages: tuple[Language, ...]) -> tuple[Language, ...]:
        if len(set(languages)) < len(languages):
            raise ValueError("a language stands there twice")
        return languages

    @field_validator("name")
    @classmethod
    def _named(cls, name: Mapping[Language, str], others: ValidationInfo) -> Mapping[Language, str]:
        _refuse(_missing(name, others))
        return name

    @field_validator("themes")
    @classmethod
    def _asked(cls, themes: tuple[Theme, ...], others: ValidationInfo) -> tuple[Theme, ...]:
        faults = [
            f"theme {number}: {what} {fault}"
            for number, theme in enumerate(themes, 1)
            for what, words in (("title", theme.title), ("questions", theme.questions))
            for fault in _missing(words, others)
        ]
        _refuse(faults)
        return themes

    @field_validator("logo")
    @classmethod
    def _shown(cls, logo: Path | None, others: ValidationInfo) -> Path | None:
        """The logo lies beside the settings, or where a whole path says."""
        path = logo and (others.context or Path()) / logo
        if path:
            media_type(path)
        return path

    @field_validator("address")
    @classmethod
    def _is_address(cls, address: str) -> str:
        if address and not _is_web(address):
            raise ValueError(
                f"{address!r} is no address of a page; write it as https://museum.example/page, or leave it out"
            )
        if len(address) > LONGEST_ADDRESS:
            raise ValueError(f"it has {len(address)} characters; give a page with at most {LONGEST_ADDRESS}")
        return address


def _given(manifest: Manifest) -> dict[str, Any]:
    """What the collection itself says: its title, and its examples as the one theme; cut to what a screen holds."""
    languages = [language for language in TEXTS if manifest.title.get(language)] or list(TEXTS)
    examples = {language: _short(manifest.examples.get(language, ())) for language in languages}
    theme = {"title": {language: TEXTS[language].examples.rstrip(":") for language in languages}, "questions": examples}
    return {
        "languages": languages,
        "name": {language: manifest.title.get(language, NAMELESS)[:LONGEST_NAME] for language in languages},
        "themes": [theme] if all(examples.values()) else [],
    }


def _short(questions: Iterable[str]) -> list[str]:
    return [question for question in questions if len(question) <= LONGEST_QUESTION][:MOST_QUESTIONS]


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}); check --settings") from error
    except ValueError as error:
        raise SettingsError(f"{path} is not TOML: {error}; mend that line") from error


def _missing(words: Mapping[Language, object], others: ValidationInfo) -> list[str]:
    """A fault for each language of the kiosk that `words` do not have."""
    return [f"«{language}» is missing" for language in others.data.get("languages", ()) if language not in words]


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", address)
    except ValueError:
        return False


def _refuse(faults: list[str]) -> None:
    if faults:
        raise ValueError("; ".join(faults))


def _known(path: tuple[int | str, ...]) -> Iterable[str]:
    """The keys of the table that the last step of `path` is looked for in."""
    within: dict[int | str, type[Part]] = {"colours": Colours, "themes": Theme}
    return (within[path[0]] if path[1:] else Settings).model_fields


def _fault(found: ErrorDetails) -> str:
    """What is wrong with a key; the first of several themes is «themes.1»."""
    steps = (step + 1 if isinstance(step, int) else step for step in found["loc"] if step != "[key]")
    key = ".".join(map(str, steps))
    if found["type"] == "extra_forbidden":
        return f"unknown key «{key}», known are {', '.join(_known(found['loc']))}"
    if found["type"] == "missing":
        return f"the key «{key}» is missing"
    wanted = WANTED.get(found["type"]) or found["msg"].removeprefix("Value error, ")
    return f"«{key}»: {wanted}"
