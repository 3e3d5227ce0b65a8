"""A collection in, a searchable index out."""

from index.collection import Collection
from index.records import Document, Passage, Reference

__all__ = ["Collection", "Document", "Passage", "Reference"]
