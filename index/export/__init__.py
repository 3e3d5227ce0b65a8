"""A collection out again, in the forms that archives and editions exchange; no part of an index."""
