"""The pages in a real browser, each served by a process of its own over the fake archive."""
