"""The errors a user can mend: each message is one line that says what is wrong and what to do."""


class LegendaError(Exception):
    """The work failed for a reason outside the program: a file, a folder, a model."""


class CallError(LegendaError):
    """What was asked for makes no sense: an empty question, a document that does not exist."""
