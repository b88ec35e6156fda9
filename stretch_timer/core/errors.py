"""Errors that are explained to the person."""


class ExplainedError(Exception):
    """Not the program's mistake: its message is a sentence for the person, shown as it stands."""
