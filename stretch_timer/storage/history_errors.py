"""What can be wrong with the log, in sentences for the person whose log it is."""

from stretch_timer.core.errors import ExplainedError


class HistoryError(ExplainedError):
    """The log cannot be read or written. The message is one sentence, shown as it stands."""


class HistoryTooNewError(HistoryError):
    """A newer version of the program wrote the log; this one leaves it alone."""


class HistoryDamagedError(HistoryError):
    """The file is not a log of this program, or no longer."""


class HistoryImportError(HistoryError):
    """A file was not imported; nothing was changed."""


class SessionTakenError(HistoryError):
    """Another window or terminal is following this session, or has ended it."""
