"""A question in, a cited answer out."""

from qa.archive import Archive, UnknownDocument
from qa.contract import Answer
from qa.question import EmptyQuestion

__all__ = ["Answer", "Archive", "EmptyQuestion", "UnknownDocument"]
