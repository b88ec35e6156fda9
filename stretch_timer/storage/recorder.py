"""Writes a session down while it happens, so that a crash costs a second of it at most."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from stretch_timer.core import events as ev
from stretch_timer.storage.history_entry import Entry
from stretch_timer.storage.history_errors import HistoryError, SessionTakenError
from stretch_timer.storage.history_moments import Moment, local_now
from stretch_timer.storage.history_rows import SessionRow
from stretch_timer.storage.running_lock import RunningLock
from stretch_timer.storage.unfinished import read_unfinished

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from stretch_timer.core.plan import Plan
    from stretch_timer.core.session import Session
    from stretch_timer.storage.history import History
    from stretch_timer.storage.history_database import Database
    from stretch_timer.storage.unfinished import Unfinished

    Wall = Callable[[], datetime]
    Trouble = Callable[[str], None]


class Recorder:
    """Listens to the events of one session and keeps its place in the log up to date.

    What cannot be written, because the disk is full for instance, is tried again with the next event; the session
    goes on meanwhile, and *trouble* is called once, with one sentence.

    Attributes:
        session_id: The session's id in the log.
        discomfort_before: What the person answered before the start, 0 to 10.
    """

    def __init__(self, history: History, session_id: str, *, wall: Wall, trouble: Trouble, speed: float) -> None:
        self.session_id = session_id
        self.discomfort_before: int | None = None
        self._history = history
        self._wall = wall
        self._trouble = trouble
        self._troubled = False
        self._speed = speed
        self._entry: Entry | None = None
        self._lock: RunningLock | None = None

    @classmethod
    def begin(
        cls,
        history: History,
        *,
        trouble: Trouble,
        speed: float = 1.0,
        discomfort_before: int | None = None,
        wall: Wall = local_now,
    ) -> Recorder:
        """The recorder of a session that is about to start.

        Args:
            history: Where it is written.
            trouble: Told once, in one sentence, when the session cannot be written.
            speed: How many times as fast as life the session's clock goes.
            discomfort_before: 0 to 10, or None where nothing was answered.
            wall: The time of day, with its offset.
        """
        from uuid6 import uuid7  # noqa: PLC0415 - 20 ms that only a session should cost

        recorder = cls(history, str(uuid7()), wall=wall, trouble=trouble, speed=speed)
        recorder.discomfort_before = discomfort_before
        try:
            recorder._lock = RunningLock.take(history.lock_path(recorder.session_id))
        except OSError as error:
            recorder._complain(error)
        return recorder

    @classmethod
    def resume(
        cls, history: History, unfinished: Unfinished, *, trouble: Trouble, speed: float = 1.0, wall: Wall = local_now
    ) -> Recorder:
        """The recorder of a session that goes on; it keeps its id. Arguments as in `begin`.

        Raises:
            SessionTakenError: It went on or was ended elsewhere since *unfinished* was read.
        """
        lock = RunningLock.take(history.lock_path(unfinished.id))
        try:
            entry = _reopened(history.database, unfinished)
        except BaseException:
            lock.release(remove=False)
            raise
        if speed != 1:
            entry.row.speed = speed  # a session of which a part was tried out faster does not count
        recorder = cls(history, unfinished.id, wall=wall, trouble=trouble, speed=speed)
        recorder._lock, recorder._entry = lock, entry
        return recorder

    @property
    def saved(self) -> bool:
        """Whether everything told so far stands in the log."""
        return self._entry is None or self._entry.saved

    def happened(self, event: ev.Event, session: Session, now: float) -> None:
        """Note *event*.

        Args:
            event: Every event of the session, in order.
            session: The session it happened in; it may be ahead of the event.
            now: Seconds on the session's clock.
        """
        at = self._moment(event.at, now)
        if isinstance(event, ev.SessionStarted):
            self._entry = Entry(self._row(event.plan, at))
        if self._entry is None:
            return
        _tell(self._entry, event, at)
        if self._entry.tells_of(session):
            self.mark(session, now)

    def mark(self, session: Session, now: float) -> None:
        """Note where *session* is at *now*, on its clock. Called about once a second while it runs or is paused."""
        # What has ended and is saved is done with: its lock is gone, so the log may belong to others by now.
        if self._entry is None or (self._entry.over and self._entry.saved):
            return
        self._entry.mark(session, now, self._moment(now, now))
        self._save(self._entry)

    def close(self) -> None:
        """Stop recording. A session that is not over stays in the log as one that can be resumed."""
        if self._entry is not None and not self._entry.saved:
            self._save(self._entry)
        self._release(remove=self._entry is None)

    def _save(self, entry: Entry) -> None:
        try:
            entry.save(self._history.database)
        except HistoryError as error:
            self._complain(error)
            return
        if entry.over:
            self._release(remove=True)

    def _complain(self, error: Exception) -> None:
        if not self._troubled:
            self._troubled = True
            self._trouble(f"The session goes on, but it is not saved yet: {error}")

    def _release(self, *, remove: bool) -> None:
        if self._lock is not None:
            self._lock.release(remove=remove)
            self._lock = None

    def _moment(self, at: float, now: float) -> Moment:
        """The time of day at *at*, when it is *now* on the session's clock."""
        return Moment.of(self._wall() - timedelta(seconds=(now - at) / self._speed))

    def _row(self, plan: Plan, at: Moment) -> SessionRow:
        return SessionRow(
            id=self.session_id,
            device=self._history.device,
            routine=plan.routine,
            name=plan.name,
            started_at=at.utc,
            started_offset_s=at.offset_s,
            planned_s=plan.total_s,
            speed=self._speed,
            discomfort_before=self.discomfort_before,
        )


def _reopened(database: Database, unfinished: Unfinished) -> Entry:
    """The entry of *unfinished*, whose lock is ours."""
    if read_unfinished(database, unfinished.id) != unfinished:
        raise SessionTakenError("This session went on or was ended in another window or terminal.")
    return Entry.load(database, unfinished.id, unfinished.progress)


def _tell(entry: Entry, event: ev.Event, at: Moment) -> None:
    match event:
        case ev.SegmentStarted():
            entry.index = event.index
        case ev.HoldStarted():
            entry.hold_started(event.segment, at)
        case ev.HoldEnded():
            entry.hold_ended(event, at)
        case ev.Skipped():
            entry.skipped(event.holds)
        case ev.SessionFinished():
            entry.finished(event, at)
        case _:
            pass  # the rest changes only the progress
