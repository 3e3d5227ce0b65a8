"""The web page: a conversation with the archive, and any document open beside it."""
