"""The only bridge between the session and Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from stretch_timer.core.controls import Controls
from stretch_timer.core.progress import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stretch_timer.core.controls import Command
    from stretch_timer.core.events import Event
    from stretch_timer.core.session import Session
    from stretch_timer.session_clock import SessionClock

LOOK_MS = 100
"""How often one looks while nothing is due, unless somebody wants to see more: often enough for a countdown."""
MARK_S = 1.0


class SessionDriver(QObject):
    """Turns a clock into ticks and events into signals.

    The timer decides only how soon we look; the clock decides what is true. `look_ms` is how often one looks while
    nothing is due.

    Args:
        session: The session to drive.
        clock: What time it is for the session.
    """

    happened = Signal(object, float)
    """An event, and how late it was noticed in real seconds."""
    looked = Signal(float)
    """The session's time at this look."""
    marked = Signal(float)
    """As `looked`, about once a second while the session is open: time to write down how far it is."""
    slept = Signal()
    """The computer slept; the session is paused where it was."""

    def __init__(self, session: Session, clock: SessionClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._controls = Controls(session)
        self._clock = clock
        self.look_ms = LOOK_MS
        self._last = 0.0
        self._mark_s = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.poll)

    @property
    def now(self) -> float:
        """The session's time at the last look."""
        return self._last

    @Slot()
    def start(self) -> None:
        """Begin, or go on with a restored session."""
        now = self._look()
        resumes = self.session.state is State.PAUSED
        self._tell(self.session.resume(now) if resumes else self.session.start(now), now)
        self._arm()

    @Slot()
    def poll(self) -> None:
        """Look at the clock and tell what happened since."""
        before = self._last
        now = self._look()
        if self._clock.slept() and self.session.may("pause"):
            # At the last moment somebody was there: nobody held what passed since.
            self._tell(self.session.pause(before), before)
            self.slept.emit()
        self._tell(self.session.tick(now), now)
        self._arm()

    def obey(self, command: Command) -> None:
        """Do what the person wishes, if it makes sense now."""
        self.poll()
        self._tell(self._controls.obey(command, self._last, self._clock.real_s()), self._last)
        self._arm()

    def _look(self) -> float:
        self._last = self._clock.now()
        return self._last

    def _tell(self, events: Iterable[Event], now: float) -> None:
        for event in events:
            self.happened.emit(event, (now - event.at) / self._clock.speed)

    def _arm(self) -> None:
        """Look again when something is due, and often enough for the countdown."""
        self.looked.emit(self._last)
        if self.session.state in (State.FINISHED, State.STOPPED):
            self._timer.stop()
            return
        self._mark()
        due = self.session.next_due()
        wait_ms = self.look_ms if due is None else min(self.look_ms, (due - self._last) / self._clock.speed * 1000)
        self._timer.start(max(0, round(wait_ms)))

    def _mark(self) -> None:
        real_s = self._clock.real_s()
        if real_s - self._mark_s >= MARK_S:
            self._mark_s = real_s
            self.marked.emit(self._last)
