"""The published schemas that exports are held against."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from lxml import etree

SCHEMAS = Path(__file__).parent / "data" / "schemas"


@cache
def tei_schema() -> Any:
    """TEI P5 with all its modules; to compile it takes some six seconds."""
    return etree.RelaxNG(etree.fromstring(gzip.decompress((SCHEMAS / "tei_all.rng.gz").read_bytes())))


@cache
def ead_schema() -> Any:
    """EAD3."""
    return etree.XMLSchema(etree.fromstring(gzip.decompress((SCHEMAS / "ead3.xsd.gz").read_bytes())))


def faults(schema: Any, xml: str) -> list[str]:
    """What is not valid in `xml`; nothing where all is."""
    schema.validate(etree.fromstring(xml.encode(), etree.XMLParser(huge_tree=True)))
    return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]


@cache
def csl_schema() -> Any:
    """CSL-JSON; an item is given to it in a list."""
    return Draft7Validator(json.loads((SCHEMAS / "csl-data.json").read_text(encoding="utf-8")))
