"""The forms of a citation as they are written out: for the command line, the HTTP API and the page alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from qa.cite import Citation

Form = Literal["gost", "csl", "bibtex", "ris"]


class Written(NamedTuple):
    """How a form is written out: what makes it, its media type, and how its file's name ends; "" is no file."""

    write: Callable[[Citation], str]
    media_type: str
    ending: str = ""


FORMS: Mapping[Form, Written] = {
    "gost": Written(lambda citation: citation.gost() + "\n", "text/plain; charset=utf-8"),
    "csl": Written(
        lambda citation: json.dumps([citation.csl_json()], ensure_ascii=False, indent=2) + "\n",
        "application/vnd.citationstyles.csl+json",
        "json",
    ),
    "bibtex": Written(Citation.bibtex, "application/x-bibtex; charset=utf-8", "bib"),
    "ris": Written(Citation.ris, "application/x-research-info-systems; charset=utf-8", "ris"),
}
