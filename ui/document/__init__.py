"""A whole document: in the page's reader, and on a page of its own at a permanent address."""
