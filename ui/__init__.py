"""A question asked by a person: command line, web page and HTTP API."""
