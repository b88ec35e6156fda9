"""The history as one start of the program uses it: what was left unfinished, and where to write."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from stretch_timer.core import captions
from stretch_timer.core.errors import ExplainedError
from stretch_timer.core.session import Session
from stretch_timer.storage.folders import Folders
from stretch_timer.storage.history import History
from stretch_timer.storage.history_errors import HistoryError
from stretch_timer.storage.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stretch_timer.request import Request
    from stretch_timer.storage.unfinished import Unfinished

NOT_LOGGED = "This session cannot be written to the log: {}"
NOTHING_TO_RESUME = "There is no interrupted session to go on with."


def _to_stderr(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


class LogBook:
    """One start's view of the history; a log that cannot be used is told once and stops no session.

    Attributes:
        problem: Why nothing can be logged, or "".
        trouble: Who is told when writing fails.
    """

    def __init__(self, history: History | None, speed: float, problem: str = "") -> None:
        self._history = history
        self._speed = speed
        self._unfinished: Unfinished | None = None
        self.problem = problem
        self._look()
        self.trouble: Callable[[str], None] = _to_stderr

    @classmethod
    @contextmanager
    def open(cls, request: Request) -> Iterator[LogBook]:
        """The log as *request* wants it, closed at the end."""
        if not request.log:
            yield cls(None, request.speed)
            return
        try:
            history = History.open(Folders.here().data / "history.db")
        except (HistoryError, OSError) as error:
            yield cls(None, request.speed, NOT_LOGGED.format(error))
            return
        with history:
            yield cls(history, request.speed)

    def _look(self) -> None:
        if self._history is None:
            return
        try:
            self._unfinished = self._history.unfinished()
        except (HistoryError, OSError) as error:
            self.problem = NOT_LOGGED.format(error)
            self._history = None

    def offer(self) -> str:
        """What was left unfinished, in one sentence; "" for nothing."""
        one = self._unfinished
        if one is None:
            return ""
        session = Session.restore(one.plan, one.progress, 0.0, paused=True)
        segment = session.segment
        stretch = session.plan.items[session.item].item.stretch.name
        where = ", ".join(filter(None, (stretch, captions.leg(segment).lower(), captions.count(segment).lower())))
        left = captions.length(session.total_remaining_s(0.0))
        return f"{one.name} was interrupted on {one.marked_at:%d %b at %H:%M}: {where}. {left} are left."

    def begin(self) -> Recorder | None:
        """A recorder for a new session; what was left unfinished is kept as it is."""
        if self._history is None:
            return None
        self.keep()
        return Recorder.begin(self._history, speed=self._speed, trouble=self._tell)

    def resume(self) -> tuple[Session, Recorder]:
        """The session that was left unfinished, waiting where it was, and its recorder.

        Raises:
            ExplainedError: There is none, or another window has it.
        """
        if self._history is None or self._unfinished is None:
            raise ExplainedError(NOTHING_TO_RESUME)
        one, self._unfinished = self._unfinished, None
        session = Session.restore(one.plan, one.progress, 0.0, paused=True)
        return session, Recorder.resume(self._history, one, speed=self._speed, trouble=self._tell)

    def keep(self) -> None:
        """End what was left unfinished as it is."""
        one, self._unfinished = self._unfinished, None
        if self._history is None or one is None:
            return
        try:
            self._history.keep(one)
        except (HistoryError, OSError) as error:
            self._tell(f"The interrupted session could not be closed: {error}")

    def _tell(self, sentence: str) -> None:
        self.trouble(sentence)
