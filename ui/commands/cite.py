"""`legenda cite`: how to cite a document."""

from __future__ import annotations

import argparse
import sys

from index.catalogue import Catalogue
from index.collection import Manifest
from index.folder import CATALOGUE, PLACES, open_generation
from index.places import Places
from qa.cite import Citation
from ui.citing.forms import FORMS

NAME = "cite"
HELP = "print how to cite a document"


def declare(options: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    options.add_argument("number", help="the document's number in the volume; 0 is the preface")
    options.add_argument("--form", choices=tuple(FORMS), default="gost", help="gost: GOST R 7.0.5-2008 (default)")


def run(options: argparse.Namespace) -> int:
    """Print the citation of the document as a whole."""
    from qa.archive import UnknownDocument

    generation, made = open_generation(options.index)
    documents = {one.number: one for one in Catalogue.read(generation / CATALOGUE).documents}
    if options.number not in documents:
        raise UnknownDocument(f"the collection has no document {options.number!r}; see: legenda documents")
    manifest, places = Manifest.model_validate(made.collection), Places.load(generation / PLACES)
    citation = Citation.of(manifest, documents[options.number], places=places)
    sys.stdout.write(FORMS[options.form].write(citation))
    return 0
