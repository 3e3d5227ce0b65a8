"""Citations of documents: how titles and shelf marks are written, and the forms that a citation is given in."""
