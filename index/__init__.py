"""A collection in, a searchable index out."""
