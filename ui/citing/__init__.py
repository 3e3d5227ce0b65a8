"""How to cite a document, offered to a reader and to programs."""
