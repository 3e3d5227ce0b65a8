"""A collection: a folder with its manifest, collection.toml, and its sources."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator
from pydantic_core import ErrorDetails

from index.errors import LegendaError
from index.records import Document
from index.source import Source
from index.volume import VolumeError, read_volume

MANIFEST = "collection.toml"

IN_CITATION = ("title", "reference", "publication", "number", "page")
"""What the pattern of a citation may hold in braces."""

Language = Literal["ru", "en"]
"""The languages of the interface."""

Reader = Callable[[Source], tuple[Document, ...]]
READERS: Mapping[str, Reader] = {"volume": read_volume}
"""How a source is read, by the name that collection.toml gives under `reader`."""


class CollectionError(LegendaError):
    """The collection cannot be read; the message is one line: which file, what is wrong, what to do."""


class Manifest(BaseModel):
    """What collection.toml says; a key that is not listed here is refused, since it is most likely a typo.

    `title` and `examples` (questions to offer) are given by interface language.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Mapping[Language, str]
    languages: tuple[str, ...]
    editor: str
    publication: str
    citation: str
    source: str
    reader: Literal["volume"]
    examples: Mapping[Language, tuple[str, ...]]

    @field_validator("citation")
    @classmethod
    def _fillable(cls, citation: str) -> str:
        try:
            citation.format_map(dict.fromkeys(IN_CITATION, ""))
        except (LookupError, ValueError, AttributeError) as error:
            names = ", ".join(f"{{{name}}}" for name in IN_CITATION)
            raise ValueError(
                f"it cannot be filled in ({error}); it may hold {names} and nothing else in braces"
            ) from error
        return citation

    @field_validator("source")
    @classmethod
    def _inside(cls, source: str) -> str:
        """A collection is whole in its folder, so that it can be copied, checked and cited."""
        if Path(source).is_absolute() or ".." in Path(source).parts:
            raise ValueError(f"{source} lies outside the collection; put the file into its folder")
        return source


@dataclass(frozen=True)
class Collection:
    """A collection as read: `text` is its source, `fingerprint` the SHA-256 over manifest and source."""

    folder: Path
    manifest: Manifest
    text: str
    fingerprint: str

    @classmethod
    def open(cls, folder: Path) -> Collection:
        """Read the manifest and the source in `folder`; raises CollectionError."""
        manifest_bytes = _bytes(folder / MANIFEST)
        manifest = _manifest(folder / MANIFEST, manifest_bytes)
        path = folder / manifest.source
        source_bytes = _bytes(path)
        digest = hashlib.sha256(manifest_bytes + b"\0" + source_bytes).hexdigest()
        return cls(folder, manifest, _decoded(path, source_bytes), digest)

    @cached_property
    def source(self) -> Source:
        """The source by lines and pages."""
        return Source.of(self.text)

    def documents(self) -> tuple[Document, ...]:
        """The documents of the collection in their order; raises CollectionError."""
        try:
            return READERS[self.manifest.reader](self.source)
        except VolumeError as error:
            raise CollectionError(f"{self.folder / self.manifest.source}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CollectionError(
            f"{path} does not exist; a collection is a folder with {MANIFEST} and its source"
        ) from error
    except OSError as error:
        raise CollectionError(
            f"{path} cannot be read ({error.strerror}); check the path and its permissions"
        ) from error


def _decoded(path: Path, source: bytes) -> str:
    if not source.strip():
        raise CollectionError(f"{path} is empty; put the text of the volume there")
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CollectionError(
            f"{path} is not UTF-8 text (byte {error.start}); convert it, e.g. iconv -f cp1251 -t utf-8"
        ) from error
    if "\0" in text:
        raise CollectionError(f"{path} is a binary file (a zero byte at {text.index(chr(0))}); give its plain text")
    return text


def _manifest(path: Path, content: bytes) -> Manifest:
    try:
        return Manifest.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except ValidationError as error:
        faults = "; ".join(_fault(found) for found in error.errors())
        raise CollectionError(f"{path}: {faults}") from error
    except ValueError as error:
        raise CollectionError(f"{path} is not TOML: {error}; mend that line") from error


def _fault(found: ErrorDetails) -> str:
    key = ".".join(str(part) for part in found["loc"])
    if found["type"] == "extra_forbidden":
        return f"unknown key «{key}», known are {', '.join(Manifest.model_fields)}"
    if found["type"] == "missing":
        return f"the key «{key}» is missing"
    return f"«{key}»: {found['msg'].removeprefix('Value error, ')}"
